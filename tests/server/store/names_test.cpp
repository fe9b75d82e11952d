#include "server/store/names.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace tianbao::store {

TEST_CASE("Only what cannot leave its folder becomes part of a path") {
  for (const char* const code : {"4305250009", "bm01000001", "1100000088"}) CHECK(is_site_code(code));
  for (const char* const period : {"2017", "1999"}) CHECK(is_period(period));
  CHECK(is_digest(std::string(64, 'a')));
  for (const char* const text :
       {"",          ".",           "..",         "/",        "../../etc", "a/b",       "a\\b",  "43052500 9",
        "430525000", "43052500091", "BM01000001", "２０１９", "0999",      "201",       "20199", "A",
        "a_b",       "a.b",         "-a",         "a-",       "1a",        "draft.json"}) {
    INFO(text);
    CHECK_FALSE(is_site_code(text));
    CHECK_FALSE(is_period(text));
    CHECK_FALSE(is_digest(text));
  }
  CHECK_FALSE(is_digest(std::string(64, 'A')));
  CHECK_FALSE(is_digest(std::string(63, 'a')));
}

}  // namespace tianbao::store
