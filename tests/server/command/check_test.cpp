#include "shared/check/check.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "server/store/moment.h"
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

document::Document dongkou() {
  document::Document document = testing::published_report("dongkou-2019");
  document.context.regions = testing::all_regions();
  document.context.today = "2020-01-15";
  document.context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  document.context.prior_known = document::PriorKnown::none;
  return document;
}

/// Writes for every warning that asks for it why it is kept.
void explain_all(document::Document& document) {
  for (const check::Finding& finding : check::check(work_report(), document, document.context).findings) {
    if (finding.explain != form::Explain::required) continue;
    document.explanations.push_back({finding.code, work_report().fields[finding.fields.front()].address,
                                     check::explained_values(finding, work_report(), document),
                                     "经核对属实。"});
  }
}

std::string file_of(const document::Document& document) {
  return json::to_indented(document::write_report_file(document, work_report(), {}));
}

std::string first_line(const std::string& text) {
  return text.substr(0, text.find('\n'));
}

json::Value parsed(const std::string& text) {
  auto value = json::parse(text);
  REQUIRE(value.ok());
  return std::move(value).value();
}

std::string member(const json::Value& value, std::string_view name) {
  const json::Value* found = value.find(name);
  REQUIRE(found != nullptr);
  return json::to_compact(*found);
}

}  // namespace

TEST_CASE("last year's report may be of the edition before") {
  const Folder folder;
  const form::Form& form = testing::later_edition();
  folder.write("work-report/2017.json", testing::work_report_text());
  folder.write("work-report/2024.json", testing::later_edition_text());
  document::Document last_year = dongkou();
  last_year.period = "2023";
  testing::type_into(work_report(), last_year, "basic.unique_visitors", "1000");
  document::Document this_year = document::make_blank(form, "2024", "4305250009");
  testing::type_into(form, this_year, "basic.unique_visitors", "13541");
  const std::string path = folder.write("this.json", json::to_indented(document::write(this_year, form)));
  const Ran ran = run({"check", path, "--forms", folder.path(""), "--prior",
                       folder.write("last.tianbao.json", file_of(last_year))});
  INFO(ran.error);
  CHECK(contains(ran.output, "由上年的 1000 变为 13541"));
}

TEST_CASE("a report whose warnings are explained may be submitted") {
  const Folder folder;
  document::Document document = dongkou();
  explain_all(document);
  const Ran ran = run({"check", folder.write("dongkou.tianbao.json", file_of(document))});
  INFO(ran.output);
  CHECK(ran.code == exit_clean);
  CHECK(ran.error.empty());
  CHECK(ran.output.rfind("可以上报：0 个错误，", 0) == 0);
  CHECK(contains(ran.output, "政府网站工作年度报表（2019年度）4305250009\n"));
  CHECK(
      contains(ran.output, "检查日期 2020-01-15；网站登记信息：4305250009 洞口县人民政府；上年报表：没有\n"));
}

TEST_CASE("a warning without its explanation keeps a report from being submitted") {
  const Folder folder;
  document::Document document = dongkou();
  testing::type_into(work_report(), document, "release.total", "523");
  const Ran ran = run({"check", folder.write("a.json", file_of(document))});
  CHECK(ran.code == exit_findings);
  CHECK(contains(first_line(ran.output), "不能上报：0 个错误，"));
  CHECK(contains(first_line(ran.output), " 条提醒须写说明"));
  CHECK(contains(ran.output, "W101"));
  CHECK(contains(ran.output, "信息发布 总数：523　［release.total］"));
  CHECK(contains(ran.output, "应当："));
  CHECK(contains(ran.output, "说明：还没有写，须写"));
}

TEST_CASE("an error is named with its cell, value, expectation and code") {
  const Folder folder;
  document::Document document = dongkou();
  explain_all(document);
  testing::type_into(work_report(), document, "interpretation.total", "40");
  const Ran ran = run({"check", folder.write("a.json", file_of(document))});
  INFO(ran.output);
  CHECK(ran.code == exit_findings);
  CHECK(first_line(ran.output).rfind("不能上报：1 个错误须改正", 0) == 0);
  CHECK(contains(ran.output, "错误（1 条，请改正）"));
  CHECK(contains(ran.output, "E103"));
  CHECK(contains(ran.output, "解读回应 解读信息发布 总数：40　［interpretation.total］"));
}

