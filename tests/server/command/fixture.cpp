#include "tests/server/command/fixture.h"

#include <atomic>
#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include <unistd.h>

namespace tianbao::testing {

Ran run(const command::Arguments& arguments) {
  std::ostringstream output;
  std::ostringstream error;
  const int code = command::run(arguments, {output, error});
  return {code, output.str(), error.str()};
}

void check_refused(const std::vector<Refused>& calls) {
  for (const Refused& call : calls) {
    const Ran ran = run(call.arguments);
    INFO(ran.error);
    CHECK(ran.code == command::exit_unreadable);
    CHECK(contains(ran.error, call.complaint));
    CHECK(ran.output.empty());
  }
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Folder::Folder() {
  static std::atomic<int> made = 0;
  path_ = std::filesystem::temp_directory_path() /
          ("tianbao-command-" + std::to_string(::getpid()) + "-" + std::to_string(++made));
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string Folder::write(const std::string& name, const std::string& text) const {
  std::filesystem::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << text;
  return path(name);
}

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace tianbao::testing
