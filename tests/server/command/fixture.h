#pragma once

#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "server/command/command.h"

namespace tianbao::testing {

/// What a command wrote and how it ended.
struct Ran {
  int code = 0;
  std::string output;
  std::string error;
};

/// Runs the program with these arguments.
Ran run(const command::Arguments& arguments);

/// A call that no command carries out, and what it is told.
struct Refused {
  command::Arguments arguments;
  std::string complaint;
};

/// Runs each of these calls, which writes its complaint and nothing else, and ends as unreadable.
void check_refused(const std::vector<Refused>& calls);

bool contains(std::string_view text, std::string_view part);

/// A folder of its own for one test, removed afterwards.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  /// Writes a file and gives its path.
  std::string write(const std::string& name, const std::string& text) const;
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string read(const std::string& path);

}  // namespace tianbao::testing
