#include "server/store/report_store.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "shared/digest/sha256.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/server/store/temporary_folder.h"
#include "tests/support/reports.h"

namespace tianbao::store {

namespace {

using testing::read_text;
using testing::TemporaryFolder;
using testing::write_text;

const ReportKey key{"work-report", "2019", "4305250009"};

/// A data folder with the work report's form; reopen() is what a restart of the server is.
struct Stored {
  TemporaryFolder parent;
  std::unique_ptr<DataFolder> folder;
  std::unique_ptr<FormLibrary> forms;
  std::unique_ptr<ReportStore> store;

  Stored() { reopen(); }

  void reopen() {
    store.reset();
    auto opened = DataFolder::open(parent / "data", WhenMissing::make);
    REQUIRE(opened.ok());
    folder = std::make_unique<DataFolder>(std::move(opened).value());
    auto loaded = FormLibrary::load(*folder, TIANBAO_SOURCE_DIR "/assets/forms");
    REQUIRE(loaded.ok());
    forms = std::make_unique<FormLibrary>(std::move(loaded).value());
    store = std::make_unique<ReportStore>(*folder, *forms);
  }

  std::string report(const std::string& name) const {
    return parent / ("data/sites/4305250009/work-report/2019/" + name);
  }

  Result<PutOutcome, FileError> try_put(Intent intent, const std::string& parent_digest,
                                        const std::string& content, bool acceptable = true) const {
    const json::Value document = json::parse("{\"text\":\"" + content + "\"}").value();
    const auto known = forms->current();
    const StoredForm* const form = known->serving("work-report", "2019");
    return store->put(key, {.intent = intent,
                            .parent = parent_digest,
                            .document = &document,
                            .digest = digest_of(content),
                            .form = form,
                            .author = key.subject,
                            .received_at = "2020-01-15T09:30:00+08:00",
                            .acceptable = acceptable});
  }

  PutOutcome put(Intent intent, const std::string& parent_digest, const std::string& content) const {
    auto outcome = try_put(intent, parent_digest, content);
    REQUIRE(outcome.ok());
    return std::move(outcome).value();
  }

  Report read() const {
    auto report = store->read(key);
    REQUIRE(report.ok());
    return std::move(report).value();
  }

