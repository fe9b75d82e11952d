#include <catch2/catch_test_macros.hpp>

#include "server/region/region_table.h"
#include "tests/server/http/test_server.h"
#include "tests/support/reports.h"

namespace tianbao::testing {

TEST_CASE("Anybody may read the regions of a province, and only of one that there is") {
  const TestServer server;
  const auto hunan = server.client().Get("/api/v1/regions/43");
  REQUIRE(hunan);
  CHECK(hunan->status == 200);
  const json::Value body = json_of(hunan);
  const json::Value* const regions = body.find("regions");
  REQUIRE(regions != nullptr);
  CHECK(text_at(*regions, "430525") == "洞口县");
  CHECK(regions->find("11") == nullptr);
  region::Regions read;
  CHECK(read.put("43", *regions->as_object()));
  for (const char* const province : {"99", "4", "430", "430525", "%20", "ab"}) {
    CAPTURE(province);
    CHECK(problem_code(server.client().Get(std::string("/api/v1/regions/") + province), 404) ==
          "unknown_region");
  }
}

TEST_CASE("The program carries the table that the build made") {
  REQUIRE(region::known_regions() != nullptr);
  for (const json::Member& member : region_table()) {
    std::string code = member.key;
    code.resize(region::code_digits, '0');
    CHECK(region::known_regions()->place(code) == all_regions()->place(code));
  }
}

}  // namespace tianbao::testing
