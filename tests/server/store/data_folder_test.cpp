#include "server/store/data_folder.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

#include "server/store/moment.h"
#include "server/store/register.h"
#include "server/store/secret.h"
#include "tests/server/store/disk_calls.h"
#include "tests/server/store/temporary_folder.h"

namespace tianbao::store {

namespace {

using testing::read_text;
using testing::TemporaryFolder;
using testing::write_text;

DataFolder opened(const std::string& path) {
  auto folder = DataFolder::open(path, WhenMissing::make);
  REQUIRE(folder.ok());
  return std::move(folder).value();
}

}  // namespace

TEST_CASE("A missing or empty folder becomes a data folder of this format") {
  const TemporaryFolder parent;
  {
    const testing::DiskCalls calls;
    opened(parent / "new/data");
    // Every entry on the way down, then what is in it, and last the file that says that all is there.
    const std::string data = parent / "new/data";
    CHECK(calls.synced() ==
          std::vector<std::string>{std::filesystem::path(parent.path()).parent_path().string(), parent.path(),
                                   parent / "new", data, data, data + "/format.json.tmp", data});
  }
  CHECK(read_text(parent / "new/data/format.json") == "{\n  \"format\": \"tianbao-data/1\"\n}\n");
  CHECK(std::filesystem::is_directory(parent / "new/data/sites"));
  opened(parent / "new/data/");
  std::filesystem::create_directory(parent / "empty");
  write_text(parent / "empty/format.json.tmp", "{");
  opened(parent / "empty");
  CHECK_FALSE(DataFolder::open(parent / "missing", WhenMissing::refuse).ok());
  CHECK_FALSE(std::filesystem::exists(parent / "missing"));
  CHECK_FALSE(DataFolder::open("", WhenMissing::make).ok());
  write_text(parent / "file", "x");
  CHECK_FALSE(DataFolder::open(parent / "file", WhenMissing::make).ok());
  CHECK_FALSE(DataFolder::open(parent / "file/data", WhenMissing::make).ok());
}

TEST_CASE(
    "A folder of something else, of another version or with a broken format is refused and left as it is") {
  const TemporaryFolder folder;
  write_text(folder / "letter.txt", "x");
  const auto other = DataFolder::open(folder.path(), WhenMissing::make);
  REQUIRE_FALSE(other.ok());
  CHECK(describe(other.error()).find("不是填报的数据文件夹") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(folder / "format.json"));
  write_text(folder / "format.json", R"({"format":"tianbao-data/2"})");
  const auto newer = DataFolder::open(folder.path(), WhenMissing::make);
  REQUIRE_FALSE(newer.ok());
  CHECK(describe(newer.error()).find("tianbao-data/2") != std::string::npos);
  write_text(folder / "format.json", "{");
  CHECK_FALSE(DataFolder::open(folder.path(), WhenMissing::make).ok());
}

TEST_CASE("One process writes reports; a second one is told which holds the folder") {
  const TemporaryFolder parent;
  const DataFolder folder = opened(parent.path());
  {
    const auto first = folder.lock_reports();
    REQUIRE(first.ok());
    const auto second = folder.lock_reports();
    REQUIRE_FALSE(second.ok());
    CHECK(describe(second.error()).find("进程号 " + std::to_string(::getpid())) != std::string::npos);
    // The register is not held by it: sites can be added while the server runs.
    CHECK(folder.lock_register().ok());
  }
  CHECK(folder.lock_reports().ok());
}

TEST_CASE("The lock of a process that was killed is free, and its leftovers go when the next one takes it") {
  const TemporaryFolder parent;
  const DataFolder folder = opened(parent.path());
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const auto lock = folder.lock_reports();
    ::_exit(lock.ok() ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WEXITSTATUS(status) == 0);
  write_text(parent / "sites/4305250009/work-report/2019/0001.json.tmp", "{");
  CHECK(folder.lock_reports().ok());
  CHECK_FALSE(std::filesystem::exists(parent / "sites/4305250009/work-report/2019/0001.json.tmp"));
}

TEST_CASE("The register keeps a site as it was written and holds no secret") {
  REQUIRE(ready_cryptography());
  const TemporaryFolder parent;
  const DataFolder folder = opened(parent.path());
  const std::string secret = make_secret();
  SiteRecord record{{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"}, {}};
  record.secret_hash = hash_secret(secret).value_or("");
  REQUIRE_FALSE(write_site(folder, record).has_value());
  const auto read = read_site(folder, "4305250009");
  REQUIRE(read.ok());
  REQUIRE(read.value().has_value());
  CHECK(read.value()->site == record.site);
  CHECK(read.value()->secret_hash == record.secret_hash);
  CHECK(read_text(folder.site_file("4305250009")).find(secret) == std::string::npos);
  CHECK(list_sites(folder).value() == std::vector<std::string>{"4305250009"});
  CHECK_FALSE(read_site(folder, "3101150020").value().has_value());
  CHECK_FALSE(read_site(folder, "../4305250009").value().has_value());
  write_text(folder.site_file("4305250009"), R"({"format":"tianbao-site/1","code":"3101150020"})");
  CHECK_FALSE(read_site(folder, "4305250009").ok());
}

TEST_CASE("A secret is readable, and is known again however it is typed") {
  REQUIRE(ready_cryptography());
  const std::string secret = make_secret();
  CHECK(secret.size() == 19);
  CHECK(secret.find_first_of("01IOLabcdefghijklmnopqrstuvwxyz") == std::string::npos);
  CHECK(secret != make_secret());
  const auto hash = hash_secret("7KQF-M2XW-9HRT-C4BN");
  REQUIRE(hash.has_value());
  CHECK(hash->rfind("$argon2id$", 0) == 0);
  for (const char* const typed :
       {"7KQF-M2XW-9HRT-C4BN", "7kqfm2xw9hrtc4bn", " 7KQF M2XW 9HRT C4BN ", "７KQF－M2XW－9HRT－C4BN"}) {
    INFO(typed);
    CHECK(secret_matches(*hash, typed));
  }
  for (const char* const typed : {"", "7KQF-M2XW-9HRT-C4B", "7KQF-M2XW-9HRT-C4BM", "\xff\xfe"}) {
    CHECK_FALSE(secret_matches(*hash, typed));
    CHECK_FALSE(secret_matches(unmatched_hash(), typed));
  }
  CHECK_FALSE(secret_matches("", "7KQF-M2XW-9HRT-C4BN"));
}

TEST_CASE("Moments are written in China's time") {
  struct Case {
    UnixSeconds moment;
    const char* date;
    const char* timestamp;
  };
  for (const Case& sample : {Case{0, "1970-01-01", "1970-01-01T08:00:00+08:00"},
                             Case{1'580'486'399, "2020-01-31", "2020-01-31T23:59:59+08:00"},
                             Case{1'580'486'400, "2020-02-01", "2020-02-01T00:00:00+08:00"}}) {
    CHECK(china_date(sample.moment) == sample.date);
    CHECK(china_timestamp(sample.moment) == sample.timestamp);
  }
}

}  // namespace tianbao::store
