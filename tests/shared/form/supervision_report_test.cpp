#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/check/check.h"
#include "shared/json/parse.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

const Form& supervision_report() {
  static const Form form =
      testing::load_form(testing::read_source_file("assets/forms/supervision-report/2017.json"));
  return form;
}

struct Item {
  std::string_view label;
  std::string_view columns;  // of a table: of which quarters it is asked, and 年 for the whole year
  Provenance provenance;
};

struct Block {
  std::string_view label;
  std::vector<Item> items;
};

// domain.md §4.3 in its order: [S] is official, [D] deduced, [G] draft. The quarters' names are deduced.
const std::array<Block, 6> blocks = {{
    {"网站抽查",
     {{"网站运行总数", "1234", Provenance::draft},
      {"抽查次数", "1234", Provenance::draft},
      {"抽查网站数量", "1234年", Provenance::draft},
      {"合格网站数量", "1234年", Provenance::draft},
      {"不合格网站数量", "1234年", Provenance::deduced},
      {"问责人次", "1234年", Provenance::deduced},
      {"约谈", "1234", Provenance::deduced},
      {"书面检查", "1234", Provenance::deduced},
      {"通报批评", "1234", Provenance::deduced},
      {"警告或记过处分", "1234", Provenance::deduced},
      {"调离岗位或免职", "1234", Provenance::deduced},
      {"其他问责形式", "1234", Provenance::deduced},
      {"是否纳入政府年度绩效考核", "", Provenance::official},
      {"所占比重", "", Provenance::official}}},
    {"安全检查",
     {{"检查次数", "", Provenance::official},
      {"发现问题数量", "", Provenance::draft},
      {"问题整改数量", "", Provenance::draft}}},
    {"网站开设整合",
     {{"新开设网站数量", "", Provenance::draft}, {"整合迁移（关停）网站数量", "", Provenance::draft}}},
    {"“我为政府网站找错”平台网民留言办理",
     {{"收到留言数量", "", Provenance::official},
      {"按期办结数量", "", Provenance::draft},
      {"超期办结、未办结数量", "", Provenance::draft}}},
    {"假冒政府网站处置",
     {{"发现假冒政府网站数量", "", Provenance::draft}, {"处置假冒政府网站数量", "", Provenance::draft}}},
    {"人员培训",
     {{"培训次数", "", Provenance::official},
      {"培训人次", "", Provenance::official},
      {"培训天数", "", Provenance::official}}},
}};

std::string quarter_of(const Form& form, const Field& field) {
  if (!field.table_cell) return {};
  const std::string& label =
      form.sections[field.section].groups[field.group].columns[field.table_cell->column].label;
  constexpr std::array<std::string_view, 4> names = {"第一季度", "第二季度", "第三季度", "第四季度"};
  const auto found = std::find(names.begin(), names.end(), label);
  return found == names.end() ? "年" : std::to_string(found - names.begin() + 1);
}

/// A report whose quarterly figures add up: the forms of 问责 as the 通报 of 2017's fourth quarter has them
/// (domain.md §4.5).
document::Document sound_report() {
  const Form& form = supervision_report();
  document::Document document = document::make_blank(form, "2017", "430525");
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const Field& field = form.fields[index];
    if (is_number(field.type)) testing::type_into(form, document, field.address, "0");
    if (field.type == FieldType::text) testing::type_into(form, document, field.address, "某单位");
  }
  const std::array<std::pair<const char*, const char*>, 18> typed = {{{"inspection.sites.q4", "24820"},
                                                                      {"inspection.inspected.q4", "12336"},
                                                                      {"inspection.inspected.year", "12336"},
                                                                      {"inspection.qualified.q4", "11900"},
                                                                      {"inspection.qualified.year", "11900"},
                                                                      {"inspection.unqualified.q4", "436"},
                                                                      {"inspection.unqualified.year", "436"},
                                                                      {"inspection.accountable.q4", "187"},
                                                                      {"inspection.accountable.year", "187"},
                                                                      {"inspection.talk.q4", "116"},
                                                                      {"inspection.written_review.q4", "17"},
                                                                      {"inspection.criticism.q4", "52"},
                                                                      {"inspection.warning.q4", "2"},
                                                                      {"inspection.assessed", "是"},
                                                                      {"inspection.weight", "3.5"},
                                                                      {"signature.phone", "0739-7220000"},
                                                                      {"signature.date", "2018-01-20"},
                                                                      {"training.days", "0"}}};
  for (const auto& [address, text] : typed) testing::type_into(form, document, address, text);
  return document;
}

document::Context known() {
  document::Context context;
  context.today = "2018-01-20";
  context.prior_known = document::PriorKnown::none;
  return context;
}

std::string codes_of(const document::Document& document) {
  std::string codes;
  for (const check::Finding& finding : check::check(supervision_report(), document, known()).findings) {
    codes += (codes.empty() ? "" : " ") + finding.code + "@" +
             supervision_report().fields[finding.fields.front()].address;
  }
  return codes;
}

}  // namespace

