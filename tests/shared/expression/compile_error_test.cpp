#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

const std::vector<Cell> cells = {
    {"release.total", Type::decimal, number("1")},  {"release.news", Type::decimal, number("1")},
    {"media.weibo_name", Type::string, string("")}, {"media.has", Type::boolean, boolean(true)},
    {"innovation", Type::list, strings({})},        {"any", Type::dynamic, blank()},
};

struct Failure {
  std::string source;
  CompileErrorCode code;
  std::size_t offset;
  std::string found;
  std::string nearest = {};
};

void check_failures(const std::vector<Failure>& failures) {
  for (const Failure& each : failures) {
    INFO(each.source);
    const CompileError error = compile_failure(each.source, cells);
    CHECK(error.code == each.code);
    CHECK(error.offset == each.offset);
    CHECK(error.found == each.found);
    CHECK(error.nearest == each.nearest);
    CHECK(!describe(error).empty());
  }
}

}  // namespace

TEST_CASE("a syntax error names the place and the text") {
  constexpr auto syntax = CompileErrorCode::syntax;
  check_failures({
      {"", syntax, 0, ""},
      {"  // nothing", syntax, 12, ""},
      {"1 +", syntax, 3, ""},
      {"1 + * 2", syntax, 4, "*"},
      {"(1", syntax, 2, ""},
      {"1)", syntax, 1, ")"},
      {"[1, 2", syntax, 5, ""},
      {"[,]", syntax, 1, ","},
      {"1 2", syntax, 2, "2"},
      {"12abc", syntax, 2, "abc"},
      {"media.has ? 1", syntax, 13, ""},
      {"media.has = true", syntax, 10, "="},
      {"media.has & true", syntax, 10, "&"},
      {"media.has | true", syntax, 10, "|"},
      {"media.weibo_name == “无”", syntax, 20, "“"},
      {"（1）", syntax, 0, "（"},
      {"release.total ≥ 1", syntax, 14, "≥"},
      {"1 # 2", syntax, 2, "#"},
      {"'abc", syntax, 0, "'abc"},
      {"'a\nb'", syntax, 0, "'a"},
      {"'''abc''", syntax, 0, "'''abc''"},
      {"'\\", syntax, 0, "'\\"},
      {"'ab\\s'", syntax, 3, "\\s"},
      {"'\\u12'", syntax, 1, "\\u"},
      {"'\\uD83D\\uDE03'", syntax, 1, "\\uD83D"},
      {"'\\U00110000'", syntax, 1, "\\U00110000"},
      {"'\\400'", syntax, 1, "\\4"},
      {"b'\\u4e2d'", syntax, 2, "\\u"},
      {"{'k': 1", syntax, 7, ""},
      {"{'k'}", syntax, 4, "}"},
      {"{'k': 1, , }", syntax, 9, ","},
      {"any.`a-b", syntax, 4, "`a-b"},
      {"any.`$`", syntax, 4, "`"},
      {"any.?", syntax, 5, ""},
      {"any{a: 1}", syntax, 3, "{"},
      {"release.", syntax, 8, ""},
      {"cel.bind(1, 2, 3)", syntax, 9, "1"},
      {"cel.bind(-x, 1, 2)", syntax, 9, "-"},
      {"cel.bind((x), 1, 2)", syntax, 9, "("},
      {"has(1)", syntax, 4, "1"},
      {"[1].all(1, true)", syntax, 0, "[1].all(1, true)"},
      {"{'k': 1}", syntax, 0, "{'k': 1}"},
      {"[1][?0]", syntax, 0, "[1][?0]"},
      {"[?1]", syntax, 2, "1"},
      {"[1, ?any]", syntax, 5, "any"},
      {"[1].transformMap(i, n, n)", syntax, 0, "[1].transformMap(i, n, n)"},
      {"while", syntax, 0, "while"},
      {"size(1,)", syntax, 7, ")"},
      {"!-1", syntax, 1, "-"},
      {"any.host()", syntax, 0, "any.host()"},
      {"contains('a', 'b')", syntax, 0, "contains('a', 'b')"},
      {"\xFF", syntax, 0, "\uFFFD"},
      {"'ab\xE4\xB8'", syntax, 3, "\uFFFD"},
      {std::string("1 \0 2", 5), syntax, 2, std::string(1, '\0')},
  });
}

