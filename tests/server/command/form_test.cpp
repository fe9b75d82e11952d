#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>

#include "shared/form/load.h"
#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "tests/server/command/fixture.h"
#include "tests/support/reports.h"

namespace tianbao::command {

namespace {

using testing::Folder;
using testing::Ran;
using testing::run;

}  // namespace

TEST_CASE("form export-schema prints or writes the schema of a definition") {
  const Folder folder;
  const std::string path = folder.write("form.json", testing::work_report_text());
  const std::string schema = json::to_indented(schema::export_schema(testing::work_report()));

  const Ran printed = run({"form", "export-schema", path});
  CHECK(printed.code == exit_clean);
  CHECK(printed.error.empty());
  CHECK(printed.output == schema);

  const std::string target = folder.path("schema.json");
  const Ran written = run({"form", "export-schema", path, "--output", target});
  CHECK(written.code == exit_clean);
  CHECK(written.output.empty());
  CHECK(testing::read(target) == schema);
}

TEST_CASE("form export-schema exports nothing of what is no form") {
  const Folder folder;
  const std::string broken = folder.write("broken.json", R"({"format":"tianbao-form/1"})");
  const std::string form = folder.write("form.json", testing::work_report_text());
  testing::check_refused({
      {{"form", "export-schema", broken}, "broken.json 有"},
      {{"form", "export-schema", folder.path("missing.json")}, "不能读取"},
      {{"form", "export-schema", form, "--output", folder.path("missing/schema.json")}, "不能写入"},
      {{"form", "export-schema", form, "--ouput", "x"}, "--output"},
  });
}

TEST_CASE("form schema gives the schema that editors complete definitions with") {
  const Folder folder;
  const std::string schema = testing::read_source_file("assets/form.schema.json");
  const Ran printed = run({"form", "schema"});
  CHECK(printed.code == exit_clean);
  CHECK(printed.output == schema);
  const std::string target = folder.path("form.schema.json");
  CHECK(run({"form", "schema", "--output", target}).code == exit_clean);
  CHECK(testing::read(target) == schema);
  testing::check_refused({{{"form", "schema", "x"}, "多了参数“x”"}});
}

TEST_CASE("form new writes a definition that has no mistakes and says what to do with it") {
  const Folder folder;
  const std::string path = folder.path("check.json");
  const Ran ran = run({"form", "new", "town-check", "2024", "--title", "“甲”\\乙", "--output", path});
  CHECK(ran.error.empty());
  REQUIRE(ran.code == exit_clean);
  CHECK(testing::contains(ran.output, "已新建表样 " + path));
  CHECK(testing::contains(ran.output, "tianbao form lint " + path + "\n"));
  CHECK(testing::contains(ran.output, "tianbao form preview " + path + "\n"));
  CHECK(testing::contains(ran.output, "data/forms/town-check/2024.json"));
  const Ran linted = run({"form", "lint", path});
  CHECK(linted.code == exit_clean);
  CHECK(testing::contains(linted.output, "“甲”\\乙（town-check 2024）"));
  const auto form = form::load(testing::read(path));
  REQUIRE(form.ok());
  CHECK(form.value().first_period == 2024);
  // Until somebody has gone over it.
  CHECK(form.value().draft);
}

TEST_CASE("form new names the file after the form, and its first year after the edition") {
  const Folder folder;
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path("."));
  const Ran year = run({"form", "new", "a", "2024-b"});
  const Ran other = run({"form", "new", "a", "1"});
  std::filesystem::current_path(before);
  CHECK(year.code == exit_clean);
  CHECK(form::load(testing::read(folder.path("a/2024-b.json"))).value().first_period == 2024);
  CHECK(other.code == exit_clean);
  CHECK(form::load(testing::read(folder.path("a/1.json"))).value().first_period >= 2024);
}

TEST_CASE("form new refuses names that no form may have, and never overwrites a file") {
  const Folder folder;
  const std::string taken = folder.write("taken.json", "mine");
  std::filesystem::create_symlink(folder.path("nowhere"), folder.path("link.json"));
  const std::string free = folder.path("free.json");
  const auto call = [](const std::string& id, const std::string& edition, const std::string& title,
                       const std::string& output) {
    return Arguments{"form", "new", id, edition, "--title", title, "--output", output};
  };
  testing::check_refused({
      {{"form", "new", "a"}, "缺少参数 ID EDITION"},
      {call("Town", "1", "表", free), "ID：标识写法不对，现为“Town”"},
      {call("a/b", "1", "表", free), "ID：标识写法不对"},
      {call("EDITION", "1", "表", free), "ID：标识写法不对，现为“EDITION”"},
      {call("a", "../1", "表", free), "EDITION：标识写法不对"},
      {call("a\"", "1", "表", free), "ID"},
      {call("a", "1", "", free), "--title：内容为空"},
      {call("a", "1", std::string(101, 'x'), free), "--title：文字太长"},
      {call("a", "1", "\xff", free), "UTF-8"},
      {call("a", "1", "表", taken), "已经有这个文件，不会覆盖它。"},
      {call("a", "1", "表", folder.path("link.json")), "已经有这个文件"},
      {call("a", "1", "表", folder.path("missing/1.json")), "没有这个文件或文件夹"},
  });
  CHECK_FALSE(std::filesystem::exists(free));
  CHECK(testing::read(taken) == "mine");
}

