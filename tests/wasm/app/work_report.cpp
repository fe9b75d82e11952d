#include "tests/wasm/app/work_report.h"

#include <catch2/catch_test_macros.hpp>
#include <optional>

#include "tests/support/reports.h"

namespace tianbao::testing {

const form::Form& work_report() {
  static const form::Form form = tests::work_report();
  return form;
}

std::size_t field_index(std::string_view address) {
  const std::optional<std::size_t> index = work_report().field_index(address);
  INFO(address);
  REQUIRE(index.has_value());
  return *index;
}

}  // namespace tianbao::testing
