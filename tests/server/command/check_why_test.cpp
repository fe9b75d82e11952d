#include "server/command/check_why.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/check/facts.h"
#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/server/command/fixture.h"
#include "tests/support/reports.h"

namespace tianbao::command {

namespace {

using testing::contains;
using testing::Folder;
using testing::Ran;
using testing::run;
using testing::work_report;

std::string file_of(std::string_view name) {
  document::Document document = testing::published_report(name);
  document.context.today = "2020-01-15";
  document.context.prior_known = document::PriorKnown::none;
  return json::to_indented(document::write_report_file(document, work_report(), {}));
}

}  // namespace

TEST_CASE("check --why says why a rule is broken") {
  const Folder folder;
  const Ran ran = run({"check", folder.write("a.json", file_of("gaohang-2017")), "--why", "W101"});
  CHECK(ran.code == exit_findings);
  CHECK(ran.output ==
        "W101　不成立\n"
        "  总数 523 不等于概况类、政务动态、信息公开目录三项之和 658。\n"
        "  应当：信息发布·总数 = 概况类信息更新量 + 政务动态信息更新量 + 信息公开目录信息更新量\n"
        "  算式：523 = 51 + 472 + 135（= 658）✗\n"
        "  读到：信息发布·总数：523　［release.total］\n"
        "  读到：概况类信息更新量：51　［release.overview］\n"
        "  读到：政务动态信息更新量：472　［release.news］\n"
        "  读到：信息公开目录信息更新量：135　［release.catalogue］\n"
        "  依据：填写说明二.1：本年度网站发布信息的总条数。说明没有规定总数等于三项之和，由表中并列关系推定；"
        "信息公开目录与其他两项重复计算等情况可以说明。\n");
}

TEST_CASE("check --why also says why a rule holds, does not apply or cannot be told") {
  const Folder folder;
  const std::string path = folder.write("a.json", file_of("dongkou-2019"));
  const auto why = [&](const char* code) { return run({"check", path, "--why", code}).output; };
  CHECK(contains(why("W101"), "W101　成立\n  应当：信息发布·总数 = "));
  CHECK(contains(why("W101"), "  算式：16965 = 78 + 12089 + 4798 ✓\n"));
  CHECK(contains(why("W123"), "W123　不适用\n"));
  CHECK(contains(why("W123"), "  前提：是否发布服务事项目录 = 否 ✗\n"));
  CHECK(contains(why("W124"), "W124　不适用\n"));
  CHECK(contains(why("W117"), "W117　没有判断\n  规则 W117 暂时不能判断：没有网站的登记信息。\n"));
  CHECK(contains(why("W117"), "  读到：登记的标识码：（未知）　［site.code］\n"));
  CHECK(why("unread") == "unread　成立：没有一项有这样的问题\n");
}

TEST_CASE("check --why lists every finding of a standard fact") {
  const Folder folder;
  const Ran ran = run({"check", folder.write("a.json", file_of("gaohang-2017")), "--why=required"});
  CHECK(ran.output.rfind("required　不成立\n  解读信息发布·总数：没有填写", 0) == 0);
  CHECK(contains(ran.output, "\n\nrequired　不成立\n  解读材料数量：没有填写"));
  CHECK(contains(ran.output, "  算式：（空）✗\n"));
}

TEST_CASE("check --why as JSON") {
  const Folder folder;
  const std::string path = folder.write("a.json", file_of("gaohang-2017"));
  const Ran ran = run({"check", path, "--json", "--why", "W102"});
  CHECK(ran.code == exit_findings);
  const auto result = json::parse(ran.output);
  REQUIRE(result.ok());
  CHECK(
      json::to_compact(result.value())
          .rfind(R"({"code":"W102","results":[{"verdict":"pass","why":{"asked":"新开设数量不大于维护数量",)",
                 0) == 0);
  CHECK(contains(run({"check", path, "--json", "--why", "W101"}).output, "\"message\": \"总数 523 不等于"));
  const auto nothing = json::parse(run({"check", path, "--json", "--why", "text_length"}).output);
  REQUIRE(nothing.ok());
  CHECK(json::to_compact(nothing.value()) == R"({"code":"text_length","results":[]})");
}

TEST_CASE("check --why knows every code of the form and of the standard facts, and no other") {
  for (const form::Rule& rule : work_report().rules) CHECK_FALSE(refuse_code(work_report(), rule.code));
  for (const std::string_view fact : check::fact_codes) CHECK_FALSE(refuse_code(work_report(), fact));
  const Folder folder;
  const std::string path = folder.write("a.json", file_of("dongkou-2019"));
  testing::check_refused({
      {{"check", path, "--why", "w101"}, "表样没有规则“w101”，是否想写“W101”？"},
      {{"check", path, "--why", "requird"}, "是否想写“required”？"},
      {{"check", path, "--why", "甲乙丙丁"}, "表样没有规则“甲乙丙丁”。"},
      {{"check", path, "--why"}, "“--why”后面缺少值"},
  });
}

TEST_CASE("check --why keeps the exit code of check and the lines its own") {
  const Folder folder;
  document::Document document = testing::published_report("dongkou-2019");
  document.context.today = "2020-01-15";
  testing::type_into(work_report(), document, "basic.icp_number", "\x1b[2J可以\n上报");
  const std::string path =
      folder.write("a.json", json::to_indented(document::write_report_file(document, work_report(), {})));
  const Ran ran = run({"check", path, "--why", "W128"});
  CHECK(ran.code == run({"check", path}).code);
  CHECK_FALSE(contains(ran.output, "\x1b"));
  CHECK_FALSE(contains(ran.output, "\n上报"));
}

}  // namespace tianbao::command
