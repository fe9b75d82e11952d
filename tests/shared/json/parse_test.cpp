#include "shared/json/parse.h"

#include <catch2/catch_test_macros.hpp>

#include "shared/json/write.h"

using namespace tianbao::json;
using tianbao::Result;

namespace {

constexpr const char* byte_order_mark = "\xEF\xBB\xBF";

/// The value written compactly, or where and why it was refused.
std::string outcome(std::string_view text, const Limits& limits = {}) {
  const Result<Value, ParseError> result = parse(text, limits);
  if (result) return to_compact(result.value());
  constexpr std::string_view names[] = {"too_large", "too_deep",      "too_many_values", "invalid_utf8",
                                        "syntax",    "duplicate_key", "number_not_exact"};
  return std::string(names[static_cast<std::size_t>(result.error().code)]) + " at " +
         std::to_string(result.error().offset);
}

ParseError error_of(std::string_view text, const Limits& limits = {}) {
  const Result<Value, ParseError> result = parse(text, limits);
  REQUIRE_FALSE(result);
  return result.error();
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

}  // namespace

TEST_CASE("a JSON text becomes a value with its members in their order") {
  struct Case {
    std::string text;
    std::string expected;
  };
  for (const Case& row : {
           Case{" null ", "null"},
           Case{"true", "true"},
           Case{"\t[ false , [ ] , { } ]\r\n", "[false,[],{}]"},
           Case{R"({"b":1,"a":{"d":[2,3],"c":null}})", R"({"b":1,"a":{"d":[2,3],"c":null}})"},
           Case{R"("\u6d1e口\ud842\udfb7\/\"\\\b\f\n\r\t\u0001")",
                "\"洞口𠮷/\\\"\\\\\\b\\f\\n\\r\\t\\u0001\""},
           Case{R"({"":"","\u0061":1})", R"({"":"","a":1})"},
           Case{byte_order_mark + std::string("{}"), "{}"},
       }) {
    CAPTURE(row.text);
    CHECK(outcome(row.text) == row.expected);
  }
}

TEST_CASE("numbers keep every digit") {
  struct Case {
    std::string text;
    std::string expected;
  };
  const std::string places(33, '1');
  for (const Case& row : {
           Case{"[0,-0,-0.0,12]", "[0,0,0,12]"},
           Case{"[9223372036854775807,-9223372036854775808]", "[9223372036854775807,-9223372036854775808]"},
           Case{"18446744073709551615", "18446744073709551615"},
           Case{"100000000000000000001", "100000000000000000001"},
           Case{"0.1000000000000000055511151231257827", "0.1000000000000000055511151231257827"},
           Case{"[1.50,1e3,1E+3,25e-1]", "[1.5,1000,1000,2.5]"},
           Case{"1." + places, "1." + places},
           Case{"1." + places + "1", "number_not_exact at 0"},
           Case{"[1,-" + std::string(35, '9') + "]", "number_not_exact at 3"},
           Case{"{\"a\": 1e400}", "number_not_exact at 6"},
           Case{"1e-400", "1e-400"},
           Case{"[1e-7000]", "number_not_exact at 1"},
       }) {
    CAPTURE(row.text);
    CHECK(outcome(row.text) == row.expected);
  }
}

TEST_CASE("what is no JSON is refused where it stops making sense") {
  struct Case {
    std::string text;
    std::size_t offset;
  };
  using namespace std::string_literals;
  for (const Case& row : {
           Case{"", 0},
           Case{"  ", 2},
           Case{"[1,]", 3},
           Case{"[1,,2]", 3},
           Case{"[1 2]", 3},
           Case{"[1}", 2},
           Case{"{\"a\" 1}", 5},
           Case{"{\"a\":}", 5},
           Case{"{\"a\":1,}", 7},
           Case{"{a:1}", 1},
           Case{"{'a':1}", 1},
           Case{"{1:1}", 1},
           Case{"{\"a\":1", 6},
           Case{"[1", 2},
           Case{"[\"ab", 1},
           Case{"tru", 0},
           Case{"[True]", 1},
           Case{"[01]", 2},
           Case{"[1.]", 1},
           Case{"[.5]", 1},
           Case{"[+1]", 1},
           Case{"[-]", 1},
           Case{"[NaN]", 1},
           Case{"[1]x", 3},
           Case{"[1] [2]", 4},
           Case{"// 1\n1", 0},
           Case{"[\"a\nb\"]", 1},
           Case{"[\"\\x\"]", 1},
           Case{"[\"\\ud800\"]", 1},
           Case{"[\"\\udc00\"]", 1},
           Case{"1\0garbage"s, 1},
           Case{"\"\0\""s, 1},
           Case{byte_order_mark + ""s, 3},
           Case{byte_order_mark + ""s + byte_order_mark + "1", 3},
           Case{" "s + byte_order_mark + "1", 1},
       }) {
    CAPTURE(row.text);
    CHECK(outcome(row.text) == "syntax at " + std::to_string(row.offset));
  }
}

