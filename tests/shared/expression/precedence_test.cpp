// Each expression means what its fully parenthesised form means, and not what the other grouping means.
#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

struct Grouping {
  std::string source;
  std::string same;   // as it has to be grouped
  std::string other;  // grouped otherwise, with another result
};

const std::vector<Cell> cells = {
    {"t", Type::boolean, boolean(true)}, {"f", Type::boolean, boolean(false)},
    {"x", Type::decimal, number("8")},   {"y", Type::decimal, number("4")},
    {"z", Type::decimal, number("2")},
};

const std::vector<Grouping> groupings = {
    {"t || f && f", "t || (f && f)", "(t || f) && f"},
    {"f && f || t", "(f && f) || t", "f && (f || t)"},
    {"f && t ? f : t", "(f && t) ? f : t", "f && (t ? f : t)"},
    {"t || f ? f : t", "(t || f) ? f : t", "t || (f ? f : t)"},
    {"t ? f : t ? t : t", "t ? f : (t ? t : t)", "(t ? f : t) ? t : t"},
    {"f ? t : f ? t : f", "f ? t : (f ? t : f)", "(f ? t : f) ? t : t"},
    {"f && x == y", "f && (x == y)", "(f && t) == f"},
    {"x == y == f", "(x == y) == f", "dyn(x) == (y == f)"},
    {"f == f == f", "(f == f) == f", "f == (f == t)"},
    {"x - y - z", "(x - y) - z", "x - (y - z)"},
    {"x - y + z", "(x - y) + z", "x - (y + z)"},
    {"x / y / z", "(x / y) / z", "x / (y / z)"},
    {"x / y * z", "(x / y) * z", "x / (y * z)"},
    {"x % y * z", "(x % y) * z", "dyn(z) + x % (y * z)"},
    {"x + y * z", "x + (y * z)", "(x + y) * z"},
    {"x - y / z", "x - (y / z)", "(x - y) / z"},
    {"x + y < z + x", "(x + y) < (z + x)", "dyn(x) + y"},
    {"x + y in [z, 12]", "(x + y) in [z, 12]", "(x + z) in [z, 12]"},
    {"-x + y", "(-x) + y", "-(x + y)"},
    {"-x - -y", "(-x) - (-y)", "-(x - (-y))"},
    {"x -1", "x - 1", "x + 1"},
    {"!f && f", "(!f) && f", "!(f && f)"},
    {"!f == f", "(!f) == f", "!f == t"},
    {"-[1, 2][1]", "-([1, 2][1])", "-([1, 2][0])"},
    {"!['a'][0].startsWith('b')", "!((['a'][0]).startsWith('b'))", "['a'][0].startsWith('b')"},
    {"'a' + 'bc'.size() .size()", "'a' + (('bc'.size()).size())", "x"},
};

}  // namespace

TEST_CASE("operators bind as the table of langdef.md says") {
  for (const Grouping& each : groupings) {
    INFO(each.source);
    const std::string result = outcome(each.source, cells);
    if (result.starts_with("compile:")) {
      CHECK(compile_failure(each.same, cells).code == compile_failure(each.source, cells).code);
      continue;
    }
    CHECK(result == outcome(each.same, cells));
    CHECK(result != outcome(each.other, cells));
  }
}

}  // namespace tianbao::expression::testing
