#include <catch2/catch_test_macros.hpp>
#include <limits>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {

TEST_CASE("a value in a message is in plain notation and in Chinese") {
  const auto decimal = [](std::string_view text) { return to_text(number(text).value); };
  CHECK(decimal("16965") == "16965");
  CHECK(decimal("-0.5") == "-0.5");
  CHECK(decimal("1200") == "1200");
  CHECK(decimal("1e30") == "1000000000000000000000000000000");
  CHECK(decimal("-1.5e25") == "-15000000000000000000000000");
  CHECK(decimal("1e-10") == "0.0000000001");
  CHECK(decimal("-1.25e-8") == "-0.0000000125");
  CHECK(to_text({std::int64_t{-7}}) == "-7");
  CHECK(to_text({std::uint64_t{18446744073709551615U}}) == "18446744073709551615");
  CHECK(to_text({0.1}) == "0.1");
  CHECK(to_text({-0.0}) == "0");
  CHECK(to_text({std::numeric_limits<double>::infinity()}) == "（无穷大）");
  CHECK(to_text({true}) == "是");
  CHECK(to_text({false}) == "否");
  CHECK(to_text(string("高行发布").value) == "高行发布");
  CHECK(to_text(strings({"a", "b", "c"}).value) == "a、b、c");
  CHECK(to_text(strings({}).value) == "（空）");
  CHECK(to_text({Null{}}) == "（空）");
  CHECK(to_text(blank().value) == "（空）");
  CHECK(to_text(unread().value) == "（无法读取）");
  CHECK(to_text(unknown().value) == "（未知）");
  CHECK(to_text({Error{ErrorCode::divide_by_zero}}) == "（无法计算）");
}

}  // namespace tianbao::expression::testing
