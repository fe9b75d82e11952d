#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "server/store/report_files.h"
#include "server/store/report_store.h"
#include "shared/digest/sha256.h"
#include "shared/json/parse.h"
#include "tests/server/store/temporary_folder.h"

namespace tianbao::store {

namespace {

using testing::TemporaryFolder;

/// Another site's report after every so many crashes: one report takes at most max_revisions.
constexpr int crashes_per_report = 100;

ReportKey key_of(int crash) {
  return {"work-report", "2019", std::to_string(4'305'250'000 + crash / crashes_per_report)};
}

/// The n-th document of an endless series: drafts, and after every two of them a submission.
std::string content_of(int n) {
  return "{\"text\":\"" + std::string(static_cast<std::size_t>(n % 700), 'x') + std::to_string(n) + "\"}";
}

std::string digest_of(int n) {
  return n == 0 ? std::string() : digest::sha256_hex(content_of(n));
}

bool is_submission(int n) {
  return n > 0 && n % 3 == 0;
}

int submissions_until(int n) {
  return n / 3;
}

bool put(ReportStore& store, const ReportKey& key, const StoredForm& form, int n) {
  const json::Value document = json::parse(content_of(n)).value();
  const auto outcome = store.put(key, {.intent = is_submission(n) ? Intent::submission : Intent::draft,
                                       .parent = digest_of(n - 1),
                                       .document = &document,
                                       .digest = digest_of(n),
                                       .form = &form,
                                       .author = key.subject,
                                       .received_at = "2020-01-15T09:30:00+08:00"});
  return outcome.ok() && outcome.value().result != PutResult::conflict;
}

/// Puts one document after the other, says so after each, and is killed at some moment.
[[noreturn]] void write_until_killed(const DataFolder& folder, const FormLibrary& forms, const ReportKey& key,
                                     int from, int pipe) {
  const auto lock = folder.lock_reports();
  if (!lock) ::_exit(1);
  ReportStore store(folder, forms);
  for (int n = from + 1;; ++n) {
    if (!put(store, key, *forms.current()->offered().front().stored, n) ||
        ::write(pipe, &n, sizeof(n)) != sizeof(n))
      ::_exit(1);
  }
}

/// The last document that was acknowledged before the process died, `from` when there was none.
int run_and_kill(const DataFolder& folder, const FormLibrary& forms, const ReportKey& key, int from,
                 useconds_t after_us) {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) write_until_killed(folder, forms, key, from, ends[1]);
  ::close(ends[1]);
  // The first acknowledgement: a kill before it would fall into the start, not between two writes.
  int last = from;
  REQUIRE(::read(ends[0], &last, sizeof(last)) == sizeof(last));
  ::usleep(after_us);
  ::kill(child, SIGKILL);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  for (int n = 0; ::read(ends[0], &n, sizeof(n)) == sizeof(n);) last = n;
  ::close(ends[0]);
  return last;
}

/// The files that a kill left half written, or whole and not yet renamed.
std::size_t leftovers(const std::string& folder) {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (is_temporary_name(entry.path().filename().native())) ++count;
  }
  return count;
}

/// How often to kill: TIANBAO_CRASHES for the full budget of 10,000.
int crashes_wanted() {
  const char* const wanted = std::getenv("TIANBAO_CRASHES");
  return wanted != nullptr ? std::atoi(wanted) : 60;
}

}  // namespace

TEST_CASE("A server killed at any moment has lost nothing that it acknowledged, and everything can be read") {
  const TemporaryFolder parent;
  const auto folder = DataFolder::open(parent / "data", WhenMissing::make);
  REQUIRE(folder.ok());
  const auto forms = FormLibrary::load(folder.value(), TIANBAO_SOURCE_DIR "/assets/forms");
  REQUIRE(forms.ok());
  int standing = 0;
  int interrupted_writes = 0;
  for (int crash = 0; crash < crashes_wanted(); ++crash) {
    const ReportKey key = key_of(crash);
    if (crash % crashes_per_report == 0) standing = 0;
    const int acknowledged = run_and_kill(folder.value(), forms.value(), key, standing,
                                          static_cast<useconds_t>((crash * 7919) % 20'000));
    interrupted_writes += static_cast<int>(leftovers(folder.value().path()));
    REQUIRE(folder.value().lock_reports().ok());
    const ReportStore store(folder.value(), forms.value());
    const auto report = store.read(key);
    REQUIRE(report.ok());
    // The one after it may have been written and not yet acknowledged.
    const bool is_one_further = report.value().digest == digest_of(acknowledged + 1);
    INFO("crash " << crash << ", acknowledged " << acknowledged);
    REQUIRE((is_one_further || report.value().digest == digest_of(acknowledged)));
    standing = acknowledged + (is_one_further ? 1 : 0);
    const std::string reports = folder.value().report_folder(key.subject, key.form, key.period);
    REQUIRE(last_revision(reports).value() == submissions_until(standing));
    for (int number = std::max(1, submissions_until(standing) - 2); number <= submissions_until(standing);
         ++number) {
      const auto revision = read_revision(reports, number);
      REQUIRE(revision.ok());
      REQUIRE(revision.value().receipt.digest == digest_of(number * 3));
      REQUIRE(revision.value().receipt.parent == digest_of((number - 1) * 3));
    }
  }
  // Else no kill fell into a write, and the above says little.
  CHECK(interrupted_writes > 0);
}

}  // namespace tianbao::store
