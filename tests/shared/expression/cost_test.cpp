#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

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
  check_cases({
      {with_list("l.all(x, l == l)"), "error too_costly"},
      {with_list("l.all(x, !(1 in l))"), "error too_costly"},
      {with_list("l.all(x, sum(l) == 0)"), "error too_costly"},
      {with_list("l.all(x, cel.bind(y, x, l)[0] == 0)"), "error too_costly"},
      {with_text("l.all(x, s == s)"), "error too_costly"},
      {with_text("l.all(x, s <= s)"), "error too_costly"},
      {with_text("l.all(x, s.size() > 0)"), "error too_costly"},
      {with_text("l.all(x, !s.contains('b'))"), "error too_costly"},
  });
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

// 2^22 characters by a pattern of 1,024 instructions are 2^32, for which a count of 32 bits has none left:
// WASM's is one.
TEST_CASE("a search costs by the size of its text and its pattern, however large they are") {
  for (std::size_t more = 1; more <= 40; ++more) {
    const std::string source = "s.matches('a{1000}" + std::string(more, 'b') + "')";
    INFO(more);
    check_cases({{with_large("s", "'a'", 22, source), "error too_costly"}});
  }
  CHECK(cel_outcome(with_large("s", "'a'", 25, "s.matches(s.substring(0, 1))")) == "error too_costly");
}

TEST_CASE("what rules ask of the largest list that a form has is affordable") {
  const std::vector<std::string> ids(200, std::string(40, 'x'));
  check_cases({{"ticked.all(id, id in ticked)", "true"}, {"ticked.all(id, ticked == ticked)", "true"}},
              {{"ticked", Type::list, strings(ids)}});
}

}  // namespace tianbao::expression::testing
