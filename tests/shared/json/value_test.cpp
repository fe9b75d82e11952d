#include "shared/json/value.h"

#include <catch2/catch_test_macros.hpp>

using namespace tianbao::json;
using tianbao::number::Decimal;

namespace {

Value number(std::int64_t value) {
  return Decimal::from_integer(value);
}

}  // namespace

TEST_CASE("a value gives its content as what it is and as nothing else") {
  CHECK(Value().is_null());
  CHECK(Value(nullptr).is_null());
  CHECK(*Value(false).as_bool() == false);
  CHECK(*Value("甲").as_string() == "甲");
  CHECK(*number(7).as_number() == Decimal::from_integer(7));
  CHECK(Value(Array{nullptr, true}).as_array()->size() == 2);
  CHECK(Value(Object{{"a", true}}).as_object()->size() == 1);
  CHECK(Value("1").as_number() == nullptr);
  CHECK(number(1).as_bool() == nullptr);
  CHECK(Value(Array{}).as_object() == nullptr);
  CHECK(Value(Object{}).as_array() == nullptr);
  CHECK(Value().as_string() == nullptr);
}

TEST_CASE("find gives a member or nothing") {
  const Value value(Object{{"a", true}, {"b", nullptr}});
  REQUIRE(value.find("a") != nullptr);
  CHECK(*value.find("a") == Value(true));
  REQUIRE(value.find("b") != nullptr);
  CHECK(value.find("b")->is_null());
  CHECK(value.find("c") == nullptr);
  CHECK(Value(Array{true}).find("a") == nullptr);
}

TEST_CASE("values are equal by content, objects whatever the order of members") {
  CHECK(Value(Object{{"a", number(1)}, {"b", Object{{"c", "x"}, {"d", "y"}}}}) ==
        Value(Object{{"b", Object{{"d", "y"}, {"c", "x"}}}, {"a", number(1)}}));
  CHECK_FALSE(Value(Object{{"a", number(1)}, {"b", number(2)}}) ==
              Value(Object{{"b", number(1)}, {"a", number(2)}}));
  CHECK_FALSE(Value(Object{{"a", true}}) == Value(Object{{"a", true}, {"b", true}}));
  CHECK_FALSE(Value(Object{{"a", true}, {"b", true}}) == Value(Object{{"c", true}, {"a", true}}));
  CHECK_FALSE(Value(Array{true, false}) == Value(Array{false, true}));
  CHECK_FALSE(Value("1") == number(1));
  CHECK_FALSE(Value() == Value(false));
  CHECK_FALSE(Value(Array{}) == Value(Object{}));
}

// RFC 6901 sections 3 to 5.
TEST_CASE("a JSON Pointer escapes what has a meaning in it") {
  CHECK(pointer_to("", "foo") == "/foo");
  CHECK(pointer_to("/foo", std::size_t{0}) == "/foo/0");
  CHECK(pointer_to("", "") == "/");
  CHECK(pointer_to("", "a/b") == "/a~1b");
  CHECK(pointer_to("", "m~n") == "/m~0n");
  CHECK(pointer_to("/values", "~1") == "/values/~01");
  CHECK(pointer_to("", "总数") == "/总数");
}
