// What a program tells of itself, its limits, and input that means harm.
#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

std::vector<Declaration> declarations() {
  return {{"a", Type::decimal},   {"a.b", Type::string}, {"a.b.c", Type::boolean},   {"list", Type::list},
          {"any", Type::dynamic}, {"i", Type::integer},  {"site.code", Type::string}};
}

Program compiled(std::string_view source) {
  const std::vector<Declaration> names = declarations();
  Result<Program, CompileError> program = compile(source, names);
  INFO(source);
  REQUIRE(program.ok());
  return std::move(program).value();
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t index = 0; index < count; ++index) result += text;
  return result;
}

CompileErrorCode failure_code(const std::string& source) {
  const std::vector<Declaration> names = declarations();
  const Result<Program, CompileError> program = compile(source, names);
  REQUIRE(!program.ok());
  CHECK(!describe(program.error()).empty());
  return program.error().code;
}

}  // namespace

TEST_CASE("a program knows the slots that it mentions, ascending and each once") {
  const auto slots = [](std::string_view source) {
    const Program program = compiled(source);
    return std::vector<std::size_t>(program.slots().begin(), program.slots().end());
  };
  CHECK(slots("1 + 2").empty());
  CHECK(slots("site.code == 'x' && a > 0 && a < 9") == std::vector<std::size_t>{0, 6});
  CHECK(slots("has(any) || none(a.b)") == std::vector<std::size_t>{1, 4});
  CHECK(slots("false ? i : 1") == std::vector<std::size_t>{5});
}

TEST_CASE("a dotted name is the longest that is declared, whatever stands between its parts") {
  CHECK(compiled("a").type() == Type::decimal);
  CHECK(compiled("a.b").type() == Type::string);
  CHECK(compiled("a.b.c").type() == Type::boolean);
  CHECK(compiled(" a . b // here\n . c").type() == Type::boolean);
  CHECK(compiled("a.b.size()").type() == Type::integer);
}

TEST_CASE("a program knows its type") {
  const auto type = [](std::string_view source) { return compiled(source).type(); };
  CHECK(type("null") == Type::null);
  CHECK(type("1u") == Type::unsigned_integer);
  CHECK(type("1.0") == Type::floating);
  CHECK(type("i + 1") == Type::integer);
  CHECK(type("i + 1.0") == Type::decimal);
  CHECK(type("a + any") == Type::decimal);
  CHECK(type("i + any") == Type::dynamic);
  CHECK(type("any + any") == Type::dynamic);
  CHECK(type("any + 'x'") == Type::string);
  CHECK(type("any == 1") == Type::boolean);
  CHECK(type("any && any") == Type::boolean);
  CHECK(type("has(a)") == Type::boolean);
  CHECK(type("any ? a : 0") == Type::decimal);
  CHECK(type("any ? i : 0.5") == Type::dynamic);
  CHECK(type("any ? any : 0") == Type::dynamic);
  CHECK(type("[1, 2][0]") == Type::integer);
  CHECK(type("[1, a][0]") == Type::decimal);
  CHECK(type("[1, 'a'][0]") == Type::dynamic);
  CHECK(type("([1] + [2])[0]") == Type::integer);
  CHECK(type("list[0]") == Type::dynamic);
  CHECK(type("list + []") == Type::list);
  CHECK(type("dyn(1)") == Type::dynamic);
  CHECK(type("sum([])") == Type::decimal);
  CHECK(type("host('')") == Type::string);
  CHECK(type("-a") == Type::decimal);
}

TEST_CASE("a program can be copied and moved, keeps its source, and is total without slots") {
  Program program = compiled("a + 1 > 1");
  const Program copy = program;
  const Program moved = std::move(program);
  CHECK(copy.source() == "a + 1 > 1");
  CHECK(moved.source() == copy.source());
  const std::vector<Slot> slots = {number("1")};
  CHECK(show(evaluate(copy, slots)) == "true");
  CHECK(show(evaluate(moved, slots)) == "true");
  CHECK(show(evaluate(moved, {})) == "error unknown");
  CHECK(show(evaluate(Program(), slots)) == "error unknown");
}

TEST_CASE("a cell that does not hold what is declared ends in an error, not in a wrong value") {
  const Program program = compiled("a + 1 > 1");
  CHECK(show(evaluate(program, std::vector<Slot>{string("x")})) == "error no_such_overload");
  CHECK(show(evaluate(compiled("a.b.startsWith('x')"), std::vector<Slot>{number("1"), number("1")})) ==
        "error no_such_overload");
}

