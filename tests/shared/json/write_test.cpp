#include "shared/json/write.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shared/json/parse.h"

using namespace tianbao::json;

namespace {

Value parsed(std::string_view text) {
  tianbao::Result<Value, ParseError> result = parse(text);
  REQUIRE(result);
  return std::move(result).value();
}

}  // namespace

// RFC 8785 section 3.2.2, with its one number that no double holds (333333333.33333329) in the digits that
// the RFC prints for it, since ours are not doubles; the result is section 3.2.3's.
TEST_CASE("the sample of RFC 8785 comes out as the RFC prints it") {
  const Value value = parsed(R"({
    "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false]
  })");
  CHECK(to_canonical(value) ==
        "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
        "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST_CASE("canonical members are sorted by UTF-16 code units as in RFC 8785 section 3.2.3") {
  const Value value = parsed(R"({
    "\u20ac": "Euro Sign",
    "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh",
    "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face",
    "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis"
  })");
  CHECK(to_canonical(value) ==
        "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
        "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
        "\"\U0001F600\":\"Emoji: Grinning Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
}

TEST_CASE("strings are escaped only where they must be") {
  std::string every_control;
  for (char character = 0; character < 0x20; ++character) every_control.push_back(character);
  CHECK(to_canonical(Value(every_control)) ==
        "\"\\u0000\\u0001\\u0002\\u0003\\u0004\\u0005\\u0006\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u000f"
        "\\u0010\\u0011\\u0012\\u0013\\u0014\\u0015\\u0016\\u0017\\u0018\\u0019\\u001a\\u001b\\u001c\\u001d"
        "\\u001e\\u001f\"");
  CHECK(to_canonical(Value("\"\\/\x7F洞口\u2028𠮷")) == "\"\\\"\\\\/\x7F洞口\u2028𠮷\"");
}

TEST_CASE("indented and compact texts keep the order of members") {
  const Value value = parsed(R"({"b":{"y":[1,[],{}],"x":"甲"},"a":null})");
  CHECK(to_compact(value) == R"({"b":{"y":[1,[],{}],"x":"甲"},"a":null})");
  CHECK(to_indented(value) == R"({
  "b": {
    "y": [
      1,
      [],
      {}
    ],
    "x": "甲"
  },
  "a": null
}
)");
  CHECK(to_indented(Value(true)) == "true\n");
}

TEST_CASE("what is written reads back equal, whichever way it is written") {
  const Value value =
      parsed(R"({"values":{"release":{"total":16965,"days":5.25}},"a":[true,null,"\u0000\ud83d\ude00"],
    "":{"Z":-1e-30,"a":1e300}})");
  for (const std::string& text : {to_canonical(value), to_indented(value), to_compact(value)}) {
    CAPTURE(text);
    CHECK(parsed(text) == value);
    CHECK(to_canonical(parsed(text)) == to_canonical(value));
  }
}

TEST_CASE("the canonical form does not depend on the order of members") {
  Object members = {{"a", 1 > 0}, {"b", "x"}, {"\uE000", Array{}}, {"\U00010000", nullptr}};
  std::sort(members.begin(), members.end(), [](const Member& a, const Member& b) { return a.key < b.key; });
  const std::string canonical = to_canonical(Value(members));
  do {
    CHECK(to_canonical(Value(members)) == canonical);
  } while (std::next_permutation(members.begin(), members.end(),
                                 [](const Member& a, const Member& b) { return a.key < b.key; }));
  CHECK(canonical == "{\"a\":true,\"b\":\"x\",\"\U00010000\":null,\"\uE000\":[]}");
}