TEST_CASE("the same for a program, as JSON") {
  const Folder folder;
  document::Document document = dongkou();
  testing::type_into(work_report(), document, "interpretation.total", "40");
  const Ran ran = run({"check", "--json", folder.write("a.json", file_of(document))});
  CHECK(ran.code == exit_findings);
  const json::Value result = parsed(ran.output);
  CHECK(member(result, "verdict") == "\"may_not_submit\"");
  CHECK(member(*result.find("counts"), "error") == "1");
  CHECK(member(result, "period") == "\"2019\"");
  CHECK(member(result, "digest") == "\"" + document::digest(document, work_report()) + "\"");
  CHECK(member(result, "as_saved") == "true");
  CHECK(member(*result.find("context"), "today") == "\"2020-01-15\"");
  const auto findings = check::check(work_report(), document, document.context).findings;
  CHECK(member(result, "findings") == json::to_compact(check::to_json(findings, work_report())));
}

TEST_CASE("a bare document is checked as well as a 上报文件") {
  const Folder folder;
  const document::Document document = dongkou();
  const std::string bare = json::to_indented(document::write(document, work_report()));
  const Ran from_document = run({"check", folder.write("document.json", bare)});
  const Ran from_file = run({"check", folder.write("file.json", file_of(document))});
  CHECK(from_document.output == from_file.output);
  CHECK(from_document.code == from_file.code);
  CHECK(from_document.error.empty());
}

TEST_CASE("a file that was changed after it was saved is checked, with a word on it") {
  const Folder folder;
  std::string text = file_of(dongkou());
  const std::size_t at = text.find("16965");
  REQUIRE(at != std::string::npos);
  text.replace(at, 5, "16966");
  const std::string path = folder.write("a.json", text);
  const Ran ran = run({"check", path});
  CHECK(contains(ran.error, "改动"));
  CHECK(contains(ran.output, "16966"));
  CHECK(member(parsed(run({"check", path, "--json"}).output), "as_saved") == "false");
}

TEST_CASE("what cannot be judged stands under a heading that leaves the cause to each") {
  const Folder folder;
  document::Document document = dongkou();
  testing::type_into(work_report(), document, "release.total", "约500");
  document.context.site.reset();
  const std::string output = run({"check", folder.write("a.json", file_of(document))}).output;
  const std::size_t heading = output.find("没有判断（");
  REQUIRE(heading != std::string::npos);
  CHECK(output.find(" 条，原因见各条）\n", heading) < output.find('\n', heading));
  CHECK(
      contains(output.substr(heading), "规则 W101 暂时不能判断：信息发布·总数读到“约500”，不是准确的数字。"));
  CHECK(contains(output.substr(heading), "规则 W117 暂时不能判断：没有网站的登记信息。"));
}

