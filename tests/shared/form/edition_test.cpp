#include "shared/form/edition.h"

#include <array>
#include <catch2/catch_test_macros.hpp>

using namespace tianbao;

TEST_CASE("the edition that came into force last serves a year") {
  constexpr std::array<form::Edition, 6> editions = {{{"census", 2015, 2015},
                                                      {"work-report", 2017, {}},
                                                      {"work-report", 2024, {}},
                                                      {"work-report", 2020, 2021},
                                                      {"work-report", 2024, {}},
                                                      {"work", 2000, {}}}};
  struct Case {
    std::string_view id;
    int year;
    std::optional<std::size_t> serving;
  };
  const Case cases[] = {
      {"work-report", 2016, {}}, {"work-report", 2017, 1}, {"work-report", 2019, 1},
      {"work-report", 2020, 3},  {"work-report", 2021, 3}, {"work-report", 2022, 1},
      {"work-report", 2023, 1},  {"work-report", 2024, 2}, {"work-report", 2999, 2},
      {"census", 2015, 0},       {"census", 2016, {}},     {"no-such-form", 2019, {}},
  };
  for (const Case& each : cases) {
    CAPTURE(each.id, each.year);
    CHECK(form::serving_edition(editions, each.id, each.year) == each.serving);
  }
}
