#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

#include "shared/expression/library/bounded_text.h"
#include "shared/expression/library/library.h"
#include "tests/shared/expression/library/call.h"
#include "tests/shared/expression/library/values.h"

namespace tianbao::expression::testing::library {
namespace {

constexpr std::int64_t far = std::numeric_limits<std::int64_t>::max();

const Value cat = string("tacocat");
const Value mixed = string("ta©o©αT");

}  // namespace

TEST_CASE("Positions are counted in code points") {
  check_calls(string_functions(), {
                                      {"charAt", {cat, integer(3)}, string("o")},
                                      {"charAt", {cat, integer(7)}, string("")},
                                      {"charAt", {cat, integer(8)}, invalid},
                                      {"charAt", {cat, integer(-1)}, invalid},
                                      {"charAt", {cat, integer(far)}, invalid},
                                      {"charAt", {mixed, integer(5)}, string("α")},
                                      {"charAt", {string(""), integer(0)}, string("")},
                                      {"charAt", {cat, boolean(true)}, no_such_overload},
                                      {"substring", {cat, integer(4)}, string("cat")},
                                      {"substring", {cat, integer(7)}, string("")},
                                      {"substring", {cat, integer(0), integer(4)}, string("taco")},
                                      {"substring", {cat, integer(4), integer(4)}, string("")},
                                      {"substring", {mixed, integer(2), integer(6)}, string("©o©α")},
                                      {"substring", {cat, integer(8)}, invalid},
                                      {"substring", {cat, integer(-1)}, invalid},
                                      {"substring", {cat, integer(1), integer(50)}, invalid},
                                      {"substring", {cat, integer(49), integer(50)}, invalid},
                                      {"substring", {cat, integer(4), integer(3)}, invalid},
                                  });
}

TEST_CASE("indexOf() finds the first occurrence from a position on") {
  check_calls(string_functions(), {
                                      {"indexOf", {cat, string("ac")}, integer(1)},
                                      {"indexOf", {cat, string("none")}, integer(-1)},
                                      {"indexOf", {cat, string("tacocats")}, integer(-1)},
                                      {"indexOf", {cat, string("")}, integer(0)},
                                      {"indexOf", {cat, string(""), integer(3)}, integer(3)},
                                      {"indexOf", {mixed, string(""), integer(7)}, integer(7)},
                                      {"indexOf", {cat, string("a"), integer(3)}, integer(5)},
                                      {"indexOf", {cat, string("a"), integer(5)}, integer(5)},
                                      {"indexOf", {cat, string("a"), integer(6)}, integer(-1)},
                                      {"indexOf", {cat, string("a"), integer(7)}, integer(-1)},
                                      {"indexOf", {cat, string("a"), integer(8)}, invalid},
                                      {"indexOf", {cat, string("a"), integer(-1)}, invalid},
                                      {"indexOf", {mixed, string("©"), integer(3)}, integer(4)},
                                      {"indexOf", {mixed, string("©αT"), integer(3)}, integer(4)},
                                      {"indexOf", {mixed, string("©α"), integer(5)}, integer(-1)},
                                      {"indexOf", {string("aabaabaaa"), string("aabaaa")}, integer(3)},
                                      {"indexOf", {cat, boolean(true)}, no_such_overload},
                                  });
}

TEST_CASE("lastIndexOf() finds the last occurrence that begins up to a position") {
  const Value banana = string("bananananana");
  check_calls(string_functions(), {
                                      {"lastIndexOf", {cat, string("at")}, integer(5)},
                                      {"lastIndexOf", {cat, string("none")}, integer(-1)},
                                      {"lastIndexOf", {string(""), string("@@")}, integer(-1)},
                                      {"lastIndexOf", {cat, string("")}, integer(7)},
                                      {"lastIndexOf", {cat, string(""), integer(3)}, integer(3)},
                                      {"lastIndexOf", {cat, string("a"), integer(3)}, integer(1)},
                                      {"lastIndexOf", {cat, string("a"), integer(1)}, integer(1)},
                                      {"lastIndexOf", {cat, string("a"), integer(0)}, integer(-1)},
                                      {"lastIndexOf", {cat, string("a"), integer(7)}, integer(5)},
                                      {"lastIndexOf", {cat, string("a"), integer(8)}, invalid},
                                      {"lastIndexOf", {cat, string("a"), integer(-1)}, invalid},
                                      {"lastIndexOf", {mixed, string("©"), integer(3)}, integer(2)},
                                      {"lastIndexOf", {mixed, string("©α"), integer(4)}, integer(4)},
                                      {"lastIndexOf", {banana, string("nana"), integer(7)}, integer(6)},
                                      {"lastIndexOf", {string("aaaa"), string("aa")}, integer(2)},
                                  });
}

TEST_CASE("join() puts the separator between the texts") {
  check_calls(string_functions(), {
                                      {"join", {strings({"x", "y"})}, string("xy")},
                                      {"join", {strings({"x", "y"}), string("、")}, string("x、y")},
                                      {"join", {strings({"", ""}), string("-")}, string("-")},
                                      {"join", {strings({}), string("-")}, string("")},
                                      {"join", {list({string("x"), integer(1)})}, no_such_overload},
                                  });
}

TEST_CASE("replace() replaces so many occurrences from the left, or all") {
  const Value hello = string("hello hello");
  check_calls(string_functions(),
              {
                  {"replace", {hello, string("he"), string("we")}, string("wello wello")},
                  {"replace", {hello, string("he"), string("we"), integer(-1)}, string("wello wello")},
                  {"replace", {hello, string("he"), string("we"), integer(1)}, string("wello hello")},
                  {"replace", {hello, string("he"), string("we"), integer(0)}, hello},
                  {"replace", {hello, string("x"), string("we"), integer(far)}, hello},
                  {"replace", {string("aaaa"), string("aa"), string("b")}, string("bb")},
                  {"replace", {string("aaa"), string("a"), string("")}, string("")},
                  {"replace", {string("1 ©αT taco"), string("αT"), string("o©α")}, string("1 ©o©α taco")},
                  {"replace", {string("市县"), string(""), string("-")}, string("-市-县-")},
                  {"replace", {string("市县"), string(""), string("-"), integer(2)}, string("-市-县")},
                  {"replace", {string(""), string(""), string("-")}, string("-")},
                  {"replace", {hello, string("h"), integer(1)}, no_such_overload},
              });
}

TEST_CASE("split() splits into so many texts, or all") {
  const Value hello = string("hello world events");
  check_calls(string_functions(),
              {
                  {"split", {hello, string(" ")}, strings({"hello", "world", "events"})},
                  {"split", {hello, string(" "), integer(-1)}, strings({"hello", "world", "events"})},
                  {"split", {hello, string(" "), integer(0)}, strings({})},
                  {"split", {hello, string(" "), integer(1)}, list({hello})},
                  {"split", {hello, string(" "), integer(2)}, strings({"hello", "world events"})},
                  {"split", {hello, string(" "), integer(far)}, strings({"hello", "world", "events"})},
                  {"split", {string("o©o©o"), string("©")}, strings({"o", "o", "o"})},
                  {"split", {string(",a,,"), string(",")}, strings({"", "a", "", ""})},
                  {"split", {string("aaa"), string("aa")}, strings({"", "a"})},
                  {"split", {string(""), string(",")}, strings({""})},
                  {"split", {string(""), string("")}, strings({})},
                  {"split", {string("市县镇"), string("")}, strings({"市", "县", "镇"})},
                  {"split", {string("市县镇"), string(""), integer(2)}, strings({"市", "县镇"})},
                  {"split", {hello, string(" "), string("1")}, no_such_overload},
              });
}

TEST_CASE("trim() takes Unicode's white space off both ends") {
  check_calls(string_functions(),
              {
                  {"trim", {string(" \f\n\r\t\vtext  ")}, string("text")},
                  {"trim", {string("\u0085\u00A0\u1680text")}, string("text")},
                  {"trim",
                   {string("text\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009")},
                   string("text")},
                  {"trim", {string("\u200Atext\u2028\u2029\u202F\u205F\u3000")}, string("text")},
                  {"trim",
                   {string("\u180Etext\u200B\u200C\u200D\u2060\uFEFF")},
                   string("\u180Etext\u200B\u200C\u200D\u2060\uFEFF")},
                  {"trim", {string("　洞口县 人民政府　")}, string("洞口县 人民政府")},
                  {"trim", {string(" \t")}, string("")},
                  {"trim", {string("")}, string("")},
              });
}

TEST_CASE("Texts are turned round and change their case in ASCII only") {
  check_calls(string_functions(), {
                                      {"reverse", {string("gums")}, string("smug")},
                                      {"reverse", {mixed}, string("Tα©o©at")},
                                      {"reverse", {string("")}, string("")},
                                      {"lowerAscii", {string("TacoCÆt Xii")}, string("tacocÆt xii")},
                                      {"upperAscii", {string("tacoCαt Xii")}, string("TACOCαT XII")},
                                  });
}

TEST_CASE("strings.quote() writes a literal of CEL") {
  check_calls(string_functions(),
              {
                  {"strings.quote", {string("")}, string(R"("")")},
                  {"strings.quote", {string("first\nsecond")}, string(R"("first\nsecond")")},
                  {"strings.quote", {string("\a\b\f\r\t\v")}, string(R"("\a\b\f\r\t\v")")},
                  {"strings.quote", {string(R"(a\b)")}, string(R"("a\\b")")},
                  {"strings.quote", {string(R"('a' "b")")}, string(R"("'a' \"b\"")")},
                  {"strings.quote", {string("中文😀")}, string(R"("中文😀")")},
              });
}

TEST_CASE("No function makes more than the limit allows") {
  const std::string half(max_result_bytes / 2, 'x');
  const Value whole = string(half + half);
  const Value quotes = string(std::string(max_result_bytes / 2 - 1, '"'));
  check_calls(string_functions(),
              {
                  {"join", {strings({half, half})}, whole},
                  {"join", {strings({half, half}), string("-")}, overflow},
                  {"replace", {string(half), string("x"), string("xx")}, whole},
                  {"replace", {string(half), string("x"), string("xxx")}, overflow},
                  {"replace", {string(half), string(""), string("x")}, overflow},
                  {"strings.quote", {string(half + half)}, overflow},
                  {"format", {string("%s%s"), strings({half, half})}, whole},
                  {"format", {string("%s%s."), strings({half, half})}, overflow},
                  {"format", {string("%x."), strings({half})}, overflow},
                  {"format", {string("%s"), list({strings({half, half})})}, overflow},
                  {"split", {string(std::string(max_result_items, ',')), string(",")}, overflow},
              });
  CHECK(call(string_functions(), "strings.quote", {quotes}).string()->size() == max_result_bytes);
  const Value items =
      call(string_functions(), "split", {string(std::string(max_result_items - 1, ',')), string(",")});
  CHECK(items.list()->size() == max_result_items);
}

TEST_CASE("A search takes no longer for texts that nearly match everywhere") {
  const std::string text(max_result_bytes, 'a');
  const Value part = string(std::string(max_result_bytes / 2, 'a') + "b");
  check_calls(string_functions(), {
                                      {"indexOf", {string(text), part}, integer(-1)},
                                      {"lastIndexOf", {string(text), part}, integer(-1)},
                                      {"replace", {string(text), part, string("")}, string(text)},
                                  });
}

}  // namespace tianbao::expression::testing::library