TEST_CASE("options stand before what the file knows") {
  const Folder folder;
  const std::string path = folder.write("a.json", file_of(dongkou()));
  const std::string site = folder.write(
      "site.json",
      R"({"code":"4305250010","name":"甲镇","url":"http://a.gov.cn","organiser":"甲镇人民政府"})");
  document::Document last_year = dongkou();
  last_year.period = "2018";
  testing::type_into(work_report(), last_year, "basic.unique_visitors", "1000");
  const std::string prior = folder.write("prior.json", file_of(last_year));

  CHECK(contains(run({"check", path, "--today", "2020-01-10"}).output, "检查日期 2020-01-10；"));
  CHECK(contains(run({"check", path, "--today=2020-01-10"}).output, "W222"));
  CHECK(contains(run({"check", path, "--site", site}).output, "网站登记信息：4305250010 甲镇；"));
  CHECK(contains(run({"check", path, "--site", site}).output, "W117"));
  const std::string half = folder.write(
      "half.json", R"({"code":"4305250010","name":"甲镇","url":"","organiser":"","icp_number":7})");
  CHECK(contains(run({"check", path, "--site", half}).error,
                 "没有文本“icp_number”，应有 code、name、url、organiser 四个文本，可以有 icp_number"));
  CHECK(contains(run({"check", path, "--prior", prior}).output, "由上年的 1000 变为 13541"));
  CHECK_FALSE(contains(run({"check", path}).output, "由上年的"));
}

TEST_CASE("a report cannot write to the terminal what is not its own") {
  const Folder folder;
  document::Document document = dongkou();
  document::Cell& cell = testing::cell_at(work_report(), document, "basic.unique_visitors");
  cell.state = document::CellState::unread;
  cell.value = {};
  cell.raw =
      "\x1b[2J\xC2\x9b"
      "1A\n可以上报：0 个错误。";
  const Ran ran = run({"check", folder.write("a.json", file_of(document))});
  CHECK(ran.code == exit_findings);
  CHECK_FALSE(contains(ran.output, "\x1b"));
  CHECK_FALSE(contains(ran.output, "\xC2\x9b"));
  CHECK_FALSE(contains(ran.output, "\n可以上报"));
}

TEST_CASE("without any day, today in China is taken") {
  const Folder folder;
  document::Document document = dongkou();
  document.context.today.clear();
  const Ran ran = run({"check", folder.write("a.json", file_of(document))});
  const std::string today = store::china_date(store::now());
  CHECK(contains(ran.output, "检查日期 " + today.substr(0, 4)));
}

TEST_CASE("what cannot be checked is told apart from what is wrong in it") {
  const Folder folder;
  const std::string path = folder.write("a.json", file_of(dongkou()));
  document::Document other_form = dongkou();
  other_form.form.edition = "1999";

  testing::check_refused({
      {{"check"}, "缺少参数 FILE"},
      {{"check", path, "b.json"}, "多了参数“b.json”"},
      {{"check", folder.path("missing.json")}, "没有这个文件"},
      {{"check", folder.path("")}, "这是一个文件夹"},
      {{"check", folder.write("empty.json", "")}, "不能读取"},
      {{"check", folder.write("half.json", R"({"format":"tianbao-file/1",)")}, "不能读取"},
      {{"check", folder.write("other.json", R"({"format":"something/1"})")}, "不能读取"},
      {{"check", folder.write("latin.json", "{\"a\":\"\xff\"}")}, "UTF-8"},
      {{"check", folder.write("large.json", std::string((std::size_t{4} << 20) + 1, ' '))}, "超过 4 MB"},
      {{"check", folder.write("edition.json", file_of(other_form))}, "没有表样“work-report/1999”"},
      {{"check", path, "--jsno"}, "是否想写“--json”"},
      {{"check", path, "--colour"}, "没有选项“--colour”。"},
      {{"check", path, "--today"}, "“--today”后面缺少值"},
      {{"check", path, "--today", "2020-02-30"}, "“2020-02-30”不是日期"},
      {{"check", path, "--json=yes"}, "“--json”不带值"},
      {{"check", path, "--json", "--json"}, "写了两次"},
      {{"check", path, "--no-prior", "--prior", path}, "只能写一个"},
      {{"check", path, "--prior", path}, "不能用 "},
      {{"check", path, "--site", folder.write("site.json", R"({"code":"4305250009"})")}, "没有文本“name”"},
      {{"check", path, "--form", folder.write("form.json", "{}")}, "表样 "},
      {{"check", path, "--forms", folder.path("nowhere")}, "没有表样“work-report/2017”"},
  });
}

TEST_CASE("a form's name in a file cannot lead out of the folder of forms") {
  const Folder folder;
  document::Document document = dongkou();
  for (const char* edition : {"../../work-report/2017", "..", "2017/", "/etc/passwd"}) {
    document.form.edition = edition;
    const Ran ran = run({"check", folder.write("a.json", file_of(document))});
    INFO(edition << "\n" << ran.error);
    CHECK(ran.code == exit_unreadable);
    CHECK(contains(ran.error, "名称不对"));
  }
}

}  // namespace tianbao::command
