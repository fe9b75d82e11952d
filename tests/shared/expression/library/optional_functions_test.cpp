#include <catch2/catch_test_macros.hpp>

#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"
#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {

TEST_CASE("An optional holds a value or none") {
  const Value no_such_key = make_error_value(ErrorCode::no_such_key);
  check_calls(optional_functions(), {
                                        {"optional.of", {integer(0)}, some(integer(0))},
                                        {"optional.of", {none()}, some(none())},
                                        {"optional.none", {}, none()},
                                        {"hasValue", {some(null())}, boolean(true)},
                                        {"hasValue", {none()}, boolean(false)},
                                        {"value", {some(string("甲"))}, string("甲")},
                                        {"value", {none()}, no_such_key},
                                        {"hasValue", {integer(1)}, no_such_overload},
                                        {"value", {null()}, no_such_overload},
                                    });
}

TEST_CASE("An empty optional gives way to another one or to a value") {
  check_calls(optional_functions(), {
                                        {"or", {some(integer(1)), some(integer(2))}, some(integer(1))},
                                        {"or", {none(), some(integer(2))}, some(integer(2))},
                                        {"or", {none(), none()}, none()},
                                        {"or", {none(), integer(2)}, no_such_overload},
                                        {"orValue", {some(integer(1)), integer(2)}, integer(1)},
                                        {"orValue", {none(), integer(2)}, integer(2)},
                                        {"orValue", {none(), none()}, none()},
                                    });
}

TEST_CASE("The zero of every type counts as no value") {
  const std::vector<Value> zeros = {null(),         boolean(false),  integer(0), unsigned_integer(0),
                                    floating(-0.0), decimal("0.00"), string(""), bytes(""),
                                    list({}),       map({}),         none(),     {Timestamp{}},
                                    {Duration{}}};
  const std::vector<Value> others = {boolean(true),
                                     integer(-1),
                                     unsigned_integer(1),
                                     floating(not_a_number),
                                     decimal("0.01"),
                                     string(" "),
                                     bytes(std::string(1, '\0')),
                                     list({null()}),
                                     map({{string(""), null()}}),
                                     some(null()),
                                     {Timestamp{0, 1}},
                                     {Duration{-1, 0}},
                                     {TypeName{"int"}}};
  std::vector<Call> calls;
  for (const Value& zero : zeros) calls.push_back({"optional.ofNonZeroValue", {zero}, none()});
  check_calls(optional_functions(), calls);
  for (const Value& other : others) {
    INFO("of type " << other.content.index());
    const Value held = call(optional_functions(), "optional.ofNonZeroValue", {other});
    CHECK(call(optional_functions(), "hasValue", {held}) == boolean(true));
  }
}

}  // namespace tianbao::expression::testing::library