TEST_CASE("where types are not checked, what they forbid is an error of the evaluation") {
  struct Row {
    Mode mode;
    std::string source;
    std::string expected;
  };
  const std::vector<Row> rows = {
      {Mode::strict, "'abc'.matches('b' + 'c')", "true"},
      {Mode::form, "'abc'.matches('b' + 'c')", "true"},
      {Mode::strict, "'abc'.matches(1)", "error no_such_overload"},
      {Mode::form, "'abc'.matches(1)", "error no_such_overload"},
      {Mode::form, "(1).matches('a')", "error no_such_overload"},
      {Mode::form, "none(1)", "error no_such_overload"},
      {Mode::form, "1 + 'a'", "error no_such_overload"},
      {Mode::form, "true ? 1 : 'a'", "int 1"},
  };
  for (const Row& row : rows) {
    INFO(row.source);
    const auto program = compile(row.source, Declarations(), {row.mode, form_library(), false});
    REQUIRE(program.ok());
    CHECK(show(evaluate(program.value(), {})) == row.expected);
  }
}

TEST_CASE("limits of length, depth and nodes") {
  const std::string long_comment = "1 //" + std::string(max_source_bytes - 4, ' ');
  CHECK(compiled(long_comment).type() == Type::integer);
  CHECK(failure_code(long_comment + " ") == CompileErrorCode::too_long);

  const auto parentheses = [](std::size_t count) {
    return repeated("(", count) + "1" + repeated(")", count);
  };
  CHECK(compiled(parentheses(max_depth - 1)).type() == Type::integer);
  CHECK(failure_code(parentheses(max_depth)) == CompileErrorCode::too_deep);

  const auto indices = [](std::size_t count) { return "any" + repeated("[0]", count); };
  CHECK(compiled(indices(max_depth - 1)).type() == Type::dynamic);
  CHECK(failure_code(indices(max_depth)) == CompileErrorCode::too_deep);

  const auto items = [](std::size_t count) { return "[1" + repeated(",1", count - 1) + "]"; };
  CHECK(compiled(items(max_nodes - 1)).type() == Type::list);
  CHECK(failure_code(items(max_nodes)) == CompileErrorCode::too_many_nodes);
}

TEST_CASE("operators in a row do not nest, however many they are") {
  const std::vector<Slot> slots(declarations().size(), number("1"));
  const auto result = [&](const std::string& source) { return show(evaluate(compiled(source), slots)); };
  CHECK(result("a" + repeated("+a", 1000)) == "decimal 1001");
  CHECK(result("1" + repeated("*1", 1000)) == "int 1");
  CHECK(result("false" + repeated("||false", 500) + "||true") == "true");
  CHECK(result("true" + repeated("&&true", 500)) == "true");
  CHECK(result("true" + repeated("==true", 500)) == "true");
  CHECK(result(repeated("!", 4000) + "true") == "true");
  CHECK(result(repeated("-", 4001) + "a") == "decimal -1");
}

TEST_CASE("hostile nesting of every kind is refused and never overflows the stack") {
  for (const std::string_view opening : {"(", "[", "size(", "a+(", "!(", "-(", "true?", "true?1:", "[[",
                                         "any[", "'a'.contains(", "a.b.", "{"}) {
    INFO(opening);
    const std::string source = repeated(opening, max_source_bytes / opening.size());
    const std::vector<Declaration> names = declarations();
    CHECK(!compile(source, names).ok());
  }
}

TEST_CASE("any soup of tokens compiles or is refused, and what compiles evaluates") {
  const std::vector<std::string_view> tokens = {
      "a",       "a.b",  "list", "any",  "(",    ")",     "[",   "]",    ",",      ".",    "?",
      ":",       "+",    "-",    "*",    "/",    "%",     "!",   "&&",   "||",     "==",   "!=",
      "<",       "<=",   " in ", "1",    "0.5",  "7u",    "'x'", "true", " null ", "has(", "none(",
      "size(",   "sum(", "max(", "dyn(", "day(", "host(", "// ", "\n",   "0x",     "'''",  "\\",
      ".size()", "中",   "\xE4", "1e",   "r'",   "{",     "}"};
  const std::vector<Declaration> names = declarations();
  const std::vector<Slot> slots = {number("1"), string("x"), boolean(true), strings({"x"}),
                                   blank(),     unread(),    unknown()};
  std::uint32_t state = 20191231;  // a fixed seed: the same soups on every machine
  const auto next = [&state](std::size_t end) {
    state = state * 1664525U + 1013904223U;
    return static_cast<std::size_t>(state >> 16U) % end;
  };
  std::size_t compiled_count = 0;
  for (int round = 0; round < 40000; ++round) {
    std::string source;
    const std::size_t length = 1 + next(round % 10 == 0 ? 60 : 6);
    for (std::size_t index = 0; index < length; ++index) source += tokens[next(tokens.size())];
    const Result<Program, CompileError> program = compile(source, names);
    if (!program) {
      CHECK(program.error().offset <= source.size());
      continue;
    }
    ++compiled_count;
    const Value value = evaluate(program.value(), slots);
    CHECK(!show(value).empty());
    if (!value.string()) CHECK(!to_text(value).empty());
  }
  CHECK(compiled_count > 500);
}

}  // namespace tianbao::expression::testing
