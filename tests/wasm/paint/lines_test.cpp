#include "wasm/paint/lines.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/wasm/paint/fixed_measure.h"

namespace tianbao::paint {
namespace {

std::vector<std::string> broken(std::string_view text, float ems) {
  test::FixedMeasure measure;
  std::vector<std::string> lines;
  for (const TextLine& line : break_lines(text, TextStyle::body, ems * 16, measure)) {
    lines.emplace_back(line.text);
  }
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("text is broken where Chinese typesetting breaks it") {
  struct Case {
    const char* text;
    float ems;
    Lines lines;
  };
  const Case cases[] = {
      {"", 4, {""}},
      {"信息发布", 4, {"信息发布"}},
      {"信息发布总数", 4, {"信息发布", "总数"}},
      // A line does not begin with closing punctuation: what is before goes down with it.
      {"信息发布，总数", 4, {"信息发", "布，总数"}},
      {"信息发（布）", 4, {"信息发", "（布）"}},
      {"共 1234567 条", 4, {"共", "1234567", "条"}},
      {"填写“www.beijing.gov.cn”。", 6, {"填写", "“www.beijin", "g.gov.cn”。"}},
      {"第一行\n第二行", 8, {"第一行", "第二行"}},
      {"a b c d e f", 2, {"a b", "c d", "e f"}},
      {"\n", 4, {"", ""}},
  };
  for (const Case& example : cases) {
    INFO(example.text);
    CHECK(broken(example.text, example.ems) == example.lines);
  }
}

TEST_CASE("a line narrower than a character still takes one") {
  CHECK(broken("总数", 0.1F) == Lines{"总", "数"});
}

TEST_CASE("no line is wider than asked for and nothing but blanks is lost") {
  test::FixedMeasure measure;
  const std::string help =
      "请填写本年度网站发布本地区、本部门政务要闻、通知公告（如 2019 年第 1 "
      "号）、工作动态等“需要社会公众广泛知晓”的政务动态信息的总条数。";
  for (int width = 40; width < 900; width += 7) {
    std::string joined;
    for (const TextLine& line : break_lines(help, TextStyle::body, static_cast<float>(width), measure)) {
      CHECK(line.width <= static_cast<float>(width));
      joined += line.text;
    }
    std::string wanted = help;
    std::erase(wanted, ' ');
    std::erase(joined, ' ');
    CHECK(joined == wanted);
  }
}

}  // namespace tianbao::paint
