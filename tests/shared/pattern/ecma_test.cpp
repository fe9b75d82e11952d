#include "shared/pattern/ecma.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/pattern/pattern.h"

using namespace tianbao;

// That JavaScript takes them and means the same is seen by tests/schema.
TEST_CASE("a pattern is written in the words of ECMA-262 that mean the same") {
  const struct {
    std::string_view source;
    std::string_view whole;
  } cases[] = {
      {"", "^(?:)$"},
      {"bm[0-9]{8}|[0-9]{10}", "^(?:bm[0-9]{8}|[0-9]{10})$"},
      {"(湘公网安备 ?)?[0-9]{14}号?", "^(?:(?:湘公网安备 ?)?[0-9]{14}号?)$"},
      {"(?:a|b)+", "^(?:(?:a|b)+)$"},
      {"[一-鿿·]{2,20}", "^(?:[·一-鿿]{2,20})$"},
      {R"([^.]+(\.[^.]+)*\.gov\.cn)", R"(^(?:[^\.]+(?:\.[^\.]+)*\.gov\.cn)$)"},
      {".*", R"(^(?:[^\u000a]*)$)"},
      {R"(\d\D)", "^(?:[0-9][^0-9])$"},
      {R"([\w-]\W)", R"(^(?:[\-0-9A-Z_a-z][^0-9A-Z_a-z])$)"},
      {R"(\s[\S])", R"(^(?:[\u0009\u000a\u000c\u000d ][^\u0009\u000a\u000c\u000d ])$)"},
      {R"(\"\-\/\*\{)", R"(^(?:"-/\*\{)$)"},
      {R"([\]\[\\\^])", R"(^(?:[\[\\\]\^])$)"},
      {"[ab]", "^(?:[ab])$"},
      {"^a*$", "^(?:(?:^)a*(?:$))$"},
      {"^{2}", "^(?:(?:^){2})$"},
      {R"([^\s\S])", "^(?:[^\\u0000-\U0010ffff])$"},
      {R"([\s\S]\S)",
       "^(?:[\\u0000-\\u0008\\u0009\\u000a\\u000b\\u000c\\u000d\\u000e-\\u001f !-\U0010ffff]"
       "[^\\u0009\\u000a\\u000c\\u000d ])$"},
  };
  for (const auto& example : cases) {
    CAPTURE(example.source);
    REQUIRE(pattern::compile(example.source).ok());
    CHECK(pattern::whole_in_ecma(example.source) == example.whole);
  }
}
