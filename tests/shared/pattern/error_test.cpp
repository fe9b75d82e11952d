#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "shared/pattern/pattern.h"

using namespace tianbao::pattern;

namespace {

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t index = 0; index < count; ++index) result += text;
  return result;
}

}  // namespace

TEST_CASE("what is no pattern is refused with its place and what could stand there") {
  struct Case {
    std::string_view source;
    PatternErrorCode code;
    std::size_t offset;
    std::string_view found;
    std::string_view expected;
  };
  constexpr auto syntax = PatternErrorCode::syntax;
  constexpr auto unsupported = PatternErrorCode::unsupported;
  constexpr auto out_of_range = PatternErrorCode::repetition_out_of_range;
  constexpr std::string_view something_to_repeat = "前面有内容可重复的数量词，或者“\\”加这个字符";
  constexpr std::string_view one_quantifier = "别的内容：一项最多跟一个数量词";
  constexpr std::string_view count = "{2}、{2,} 或 {2,4} 这样的次数，花括号本身写成“\\{”";
  constexpr std::string_view unclosed_group = "有“)”与之配对的“(”，或者“\\(”";
  constexpr std::string_view unclosed_class = "有“]”与之配对的“[”，或者“\\[”";
  constexpr std::string_view category = "写明范围的字符类，如 [A-Za-z]、[一-鿿]";
  constexpr std::string_view escape = "\\d、\\w、\\s、\\D、\\W、\\S、\\n、\\r、\\t，或者“\\”加一个半角标点";
  constexpr std::string_view hyphen = "“\\-”，或者写在方括号内最前、最后的“-”";
  for (const Case& row : {
           Case{"a)", syntax, 1, ")", "有“(”与之配对的“)”，或者“\\)”"},
           Case{"(a))b", syntax, 3, ")", "有“(”与之配对的“)”，或者“\\)”"},
           Case{"洞(a", syntax, 3, "(a", unclosed_group},
           Case{"(a|(b)", syntax, 0, "(a|(b)", unclosed_group},
           Case{"(", syntax, 0, "(", unclosed_group},
           Case{"x[ab", syntax, 1, "[ab", unclosed_class},
           Case{"[a-", syntax, 0, "[a-", unclosed_class},
           Case{"[", syntax, 0, "[", unclosed_class},
           Case{"[^", syntax, 0, "[^", unclosed_class},
           Case{"[]", syntax, 0, "[]", "至少有一个字符的“[…]”"},
           Case{"[^]a]", syntax, 0, "[^]", "至少有一个字符的“[…]”"},
           Case{"a]", syntax, 1, "]", "“\\]”"},
           Case{"a{1}}", syntax, 4, "}", "“\\}”"},
           Case{"*a", syntax, 0, "*", something_to_repeat},
           Case{"(+)", syntax, 1, "+", something_to_repeat},
           Case{"a|?", syntax, 2, "?", something_to_repeat},
           Case{"{2}", syntax, 0, "{", something_to_repeat},
           Case{"a**", syntax, 2, "*", one_quantifier},
           Case{"a+?", syntax, 2, "?", one_quantifier},
           Case{"a{2}{3}", syntax, 4, "{", one_quantifier},
           Case{"a{", syntax, 1, "{", count},
           Case{"a{x}", syntax, 1, "{", count},
           Case{"a{,3}", syntax, 1, "{,3}", count},
           Case{"a{1,2", syntax, 1, "{1,2", count},
           Case{"a{1, 2}", syntax, 1, "{1,", count},
           Case{"a{1001}", out_of_range, 1, "{1001}", ""},
           Case{"a{1001,}", out_of_range, 1, "{1001,}", ""},
           Case{"a{3,2}", out_of_range, 1, "{3,2}", ""},
           Case{"a{0,99999999999999999999}", out_of_range, 1, "{0,99999999999999999999}", ""},
           Case{"[z-a]", syntax, 1, "z-a", "编码由小到大的范围"},
           Case{"[a-\\d]", syntax, 1, "a-\\d", "以一个字符结尾的范围"},
           Case{"[\\d-a]", syntax, 3, "-", hyphen},
           Case{"[a-c-e]", syntax, 4, "-", hyphen},
           Case{"[--a]", syntax, 2, "-", hyphen},
           Case{"[+--]", syntax, 3, "-", hyphen},
           Case{"[[:alpha:]]", syntax, 1, "[", "“\\[”"},
           Case{"[a[b]", syntax, 2, "[", "“\\[”"},
           Case{"a\\", syntax, 1, "\\", "“\\”和它后面的字符，“\\”本身写成“\\\\”"},
           Case{"[\\", syntax, 1, "\\", "“\\”和它后面的字符，“\\”本身写成“\\\\”"},
           Case{"(a)\\1", unsupported, 3, "\\1", "不引用前文的写法"},
           Case{"\\bcat", unsupported, 0, "\\b", "^ 或 $"},
           Case{"\\Acat\\z", unsupported, 0, "\\A", "^ 或 $"},
           Case{"\\p{Lu}", unsupported, 0, "\\p", category},
           Case{"[\\P{L}]", unsupported, 1, "\\P", category},
           Case{"\\x41", unsupported, 0, "\\x", escape},
           Case{"\\u4e00", unsupported, 0, "\\u", escape},
           Case{"\\0", unsupported, 0, "\\0", escape},
           Case{"a\\洞", unsupported, 1, "\\洞", escape},
           Case{"\\v", unsupported, 0, "\\v", escape},
           Case{"a(?=b)", unsupported, 1, "(?=", "“(…)”或“(?:…)”"},
           Case{"(?<!a)b", unsupported, 0, "(?<", "“(…)”或“(?:…)”"},
           Case{"(?i)a", unsupported, 0, "(?i", "“(…)”或“(?:…)”"},
           Case{"(?P<x>a)", unsupported, 0, "(?P", "“(…)”或“(?:…)”"},
           Case{"(?", unsupported, 0, "(?", "“(…)”或“(?:…)”"},
       }) {
    INFO(row.source);
    const auto compiled = compile(row.source);
    REQUIRE_FALSE(compiled.ok());
    CHECK(compiled.error().code == row.code);
    CHECK(compiled.error().offset == row.offset);
    CHECK(compiled.error().found == row.found);
    CHECK(expected_text(compiled.error().expected) == row.expected);
  }
}

