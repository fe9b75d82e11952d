#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/evaluation.h"
#include "shared/expression/weight.h"
#include "shared/pattern/match.h"
#include "shared/pattern/parse.h"
#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

/// `source` with `name` bound to a list or text of 2^doublings times what `first` is.
std::string with_large(std::string_view name, std::string_view first, int doublings,
                       const std::string& source) {
  const std::string bind = "cel.bind(" + std::string(name) + ", ";
  const std::string twice = bind + std::string(name) + " + " + std::string(name) + ", ";
  std::string text = bind + std::string(first) + ", ";
  for (int level = 0; level < doublings; ++level) text += twice;
  return text + source + std::string(static_cast<std::size_t>(doublings) + 1, ')');
}

/// `source`, which names a list `l` of 4,096 zeros.
std::string with_list(const std::string& source) {
  return with_large("l", "[0]", 12, source);
}

/// The same, and a text `s` of 65,536 characters.
std::string with_text(const std::string& source) {
  return with_large("s", "'a'", 16, with_list(source));
}

std::string cel_outcome(std::string_view source) {
  const auto program =
      compile(source, Declarations(), {.mode = Mode::strict, .library = cel_library(), .checks_types = true});
  return program ? show(evaluate(program.value(), {})) : describe(program.error());
}

}  // namespace

// Without these costs each of them is a matter of minutes once its lists and texts are a little larger.

TEST_CASE("a look at a list or a text costs by its size") {
  check_cases(
      {
          {with_list("l.all(x, l == l)"), "error too_costly"},
          {with_list("l.all(x, !(1 in l))"), "error too_costly"},
          {with_list("l.all(x, sum(l) == 0)"), "error too_costly"},
          {with_large("l", "[0]", 8, "l.all(x, l.all(y, dyn(1.2345678901234567e-300) != n))"),
           "error too_costly"},
          {with_list("l.all(x, cel.bind(y, x, l)[0] == 0)"), "error too_costly"},
          {with_text("l.all(x, s == s)"), "error too_costly"},
          {with_text("l.all(x, s <= s)"), "error too_costly"},
          {with_text("l.all(x, s.size() > 0)"), "error too_costly"},
          {with_text("l.all(x, !s.contains('b'))"), "error too_costly"},
      },
      {{"n", Type::decimal, number("1")}});
}

TEST_CASE("a search in a map costs by its size, and so does every entry that is put into one") {
  const std::string large_map = "cel.bind(m, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].transformMap(i, x, l), ";
  const std::vector<std::string> sources = {
      with_list("size(l.transformMap(i, x, x))"),
      with_list(large_map + "l.all(x, m == m))"),
      with_list(large_map + "l.all(x, 1 in m))"),
      with_text("cel.bind(m, {s: 1}, l.all(x, m[s] == 1 && !has(m.a)))"),
      with_text("l.all(x, size({s: 1}) == 1)"),
  };
  for (const std::string& source : sources) {
    INFO(source);
    CHECK(cel_outcome(source) == "error too_costly");
  }
  CHECK(cel_outcome("{'a': [1], 'b': [2]}.all(key, key in ['a', 'b'])") == "true");
}

TEST_CASE("a pattern that is no literal costs as much as the largest one") {
  CHECK(cel_outcome(with_large("s", "'a'", 14, "s.matches(s.substring(0, 1))")) == "error too_costly");
  CHECK(cel_outcome("'banana'.matches('ba' + '(na)*')") == "true");
}

TEST_CASE("a match costs no less than the instructions that it carries out") {
  const Declarations declarations({{.name = "text", .type = Type::string}});
  for (const std::string_view source :
       {"(a?){1000}b", "a*$", "(a|b|ab)*c", "^a{0,500}$", "x", ".*.*.*=.*b"}) {
    pattern::Program instructions;
    REQUIRE_FALSE(pattern::parse(source, instructions).has_value());
    for (const std::size_t length : {0U, 1U, 2U, 15U, 300U}) {
      INFO(source << " in " << length);
      const std::string text(length, 'a');
      const Program program = compile("text.matches('" + std::string(source) + "')", declarations).value();
      const std::vector<Slot> slots = {string(text)};
      Evaluation evaluation(program, slots);
      Value storage;
      evaluation.run(storage);
      const std::size_t carried_out = match(instructions, text, pattern::Extent::anywhere).steps;
      CHECK(evaluation.steps_spent() * instructions_per_step >= carried_out);
    }
  }
  check_cases({{"ticked.all(id, ticked.all(other, !''.matches('(a?){1000}b')))", "error too_costly"}},
              {{"ticked", Type::list, strings(std::vector<std::string>(200, "x"))}});
}

TEST_CASE("what + makes has a limit") {
  check_cases({
      {with_large("s", "'a'", 20, "size(s)"), "int 1048576"},
      {with_large("s", "'a'", 20, "size(s + 'a')"), "error overflow"},
      {with_large("s", "b'a'", 20, "size(s)"), "int 1048576"},
      {with_large("s", "b'a'", 20, "size(s + b'a')"), "error overflow"},
      {with_large("l", "[0]", 16, "size(l)"), "int 65536"},
      {with_large("l", "[0]", 16, "size(l + [0])"), "error overflow"},
  });
}

TEST_CASE("a value does not nest deeper than the limit, however it is made") {
  // `levels` lists around 0, a few at a time.
  const auto nested = [](int levels, const std::string& wrap) {
    std::string source;
    for (int left = levels; left > 1; --left)
      source += "cel.bind(a, " + (left == levels ? "[0]" : wrap) + ", ";
    return source + wrap + std::string(static_cast<std::size_t>(levels) - 1, ')');
  };
  for (const std::string wrap : {"[a]", "[1].map(x, a)", "[1].transformList(i, x, a)", "[a] + []"}) {
    INFO(wrap);
    CHECK(outcome("dyn(" + nested(60, wrap) + ") == 0") == "false");
  }
  std::string source = "a";
  for (int times = 0; times < 20; ++times) source = "cel.bind(a, [[[[a]]]], " + source + ")";
  CHECK(outcome("dyn(cel.bind(a, 0, " + source + ")) == 0") == "error too_costly");
  for (const std::string wrap :
       {"{'k': [[[[a]]]]}", "[[[[{1: a}]]]]", "optional.of([[[a]]])", "[[[a]]].map(x, [x])",
        "[[[[a]]]].transformMap(i, x, x)", "optional.of([[[a]]]).optMap(x, x)"}) {
    source = "a";
    for (int times = 0; times < 20; ++times)
      source = "cel.bind(a, " + std::string(wrap) + ", " + source + ")";
    INFO(wrap);
    CHECK(cel_outcome("dyn(cel.bind(a, 0, " + source + ")) == 0") == "error too_costly");
  }
}

TEST_CASE("what rules ask of the largest list that a form has is affordable") {
  const std::vector<std::string> ids(200, std::string(40, 'x'));
  check_cases({{"ticked.all(id, id in ticked)", "true"}, {"ticked.all(id, ticked == ticked)", "true"}},
              {{"ticked", Type::list, strings(ids)}});
}

}  // namespace tianbao::expression::testing
