#include "server/store/durable_file.h"

#include <catch2/catch_test_macros.hpp>
#include <cerrno>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/server/store/disk_calls.h"
#include "tests/server/store/temporary_folder.h"

namespace tianbao::store {

namespace {

using testing::DiskCall;
using testing::DiskCalls;
using testing::read_text;
using testing::TemporaryFolder;
using testing::write_text;

constexpr int killed_exit_code = 42;

/// Counts the steps and fails, or kills the process, at one of them.
struct Fault {
  int at = -1;
  bool kills = false;
  std::vector<WriteStep> steps = {};

  static int hook(WriteStep step, void* context) {
    auto& fault = *static_cast<Fault*>(context);
    const int index = static_cast<int>(fault.steps.size());
    fault.steps.push_back(step);
    if (index != fault.at) return 0;
    if (fault.kills) ::_exit(killed_exit_code);
    return ENOSPC;
  }
};

WriteOptions with(Fault& fault, std::size_t chunk_bytes) {
  return {.hook = Fault::hook, .hook_context = &fault, .chunk_bytes = chunk_bytes};
}

/// The steps of one write that succeeds.
std::vector<WriteStep> steps_of(const std::string& bytes, std::size_t chunk_bytes) {
  const TemporaryFolder folder;
  Fault none;
  REQUIRE_FALSE(write_durably(folder / "file", bytes, with(none, chunk_bytes)).has_value());
  return none.steps;
}

std::size_t entries(const std::string& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

/// Writes in a process of its own that dies before step `at`; returns how it ended.
int write_and_die(const std::string& path, const std::string& bytes, int at, std::size_t chunk_bytes) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    Fault fault{.at = at, .kills = true};
    ::_exit(write_durably(path, bytes, with(fault, chunk_bytes)).has_value() ? 1 : 0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WEXITSTATUS(status);
}

}  // namespace

TEST_CASE("A file is written, synced, renamed and its folder synced, in that order") {
  using enum WriteStep;
  CHECK(steps_of("abc", 1000) == std::vector{create, write, sync, close, rename, sync_directory});
  CHECK(steps_of("abc", 2) == std::vector{create, write, write, sync, close, rename, sync_directory});
  CHECK(steps_of("", 2) == std::vector{create, sync, close, rename, sync_directory});
}

TEST_CASE("What is written reaches the disk before its name, and the name before it is acknowledged") {
  using Kind = DiskCall::Kind;
  const TemporaryFolder folder;
  const std::string bytes(5000, 'n');
  const DiskCalls calls;
  REQUIRE_FALSE(write_durably(folder / "file", bytes, {.chunk_bytes = 1000}).has_value());
  CHECK(calls.all() == std::vector<DiskCall>{{Kind::sync, folder / "file.tmp", bytes},
                                             {Kind::rename, folder / "file"},
                                             {Kind::sync, folder.path()}});
}

TEST_CASE("What is found, removed or made is there, or gone, for certain") {
  const TemporaryFolder folder;
  const std::string& root = folder.path();
  using Paths = std::vector<std::string>;
  write_text(folder / "file", "found");
  {
    const DiskCalls calls;
    REQUIRE_FALSE(sync_file(folder / "file").has_value());
    CHECK(calls.synced() == Paths{folder / "file", root});
  }
  {
    const DiskCalls calls;
    REQUIRE_FALSE(remove_durably(folder / "file").has_value());
    CHECK(calls.synced() == Paths{root});
  }
  {
    const DiskCalls calls;
    REQUIRE_FALSE(make_folders(root, "a/b").has_value());
    CHECK(calls.synced() == Paths{root, folder / "a"});
  }
  {
    // From the folder above the last one that is there on: its own entry may be new as well.
    const DiskCalls calls;
    REQUIRE_FALSE(make_folders(folder / "a/b/c/d").has_value());
    CHECK(calls.synced() == Paths{folder / "a", folder / "a/b", folder / "a/b/c"});
  }
}

TEST_CASE("A step that fails leaves the old content or the new, no leftover, and says what failed") {
  const std::string old_bytes = "old";
  const std::string new_bytes(5000, 'n');
  const auto steps = steps_of(new_bytes, 1000);
  for (std::size_t at = 0; at < steps.size(); ++at) {
    INFO("step " << at);
    const TemporaryFolder folder;
    write_text(folder / "file", old_bytes);
    Fault fault{.at = static_cast<int>(at)};
    const auto error = write_durably(folder / "file", new_bytes, with(fault, 1000));
    REQUIRE(error.has_value());
    CHECK(error->number == ENOSPC);
    CHECK_FALSE(describe(*error).empty());
    // Behind the rename the new content stands, though not yet for certain: that is why an error is reported.
    CHECK(read_text(folder / "file") == (steps[at] == WriteStep::sync_directory ? new_bytes : old_bytes));
    CHECK(entries(folder.path()) == 1);
  }
}

TEST_CASE(
    "A process that dies at any step leaves the old content or the new, and a leftover that is cleared "
    "away") {
  const std::string new_bytes(5000, 'n');
  const auto steps = steps_of(new_bytes, 1000);
  for (const bool existed : {false, true}) {
    for (std::size_t at = 0; at <= steps.size(); ++at) {
      INFO("step " << at << ", existed " << existed);
      const TemporaryFolder folder;
      if (existed) write_text(folder / "file", "old");
      const int ended = write_and_die(folder / "file", new_bytes, static_cast<int>(at), 1000);
      CHECK(ended == (at < steps.size() ? killed_exit_code : 0));
      remove_temporary_files(folder.path());
      const bool is_new = at >= steps.size() || steps[at] == WriteStep::sync_directory;
      const auto found = read_file(folder / "file", 10'000);
      REQUIRE(found.ok());
      if (is_new) CHECK(found.value() == new_bytes);
      if (!is_new && existed) CHECK(found.value() == "old");
      if (!is_new && !existed) CHECK_FALSE(found.value().has_value());
      CHECK(entries(folder.path()) == (is_new || existed ? 1U : 0U));
      // What a crash left behind does not stand in the way of the next write.
      REQUIRE_FALSE(write_durably(folder / "file", "next").has_value());
      CHECK(read_text(folder / "file") == "next");
    }
  }
}

TEST_CASE("Power loss before the sync may tear the temporary file, never the file itself") {
  const TemporaryFolder folder;
  write_text(folder / "file", "old");
  CHECK(write_and_die(folder / "file", std::string(5000, 'n'), 3, 1000) == killed_exit_code);
  std::filesystem::resize_file(folder / "file.tmp", 17);
  CHECK(read_text(folder / "file") == "old");
  CHECK(remove_temporary_files(folder.path()) == 1);
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("Leftovers are found in folders below, links are left alone") {
  const TemporaryFolder folder;
  const TemporaryFolder elsewhere;
  write_text(elsewhere / "kept.tmp", "x");
  write_text(folder / "a/b/0001.json.tmp", "half");
  write_text(folder / "a/b/0001.json", "whole");
  std::filesystem::create_directory_symlink(elsewhere.path(), folder / "link");
  CHECK(remove_temporary_files(folder.path()) == 1);
  CHECK(read_text(folder / "a/b/0001.json") == "whole");
  CHECK(read_text(elsewhere / "kept.tmp") == "x");
}

TEST_CASE("Reading tells a missing file from one that cannot be taken") {
  const TemporaryFolder folder;
  write_text(folder / "file", "12345");
  CHECK(read_file(folder / "file", 5).value() == "12345");
  CHECK_FALSE(read_file(folder / "file", 4).ok());
  CHECK_FALSE(read_file(folder / "missing", 5).value().has_value());
  CHECK_FALSE(read_file(folder.path(), 5).ok());
  std::filesystem::create_symlink(folder / "file", folder / "link");
  CHECK_FALSE(read_file(folder / "link", 5).ok());
}

TEST_CASE("Folders are made one below the other, and removing what is not there is no error") {
  const TemporaryFolder folder;
  REQUIRE_FALSE(make_folders(folder.path(), "a/b/c").has_value());
  REQUIRE_FALSE(make_folders(folder.path(), "a/b/c").has_value());
  CHECK(std::filesystem::is_directory(folder / "a/b/c"));
  CHECK_FALSE(remove_durably(folder / "a/b/c/nothing").has_value());
  write_text(folder / "a/file", "x");
  CHECK(make_folders(folder.path(), "a/file/c").has_value());
}

}  // namespace tianbao::store
