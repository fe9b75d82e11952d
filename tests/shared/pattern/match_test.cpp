#include "shared/pattern/match.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "shared/pattern/parse.h"
#include "shared/pattern/pattern.h"

using namespace tianbao::pattern;

namespace {

struct Case {
  std::string_view pattern;
  std::string_view text;
  bool search;
  bool whole;
};

void check(const Case& row) {
  INFO(row.pattern << " on " << row.text);
  const auto compiled = compile(row.pattern);
  if (!compiled) FAIL(describe(compiled.error()));
  CHECK(compiled.value().search(row.text) == row.search);
  CHECK(compiled.value().matches_whole(row.text) == row.whole);
}

}  // namespace

TEST_CASE("patterns match as CEL's conformance tests say") {
  // cel-spec tests/simple/testdata/string.textproto, section matches; what a whole match is, is ours.
  for (const Case& row : {
           Case{"ubb", "hubba", true, false},
           Case{"foo|bar", "", false, false},
           Case{"", "cows", true, false},
           Case{"", "", true, true},
           Case{"bc", "abcd", true, false},
           Case{"gr(a|e)y", "grey", true, true},
           Case{"ba(na)*", "banana", true, true},
           Case{"a+ñ+a+", "mañana", true, false},
           Case{"(a|😀){2}", "🐱😀😀", true, false},
       }) {
    check(row);
  }
}

TEST_CASE("the patterns of real fields take what is right and nothing else") {
  // docs/patterns.md
  constexpr std::string_view site_code = "bm[0-9]{8}|[0-9]{10}";
  constexpr std::string_view icp_number =
      "[京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川蜀贵黔云滇藏陕甘陇青宁新]"
      "ICP备([0-9]{8}|[0-9]{10})号(-[0-9]+)?";
  constexpr std::string_view police_number = "(湘公网安备 ?)?[0-9]{14}号?";
  constexpr std::string_view document_number = "国办(发|函)〔[0-9]{4}〕[1-9][0-9]*号";
  constexpr std::string_view phone = "0[0-9]{2,3}-[0-9]{7,8}";
  constexpr std::string_view host = R"([^.]+(\.[^.]+)*\.gov\.cn)";
  constexpr std::string_view name = "[一-鿿·]{2,20}";
  for (const Case& row : {
           Case{site_code, "4305250009", true, true},
           Case{site_code, "bm31000001", true, true},
           Case{site_code, "43052500091", true, false},
           Case{site_code, "430525000", false, false},
           Case{icp_number, "湘ICP备05009513号", true, true},
           Case{icp_number, "湘ICP备05009513号-1", true, true},
           Case{icp_number, "湘ICP备2021009513号", true, true},
           Case{icp_number, "备案号：湘ICP备05009513号", true, false},
           Case{icp_number, "湘ICP备050095131号", false, false},
           Case{police_number, "湘公网安备 43052502000121号", true, true},
           Case{police_number, "湘公网安备43052502000121号", true, true},
           Case{police_number, "43052502000121", true, true},
           Case{police_number, "湘公网安备 4305250200012号", false, false},
           Case{document_number, "国办函〔2018〕12号", true, true},
           Case{document_number, "国办函[2018]12号", false, false},
           Case{phone, "0739-7220000", true, true},
           Case{phone, "010-88888888-801", true, false},
           Case{phone, "7220000", false, false},
           Case{host, "www.dongkou.gov.cn", true, true},
           Case{host, "dongkou.gov.cn", true, true},
           Case{host, "www.dongkou.gov.cn.example", true, false},
           Case{host, "www.dongkou-gov.cn", false, false},
           Case{name, "洞口县人民政府", true, true},
           Case{name, "洞", false, false},
           Case{name, "洞口 DK", true, false},
       }) {
    check(row);
  }
}

