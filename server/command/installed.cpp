#include "server/command/installed.h"

#include <system_error>

namespace tianbao::command {

namespace {

/// build/release/tianbao lies three levels below the source tree, a test's executable four.
constexpr int max_levels_up = 4;

/// `beside` the executable, else `in_tree` below the nearest folder above it that has it.
std::filesystem::path find(const std::filesystem::path& beside, const std::filesystem::path& in_tree) {
  std::error_code error;
  std::filesystem::path folder = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
  if (error) return {};
  if (std::filesystem::is_directory(folder / beside, error)) return folder / beside;
  for (int level = 0; level < max_levels_up && folder.has_relative_path(); ++level) {
    folder = folder.parent_path();
    if (std::filesystem::is_directory(folder / in_tree, error)) return folder / in_tree;
  }
  return {};
}

}  // namespace

std::filesystem::path installed_forms() {
  return find("forms", "assets/forms");
}

std::filesystem::path installed_client() {
  return find("client", "build/client");
}

}  // namespace tianbao::command
