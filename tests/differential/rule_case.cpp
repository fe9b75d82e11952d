#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"
#include "tests/differential/case.h"
#include "tests/differential/evaluated.h"
#include "tests/differential/grammar.h"
#include "tests/differential/random_text.h"
#include "tests/differential/random_value.h"

namespace tianbao::differential {
namespace {

using expression::Type;

/// b: a condition, n: a number, s: a text, l: texts, N: numbers; of leaves alone: h: a name, p: a pattern, k:
/// places.
constexpr std::array<Production, 76> productions = {{
    {'n', "@n + @n"},
    {'n', "@n + @n"},
    {'n', "@n - @n"},
    {'n', "@n - @n"},
    {'n', "@n * @n"},
    {'n', "@n * @n"},
    {'n', "@n / @n"},
    {'n', "@n / @n"},
    {'n', "@n % @n"},
    {'n', "-(@n)"},
    {'n', "@b ? @n : @n"},
    {'n', "size(@s)"},
    {'n', "@l.size()"},
    {'n', "sum(@N)"},
    {'n', "sum([@n, @n, @n])"},
    {'n', "max(@n, @n)"},
    {'n', "min(@N)"},
    {'n', "abs(@n)"},
    {'n', "round(@n, #k)"},
    {'n', "round(@n, @n)"},
    {'n', "@N[#k]"},
    {'n', "cel.bind(y, @n, y * y - y)"},
    {'n', "sum(@N.map(x, x + @n))"},
    {'n', "sum(@N.filter(x, x > @n))"},
    {'n', "dyn(@n)"},
    {'b', "@n == @n"},
    {'b', "@n != @n"},
    {'b', "@n < @n"},
    {'b', "@n <= @n"},
    {'b', "@n > @n"},
    {'b', "@n >= @n"},
    {'b', "@n == @n + @n + @n"},
    {'b', "@n <= @n * @n"},
    {'b', "@s == @s"},
    {'b', "@s < @s"},
    {'b', "@l == @l"},
    {'b', "@b == @b"},
    {'b', "@b && @b"},
    {'b', "@b && @b"},
    {'b', "@b || @b"},
    {'b', "@b || @b"},
    {'b', "!@b"},
    {'b', "!(@b)"},
    {'b', "@b ? @b : @b"},
    {'b', "@s in @l"},
    {'b', "@n in @N"},
    {'b', "!(@s in @l)"},
    {'b', "has(#h)"},
    {'b', "!has(#h) || none(#h)"},
    {'b', "none(#h)"},
    {'b', "@s.contains(@s)"},
    {'b', "@s.startsWith(@s)"},
    {'b', "@s.endsWith(@s)"},
    {'b', "@s.matches(#p)"},
    {'b', "@l.all(x, x.contains(@s))"},
    {'b', "@l.exists(x, x == @s)"},
    {'b', "@N.exists_one(x, x >= @n)"},
    {'b', "@N.all(i, x, x >= i)"},
    {'b', "cel.bind(y, @n, y == @n)"},
    {'b', "dyn(@b)"},
    {'s', "@s + @s"},
    {'s', "@b ? @s : @s"},
    {'s', "@l[#k]"},
    {'s', "host(@s)"},
    {'s', "host('https://' + @s + '.gov.cn:8080/a')"},
    {'s', "day(@n, @n, @n)"},
    {'s', "day(2000 + #k, 1 + #k, 28 + #k)"},
    {'s', "day(period + 1, #k, #k)"},
    {'s', "dyn(@s)"},
    {'l', "[@s, @s]"},
    {'l', "@l + @l"},
    {'l', "@l.filter(x, x != @s)"},
    {'l', "@l.map(x, x + @s)"},
    {'l', "@b ? @l : @l"},
    {'N', "[@n, @n, @n]"},
    {'N', "@N + @N"},
}};

const expression::Declarations& declarations() {
  static const expression::Declarations declared(
      std::vector<expression::Declaration>{{"a.n1", Type::decimal},
                                           {"a.n2", Type::decimal},
                                           {"a.n3", Type::decimal},
                                           {"prior.a.n1", Type::decimal},
                                           {"period", Type::decimal},
                                           {"a.t1", Type::string},
                                           {"a.t2", Type::string},
                                           {"prior.a.t1", Type::string},
                                           {"today", Type::string},
                                           {"site.url", Type::string},
                                           {"a.b1", Type::boolean},
                                           {"a.b2", Type::boolean},
                                           {"prior.a.b1", Type::boolean},
                                           {"a.l1", Type::list, Type::string},
                                           {"a.l2", Type::list, Type::string}});
  return declared;
}

std::string name_of(Type type, Random& random) {
  constexpr std::array<std::string_view, 6> wrong = {"a.n9", "a.t", "prior.a", "洞口", "size", "a.n1.x"};
  if (random.one_in(100)) return std::string(random.pick(wrong));
  const auto& all = declarations().list();
  for (;;) {
    const expression::Declaration& declaration = random.pick(all);
    if (declaration.type == type || type == Type::dynamic) return declaration.name;
  }
}

std::string number_literal(Random& random) {
  if (random.one_in(12)) return std::to_string(random.below(100)) + "u";
  if (random.one_in(8)) return random_decimal(random, number::Decimal::max_digits);
  std::string figure = std::to_string(random.below(random.one_in(2) ? 10 : 1'000'000));
  if (random.one_in(3)) figure += "." + std::to_string(random.below(1000));
  return figure;
}

std::string number_list(Random& random) {
  std::string text = "[";
  for (std::size_t count = random.below(4); count > 0; --count) {
    text += (random.one_in(2) ? number_literal(random) : name_of(Type::decimal, random)) +
            (count > 1 ? ", " : "");
  }
  return text + "]";
}

std::string leaf(char type, Random& random) {
  constexpr std::array<std::string_view, 9> patterns = {
      "'^[0-9]{4}$'", "'[\\\\p{L}]+'", "'[一-鿿]'", R"(r'\d+(\.\d*)?')", "'(a|b)*c'",
      "'['",          R"(r'\u{1}')",   "'.'",         R"(r'^\w+@\S')"};
  const bool is_name = !random.one_in(3);
  switch (type) {
    case 'n':
      return is_name ? name_of(Type::decimal, random) : number_literal(random);
    case 's':
      return is_name ? name_of(Type::string, random) : string_literal(random_text(random), random);
    case 'b':
      return is_name ? name_of(Type::boolean, random) : random.one_in(2) ? "true" : "false";
    case 'l':
      return is_name ? name_of(Type::list, random)
                     : "['a', " + string_literal(random_text(random), random) + "]";
    case 'N':
      return number_list(random);
    case 'h':
      return name_of(Type::dynamic, random);
    case 'p':
      return std::string(random.pick(patterns));
    default:
      return position_literal(random);
  }
}

/// What has to be refused for its cost, or is just below that: a text or a list doubled again and again.
std::string large_expression(Random& random) {
  constexpr std::array<std::string_view, 5> of_texts = {"size(w)", "w == w + a.t1", "w.contains('b')",
                                                        "w.matches('b$')", "w < a.t2"};
  constexpr std::array<std::string_view, 5> of_lists = {"size(w)", "w == w", "w.all(x, x == 0)",
                                                        "w.exists(x, x in w)", "sum(w) == 0"};
  const bool is_text = random.one_in(2);
  std::string text = is_text ? "cel.bind(w, 'a', " : "cel.bind(w, [0], ";
  const std::size_t doublings = 6 + random.below(is_text ? 18 : 12);
  for (std::size_t level = 0; level < doublings; ++level) text += "cel.bind(w, w + w, ";
  if (is_text && random.one_in(2)) {
    text += "w.matches('a{1000}" + std::string(random.below(40), 'b') + "')";
  } else {
    text += is_text ? random.pick(of_texts) : random.pick(of_lists);
  }
  return text + std::string(doublings + 1, ')');
}

std::string random_rule(Random& random) {
  constexpr Grammar grammar = {productions, "bnslN", leaf};
  if (random.one_in(100)) return large_expression(random);
  const char type = random.one_in(3) ? random.pick(grammar.types) : 'b';
  std::string source = random_expression(grammar, type, 1 + random.below(4), random);
  return random.one_in(8) ? broken_text(source, random, true) : source;
}

}  // namespace

Case rule_case(Random& random) {
  const std::string source = random_rule(random);
  const std::vector<expression::Slot> slots = random_slots(declarations(), random);
  return evaluated(source, declarations(), {expression::Mode::form, expression::form_library()}, slots);
}

}  // namespace tianbao::differential