TEST_CASE("every construct means what it means in RE2") {
  for (const Case& row : {
           // Anchors are those of the text, not of a line, and stand anywhere.
           Case{"^a", "ba", false, false},
           Case{"a$", "ab", false, false},
           Case{"^a$", "b\na\nb", false, false},
           Case{"a$", "a\n", false, false},
           Case{"^", "a", true, false},
           Case{"$", "a", true, false},
           Case{"^$", "", true, true},
           Case{"a^b", "ab", false, false},
           Case{"a$b", "a$b", false, false},
           Case{"x*^a", "a", true, true},
           Case{"^*a", "ba", true, false},
           Case{"(^|,)洞口(,|$)", "武冈,洞口", true, false},
           Case{"(^|,)洞口(,|$)", "武冈,洞口镇", false, false},
           // The dot is one character, whatever its length in bytes, but no line feed.
           Case{".", "洞", true, true},
           Case{"..", "𠮷", false, false},
           Case{"a.b", "a\nb", false, false},
           Case{"a.b", "a\rb", true, true},
           Case{"a[^x]b", "a\nb", true, true},
           // Quantifiers.
           Case{"ab?c", "ac", true, true},
           Case{"ab*c", "abbbc", true, true},
           Case{"ab+c", "ac", false, false},
           Case{"a{3}", "aa", false, false},
           Case{"a{3}", "aaaa", true, false},
           Case{"a{2,}", "aaaa", true, true},
           Case{"a{2,}", "a", false, false},
           Case{"a{0,}", "", true, true},
           Case{"a{2,3}", "aaaa", true, false},
           Case{"ba{0}c", "bc", true, true},
           Case{"ba{0}c", "bac", false, false},
           Case{"(ab|c){2,3}", "abcab", true, true},
           Case{"(ab|c){2,3}", "ab", false, false},
           Case{"(a*)*b", "aaab", true, true},
           Case{"(a*)+", "", true, true},
           Case{"(|a){3}", "aa", true, true},
           Case{"(){1000}", "", true, true},
           Case{"(a{1,2}){2}", "aaaaa", true, false},
           // Alternatives, groups and empty ones.
           Case{"a|b|", "", true, true},
           Case{"a||b", "b", true, true},
           Case{"(a|b|c)d", "cd", true, true},
           Case{"ab|cd", "acd", true, false},
           Case{"(?:ab)+", "abab", true, true},
           Case{"()", "a", true, false},
           // Classes; a hyphen stands first or last.
           Case{"[abc]+", "cab", true, true},
           Case{"[^abc]", "a", false, false},
           Case{"[^abc]", "洞", true, true},
           Case{"[a-]+", "-a", true, true},
           Case{"[-a]+", "a-", true, true},
           Case{"[--]", "-", true, true},
           Case{"[^-]", "-", false, false},
           Case{"[a^]", "^", true, true},
           Case{"[.*+?(){}|$,]+", ".*+?(){}|$,", true, true},
           Case{R"([\[\]\\\-\^]+)", R"([]\-^)", true, true},
           Case{"[a-cx-zb-y]+", "amz", true, true},
           Case{"[A-Fa-f0-9]{2}", "cG", false, false},
           Case{"[㐀-䶿一-鿿]+", "㐀鿿", true, true},
           Case{"[😀-😂]", "😁", true, true},
           Case{"[^\\d\\D]", "a", false, false},
           // Escapes; the sets are RE2's, of ASCII only.
           Case{R"(\d+)", "2019", true, true},
           Case{R"(\d)", "９", false, false},
           Case{R"(\D)", "９", true, true},
           Case{R"(\w+)", "Az_09", true, true},
           Case{R"(\w)", "洞", false, false},
           Case{R"(\W)", "洞", true, true},
           Case{R"(\s+)", " \t\n\f\r", true, true},
           Case{R"(\s)", "\v", false, false},
           Case{R"(\s)", "　", false, false},
           Case{R"(\S)", " ", false, false},
           Case{R"([\s,]+)", ", ,", true, true},
           Case{R"([^\d.]+)", "1.5", false, false},
           Case{R"([\D5]+)", "a5", true, true},
           Case{R"([\w-]+)", "a-b", true, true},
           Case{R"(\.\*\?\(\)\[\]\{\}\|\^\\)", R"(.*?()[]{}|^\)", true, true},
           Case{R"(\$\/\_\"\-)", "$/_\"-", true, true},
           Case{R"(\n\r\t)", "\n\r\t", true, true},
           Case{R"([\n\t])", "\t", true, true},
           // Characters that need no escape in RFC 9485.
           Case{",-/<=>@~ \"'", ",-/<=>@~ \"'", true, true},
       }) {
    check(row);
  }
  const std::string_view with_nul("a\0b", 3);
  check({with_nul, with_nul, true, true});
}

TEST_CASE("a match takes time in proportion to the text") {
  // Each of these makes a backtracking matcher go through more ways than there are atoms.
  for (const std::string_view pattern :
       {"(a*)*b", "(a|a)*b", "(a|aa)+$b", "(a?){50}a{50}b", ".*.*.*=.*b", "((a+)+)+b", "(.{0,20}){20}b",
        "^(a|b|ab)*c", "(|a|b)*$c", "(x+x+)+y"}) {
    INFO(pattern);
    Program program;
    REQUIRE_FALSE(parse(pattern, program).has_value());
    for (const Extent extent : {Extent::anywhere, Extent::whole}) {
      std::size_t largest_per_character = 0;
      for (const std::size_t length : {100U, 1000U, 10000U}) {
        const Outcome outcome = match(program, std::string(length, 'a'), extent);
        CHECK_FALSE(outcome.matched);
        CHECK(outcome.steps <= (program.instructions.size() + 1) * (length + 1));
        largest_per_character = outcome.steps / length;
      }
      CHECK(largest_per_character <= program.instructions.size() + 1);
    }
  }
}

TEST_CASE("what may be left out does not slow down what is there") {
  Program program;
  REQUIRE_FALSE(parse("a{0,1000}", program).has_value());
  const Outcome outcome = match(program, std::string(100, 'a'), Extent::whole);
  CHECK(outcome.matched);
  CHECK(outcome.steps < 400);
}

TEST_CASE("a match that is found or lost early ends there") {
  const std::string text(10000, 'a');
  Program program;
  REQUIRE_FALSE(parse("aab?", program).has_value());
  CHECK(match(program, text, Extent::anywhere).steps < 20);
  CHECK(match(program, text, Extent::whole).steps < 20);
}
