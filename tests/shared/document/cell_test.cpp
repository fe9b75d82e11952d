#include "shared/document/cell.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/reports.h"

using namespace tianbao;
using document::Cell;
using document::CellState;
using document::ChoiceIds;
using document::display;
using document::read_cell;
using number::Decimal;

namespace {

const form::Field& field(std::string_view address) {
  const form::Form& form = testing::work_report();
  return form.fields[testing::field_index(form, address)];
}

Cell number_cell(std::int64_t amount, std::string raw = "", std::string remark = "") {
  return {CellState::value, Decimal::from_integer(amount), "", std::move(raw), std::move(remark)};
}

Cell unread_cell(std::string raw) {
  return {CellState::unread, {}, "", std::move(raw), ""};
}

}  // namespace

TEST_CASE("read_cell reads numbers and keeps what was typed only where reading changed more than blanks") {
  struct Case {
    std::string typed;
    Cell cell;
  };
  const Case cases[] = {
      {"", {}},
      {" \u00a0\u3000\t\n", {}},
      {"16965", number_cell(16965)},
      {"16965\u00a0", number_cell(16965)},
      {"\u00a04798", number_cell(4798)},
      {"[bookmark: _GoBack]12089\u00a0", number_cell(12089, "[bookmark: _GoBack]12089")},
      {"135 (主动公开)", number_cell(135, "135 (主动公开)", "主动公开")},
      {"1,547,391", number_cell(1547391, "1,547,391")},
      {"４２７", number_cell(427, "４２７")},
      {"5.0", number_cell(5, "5.0")},
      {"约500", unread_cell("约500")},
      {"1.2万", unread_cell("1.2万")},
      {"无", {CellState::none, {}, "", "", ""}},
      {"无\u00a0", {CellState::none, {}, "", "", ""}},
      {"没有", {CellState::none, {}, "", "没有", ""}},
      {"999999999999999", number_cell(999'999'999'999'999)},
      {"1234567890123456", unread_cell("1234567890123456")},
      {"1000000000000000", unread_cell("1000000000000000")},
      {"0.0000001", unread_cell("0.0000001")},
  };
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    CHECK(read_cell(field("release.total"), each.typed) == each.cell);
  }
}

TEST_CASE("read_cell keeps a fraction as a value, also where whole numbers are counted") {
  const Cell cell = read_cell(field("release.total"), "12.345");
  CHECK(cell.state == CellState::value);
  CHECK(display(field("release.total"), cell) == "12.345");
  CHECK(cell.raw.empty());
}

TEST_CASE("read_cell reads ticks in the shapes of real reports") {
  enum class Answer { yes, no, blank, unread, none };
  struct Case {
    std::string typed;
    Answer answer;
  };
  const Case cases[] = {
      {"☑是　　　□否", Answer::yes},
      {"□是　　　☑否", Answer::no},
      {"☑ 是 □ 否", Answer::yes},
      {"□ 是 □ 否", Answer::blank},
      {"☑ 是 ☑ 否", Answer::unread},
      {"√是", Answer::yes},
      {"✓ 否", Answer::no},
      {"√是 否", Answer::yes},
      {"是√ 否", Answer::yes},
      {"是 √否", Answer::no},
      {"是√否", Answer::unread},    // either's
      {"是 √ 否", Answer::unread},  // either's
      {"是□ 否☑", Answer::no},
      {"是（√） 否（ ）", Answer::yes},
      {"是( ) 否(√)", Answer::no},
      {"R是 £否", Answer::yes},
      {"R 否", Answer::no},
      {"\uf0a8是 \uf0fe否", Answer::no},
      {"[x] 是 [ ] 否", Answer::yes},
      {"[ ] 是 [X] 否", Answer::no},
      {"■否 □是", Answer::no},
      {"是", Answer::yes},
      {" 否 ", Answer::no},
      {"是否", Answer::unread},
      {"是/否", Answer::unread},
      {"√", Answer::unread},
      {"□是 □否 □不清楚", Answer::unread},
      {"也许", Answer::unread},
      {"无", Answer::none},
  };
  const form::Field& smart_answers = field("interaction.smart_answers");
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    const Cell cell = read_cell(smart_answers, each.typed);
    switch (each.answer) {
      case Answer::blank:
        CHECK(cell == Cell{});
        break;
      case Answer::unread:
        CHECK(cell == unread_cell(each.typed));
        break;
      case Answer::none:
        CHECK(cell.state == CellState::none);
        break;
      case Answer::yes:
      case Answer::no:
        REQUIRE(cell.state == CellState::value);
        CHECK(std::get<bool>(cell.value) == (each.answer == Answer::yes));
    }
  }
}