TEST_CASE("an unknown name comes with one that is spelled alike") {
  constexpr auto unknown_name = CompileErrorCode::unknown_name;
  check_failures({
      {"1 + releas.total", unknown_name, 4, "releas.total", "release.total"},
      {"release.totla > 1", unknown_name, 0, "release.totla", "release.total"},
      {"has(media.wiebo_name)", unknown_name, 4, "media.wiebo_name", "media.weibo_name"},
      {"something.else", unknown_name, 0, "something.else"},
      {"any == int", unknown_name, 7, "int"},  // rules have no types
      {"release.total.value", unknown_name, 0, "release.total.value", "release.total"},
      {"release . totl", unknown_name, 0, "release . totl", "release.total"},
      {"hots('a')", unknown_name, 0, "hots", "host"},
      {"'a'.startWith('b')", unknown_name, 0, "startWith", "startsWith"},
      {"hsa(release.total)", unknown_name, 0, "hsa", "has"},
      {"[1].al(i, i > 0)", unknown_name, 0, "al", "all"},
      {"[1].all(i, i > 0) || i > 0", unknown_name, 21, "i"},
      {"math.abs(1)", unknown_name, 0, "math"},
  });
}

TEST_CASE("types that can never work are refused") {
  constexpr auto wrong_type = CompileErrorCode::wrong_type;
  check_failures({
      {"media.weibo_name + release.total", wrong_type, 0, "media.weibo_name + release.total"},
      {"1 + (release.total + 'a')", wrong_type, 5, "release.total + 'a'"},
      {"release.total + 1 + 'a' + 2", wrong_type, 0, "release.total + 1 + 'a'"},
      {"!release.total", wrong_type, 1, "release.total"},
      {"-media.has", wrong_type, 1, "media.has"},
      {"-(5u)", wrong_type, 2, "5u"},
      {"media.has && release.total", wrong_type, 13, "release.total"},
      {"'a' || media.has", wrong_type, 0, "'a'"},
      {"release.total ? 1 : 2", wrong_type, 0, "release.total"},
      {"media.has ? 1 : 'a'", wrong_type, 16, "'a'"},
      {"media.weibo_name == 1", wrong_type, 0, "media.weibo_name == 1"},
      {"release.total == null", wrong_type, 0, "release.total == null"},
      {"media.weibo_name < 1", wrong_type, 0, "media.weibo_name < 1"},
      {"[1] < [2]", wrong_type, 0, "[1] < [2]"},
      {"1 in 2", wrong_type, 0, "1 in 2"},
      {"release.total in ['a', 'b']", wrong_type, 0, "release.total in ['a', 'b']"},
      {"47.5 % 5.5", wrong_type, 0, "47.5 % 5.5"},
      {"'a' - 'b'", wrong_type, 0, "'a' - 'b'"},
      {"media.has + media.has", wrong_type, 0, "media.has + media.has"},
      {"size(release.total)", wrong_type, 5, "release.total"},
      {"host(1)", wrong_type, 5, "1"},
      {"sum(1)", wrong_type, 4, "1"},
      {"sum(['a'])", wrong_type, 4, "['a']"},
      {"day(2020, 'a', 1)", wrong_type, 10, "'a'"},
      {"media.weibo_name.startsWith(1)", wrong_type, 28, "1"},
      {"'a'[0]", wrong_type, 0, "'a'"},
      {"innovation['a']", wrong_type, 11, "'a'"},
      {"[1, 2].all(i, i + 1)", wrong_type, 14, "i + 1"},
      {"[1, 2].filter(i, i + 1)", wrong_type, 17, "i + 1"},
      {"[1, 2].map(i, i, i)", wrong_type, 14, "i"},
      {"release.total.all(i, true)", wrong_type, 0, "release.total"},
      {"['a'].exists(text, text > 1)", wrong_type, 19, "text > 1"},
      {"none(release.total + 1)", wrong_type, 5, "release.total + 1"},
  });
}

