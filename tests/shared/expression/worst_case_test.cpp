#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/cost.h"
#include "tests/shared/expression/names.h"

namespace tianbao::expression {
namespace {

struct CostCase {
  std::string_view source;
  std::uint64_t steps;  // beside one for each node
  std::uint64_t nodes;
};

std::uint64_t cost(std::string_view source) {
  return worst_case_cost(testing::compiled(source), testing::domains());
}

}  // namespace

// What the names can hold says names.h: of a text 20 bytes, of ticked three texts of one byte.

TEST_CASE("an expression costs what its operations do with the largest values") {
  const std::vector<CostCase> cases = {
      {"answer", 0, 1},
      {"percent > 1", 1, 3},
      {"percent + count + 1 > prior", 3, 6},
      {"answer && percent > 1", 1, 5},
      {"answer ? percent : percent + count", 1, 6},  // the dearer of the two
      {"text == 'x'", 1, 3},
      {"size(text) > 1", 3, 4},  // a look at the text, one at the number, the comparison
      {"'a' in ticked", 4, 3},
      {"ticked == ticked", 7, 3},
      {"ticked.all(id, id != 'b')", std::uint64_t{3} * (4 + 1), 5},
      {"ticked.map(id, id)", std::uint64_t{3} * (2 + 1), 3},
      {"ticked.filter(id, id != 'b')", std::uint64_t{3} * (4 + 1) + 4, 5},
      {"size(ticked.filter(id, true))", std::uint64_t{3} * 2 + 4 + 4 + 1, 4},
      {"sum([percent, count])", 2 + 3 + 1, 4},
  };
  for (const CostCase& each : cases) {
    INFO(each.source);
    CHECK(cost(each.source) == each.steps + each.nodes);
  }
}

TEST_CASE("a loop costs its rounds, a loop in a loop theirs times as many") {
  const std::uint64_t once = cost("ticked.all(a, a != 'b')");
  const std::uint64_t twice = cost("ticked.all(a, ticked.all(b, a != b))");
  CHECK(twice > 3 * once);
  CHECK(twice < 6 * once);
}

TEST_CASE("what has no bound costs more than any form may") {
  std::string source = "answer";
  for (int level = 0; level < 40; ++level) source.insert(0, "ticked.all(x, ").append(")");
  CHECK(cost(source) == unbounded_cost);
}

}  // namespace tianbao::expression
