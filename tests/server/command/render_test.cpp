#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "shared/check/check.h"
#include "shared/document/report_file.h"
#include "shared/json/write.h"
#include "shared/layout/grid.h"
#include "tests/server/command/fixture.h"
#include "tests/support/reports.h"

namespace tianbao::command {

namespace {

using testing::contains;
using testing::Folder;
using testing::Ran;
using testing::run;

}  // namespace

TEST_CASE("render prints the page that the core makes of the report") {
  const Folder folder;
  const form::Form& form = testing::work_report();
  const document::Document document = testing::published_report("dongkou-2019");
  const std::string page = layout::to_html_page(layout::lay_out_for_paper(form, document));
  const std::string path =
      folder.write("a.json", json::to_indented(document::write_report_file(document, form, {})));

  const Ran printed = run({"render", path});
  CHECK(printed.code == exit_clean);
  CHECK(printed.error.empty());
  CHECK(printed.output == page);

  const std::string target = folder.path("a.html");
  const Ran written = run({"render", path, "--output", target});
  CHECK(written.code == exit_clean);
  CHECK(written.output.empty());
  CHECK(testing::read(target) == page);

  const Ran nowhere = run({"render", path, "--output", folder.path("missing/a.html")});
  CHECK(nowhere.code == exit_unreadable);
  CHECK(contains(nowhere.error, "不能写入"));
}

TEST_CASE("render leaves the 说明 of warnings away where it is told to") {
  const Folder folder;
  const form::Form& form = testing::work_report();
  document::Document document = testing::published_report("gaohang-2017");
  document.context.today = "2018-01-26";
  document.context.prior_known = document::PriorKnown::none;
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    if (finding.code != "W101") continue;
    document.explanations.push_back({"W101", "release.total",
                                     check::explained_values(finding, form, document),
                                     "目录与其他两项有重复。"});
  }
  const std::string path =
      folder.write("a.json", json::to_indented(document::write_report_file(document, form, {})));
  CHECK(contains(run({"render", path}).output, "目录与其他两项有重复。"));
  const Ran bare = run({"render", path, "--no-annex"});
  CHECK(bare.code == exit_clean);
  CHECK_FALSE(contains(bare.output, "有关情况说明</h2>"));
  CHECK(contains(bare.output, "政府网站工作年度报表"));
}

TEST_CASE("what the server stored is checked and printed, with the very definition that it was made with") {
  const Folder folder;
  // The edition has been mended since: the installed one has another digest.
  std::string kept = testing::work_report_text();
  const std::string title = "政府网站工作年度报表";
  kept.replace(kept.find(title), title.size(), "从前的年度报表");
  const form::Form form = testing::load_form(kept);
  document::Document document = testing::published_report("dongkou-2019");
  document.form.digest = form.digest;
  const std::string written = json::to_indented(document::write(document, form));
  const std::string digest = document::digest(document, form);
  const std::string reports = "data/sites/4305250009/work-report/2019";
  std::filesystem::create_directories(folder.path(reports));
  std::filesystem::create_directory(folder.path("data/forms"));
  const std::string revision = folder.write(
      reports + "/0001.json", R"({"document":)" + written + R"(,"receipt":{"number":1,"digest":")" + digest +
                                  R"(","parent":"","received_at":"2020-01-15T09:30:00+08:00",)"
                                  R"("author":"4305250009","way":"web"}})");
  const std::string draft =
      folder.write(reports + "/draft.json",
                   R"({"document":)" + written + R"(,"parent":"","saved_at":"2020-01-15T09:30:00+08:00"})");

  const Ran unknown = run({"render", revision});
  CHECK(unknown.code == exit_unreadable);
  CHECK(contains(unknown.error, "/document/form/digest"));

  folder.write("data/forms/" + form.digest + ".json", kept);
  const std::string page = layout::to_html_page(layout::lay_out(form, document));
  for (const std::string& path : {revision, draft}) {
    const Ran printed = run({"render", path});
    INFO(printed.error);
    CHECK(printed.code == exit_clean);
    CHECK(printed.error.empty());
    CHECK(printed.output == page);
    CHECK(run({"check", path, "--json"}).error.empty());
    CHECK(contains(run({"check", path}).output, "从前的年度报表（2019年度）4305250009"));
  }

  std::string changed = testing::read(revision);
  changed.replace(changed.find("16965"), 5, "16966");
  folder.write(reports + "/0001.json", changed);
  CHECK(contains(run({"render", revision}).error, "改动"));
  CHECK(contains(run({"check", revision}).error, "改动"));
}

TEST_CASE("form lint passes the forms that ship and names every mistake of others") {
  const Folder folder;
  const Ran clean = run({"form", "lint", TIANBAO_SOURCE_DIR "/assets/forms/work-report/2017.json"});
  CHECK(clean.code == exit_clean);
  CHECK(contains(clean.output,
                 "没有发现问题：政府网站工作年度报表（work-report 2017），59 项（另有表头 1 项），"));

  const Ran broken =
      run({"form", "lint", folder.write("broken.json", R"({"format":"tianbao-form/1","id":"甲","edition":"1",
                                                          "titel":"样表","sections":[]})")});
  CHECK(broken.code == exit_findings);
  CHECK(contains(broken.output, " 处错误："));
  CHECK(contains(broken.output, "/id"));
  CHECK(contains(broken.output, "/titel"));
  CHECK(broken.error.empty());

  const Ran missing = run({"form", "lint", folder.path("missing.json")});
  CHECK(missing.code == exit_unreadable);
  CHECK(contains(missing.error, "没有这个文件"));
}

}  // namespace tianbao::command