TEST_CASE("a wrong number of arguments and a literal out of range are refused") {
  constexpr auto wrong_count = CompileErrorCode::wrong_argument_count;
  constexpr auto out_of_range = CompileErrorCode::literal_out_of_range;
  check_failures({
      {"size()", wrong_count, 0, "size()"},
      {"size('a', 'b')", wrong_count, 0, "size('a', 'b')"},
      {"'a'.size('b')", wrong_count, 0, "'a'.size('b')"},
      {"day(2020, 1)", wrong_count, 0, "day(2020, 1)"},
      {"max(1, 2, 3, 4, 5, 6, 7, 8, 9)", wrong_count, 0, "max(1, 2, 3, 4, 5, 6, 7, 8, 9)"},
      {"[1].all(i, i > 0, true)", wrong_count, 0, "[1].all(i, i > 0, true)"},
      {"has()", wrong_count, 0, "has()"},
      {"none(release.total, release.news)", wrong_count, 0, "none(release.total, release.news)"},
      {"9223372036854775808", out_of_range, 0, "9223372036854775808"},
      {"1 - 9223372036854775809", out_of_range, 4, "9223372036854775809"},
      {"-9223372036854775809", out_of_range, 1, "9223372036854775809"},
      {"18446744073709551616u", out_of_range, 0, "18446744073709551616u"},
      {"-1u", out_of_range, 1, "1u"},
      {"0x8000000000000000", out_of_range, 0, "0x8000000000000000"},
      {"1e400", out_of_range, 0, "1e400"},
  });
}

TEST_CASE("the pattern of matches() is known when the form is loaded") {
  check_failures({
      {"media.weibo_name.matches('[')", CompileErrorCode::wrong_pattern, 25, "'['"},
      {"media.weibo_name.matches('(?=a)')", CompileErrorCode::wrong_pattern, 25, "'(?=a)'"},
      {"media.weibo_name.matches(media.weibo_name)", CompileErrorCode::wrong_type, 25, "media.weibo_name"},
      {"release.total.matches('a')", CompileErrorCode::wrong_type, 0, "release.total"},
      {"matches(media.weibo_name)", CompileErrorCode::wrong_argument_count, 0, "matches(media.weibo_name)"},
  });
  CHECK(outcome("name.matches('^洞口.{2}$')", {{"name", Type::string, string("洞口发布")}}) == "true");
  CHECK(outcome("matches(name, '[0-9]')", {{"name", Type::string, string("洞口发布")}}) == "false");
  CHECK(outcome("name.matches('')", {{"name", Type::string, blank()}}) == "error no_such_key");
}

TEST_CASE("an error is one Chinese sentence for the author of a form") {
  const auto sentence = [](std::string_view source) { return describe(compile_failure(source, cells)); };
  CHECK(sentence("releas.total > 1") == "第 1 个字节处的“releas.total”没有定义，是否想写“release.total”？");
  CHECK(sentence("nothing.alike") == "第 1 个字节处的“nothing.alike”没有定义。");
  CHECK(sentence("release.total.x") ==
        "第 1 个字节处的“release.total.x”没有定义：“release.total”没有下级名称，是否想写“release.total”？");
  CHECK(sentence("1 +") == "表达式在第 3 个字节之后就结束了，此处应为名称、数值、文字、“(”、“[”或者“{”。");
  CHECK(sentence("") == "表达式是空的，应为名称、数值、文字、“(”、“[”或者“{”。");
  CHECK(sentence("1 ＋ 2") == "第 3 个字节处的“＋”不符合语法，此处应为半角的“+”。");
  CHECK(sentence("1 ＝ 1") == "第 3 个字节处的“＝”不符合语法，此处应为半角的“==”。");
  CHECK(sentence("media.weibo_name + 1") ==
        "第 1 个字节处的“media.weibo_name + 1”类型不对，应为两边都是数字、都是文字或者都是列表，"
        "现在左边是文字，右边是数字。");
  CHECK(sentence("day(2020, 1)") == "第 1 个字节处的“day(2020, 1)”参数个数不对，应为 3 个。");
  CHECK(sentence("size(1)") ==
        "第 6 个字节处的“1”类型不对，应为文字或者字节串或者列表或者映射，这里是数字。");
}

TEST_CASE("whatever could stand at the place of an error has its words") {
  for (auto value = static_cast<int>(Expected::nothing) + 1;
       value <= static_cast<int>(Expected::type_of_choice); ++value) {
    INFO(value);
    CHECK_FALSE(expected_text({.expected = static_cast<Expected>(value), .choices = 2}).empty());
  }
}

}  // namespace tianbao::expression::testing
