#include <catch2/catch_test_macros.hpp>

#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {

TEST_CASE("The size of a text is counted in code points, that of bytes in bytes") {
  check_calls(text_functions(), {
                                    {"size", {string("")}, integer(0)},
                                    {"size", {string("four")}, integer(4)},
                                    {"size", {string("洞口县人民政府")}, integer(7)},
                                    {"size", {string("🐱ÿ")}, integer(2)},
                                    {"size", {bytes("ÿ")}, integer(2)},
                                    {"size", {bytes(std::string(3, '\0'))}, integer(3)},
                                    {"size", {list({null(), null()})}, integer(2)},
                                    {"size", {map({{string("a"), null()}})}, integer(1)},
                                    {"size", {map({})}, integer(0)},
                                    {"size", {integer(1)}, no_such_overload},
                                });
}

TEST_CASE("A text is looked for at the begin, at the end and everywhere") {
  check_calls(text_functions(), {
                                    {"startsWith", {string("foobar"), string("foo")}, boolean(true)},
                                    {"startsWith", {string("foobar"), string("bar")}, boolean(false)},
                                    {"startsWith", {string(""), string("foo")}, boolean(false)},
                                    {"startsWith", {string(""), string("")}, boolean(true)},
                                    {"startsWith", {string("🐱😀😛"), string("🐱")}, boolean(true)},
                                    {"endsWith", {string("foobar"), string("bar")}, boolean(true)},
                                    {"endsWith", {string("foobar"), string("foo")}, boolean(false)},
                                    {"endsWith", {string("foobar"), string("")}, boolean(true)},
                                    {"endsWith", {string("forté"), string("té")}, boolean(true)},
                                    {"contains", {string("hello"), string("he")}, boolean(true)},
                                    {"contains", {string("hello"), string("")}, boolean(true)},
                                    {"contains", {string(""), string("")}, boolean(true)},
                                    {"contains", {string(""), string("x")}, boolean(false)},
                                    {"contains", {string("hello"), string("ol")}, boolean(false)},
                                    {"contains", {string("abababc"), string("ababc")}, boolean(true)},
                                    {"contains", {string("aabaaabaaac"), string("aabaaac")}, boolean(true)},
                                    {"contains", {string("aabaaabaaab"), string("aabaaac")}, boolean(false)},
                                    {"contains", {string("🐱😀😁"), string("😀")}, boolean(true)},
                                    {"contains", {string("1"), integer(1)}, no_such_overload},
                                });
}

TEST_CASE("matches() looks for a pattern anywhere in the text") {
  check_calls(text_functions(), {
                                    {"matches", {string("hubba"), string("ubb")}, boolean(true)},
                                    {"matches", {string(""), string("foo|bar")}, boolean(false)},
                                    {"matches", {string("cows"), string("")}, boolean(true)},
                                    {"matches", {string("banana"), string("ba(na)*")}, boolean(true)},
                                    {"matches", {string("🐱😀😀"), string("(a|😀){2}")}, boolean(true)},
                                    {"matches", {string("2019"), string("^[0-9]{4}$")}, boolean(true)},
                                    {"matches", {string("x2019"), string("^[0-9]{4}$")}, boolean(false)},
                                    {"matches", {string("x"), string("(")}, invalid},
                                });
}

}  // namespace tianbao::expression::testing::library
