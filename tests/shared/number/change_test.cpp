#include "shared/number/change.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/support/random.h"

namespace tianbao::number {
namespace {

std::string percent(const char* before, const char* now) {
  const std::optional<Decimal> change = percent_change(*Decimal::parse(before), *Decimal::parse(now));
  return change ? change->to_string() : "";
}

}  // namespace

TEST_CASE("A change is told in per cent to one decimal place, half away from zero") {
  const struct {
    const char* before;
    const char* now;
    const char* change;
  } cases[] = {
      {"12345", "12740", "3.2"},  // 3.1996…
      {"100", "85", "-15"},
      {"100", "100", "0"},
      {"2000", "2001", "0.1"},   // 0.05
      {"2000", "1999", "-0.1"},  // -0.05
      {"2001", "2002", "0"},     // 0.0499…
      {"8", "0", "-100"},
      {"2.5", "3.75", "50"},
      {"3", "4", "33.3"},
      {"3", "5", "66.7"},
      {"0.3", "0.2", "-33.3"},  // of binary numbers -33.33333333333332
      {"999999999999999", "1", "-100"},
      {"1", "999999999999999", "99999999999999800"},
      {"0.000001", "999999999999999", "99999999999999899999900"},
  };
  for (const auto& each : cases) {
    INFO(each.before << " " << each.now);
    const std::string change = percent(each.before, each.now);
    CHECK(*Decimal::parse(change) == *Decimal::parse(each.change));
  }
}

TEST_CASE("Of nothing, and of less than nothing, there is no per cent") {
  CHECK(percent("0", "5").empty());
  CHECK(percent("0", "0").empty());
  CHECK(percent("-2", "5").empty());
}

TEST_CASE("A change in per cent is never further from the truth than half of its last place") {
  testing::Random random(20260101);
  for (int run = 0; run < 20'000; ++run) {
    const auto before = static_cast<std::int64_t>(1 + random.below(999'999));
    const auto now = static_cast<std::int64_t>(random.below(999'999));
    INFO(before << " " << now);
    const auto change = percent_change(Decimal::from_integer(before), Decimal::from_integer(now)).value();
    const std::int64_t tenths = multiply(change, Decimal::from_integer(10))->to_integer().value();
    // |1000 × (now − before) / before − tenths| ≤ 1/2, and away from zero where it is that.
    const std::int64_t off = 2 * (1000 * (now - before) - tenths * before);
    CHECK((off >= -before && off <= before));
    if (off == before) CHECK(tenths < 0);
    if (off == -before) CHECK(tenths > 0);
  }
}

}  // namespace tianbao::number