TEST_CASE("the supervision report asks what domain.md lists, and says of each item where it is from") {
  const Form& form = supervision_report();
  CHECK(form.title == "政府网站监管年度报表");
  CHECK(form.draft);
  CHECK(form.reporter == Party::unit);
  CHECK(form.subject == Party::unit);
  std::size_t field = 0;
  while (form.sections[form.fields[field].section].place != SectionPlace::table) ++field;
  for (const Block& block : blocks) {
    for (const Item& item : block.items) {
      INFO(block.label << " " << item.label);
      std::string columns;
      do {
        REQUIRE(field < form.fields.size());
        CHECK(form.sections[form.fields[field].section].label == block.label);
        CHECK(form.fields[field].label == item.label);
        CHECK(form.fields[field].provenance == item.provenance);
        columns += quarter_of(form, form.fields[field]);
        ++field;
      } while (columns.size() < item.columns.size());
      CHECK(columns == item.columns);
    }
  }
  CHECK(form.sections[form.fields[field].section].place == SectionPlace::footer);
}

TEST_CASE("a supervision report that adds up has no finding") {
  CHECK(codes_of(sound_report()).empty());
}

TEST_CASE("each contradiction in a supervision report is found where it stands") {
  struct Case {
    const char* address;
    const char* typed;
    const char* codes;
  };
  const Case cases[] = {
      {"inspection.talk.q4", "117", "E106@inspection.accountable.q4"},
      {"inspection.talk.q4", "115", "E106@inspection.accountable.q4"},
      {"inspection.other_forms.q1", "1", "E106@inspection.accountable.q1"},
      {"inspection.accountable.year", "186", "W105@inspection.accountable.year"},
      {"inspection.unqualified.year", "437", "W105@inspection.unqualified.year"},
      {"inspection.inspected.year", "12337", "W103@inspection.inspected.year"},
      {"inspection.qualified.q4", "11901", "W104@inspection.inspected.q4"},
      {"inspection.sites.q4", "12335", "W101@inspection.inspected.q4"},
      {"inspection.weight", "0", "E107@inspection.weight"},
      {"inspection.weight", "100.5", "number_range@inspection.weight"},
      {"inspection.weight", "", "required@inspection.weight"},
      {"inspection.assessed", "否", "not_applicable_filled@inspection.weight"},
      {"inspection.removal.q2", "", "required@inspection.removal.q2"},
      {"inspection.rounds.q2", "1.5", "whole_number@inspection.rounds.q2"},
      {"security_check.problems_fixed", "1", "W203@security_check.problems_fixed"},
      {"security_check.problems", "1", "W301@security_check.problems"},
      {"error_reports.overdue", "1", "W402@error_reports.received"},
      {"fake_sites.handled", "1", "W502@fake_sites.handled"},
      {"training.sessions", "1", "N602@training.sessions"},
      {"training.days", "0.5", "N603@training.sessions"},
      {"training.days", "0.25", "N603@training.sessions decimal_places@training.days"},
      {"signature.date", "2018-02-01", "W122@signature.date W222@signature.date"},
  };
  for (const Case& each : cases) {
    INFO(each.address << " " << each.typed);
    document::Document document = sound_report();
    testing::type_into(supervision_report(), document, each.address, each.typed);
    CHECK(codes_of(document) == each.codes);
  }
}

TEST_CASE("of cells in one row or column the message says once which") {
  const auto message = [](const char* address, const char* typed) {
    document::Document document = sound_report();
    testing::type_into(supervision_report(), document, address, typed);
    return check::check(supervision_report(), document, known()).findings.front().message;
  };
  CHECK(message("inspection.talk.q4", "117") ==
        "第四季度：问责人次 187 不等于约谈 117、书面检查 17、通报批评 52、警告或记过处分 2、"
        "调离岗位或免职 0、其他问责形式 0 之和 188。");
  CHECK(message("inspection.unqualified.year", "437") ==
        "不合格网站数量：全年 437 不等于第一季度 0、第二季度 0、第三季度 0、第四季度 436 之和 436。");
  CHECK(message("inspection.sites.q4", "12335") == "第四季度：抽查网站数量 12336 大于网站运行总数 12335。");
}

TEST_CASE("the part of the supervision report that counties fill is word for word a part of it") {
  const auto definition = [](const std::string& id) {
    auto parsed = json::parse(testing::read_source_file("assets/forms/" + id + "/2017.json"), {});
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
  };
  const json::Value whole = definition("supervision-report");
  const json::Value part = definition("supervision-report-part");
  const auto has = [](const json::Value& list, const json::Value& element) {
    const json::Array& elements = *list.as_array();
    return std::find(elements.begin(), elements.end(), element) != elements.end();
  };
  std::string sections;
  for (const json::Value& section : *part.find("sections")->as_array()) {
    CHECK(has(*whole.find("sections"), section));
    sections += *section.find("id")->as_string() + " ";
  }
  CHECK(sections == "header inspection fake_sites signature ");
  for (const json::Value& rule : *part.find("rules")->as_array()) {
    const std::string& code = *rule.find("code")->as_string();
    INFO(code);
    // Which names the cells of either form.
    if (code != "N125") CHECK(has(*whole.find("rules"), rule));
  }
}

}  // namespace tianbao::form
