#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {

// The semantics of CEL's macros are the public conformance cases' (tests/conformance); here is what the form
// profile makes of them.

TEST_CASE("macros run over lists of a form's numbers, which are decimals") {
  const std::vector<Cell> cells = {{"a", Type::decimal, number("1.5")},
                                   {"b", Type::decimal, number("2")},
                                   {"c", Type::decimal, blank()},
                                   {"d", Type::decimal, unread()},
                                   {"ticked", Type::list, strings({"search", "other"})}};
  check_cases(
      {
          {"[a, b].all(x, x > 1)", "true"},
          {"[a, b].all(x, x > 1.5)", "false"},
          {"[a, b].map(x, x * 2)", "[decimal 3, decimal 4]"},
          {"sum([a, b].map(x, x * 0.1))", "decimal 0.35"},
          {"[a, b].filter(x, x != 2)", "[decimal 1.5]"},
          {"[a, b].exists_one(x, x == 2)", "true"},
          {"[1, 2].map(i, i + a)", "[decimal 2.5, decimal 3.5]"},
          {"[a, b].transformList(i, x, x * i)", "[decimal 0, decimal 2]"},
          {"cel.bind(total, a + b, total * total)", "decimal 12.25"},
          {"ticked.exists(id, id == 'other')", "true"},
          {"ticked.map(id, size(id))", "[int 6, int 5]"},
          {"[c, a].map(x, x)", "error no_such_key"},
          {"[a, d].map(x, x)", "error unread"},
          {"[[a, b], [b, b]].all(pair, pair.all(x, x <= pair[1]))", "true"},
          {"[[1, 2], [3]].map(x, x.map(x, x * 2))", "[[int 2, int 4], [int 6]]"},
      },
      cells);
}

TEST_CASE("a macro's variable hides a name of the form, and a leading dot finds it again") {
  const std::vector<Cell> cells = {{"x", Type::decimal, number("7")}};
  check_cases(
      {
          {"[1, 2].map(x, x)", "[int 1, int 2]"},
          {"[1, 2].map(x, .x)", "[decimal 7, decimal 7]"},
          {"[1, 2].map(y, x)", "[decimal 7, decimal 7]"},
          {"cel.bind(x, 1, x) + x", "decimal 8"},
      },
      cells);
}

TEST_CASE("what would take too long ends as an error, be it long or large") {
  std::string loop = "true";
  for (int level = 0; level < 12; ++level) loop.insert(0, "[1, 2, 3, 4, 5, 6, 7, 8].all(i, ") += ')';
  std::string text = "s";
  for (int level = 0; level < 40; ++level) text.insert(0, "cel.bind(s, s + s, ") += ')';
  std::string list = "l";
  for (int level = 0; level < 40; ++level) list.insert(0, "cel.bind(l, [l, l], ") += ')';
  check_cases({
      {loop, "error too_costly"},
      {"size(cel.bind(s, 'abc', " + text + "))", "error overflow"},
      {"size(cel.bind(l, [1], " + list + "))", "error too_costly"},
  });
}

}  // namespace tianbao::expression::testing