  static std::string digest_of(const std::string& content) {
    return digest::sha256_hex("{\"text\":\"" + content + "\"}");
  }
};

constexpr Intent draft = Intent::draft;
constexpr Intent submission = Intent::submission;

}  // namespace

TEST_CASE("Nothing is stored of a report that was never sent, and reading makes no folder") {
  const Stored stored;
  const Report report = stored.read();
  CHECK(report.state == ReportState::none);
  CHECK(report.document.is_null());
  CHECK(report.digest.empty());
  CHECK_FALSE(std::filesystem::exists(stored.parent / "data/sites/4305250009"));
}

TEST_CASE("A draft is kept, replaced, submitted, and survives a restart at each step") {
  Stored stored;
  CHECK(stored.put(draft, "", "a").result == PutResult::created);
  stored.reopen();
  CHECK(stored.read().state == ReportState::draft);
  CHECK(stored.read().digest == Stored::digest_of("a"));
  CHECK(stored.put(draft, Stored::digest_of("a"), "b").result == PutResult::stored);
  const PutOutcome submitted = stored.put(submission, Stored::digest_of("b"), "b");
  CHECK(submitted.result == PutResult::stored);
  const Receipt expected{1, Stored::digest_of("b"), "", "2020-01-15T09:30:00+08:00", "4305250009", "web"};
  CHECK(submitted.receipt == expected);
  CHECK_FALSE(std::filesystem::exists(stored.report("draft.json")));
  stored.reopen();
  CHECK(stored.read().state == ReportState::submitted);
  CHECK(stored.read().receipt == expected);
  CHECK(json::to_compact(stored.read().document) == "{\"text\":\"b\"}");
  CHECK(stored.put(draft, Stored::digest_of("b"), "c").result == PutResult::stored);
  CHECK(stored.read().state == ReportState::draft);
  CHECK(stored.read().receipt == expected);
  CHECK(stored.store->read_submission(key).value().digest == Stored::digest_of("b"));
}

TEST_CASE("A revision's file is readable, names the revision before it, and keeps its definition beside it") {
  const Stored stored;
  stored.put(submission, "", "a");
  stored.put(submission, Stored::digest_of("a"), "b");
  CHECK(read_text(stored.report("0002.json")) ==
        "{\n  \"document\": {\n    \"text\": \"b\"\n  },\n  \"receipt\": {\n"
        "    \"number\": 2,\n    \"digest\": \"" +
            Stored::digest_of("b") + "\",\n    \"parent\": \"" + Stored::digest_of("a") +
            "\",\n    \"received_at\": \"2020-01-15T09:30:00+08:00\",\n"
            "    \"author\": \"4305250009\",\n    \"way\": \"web\"\n  }\n}\n");
  const form::Form& form = stored.forms->current()->serving("work-report", "2019")->form;
  CHECK(read_text(stored.parent / ("data/forms/" + form.digest + ".json")) ==
        testing::read_source_file("assets/forms/work-report/2017.json"));
}

TEST_CASE("The same parent and content give the same receipt, however often and late they come") {
  const Stored stored;
  stored.put(draft, "", "a");
  const auto first = stored.put(submission, Stored::digest_of("a"), "b");
  const auto again = stored.put(submission, Stored::digest_of("a"), "b");
  CHECK(again.result == PutResult::repeated);
  CHECK(again.receipt == first.receipt);
  // Also after others have gone on from it.
  stored.put(submission, Stored::digest_of("b"), "c");
  stored.put(draft, Stored::digest_of("c"), "d");
  const auto late = stored.put(submission, Stored::digest_of("a"), "b");
  CHECK(late.result == PutResult::repeated);
  CHECK(late.receipt == first.receipt);
  CHECK(stored.read().digest == Stored::digest_of("d"));
  // Even when its check would fail by now (a deadline has passed).
  CHECK(stored.try_put(submission, Stored::digest_of("a"), "b", false).value().receipt == first.receipt);
  CHECK(stored.put(draft, Stored::digest_of("c"), "d").result == PutResult::repeated);
}

TEST_CASE("Going back to earlier content is a new revision") {
  const Stored stored;
  stored.put(submission, "", "a");
  stored.put(submission, Stored::digest_of("a"), "b");
  const auto back = stored.put(submission, Stored::digest_of("b"), "a");
  CHECK(back.result == PutResult::stored);
  REQUIRE(back.receipt.has_value());
  CHECK(back.receipt->number == 3);
}

TEST_CASE("Whoever did not see what stands there cannot overwrite it") {
  const Stored stored;
  stored.put(draft, "", "a");
  for (const Intent intent : {draft, submission}) {
    for (const std::string& parent : {std::string(), Stored::digest_of("x")}) {
      const auto outcome = stored.put(intent, parent, "b");
      CHECK(outcome.result == PutResult::conflict);
      CHECK(outcome.current.digest == Stored::digest_of("a"));
      CHECK(json::to_compact(outcome.current.document) == "{\"text\":\"a\"}");
    }
  }
  CHECK(stored.read().digest == Stored::digest_of("a"));
  CHECK(stored.put(submission, "", "a").result == PutResult::stored);
}

TEST_CASE("What is not acceptable leaves no trace") {
  const Stored stored;
  CHECK(stored.try_put(submission, "", "a", false).value().result == PutResult::refused);
  CHECK_FALSE(std::filesystem::exists(stored.parent / "data/sites/4305250009"));
  CHECK(std::filesystem::is_empty(stored.parent / "data/forms"));
}

TEST_CASE("A draft taken back to what was submitted goes") {
  const Stored stored;
  stored.put(submission, "", "a");
  stored.put(draft, Stored::digest_of("a"), "b");
  CHECK(stored.put(draft, Stored::digest_of("b"), "a").result == PutResult::repeated);
  CHECK(stored.read().state == ReportState::submitted);
  CHECK_FALSE(std::filesystem::exists(stored.report("draft.json")));
}

TEST_CASE("A crash between writing a submission and removing its draft leaves the submission") {
  Stored stored;
  stored.put(draft, "", "a");
  const std::string left_behind = read_text(stored.report("draft.json"));
  const auto first = stored.put(submission, Stored::digest_of("a"), "b");
  write_text(stored.report("draft.json"), left_behind);
  stored.reopen();
  CHECK(stored.read().state == ReportState::submitted);
  CHECK(stored.read().digest == Stored::digest_of("b"));
  CHECK(stored.put(submission, Stored::digest_of("a"), "b").receipt == first.receipt);
  CHECK(stored.put(draft, Stored::digest_of("b"), "c").result == PutResult::stored);
  CHECK(stored.read().digest == Stored::digest_of("c"));
}

TEST_CASE("A crash before the rename leaves what was there, and its leftover is no revision") {
  Stored stored;
  stored.put(submission, "", "a");
  write_text(stored.report("0002.json.tmp"), "{\"document\": {");
  stored.reopen();
  CHECK(stored.read().digest == Stored::digest_of("a"));
  const auto second = stored.put(submission, Stored::digest_of("a"), "b");
  REQUIRE(second.receipt.has_value());
  CHECK(second.receipt->number == 2);
}

TEST_CASE("A file changed by other hands is reported, not served and not built upon") {
  const Stored stored;
  stored.put(submission, "", "a");
  const std::string path = stored.report("0001.json");
  std::string text = read_text(path);
  text.replace(text.find("\"a\""), 3, "\"z\"");
  write_text(path, text);
  const auto read = stored.store->read(key);
  REQUIRE_FALSE(read.ok());
  CHECK(describe(read.error()).find("0001.json") != std::string::npos);
  CHECK_FALSE(stored.try_put(draft, Stored::digest_of("a"), "b").ok());
  for (const char* const broken :
       {"", "{", "[]", "{\"document\":{}}", "{\"document\":{},\"receipt\":{\"number\":1}}"}) {
    write_text(path, broken);
    CHECK_FALSE(stored.store->read(key).ok());
  }
}

TEST_CASE("A folder that cannot be written gives an error, and nothing is acknowledged") {
  const Stored stored;
  stored.put(draft, "", "a");
  // A folder in the place of the temporary file stops every user, root too.
  std::filesystem::create_directory(stored.report("draft.json.tmp"));
  std::filesystem::create_directory(stored.report("0001.json.tmp"));
  CHECK_FALSE(stored.try_put(draft, Stored::digest_of("a"), "b").ok());
  CHECK_FALSE(stored.try_put(submission, Stored::digest_of("a"), "b").ok());
  CHECK(stored.read().digest == Stored::digest_of("a"));
}

}  // namespace tianbao::store
