#include "shared/expression/literal_arithmetic.h"

#include <catch2/catch_test_macros.hpp>
#include <string_view>

#include "tests/shared/expression/names.h"

namespace tianbao::expression {
namespace {

struct LiteralCase {
  std::string_view source;
  std::string_view part;  // that is not exact, "" for none
};

}  // namespace

TEST_CASE("literals that come to something else than on paper are known, and no others") {
  for (const LiteralCase& each : {
           LiteralCase{"1 / 2", "1 / 2"},
           LiteralCase{"percent * (1 / 3) == 0", "1 / 3"},
           LiteralCase{"percent > 0.5 * 7 / 2 && percent > 7 / 2 * 0.5", "7 / 2 * 0.5"},
           LiteralCase{"percent == 0.1 + 0.2", "0.1 + 0.2"},
           LiteralCase{"0.1 + 0.2 + percent == 0.6", "0.1 + 0.2"},
           LiteralCase{"1 / 2 * percent > 0", "1 / 2"},
           LiteralCase{"percent == 1.0 - 0.7", "1.0 - 0.7"},
           LiteralCase{"percent > -7 / 2", "-7 / 2"},
           LiteralCase{"percent > 1 / 0", "1 / 0"},
           LiteralCase{"percent > 9223372036854775807 + 1", "9223372036854775807 + 1"},
           LiteralCase{"percent == 0.3", ""},
           LiteralCase{"percent / 2 > 3.5", ""},
           LiteralCase{"percent + 0.1 + 0.2 > 0.3", ""},
           LiteralCase{"percent > 2 * 3 + 4", ""},
           LiteralCase{"percent > 6 / 3", ""},
           LiteralCase{"percent > 0.25 + 0.5", ""},
           LiteralCase{"percent > 1000 - 1 && text + 'a' != 'b'", ""},
           LiteralCase{"percent > -(2 - 3)", ""},
           LiteralCase{"answer || 1 < 2", ""},
       }) {
    INFO(each.source);
    const Program program = testing::compiled(each.source);
    CHECK(inexact_literals(program).value_or("") == each.part);
  }
}

}  // namespace tianbao::expression