TEST_CASE("form preview does not start with what it cannot use") {
  const Folder folder;
  const std::string form = folder.write("form.json", testing::work_report_text());
  std::filesystem::create_directory(folder.path("empty"));
  testing::check_refused({
      {{"form", "preview"}, "缺少参数 FILE"},
      {{"form", "preview", folder.path("missing.json"), "--client", folder.path("empty")}, "不能读取"},
      {{"form", "preview", form, "--listen", "0.0.0.0:0"}, "只能在本机监听"},
      {{"form", "preview", form, "--listen", "x"}, "不是监听地址"},
      {{"form", "preview", form, "--client", folder.path("missing")}, "--client"},
      {{"form", "preview", form, "--client", folder.path("empty")}, "没有填报页面"},
  });
}

TEST_CASE("form rules lists in words what a form asks") {
  const Folder folder;
  const std::string path = folder.write("form.json", R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "total", "label": "总数", "type": "whole_number", "minimum": 0, "required": true,
       "help": "本年度的总数。\n没有的填 0。"},
      {"id": "first", "label": "甲类", "type": "whole_number", "allows_none": true},
      {"id": "second", "label": "乙类", "type": "whole_number", "allows_none": true},
      {"id": "since", "label": "起始", "type": "text", "max_length": 5, "allows_none": true,
       "pattern": "[0-9]{4}年?", "pattern_hint": "4 位年份"}
    ]}]}],
    "rules": [
      {"code": "E101", "severity": "error", "total": "s.total", "of": ["s.first", "s.second"], "basis": "说明一"},
      {"code": "W102", "severity": "warning", "explain": "required", "at_most": ["s.first", "s.second"],
       "when": "s.total > 9", "basis": "推断", "provenance": "deduced"},
      {"code": "N103", "severity": "notice", "change": {"of": "s.total", "times": 5}, "basis": "经验",
       "provenance": "draft"},
      {"code": "W104", "severity": "warning", "rule": "s.total < 100", "message": "多", "fields": ["s.total"],
       "basis": "试"}
    ]})");
  const Ran ran = run({"form", "rules", path});
  CHECK(ran.code == exit_clean);
  CHECK(ran.error.empty());
  CHECK(ran.output ==
        "试填表（trial 1）\n"
        "\n各项（4）\n\n"
        "总数　［s.total］\n"
        "  错误 required：必须填写\n"
        "  错误 whole_number：填写整数\n"
        "  错误 number_range：不小于 0\n"
        "  错误 none_not_allowed：不能填“无”\n"
        "  填写说明：本年度的总数。 ⏎ 没有的填 0。\n"
        "甲类　［s.first］\n"
        "  错误 whole_number：填写整数\n"
        "乙类　［s.second］\n"
        "  错误 whole_number：填写整数\n"
        "起始　［s.since］\n"
        "  错误 text_length：不超过 5 字\n"
        "  错误 text_pattern：写成 4 位年份\n"
        "\n规则（4）\n\n"
        "E101　错误\n"
        "  应当：总数 = 甲类 + 乙类\n"
        "  依据：说明一\n"
        "W102　提醒，必须写说明\n"
        "  应当：总数 > 9 时，甲类不大于乙类\n"
        "  依据（推定）：推断\n"
        "N103　提示\n"
        "  应当：总数与上年相比不超过 5 倍、不少于五分之一\n"
        "  依据（草稿）：经验\n"
        "W104　提醒\n"
        "  应当：总数 < 100\n"
        "  依据：试\n");
}

TEST_CASE("form rules names every field and every rule of the work report") {
  const Folder folder;
  const Ran ran = run({"form", "rules", folder.write("form.json", testing::work_report_text())});
  CHECK(ran.code == exit_clean);
  for (const form::Field& field : testing::work_report().fields) {
    CAPTURE(field.address);
    CHECK(testing::contains(ran.output, "\n" + field.name + "　［" + field.address + "］\n  "));
  }
  for (const form::Rule& rule : testing::work_report().rules) {
    CAPTURE(rule.code);
    CHECK(testing::contains(ran.output, "\n" + rule.code + "　"));
  }
}

TEST_CASE("form rules lists nothing of what is no form") {
  const Folder folder;
  const std::string broken = folder.write("broken.json", R"({"format":"tianbao-form/1"})");
  testing::check_refused({
      {{"form", "rules", broken}, "broken.json 有"},
      {{"form", "rules", folder.path("missing.json")}, "不能读取"},
      {{"form", "rules"}, "FILE"},
  });
}

}  // namespace tianbao::command
