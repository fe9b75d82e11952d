#include <catch2/catch_test_macros.hpp>

#include "shared/expression/library/bounded_text.h"
#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"
#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {

TEST_CASE("Bytes are written in base64 and read back") {
  struct Case {
    std::string bytes;
    std::string padded;
    std::string unpadded;
  };
  // The first seven are RFC 4648 section 10.
  const std::vector<Case> cases = {
      {"", "", ""},
      {"f", "Zg==", "Zg"},
      {"fo", "Zm8=", "Zm8"},
      {"foo", "Zm9v", "Zm9v"},
      {"foob", "Zm9vYg==", "Zm9vYg"},
      {"fooba", "Zm9vYmE=", "Zm9vYmE"},
      {"foobar", "Zm9vYmFy", "Zm9vYmFy"},
      {"hello", "aGVsbG8=", "aGVsbG8"},
      {"\xFB\xEF\xFF", "++//", "++//"},
      {std::string(2, '\0'), "AAA=", "AAA"},
  };
  for (const Case& row : cases) {
    check_calls(encoder_functions(), {
                                         {"base64.encode", {bytes(row.bytes)}, string(row.padded)},
                                         {"base64.decode", {string(row.padded)}, bytes(row.bytes)},
                                         {"base64.decode", {string(row.unpadded)}, bytes(row.bytes)},
                                     });
  }
}

TEST_CASE("What is not base64 is refused") {
  for (const char* text : {"Z", "Zm9vY", "Zg=", "Zm8==", "Z===", "====", "=", "Zg==Zg==", "Zm-_", "Zm 8",
                           "Zm8=\n", "Zm8\xEF\xBC\x9D", "中文"}) {
    INFO(text);
    CHECK(call(encoder_functions(), "base64.decode", {string(text)}) == invalid);
  }
  check_calls(encoder_functions(), {
                                       {"base64.encode", {string("f")}, no_such_overload},
                                       {"base64.decode", {bytes("Zg==")}, no_such_overload},
                                   });
}

TEST_CASE("Base64 is not written beyond the limit") {
  constexpr std::size_t most = max_result_bytes / 4 * 3;
  const Value longest = call(encoder_functions(), "base64.encode", {bytes(std::string(most, 'x'))});
  REQUIRE(longest.string());
  CHECK(longest.string()->size() == max_result_bytes);
  CHECK(call(encoder_functions(), "base64.encode", {bytes(std::string(most + 1, 'x'))}) == overflow);
}

}  // namespace tianbao::expression::testing::library
