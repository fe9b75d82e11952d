#include "shared/expression/reach.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "tests/shared/expression/names.h"

namespace tianbao::expression {
namespace {

using testing::compiled;

/// "" for a condition that may hold.
std::string part_never_true(std::string_view source) {
  const Program program = compiled(source);
  return std::string(never_true(program, testing::domains()).value_or(""));
}

struct ReachCase {
  std::string_view condition;
  std::string_view part;  // that can never be true
};

}  // namespace

// What the names can hold says names.h: percent is 0 to 100, count at least 0, kind is portal or other,
// ticked holds some of a, b and c.

TEST_CASE("a condition that can never hold is known by its part at fault") {
  const std::vector<ReachCase> cases = {
      {"false", "false"},
      {"!true", "!true"},
      {"1 > 2", "1 > 2"},
      {"percent > 100", "percent > 100"},
      {"percent < 0", "percent < 0"},
      {"0 > percent", "0 > percent"},
      {"101 <= percent", "101 <= percent"},
      {"percent == 100.5", "percent == 100.5"},
      {"percent == -1", "percent == -1"},
      {"percent - 101 >= 0", "percent - 101 >= 0"},
      {"percent + percent > 200", "percent + percent > 200"},
      {"-percent > 0", "-percent > 0"},
      {"count < 0", "count < 0"},
      {"year < 2017", "year < 2017"},
      {"kind == 'portl'", "kind == 'portl'"},
      {"'portl' == kind", "'portl' == kind"},
      {"kind in ['portals', 'others']", "kind in ['portals', 'others']"},
      {"'d' in ticked", "'d' in ticked"},
      {"none(percent)", "none(percent)"},
      {"answer && percent > 100", "percent > 100"},
      {"(answer && (percent > 100)) && has(count)", "percent > 100"},
      {"percent > 100 || kind == 'x'", "percent > 100 || kind == 'x'"},
      {"answer ? percent > 100 : false", "answer ? percent > 100 : false"},
      {"true ? false : answer", "true ? false : answer"},
      {"!(percent <= 100)", "!(percent <= 100)"},
      {"kind != kind && 'x' in ['y']", "'x' in ['y']"},
  };
  for (const ReachCase& each : cases) {
    INFO(each.condition);
    CHECK(part_never_true(each.condition) == each.part);
  }
}

TEST_CASE("conditions that hold only one without the other are at fault together") {
  for (const std::string_view condition : {
           "percent > 50 && percent < 50",
           "percent > 50 && percent <= 50",
           "50 < percent && 50 >= percent",
           "percent == 10 && count == 3 && percent == 20",
           "percent > count && count > 100",
           "kind == 'portal' && kind == 'other'",
           "kind == 'portal' && kind != 'portal'",
           "kind in ['portal', 'x'] && 'other' == kind",
           "text == 'x' && text == 'y'",
           "answer && !answer",
           "answer && (has(count) && !answer)",
           "answer && answer == false",
       }) {
    INFO(condition);
    CHECK(part_never_true(condition) == condition);
  }
}

TEST_CASE("the words of a list are followed up to some thousand") {
  std::vector<std::string> texts;
  for (int word = 0; word < 1500; ++word) texts.push_back("w" + std::to_string(word));
  const Words words(texts.begin(), texts.end());
  const Words fewer(texts.begin() + 200, texts.begin() + 400);
  std::vector<Declaration> declarations;
  std::vector<Domain> domains(4);
  for (const std::string_view name : {"a", "b", "c", "d"})
    declarations.push_back({std::string(name), Type::string});
  domains[0].words = ordered(Words(words.begin(), words.begin() + 1000));
  domains[1].words = ordered(Words(words.begin() + 900, words.end()));
  domains[2].words = ordered(fewer);
  std::vector<std::string> others;
  for (int word = 0; word < 1500; ++word) others.push_back("v" + std::to_string(word));
  domains[3].words = ordered(Words(others.begin(), others.end()));
  std::string often = "'x' in [a";
  for (int time = 0; time < 400; ++time) often += ", a, c";
  for (const auto& [condition, is_found] : std::vector<std::pair<std::string, bool>>{
           {"'x' in [a, b, c]", true},
           {often + ", b]", true},
           {"'x' in [a, b, d]", false},
           {"'w3' in [b, c]", true},
           {"'w950' in [c, b]", false},
           {"'w300' in [b, c]", false},
       }) {
    INFO(condition);
    const Program program = compile(condition, Declarations(declarations)).value();
    CHECK(never_true(program, domains).has_value() == is_found);
  }
}

TEST_CASE("a condition that may hold is let through") {
  for (const std::string_view condition : {
           "true",
           "answer",
           "!answer",
           "percent == 100",
           "percent >= 100",
           "percent <= 0",
           "count == 0",  // 无 reads as 0
           "count * 2 > 5",
           "percent / 3 > 40",
           "none(count)",
           "kind == 'portal'",
           "kind != 'portal'",
           "kind in ['x', 'other']",
           "ticked == []",
           "ticked == ['a'] && ticked != ['b']",
           "'a' in ticked && 'b' in ticked",
           "ticked.exists(id, id == 'd')",
           "text == 'x'",
           "text != 'x' && text != 'y'",
           "text < 'a' && text > 'b'",
           "percent > 50 || percent < 50",
           "percent > 50 && percent < 51",
           "percent >= 50 && percent <= 50",
           "percent > count && count > 99",
           "year >= 2017 && year < 2018",
           "prior > 1000",
           "answer == answer",
           "(answer ? percent : count) > 100",
           "percent != percent",
       }) {
    INFO(condition);
    CHECK(part_never_true(condition).empty());
  }
}

}  // namespace tianbao::expression