TEST_CASE("read_cell finds one choice by tick, label or id, and takes two ticks for none") {
  const form::Field& kind = field("basic.site_kind");
  const auto id_of = [&](std::string_view typed) {
    const Cell cell = read_cell(kind, typed);
    const auto* const id = std::get_if<std::string>(&cell.value);
    return id ? *id : std::string(cell.state == CellState::unread ? "unread" : "blank");
  };
  CHECK(id_of("☑政府门户网站　　　□部门网站　　　□专项网站") == "portal");
  CHECK(id_of("☑ 政府门户网站 □ 部门网站 □ 专项网站") == "portal");
  CHECK(id_of("□专项网站 ☑部门\n网站 □政府门户网站") == "department");
  CHECK(id_of("√专项网站") == "special");
  CHECK(id_of("部门网站") == "department");
  CHECK(id_of("special") == "special");
  CHECK(id_of("☑政府门户网站 ☑部门网站 □专项网站") == "unread");
  CHECK(id_of("☑政府门户网站 □政府门户网站") == "unread");
  CHECK(id_of("□政府门户网站 □部门网站 □专项网站") == "blank");
  CHECK(id_of("政府网站") == "unread");
  CHECK(read_cell(kind, "special").raw.empty());
  CHECK(read_cell(kind, "部门网站").raw.empty());
  CHECK(read_cell(kind, "√专项网站").raw == "√专项网站");
}

TEST_CASE("read_cell reads many choices and the text beside 其他") {
  struct Case {
    std::string typed;
    ChoiceIds ids;
    std::string other;
  };
  const Case cases[] = {
      {"☑搜索即服务　　　□多语言版本　　　☑无障碍浏览　　　□千人千网\n  "
       "□其他__________________________________",
       {"search_as_service", "accessible_browsing"},
       ""},
      {"□ 搜索即服务 ☑ 其他 ☑ 多语言版本 □ 无障碍浏览 □ 千人千网", {"multilingual", "other"}, ""},
      {"☑千人千网 ☑其他____政务百科____", {"personal_pages", "other"}, "政务百科"},
      {"☑其他：政务百科、电子地图", {"other"}, "政务百科、电子地图"},
      {"☑其他（政务百科）", {"other"}, "政务百科"},
      {"☑其他 政务百科", {"other"}, "政务百科"},
      {"☑其他 政务\n\n百科", {"other"}, "政务 百科"},
      {"☑其他：（试行）政务百科（二期）", {"other"}, "（试行）政务百科（二期）"},
      {"☑其他＿＿无＿＿", {"other"}, ""},
      {"☑搜索即服务 □其他__政务百科", {"search_as_service"}, "政务百科"},
      {"□搜索即服务 □其他__政务百科", {}, "政务百科"},
      {"千人千网、搜索即服务", {"search_as_service", "personal_pages"}, ""},
      {"搜索即服务、其他、无障碍浏览", {"search_as_service", "accessible_browsing", "other"}, ""},
      {"搜索即服务，其他：政务百科", {"search_as_service", "other"}, "政务百科"},
      {"搜索即服务√ 其他√", {"search_as_service", "other"}, ""},
      {"multilingual", {"multilingual"}, ""},
  };
  const form::Field& features = field("innovation.features");
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    const Cell cell = read_cell(features, each.typed);
    REQUIRE(cell.state == CellState::value);
    CHECK(std::get<ChoiceIds>(cell.value) == each.ids);
    CHECK(cell.other == each.other);
  }
  CHECK(read_cell(features, "□ 搜索即服务 □ 其他 □ 多语言版本 □ 无障碍浏览 □ 千人千网") == Cell{});
  CHECK(read_cell(features, "☑搜索即服务 ☑智能推荐") == unread_cell("☑搜索即服务 ☑智能推荐"));
}