TEST_CASE("bytes that are no UTF-8 are refused before all else") {
  CHECK(outcome("[\"\xB6\xB4\xBF\xDA\"]") == "invalid_utf8 at 2");  // 洞口 in GB 18030
  CHECK(outcome("{\"a\":1,\"a\":\"\xFF\"}") == "invalid_utf8 at 12");
  CHECK(outcome("\"\xED\xA0\x80\"") == "invalid_utf8 at 1");
  CHECK(outcome("\"\xE6\xB4\"") == "invalid_utf8 at 1");
}

TEST_CASE("a repeated key is refused where it stands again") {
  CHECK(outcome(R"({"total":523,"total":658})") == "duplicate_key at 13");
  CHECK(outcome(R"([{"a":{"x":1,"y":2, "x":3}}])") == "duplicate_key at 20");
  CHECK(outcome(R"({"c":1,"b":2,"c":3,"b":4})") == "duplicate_key at 13");
  CHECK(outcome(R"({"a":1,"\u0061":2})") == "duplicate_key at 7");
  CHECK(error_of(R"({"a":[],"\u0061":2})").key == "a");
  CHECK(outcome(R"([{"a":1},{"a":{"a":2}}])") == R"([{"a":1},{"a":{"a":2}}])");
}

TEST_CASE("limits are kept to exactly") {
  Limits limits;
  limits.max_bytes = 10;
  CHECK(outcome("\"12345678\"", limits) == "\"12345678\"");
  CHECK(outcome("\"123456789\"", limits) == "too_large at 10");
  CHECK(error_of("\"123456789\"", limits).limit == 10);

  limits = {};
  limits.max_depth = 3;
  CHECK(outcome(nested(3), limits) == nested(3));
  CHECK(outcome(nested(4), limits) == "too_deep at 3");
  CHECK(outcome(R"({"a":[{"b":[]}]})", limits) == "too_deep at 11");
  CHECK(error_of(nested(4), limits).limit == 3);
  CHECK(outcome(R"([[[]],[[]],[[]]])", limits) == "[[[]],[[]],[[]]]");
  limits.max_depth = 0;
  CHECK(outcome("1", limits) == "1");
  CHECK(outcome("[]", limits) == "too_deep at 0");

  limits = {};
  limits.max_values = 3;
  CHECK(outcome(R"({"a":1,"b":2})", limits) == R"({"a":1,"b":2})");
  CHECK(outcome(R"({"a":1,"b":2,"c":3})", limits) == "too_many_values at 17");
  CHECK(error_of("[1,2,3]", limits).limit == 3);
}

TEST_CASE("a hostile text is refused in good time") {
  CHECK(error_of(std::string(std::size_t{4} << 20, '[')).code == ParseErrorCode::too_deep);
  std::string many_keys = "{";
  for (int key = 0; key < 50'000; ++key) many_keys += "\"" + std::to_string(key) + "\":0,";
  CHECK(error_of(many_keys + "\"49999\":0}").code == ParseErrorCode::duplicate_key);
  CHECK(parse(many_keys + "\"50000\":0}"));
  std::string many_values = "[0";
  for (int value = 0; value < 500'000; ++value) many_values += ",0";
  CHECK(error_of(many_values + "]").code == ParseErrorCode::too_many_values);
}

TEST_CASE("a place is told by line and character") {
  const ParseError error = error_of("{\n  \"网站名称\": \"洞口县人民政府\" 1\n}");
  CHECK(error.line == 2);
  CHECK(error.column == 21);
  const ParseError first_line = error_of(byte_order_mark + std::string("[x]"));
  CHECK(first_line.offset == 4);
  CHECK(first_line.line == 1);
  CHECK(first_line.column == 2);
}

TEST_CASE("every error is told in one Chinese sentence") {
  Limits limits;
  limits.max_values = 2;
  CHECK(describe(error_of("[1,2]", limits)) == "第 1 行第 4 个字符处数据项超过 2 个，未读取。");
  limits = {};
  limits.max_depth = 1;
  CHECK(describe(error_of("[[]]", limits)) == "第 1 行第 2 个字符处嵌套超过 1 层，未读取。");
  limits.max_bytes = 3;
  CHECK(describe(error_of("[[]]", limits)) == "文件太大，超过 3 字节，未读取。");
  CHECK(describe(error_of("{\"总数\":1,\n\"总数\":2}")) ==
        "第 2 行第 1 个字符处“总数”重复出现，无法确定以哪一个为准。");
  CHECK(describe(error_of("[\"\xB6\xB4\"]")) ==
        "第 1 行第 3 个字符处不是 UTF-8 编码的文字，文件可能已损坏，或以其他编码另存过。");
  CHECK(describe(error_of("[1e999]")) == "第 1 行第 2 个字符处的数字位数过多或过大，无法精确读取。");
  CHECK(describe(error_of("{")) == "第 1 行第 2 个字符处不符合 JSON 格式，文件可能不完整或被改动过。");
}
