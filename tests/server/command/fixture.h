#pragma once

#include <filesystem>
#include <sstream>
#include <string>

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