TEST_CASE("read_cell makes dates, addresses and texts canonical") {
  struct Case {
    std::string_view address;
    std::string typed;
    std::string value;
    std::string raw;
  };
  const Case cases[] = {
      {"signature.date", "2020-1-15", "2020-01-15", "2020-1-15"},
      {"signature.date", "2018年1月26日", "2018-01-26", "2018年1月26日"},
      {"signature.date", "2020-01-15", "2020-01-15", ""},
      {"basic.home_url", "www.dongkou.gov.cn", "http://www.dongkou.gov.cn", "www.dongkou.gov.cn"},
      {"basic.home_url", "http:// www.gaohang.gov.cn", "http://www.gaohang.gov.cn",
       "http:// www.gaohang.gov.cn"},
      {"basic.site_name", "洞口县人民政府\u00a0", "洞口县人民政府", ""},
      {"media.other", "客户端：智慧洞口\n下载量 3 万", "客户端：智慧洞口\n下载量 3 万", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    const Cell cell = read_cell(field(each.address), each.typed);
    CHECK(display(field(each.address), cell) == each.value);
    CHECK(cell.raw == each.raw);
  }
}

TEST_CASE("read_cell keeps of an endless text the beginning, unread and cut between characters") {
  std::string endless;
  while (endless.size() <= document::max_cell_bytes) endless += "洞口";
  const Cell cell = read_cell(field("media.other"), endless);
  CHECK(cell.state == CellState::unread);
  CHECK(cell.raw.size() <= document::max_cell_bytes);
  CHECK(cell.raw.size() > document::max_cell_bytes - 3);
  CHECK(cell.raw.size() % 3 == 0);
}

TEST_CASE("reading what is displayed gives the same cell") {
  const form::Form& form = testing::work_report();
  const std::string typed[] = {"16965",
                               "1,547,391",
                               "0",
                               "12.5",
                               "无",
                               "约500",
                               "是",
                               "☑是 □否",
                               "□是 ☑否",
                               "☑是 ☑否",
                               "2020-1-15",
                               "www.dongkou.gov.cn",
                               "4305250009",
                               "湘ICP备09023995",
                               "湘ICP备09023995号-1",
                               "43052502000024",
                               "0739-7220000",
                               "洞口县人民政府",
                               "第一行\n第二行",
                               "portal",
                               "☑部门网站",
                               "☑搜索即服务 ☑其他__政务百科__",
                               "☑搜索即服务 □其他__政务百科__",
                               "□其他：政务百科",
                               "☑其他 政务\n\n百科",
                               "搜索即服务、其他",
                               "135 (主动公开)",
                               "没有",
                               "—",
                               "1e5",
                               "□",
                               "其他"};
  std::size_t values_seen = 0;
  for (const form::Field& each : form.fields) {
    for (const std::string& text : typed) {
      CAPTURE(each.address, text);
      const Cell cell = read_cell(each, text);
      const Cell again = read_cell(each, display(each, cell));
      CHECK(again.state == cell.state);
      CHECK(again.value == cell.value);
      CHECK(again.other == cell.other);
      CHECK(display(each, again) == display(each, cell));
      if (cell.raw.empty() && cell.remark.empty()) CHECK(again == cell);
      if (cell.state == CellState::value) ++values_seen;
    }
  }
  CHECK(values_seen > form.fields.size());
}

TEST_CASE("a proposal says what an unread number may mean") {
  const form::Field& total = field("release.total");
  CHECK(document::proposal(total, read_cell(total, "1.2万")) == "12000");
  CHECK(document::proposal(total, read_cell(total, "很多")).empty());
  CHECK(document::proposal(total, read_cell(total, "500")).empty());
  CHECK(document::proposal(total, unread_cell("500")) == "500");
  CHECK(document::proposal(total, read_cell(total, "1234567890123456")).empty());
  CHECK(document::proposal(total, read_cell(total, "无")) == "0");
  CHECK(document::proposal(field("basic.police_number"), read_cell(field("basic.police_number"), "无"))
            .empty());
}
