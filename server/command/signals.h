#pragma once

#include <optional>

#include <signal.h>

namespace tianbao::command {

enum class Wish { stop, reload };

/// SIGTERM, SIGINT and SIGHUP, held back in this thread and those that it starts, so that one can wait for
/// them. Signals that come before somebody waits are not lost.
class HeldSignals {
 public:
  HeldSignals();
  ~HeldSignals();
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;

  /// What the next signal asks for. SIGHUP is the administrator's word for reading again; but when it comes
  /// of a terminal that was closed, the program that was started in it ends with it, nohup aside.
  Wish wait() const;

  /// The same, nullopt when none came in that time.
  std::optional<Wish> wait(int timeout_ms) const;

 private:
  Wish wish_of(const siginfo_t& signal) const;

  sigset_t held_ = {};
  sigset_t before_ = {};
  bool outlives_terminal_ = false;
};

}  // namespace tianbao::command
