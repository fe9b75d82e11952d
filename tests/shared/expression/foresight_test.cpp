// What is said of an expression before there are values holds for every evaluation: of random expressions
// over the names of names.h.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/cost.h"
#include "shared/expression/evaluation.h"
#include "shared/expression/library/library.h"
#include "shared/expression/reach.h"
#include "tests/shared/expression/names.h"
#include "tests/support/random.h"

namespace tianbao::expression {
namespace {

using number::Decimal;
using tianbao::testing::Random;

/// One way to write an expression of a type; a `$` and the letter of a type stand for any expression of it.
struct Form {
  char type;
  std::string_view text;
};

// n: number, s: text, l: list of texts, b: 是 or 否. Those at the head of a type have no parts.
constexpr std::array forms = {
    Form{'n', "percent"},
    Form{'n', "count"},
    Form{'n', "prior"},
    Form{'n', "7"},
    Form{'n', "0.5"},
    Form{'n', "dyn(0.5)"},
    Form{'n', "1.0 / 3.0 * $n"},
    Form{'n', "(dyn(1.5) * $n + 2.5)"},
    Form{'n', "[0.5, $n][0]"},
    Form{'n', "($n + $n)"},
    Form{'n', "($n * $n - $n)"},
    Form{'n', "-($n)"},
    Form{'n', "($b ? $n : $n)"},
    Form{'n', "size($l)"},
    Form{'n', "size($s)"},
    Form{'n', "max($n, $n)"},
    Form{'n', "sum($l.map(x, $n))"},
    Form{'n', "cel.bind(v, $n, v + $n)"},
    Form{'s', "kind"},
    Form{'s', "text"},
    Form{'s', "'a'"},
    Form{'s', "($b ? $s : $s)"},
    Form{'s', "($s + $s)"},
    Form{'s', "$l[0]"},
    Form{'s', "cel.bind(v, $s, v + $s)"},
    Form{'s', "dyn($s)"},
    Form{'l', "ticked"},
    Form{'l', "['a', 'c']"},
    Form{'l', "[$s]"},
    Form{'l', "[$s, $s, $s]"},
    Form{'l', "($l + $l)"},
    Form{'l', "($b ? $l : $l)"},
    Form{'l', "$l.filter(x, x != $s)"},
    Form{'l', "$l.map(x, x + $s)"},
    Form{'l', "$l.map(x, x == $s, $s)"},
    Form{'l', "$l.transformList(i, x, i > $n, x)"},
    Form{'l', "cel.bind(v, $l, v + v)"},
    Form{'l', "[$l, $l].filter(x, x != $l)[0]"},
    Form{'b', "answer"},
    Form{'b', "true"},
    Form{'b', "($n < $n)"},
    Form{'b', "($n == $n)"},
    Form{'b', "($s == $s)"},
    Form{'b', "($s in $l)"},
    Form{'b', "($l == $l)"},
    Form{'b', "($b && $b)"},
    Form{'b', "($b || $b)"},
    Form{'b', "!$b"},
    Form{'b', "$s.matches('(a|b){3,40}$')"},
    Form{'b', "$l.all(x, x != $s)"},
    Form{'b', "$l.exists(x, $b)"},
    Form{'b', "$l.exists_one(i, x, i == $n)"},
};

class Writer {
 public:
  explicit Writer(Random& random) : random_(random) {}

  std::string write(char type, int depth) {
    std::vector<std::string_view> possible;
    for (const Form& form : forms) {
      const bool has_parts = form.text.find('$') != std::string_view::npos;
      if (form.type == type && (depth > 0 || !has_parts)) possible.push_back(form.text);
    }
    const std::string_view form = random_.pick(possible);
    std::string text;
    for (std::size_t place = 0; place < form.size(); ++place) {
      const bool is_part = form[place] == '$' && place + 1 < form.size() && form[place + 1] != '\'';
      if (is_part) {
        text += write(form[++place], depth - 1);
      } else {
        text += form[place];
      }
    }
    return text;
  }

 private:
  Random& random_;
};

Value list_of(std::size_t count) {
  List list;
  for (std::size_t item = 0; item < count; ++item)
    list.push_back({std::string(1, static_cast<char>('a' + item))});
  return {std::move(list)};
}

/// In the order of names(); the first is the largest there can be.
std::vector<Slot> filling(Random& random, bool largest) {
  const auto number = [&](std::int64_t greatest) {
    return Value{Decimal::from_integer(largest ? greatest : static_cast<std::int64_t>(random.below(3)))};
  };
  std::vector<Slot> slots = {
      {number(100)},
      {number(999)},
      {number(-999)},
      {Value{Decimal::from_integer(2020)}},
      {Value{std::string(largest || random.below(2) == 0 ? "portal" : "other")}},
      {list_of(largest ? 3 : random.below(4))},
      {Value{std::string(largest ? 20 : random.below(21), 'a')}},
      {Value{random.below(2) == 0}},
  };
  if (largest) return slots;
  slots[random.below(slots.size())] = {make_error_value(ErrorCode::no_such_key)};
  return slots;
}

}  // namespace

TEST_CASE("no evaluation costs more than the worst case, and what is true was not said to be never true") {
  constexpr std::uint32_t seeds = 4000;
  const std::vector<Domain> domains = testing::domains();
  std::size_t never = 0;
  for (std::uint32_t seed = 0; seed < seeds; ++seed) {
    Random random(seed);
    const std::string source = Writer(random).write('b', static_cast<int>(random.below(6)));
    if (source.size() > max_source_bytes) continue;
    const auto program = testing::compile_over_names(source);
    if (!program) continue;
    const std::uint64_t worst = worst_case_cost(program.value(), domains);
    const bool is_never_true = never_true(program.value(), domains).has_value();
    never += is_never_true ? 1 : 0;
    INFO(source);
    for (int round = 0; round < 4; ++round) {
      const std::vector<Slot> slots = filling(random, round < 2);
      Evaluation evaluation(program.value(), slots);
      Value storage;
      const Value& value = evaluation.run(storage);
      REQUIRE(evaluation.steps_spent() <= worst);
      REQUIRE_FALSE((is_never_true && value.boolean() && *value.boolean()));
    }
  }
  CHECK(never > 0);
}

}  // namespace tianbao::expression