TEST_CASE("every limit lets through what reaches it and nothing more") {
  struct Case {
    std::string within;
    std::string beyond;
    PatternErrorCode code;
    std::size_t offset;
    std::string_view found;
  };
  static_assert(max_source_bytes == 1024 && max_depth == 64 && max_repetitions == 1000 &&
                max_instructions == 2048);
  for (const Case& row : {
           Case{std::string(1024, 'a'), std::string(1025, 'a'), PatternErrorCode::too_long, 1024, ""},
           Case{repeated("(", 64) + repeated(")", 64) + "()", repeated("(", 65) + repeated(")", 65),
                PatternErrorCode::too_deep, 64, "("},
           Case{"a{1000}", "a{1001}", PatternErrorCode::repetition_out_of_range, 1, "{1001}"},
           Case{"(a{2}){1000}a{48}", "洞(a{2}){1000}a{48}", PatternErrorCode::too_large, 15, "a{48}"},
           Case{"(a?){1000}a{46,}a", "(a?){1000}a{47,}a", PatternErrorCode::too_large, 16, "a"},
           Case{"(a?){1000}a{45}b*", "(a?){1000}a{46}b*", PatternErrorCode::too_large, 15, "b*"},
           Case{"(ab){1000}(a{45}|b)", "(ab){1000}(a{46}|b)", PatternErrorCode::too_large, 17, "b"},
           Case{"((a{10}){10}){10}", "((a{1000}){1000}){1000}", PatternErrorCode::too_large, 1,
                "(a{1000}){1000}"},
       }) {
    INFO(row.beyond);
    CHECK(compile(row.within).ok());
    const auto compiled = compile(row.beyond);
    REQUIRE_FALSE(compiled.ok());
    CHECK(compiled.error().code == row.code);
    CHECK(compiled.error().offset == row.offset);
    CHECK(compiled.error().found == row.found);
  }
}

TEST_CASE("an error reads as one sentence") {
  struct Case {
    std::string source;
    std::string_view sentence;
  };
  for (const Case& row : {
           Case{"湘ICP备[0-9{8}号",
                "正则表达式第 10 个字节处的“[0-9{8}号”不符合语法，此处应为有“]”与之配对的“[”，或者“\\[”。"},
           Case{"a)", "正则表达式第 2 个字节处的“)”不符合语法，此处应为有“(”与之配对的“)”，或者“\\)”。"},
           Case{"\\p{Han}+",
                "正则表达式第 1 个字节处的“\\p”不受支持，此处应为写明范围的字符类，如 "
                "[A-Za-z]、[一-鿿]。"},
           Case{"[0-9]{10,8}", "正则表达式第 6 个字节处的“{10,8}”超出范围，次数应由小到大，最多 1000 次。"},
           Case{"(.{1000}){10}",
                "正则表达式第 1 个字节处的“(.{1000}){10}”过于庞大，重复展开后合计最多 2048 步。"},
           Case{std::string(65, '('), "正则表达式第 65 个字节处的“(”嵌套过深，括号最多 64 层。"},
           Case{std::string(1025, 'a'), "正则表达式过长，最多 1024 个字节。"},
       }) {
    const auto compiled = compile(row.source);
    REQUIRE_FALSE(compiled.ok());
    CHECK(describe(compiled.error()) == row.sentence);
  }
}

TEST_CASE("a long text at fault is shortened") {
  const auto compiled = compile("(" + std::string(60, 'a') + "){1000}");
  REQUIRE_FALSE(compiled.ok());
  CHECK(compiled.error().found == "(" + std::string(39, 'a') + "…");
}

TEST_CASE("whatever could stand at the place of a pattern's error has its words") {
  for (auto value = static_cast<int>(Expected::nothing) + 1; value <= static_cast<int>(Expected::ended_set);
       ++value) {
    INFO(value);
    CHECK_FALSE(expected_text(static_cast<Expected>(value)).empty());
  }
}
