#include "shared/expression/formula.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/shared/expression/cases.h"

using namespace tianbao::expression;
using namespace tianbao::expression::testing;

namespace {

class TestWording final : public Wording {
 public:
  explicit TestWording(const std::vector<Cell>& cells) : cells_(cells) {}

  std::string name(std::size_t slot) const override { return "〈" + cells_[slot].name + "〉"; }
  std::string value(std::size_t slot) const override {
    const Value& value = cells_[slot].slot.value;
    return value.string() ? formula_text(*value.string()) : to_text(value);
  }
  std::string option(std::size_t slot, std::string_view id) const override {
    return (cells_[slot].name == "kind" || cells_[slot].name == "ticks") && id == "portal" ? "门户网站" : "";
  }

 private:
  const std::vector<Cell>& cells_;
};

const std::vector<Cell> cells = {
    {"total", Type::decimal, number("16965")},
    {"a", Type::decimal, number("78")},
    {"b", Type::decimal, number("12089")},
    {"c", Type::decimal, number("4798")},
    {"zero", Type::decimal, number("0")},
    {"minus", Type::decimal, number("-5")},
    {"nil", Type::decimal, blank()},
    {"lost", Type::decimal, unread()},
    {"yes", Type::boolean, boolean(true)},
    {"no", Type::boolean, boolean(false)},
    {"url", Type::string, string("http://www.dongkou.gov.cn/a")},
    {"date", Type::string, string("2020-01-15")},
    {"wu", Type::string, none_text()},
    {"kind", Type::string, string("portal")},
    {"ticks", Type::list, strings({"portal", "other"})},
};

Program compiled(const std::string& source) {
  std::vector<Declaration> list;
  for (const Cell& cell : cells) list.push_back({cell.name, cell.type, Type::dynamic});
  auto program = compile(source, Declarations(list));
  INFO(source);
  REQUIRE(program.ok());
  return std::move(program).value();
}

std::string values_of(const std::string& source) {
  std::vector<Slot> slots;
  for (const Cell& cell : cells) slots.push_back(cell.slot);
  return formula_of_values(compiled(source), TestWording(cells), slots);
}

std::string names_of(const std::string& source) {
  return formula_of_names(compiled(source), TestWording(cells));
}

TEST_CASE("a formula shows the values and whether each statement holds") {
  const std::vector<Case> table = {
      {"total == a + b + c", "16965 = 78 + 12089 + 4798 ✓"},
      {"total == a + b", "16965 = 78 + 12089（= 12167）✗"},
      {"a + b == b + a", "78 + 12089（= 12167）= 12089 + 78（= 12167）✓"},
      {"total != a + b", "16965 ≠ 78 + 12089（= 12167）✓"},
      {"total >= b && a > b", "16965 ≥ 12089 ✓ 且 78 > 12089 ✗"},
      {"a < b || a <= b && b == c", "78 < 12089 ✓ 或 (78 ≤ 12089 ✓ 且 12089 = 4798 ✗)"},
      {"(a + b) * 2 - (c - a) >= 0.5", "(78 + 12089) × 2 - (4798 - 78)（= 19614）≥ 0.5 ✓"},
      {"a / 4 <= 20", "78 ÷ 4（= 19.5）≤ 20 ✓"},
      {"url == ''", "“http://www.dongkou.gov.cn/a” 为空 ✗"},
      {"b % 1000 != 0", "12089 除以 1000 的余数（= 89）≠ 0 ✓"},
      {"-(a + b) < -1", "-(78 + 12089)（= -12167）< -1 ✓"},
      {"(a > b) == no", "(78 > 12089) = 否 ✓"},
      {"minus < 0", "-5 < 0 ✓"},
      {"a - minus == 83", "78 - (-5) = 83 ✓"},
      {"minus * minus == 25", "(-5) × (-5) = 25 ✓"},
      {"-minus == 5", "-(-5) = 5 ✓"},
      {"a - -3 > 0", "78 - (-3)（= 81）> 0 ✓"},
      {"a / b < 1", "78 ÷ 12089（≈ 0.00645215）< 1 ✓"},
      {"1 / total < 1", "1 ÷ 16965（≈ 0.0000589449）< 1 ✓"},
      {"nil <= total", "（空）≤ 16965 ？"},
      {"nil + 1 <= total", "（空）+ 1 ≤ 16965 ？"},
      {"lost == total", "（无法读取）= 16965 ？"},
      {"total / zero > 1", "16965 ÷ 0（无法计算）> 1 ？"},
      {"yes", "〈yes〉 = 是 ✓"},
      {"!yes", "〈yes〉 = 否 ✗"},
      {"!!yes", "〈yes〉 = 是 ✓"},
      {"has(a) && !has(nil)", "已填写 〈a〉 ✓ 且 没有填写 〈nil〉 ✓"},
      {"none(wu) || !none(a)", "〈wu〉 填的是“无” ✓ 或 〈a〉 填的不是“无” ✓"},
      {"!(a > b || yes)", "不 (78 > 12089 ✗ 或 〈yes〉 = 是 ✓) ✗"},
      {"yes ? a > 0 : no", "若 〈yes〉 = 是 ✓ 则 78 > 0 ✓，否则 〈no〉 = 是 ✗"},
      {"(yes ? a : b) > 100", "(若 〈yes〉 = 是 ✓ 则 78，否则 12089)（= 78）> 100 ✗"},
      {"total", "16965"},
      {"a + b", "78 + 12089"},
  };
  for (const auto& [source, expected] : table) {
    INFO(source);
    CHECK(values_of(source) == expected);
  }
}

TEST_CASE("a formula says functions, lists and macros in words") {
  const std::vector<Case> table = {
      {"host(url) == 'www.dongkou.gov.cn'", "“http://www.dongkou.gov.cn/a” 的域名 = “www.dongkou.gov.cn” ✓"},
      {"host(url).endsWith('.com')",
       "“http://www.dongkou.gov.cn/a” 的域名（= “www.dongkou.gov.cn”）以 “.com” 结尾 ✗"},
      {"!url.contains('gov')", "“http://www.dongkou.gov.cn/a” 不包含 “gov” ✗"},
      {"!url.startsWith('ftp')", "“http://www.dongkou.gov.cn/a” 不以 “ftp” 开头 ✓"},
      {"date <= day(2019 + 1, 1, 31)", "2020-01-15 ≤ (2019 + 1) 年 1 月 31 日（= 2020-01-31）✓"},
      {"sum([a, b]) == total", "[78、12089] 之和（= 12167）= 16965 ✗"},
      {"max(a, b) - abs(c) > round(a / 7, 1)",
       "最大值(78, 12089) - 4798 的绝对值（= 7291）> (78 ÷ 7) 取 1 位小数（= 11.1）✓"},
      {"size(url) < 3", "“http://www.dongkou.gov.cn/a” 的字数（= 27）< 3 ✗"},
      {"kind in ['portal', 'x']", "“portal” 在 [“门户网站”、“x”] 之中 ✓"},
      {"!('portal' in ticks)", "“门户网站” 不在 portal、other 之中 ✗"},
      {"kind == 'portal'", "“portal” = “门户网站” ✓"},
      {"[a, b].all(x, x > 100)", "[78、12089] 的每一项 x 满足 x > 100 ✗"},
      {"[a, b].exists(x, x > 100 && yes)", "[78、12089] 中有一项 x 满足 (x > 100 且 〈yes〉 = 是) ✓"},
      {"[a, b].map(x, x * 2)[0] == 156", "[78、12089].map(x, x × 2)[0] = 156 ✓"},
      {"cel.bind(x, a + b, x * 2) > 1", "cel.bind(x, 78 + 12089, x × 2)（= 24334）> 1 ✓"},
      {"size(ticks) == 2", "portal、other 的项数 = 2 ✓"},
      {"ticks.all(x, x != 'portal')", "portal、other 的每一项 x 满足 x ≠ “门户网站” ✗"},
      {"ticks[0] == 'portal'", "portal、other[0] = “门户网站” ✓"},
      {"ticks[0] == kind + ''", "portal、other[0]（= “门户网站”）= “portal” + “”（= “portal”）✓"},
      {"url.matches('^https')", "“http://www.dongkou.gov.cn/a” 符合 “^https” ✗"},
      {"!url.matches('^https')", "“http://www.dongkou.gov.cn/a” 不符合 “^https” ✓"},
  };
  for (const auto& [source, expected] : table) {
    INFO(source);
    CHECK(values_of(source) == expected);
  }
}

TEST_CASE("a formula of names shows what is asked, and no results") {
  const std::vector<Case> table = {
      {"total == a + b", "〈total〉 = 〈a〉 + 〈b〉"},
      {"!yes && b % 1000 != 0", "〈yes〉 = 否 且 〈b〉 除以 1000 的余数 ≠ 0"},
      {"kind == 'portal'", "〈kind〉 = “门户网站”"},
      {"kind == '' || kind != ''", "〈kind〉 为空 或 〈kind〉 不为空"},
      {"nil > 2 * a", "〈nil〉 > 2 × 〈a〉"},
  };
  for (const auto& [source, expected] : table) {
    INFO(source);
    CHECK(names_of(source) == expected);
  }
}

TEST_CASE("a formula is bounded, whatever it is made of") {
  const std::string long_text(500, 'x');
  CHECK(formula_text(long_text) == "“" + std::string(max_formula_text_characters, 'x') + "…”");
  CHECK(formula_text("07397220000") == "07397220000");
  CHECK(formula_text("") == "“”");

  std::string source = "url != ''";
  while (source.size() + 12 < max_source_bytes) source += " && url != ''";
  const std::string shown = values_of(source);
  CHECK(shown.size() <= max_formula_bytes + 3);
  CHECK(shown.ends_with("…"));
}

TEST_CASE("every part of a formula may cost what an evaluation may, so that its mark is the verdict") {
  // Every loop alone is within the limit, all that is shown together is not.
  std::string list = "[a";
  for (int count = 1; count < 60; ++count) list += ",a";
  list += "]";
  const std::string loop = list + ".all(x, " + list + ".all(y, " + list + ".all(z, z > 0)))";
  const std::string shown = values_of("size([a].filter(v, " + loop + ")) == 1 && " + loop + " && " + loop);
  CHECK(shown.find("？") == std::string::npos);
  CHECK(shown.ends_with("✓"));
}

}  // namespace
