#include "server/command/signals.h"

#include <ctime>

#include <pthread.h>

namespace tianbao::command {

HeldSignals::HeldSignals() {
  sigemptyset(&held_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&held_, signal);
  pthread_sigmask(SIG_BLOCK, &held_, &before_);
  struct sigaction action = {};
  outlives_terminal_ = ::sigaction(SIGHUP, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

HeldSignals::~HeldSignals() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

Wish HeldSignals::wish_of(const siginfo_t& signal) const {
  if (signal.si_signo != SIGHUP) return Wish::stop;
  // The kernel sends it when the terminal goes; whoever calls kill() is another process.
  return signal.si_code == SI_KERNEL && !outlives_terminal_ ? Wish::stop : Wish::reload;
}

Wish HeldSignals::wait() const {
  siginfo_t signal = {};
  while (::sigwaitinfo(&held_, &signal) < 0) {
  }
  return wish_of(signal);
}

std::optional<Wish> HeldSignals::wait(int timeout_ms) const {
  const timespec timeout = {timeout_ms / 1000, (timeout_ms % 1000) * 1'000'000L};
  siginfo_t signal = {};
  if (::sigtimedwait(&held_, &signal, &timeout) < 0) return std::nullopt;
  return wish_of(signal);
}

}  // namespace tianbao::command
