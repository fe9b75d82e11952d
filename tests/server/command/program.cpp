#include "tests/server/command/program.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/server/command/fixture.h"

namespace tianbao::testing {

namespace {

constexpr int patience_ms = 20'000;

}  // namespace

Program::Program(const command::Arguments& arguments)
    : error_path_((std::filesystem::temp_directory_path() / "tianbao-program-XXXXXX").string()) {
  const int error = ::mkstemp(error_path_.data());
  REQUIRE(error >= 0);
  std::array<int, 2> ends = {};
  REQUIRE(::pipe2(ends.data(), O_CLOEXEC) == 0);
  std::vector<std::string> words = {TIANBAO_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  process_ = ::fork();
  REQUIRE(process_ >= 0);
  if (process_ == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(error, STDERR_FILENO);
    ::execv(pointers.front(), pointers.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  ::close(error);
  output_ = ends[0];
}

Program::~Program() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  ::close(output_);
  std::error_code ignored;
  std::filesystem::remove(error_path_, ignored);
}

bool Program::read_more(int timeout_ms) {
  pollfd watched = {output_, POLLIN, 0};
  if (::poll(&watched, 1, timeout_ms) <= 0) return false;
  std::array<char, 4096> bytes = {};
  const ssize_t count = ::read(output_, bytes.data(), bytes.size());
  if (count <= 0) return false;
  text_.append(bytes.data(), static_cast<std::size_t>(count));
  return true;
}

std::string Program::wait_for(const std::string& text) {
  while (text_.find(text) == std::string::npos) {
    INFO(text_ << error());
    REQUIRE(read_more(patience_ms));
  }
  return text_;
}

void Program::signal(int number) const {
  REQUIRE(::kill(process_, number) == 0);
}

int Program::wait() {
  while (read_more(patience_ms)) {
  }
  int status = 0;
  REQUIRE(::waitpid(process_, &status, 0) == process_);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

const std::string& Program::output() {
  return text_;
}

std::string Program::error() const {
  return read(error_path_);
}

}  // namespace tianbao::testing
