#pragma once

#include <string>

#include <sys/types.h>

#include "server/command/command.h"

namespace tianbao::testing {

/// The program itself, as a process of its own: what signals do to it, and its exit code.
class Program {
 public:
  explicit Program(const command::Arguments& arguments);
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;
  ~Program();

  /// What it wrote to its output so far, once `text` is in it; fails the test when it ends without or takes
  /// too long.
  std::string wait_for(const std::string& text);

  void signal(int number) const;

  /// The exit code, or minus the number of the signal that ended it.
  int wait();

  /// All that it has written; complete after wait().
  const std::string& output();
  std::string error() const;

 private:
  bool read_more(int timeout_ms);

  std::string error_path_;
  int output_ = -1;
  pid_t process_ = -1;
  std::string text_;
};

}  // namespace tianbao::testing
