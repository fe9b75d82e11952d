#include "tests/differential/cel_grammar.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "tests/differential/random_text.h"
#include "tests/differential/random_value.h"

namespace tianbao::differential {
namespace {

using expression::Declaration;
using expression::Type;

/// i, u, d: the three numbers; b: a condition, s: a text, y: bytes, L: integers, K: texts, m: a map, t: a
/// moment, r: a duration, o: an optional. Of leaves alone: k: a small number, D: a text with a number, T:
/// with a moment, R: with a duration, z: with a time zone, p: with a pattern, x: anything.
constexpr std::array<Production, 231> productions = {{
    {'i', "@i + @i"},
    {'i', "@i - @i"},
    {'i', "@i * @i"},
    {'i', "@i / @i"},
    {'i', "@i % @i"},
    {'i', "-(@i)"},
    {'i', "@b ? @i : @i"},
    {'i', "int(@d)"},
    {'i', "int(@u)"},
    {'i', "int(@t)"},
    {'i', "int(#D)"},
    {'i', "size(@s)"},
    {'i', "@y.size()"},
    {'i', "size(@L)"},
    {'i', "size(@m)"},
    {'i', "@L[#k]"},
    {'i', "@s.indexOf(@s)"},
    {'i', "@s.lastIndexOf(@s)"},
    {'i', "@s.indexOf(@s, #k)"},
    {'i', "@s.lastIndexOf(@s, #k)"},
    {'i', "math.abs(@i)"},
    {'i', "math.sign(@i)"},
    {'i', "math.bitAnd(@i, @i)"},
    {'i', "math.bitOr(@i, @i)"},
    {'i', "math.bitXor(@i, @i)"},
    {'i', "math.bitNot(@i)"},
    {'i', "math.bitShiftLeft(@i, #k)"},
    {'i', "math.bitShiftRight(@i, @i)"},
    {'i', "math.greatest(@i, @i, @i)"},
    {'i', "math.least(@L)"},
    {'i', "@t.getFullYear()"},
    {'i', "@t.getFullYear(#z)"},
    {'i', "@t.getMonth(#z)"},
    {'i', "@t.getDate()"},
    {'i', "@t.getDayOfMonth(#z)"},
    {'i', "@t.getDayOfWeek()"},
    {'i', "@t.getDayOfYear(#z)"},
    {'i', "@t.getHours(#z)"},
    {'i', "@t.getMinutes()"},
    {'i', "@t.getSeconds(#z)"},
    {'i', "@t.getMilliseconds()"},
    {'i', "@r.getHours()"},
    {'i', "@r.getMinutes()"},
    {'i', "@r.getSeconds()"},
    {'i', "@r.getMilliseconds()"},
    {'i', "@o.orValue(@i)"},
    {'i', "cel.bind(v, @i, v * v + v)"},
    {'u', "@u + @u"},
    {'u', "@u - @u"},
    {'u', "@u * @u"},
    {'u', "@u / @u"},
    {'u', "@u % @u"},
    {'u', "uint(@i)"},
    {'u', "uint(@d)"},
    {'u', "uint(#D)"},
    {'u', "math.bitOr(@u, @u)"},
    {'u', "math.bitNot(@u)"},
    {'u', "math.bitShiftLeft(@u, #k)"},
    {'u', "math.abs(@u)"},
    {'u', "math.greatest(@u, @u)"},
    {'d', "@d + @d"},
    {'d', "@d - @d"},
    {'d', "@d * @d"},
    {'d', "@d / @d"},
    {'d', "@d * @d + @d"},
    {'d', "@d - @d / @d"},
    {'d', "-(@d)"},
    {'d', "@b ? @d : @d"},
    {'d', "double(@i)"},
    {'d', "double(@u)"},
    {'d', "double(#D)"},
    {'d', "double(#D)"},
    {'d', "double(string(@d))"},
    {'d', "math.ceil(@d)"},
    {'d', "math.floor(@d)"},
    {'d', "math.round(@d)"},
    {'d', "math.trunc(@d)"},
    {'d', "math.abs(@d)"},
    {'d', "math.sign(@d)"},
    {'d', "math.greatest(@d, @i)"},
    {'d', "math.least([@d, @d, @d])"},
    {'b', "@i < @i"},
    {'b', "@i == @i"},
    {'b', "@u >= @i"},
    {'b', "@d < @d"},
    {'b', "@d == @d"},
    {'b', "@d <= @i"},
    {'b', "@u > @d"},
    {'b', "@s == @s"},
    {'b', "@s < @s"},
    {'b', "@y <= @y"},
    {'b', "@L == @L"},
    {'b', "@m == @m"},
    {'b', "@t < @t"},
    {'b', "@t == @t"},
    {'b', "@r >= @r"},
    {'b', "@o == @o"},
    {'b', "#x == #x"},
    {'b', "#x != #x"},
    {'b', "@b && @b"},
    {'b', "@b || @b"},
    {'b', "!@b"},
    {'b', "@b ? @b : @b"},
    {'b', "bool(@s)"},
    {'b', "bool(string(@b))"},
    {'b', "@i in @L"},
    {'b', "@d in @L"},
    {'b', "@s in @K"},
    {'b', "@s in @m"},
    {'b', "has(m1.a)"},
    {'b', "has(@m.b)"},
    {'b', "@o.hasValue()"},
    {'b', "math.isNaN(@d)"},
    {'b', "math.isInf(@d)"},
    {'b', "math.isFinite(@d)"},
    {'b', "@s.contains(@s)"},
    {'b', "@s.startsWith(@s)"},
    {'b', "@s.endsWith(@s)"},
    {'b', "@s.matches(#p)"},
    {'b', "matches(@s, @s)"},
    {'b', "@L.all(v, v < @i)"},
    {'b', "@L.exists(i, v, v == i)"},
    {'b', "@L.exists_one(v, v > @i)"},
    {'b', "@K.existsOne(i, v, v.contains(@s))"},
    {'b', "@m.all(k, k != @s)"},
    {'b', "@m.exists(k, v, v == #x)"},
    {'b', "type(#x) == type(#x)"},
    {'b', "type(@d) == double"},
    {'s', "@s + @s"},
    {'s', "@b ? @s : @s"},
    {'s', "string(@i)"},
    {'s', "string(@u)"},
    {'s', "string(@d)"},
    {'s', "string(@d)"},
    {'s', "string(@d)"},
    {'s', "string(@b)"},
    {'s', "string(@y)"},
    {'s', "string(@t)"},
    {'s', "string(@r)"},
    {'s', "@s.charAt(#k)"},
    {'s', "@s.substring(#k)"},
    {'s', "@s.substring(#k, #k)"},
    {'s', "@s.replace(@s, @s)"},
    {'s', "@s.replace(@s, @s, #k)"},
    {'s', "@s.trim()"},
    {'s', "@s.reverse()"},
    {'s', "@s.lowerAscii()"},
    {'s', "@s.upperAscii()"},
    {'s', "strings.quote(@s)"},
    {'s', "@K.join()"},
    {'s', "@K.join(@s)"},
    {'s', "@K[#k]"},
    {'s', "@m.a"},
    {'s', "base64.encode(@y)"},
    {'s', "'%s'.format([#x])"},
    {'s', "'%s %s'.format([@L, @m])"},
    {'s', "'%s|%s'.format([@d, @t])"},
    {'s', "'%d'.format([@i])"},
    {'s', "'%d %d'.format([@d, @u])"},
    {'s', "'%f'.format([@d])"},
    {'s', "'%.#kf'.format([@d])"},
    {'s', "'%.17f %e'.format([@d, @d])"},
    {'s', "'%e'.format([@d])"},
    {'s', "'%.#ke'.format([@d])"},
    {'s', "'%.2f'.format([@i])"},
    {'s', "'%x %X'.format([@i, @s])"},
    {'s', "'%x'.format([@y])"},
    {'s', "'%o %b %%'.format([@u, @i])"},
    {'s', "@s.format([@s, @d])"},
    {'y', "bytes(@s)"},
    {'y', "@y + @y"},
    {'y', "base64.decode(@s)"},
    {'y', "base64.decode(base64.encode(@y))"},
    {'L', "[@i, @i]"},
    {'L', "[@i, #k, #k]"},
    {'L', "@L + @L"},
    {'L', "@L.map(v, v * @i)"},
    {'L', "@L.map(v, v > @i, v - 1)"},
    {'L', "@L.filter(v, v % 2 == 0)"},
    {'L', "@L.transformList(i, v, i * v)"},
    {'L', "@L.transformList(i, v, i != 1, v)"},
    {'L', "[@i, ?@o]"},
    {'K', "[@s, @s]"},
    {'K', "@K + @K"},
    {'K', "@s.split(@s)"},
    {'K', "@s.split(@s, #k)"},
    {'K', "@K.map(v, v + @s)"},
    {'K', "@m.filter(k, k != @s)"},
    {'m', "{'a': @i, 'b': @d}"},
    {'m', "{@s: @s, 'b': #x}"},
    {'m', "{1: @s, 2u: @d, true: @b}"},
    {'m', "{'a': @L, ?'b': @o}"},
    {'m', "@m.transformMap(k, v, k)"},
    {'m', "@m.transformMap(k, v, k != @s, v)"},
    {'m', "@L.transformMap(i, v, v + i)"},
    {'m', "@m.transformMapEntry(k, v, {k: v})"},
    {'t', "timestamp(#T)"},
    {'t', "timestamp(#T)"},
    {'t', "timestamp(@i)"},
    {'t', "timestamp(@t)"},
    {'t', "timestamp(string(@t))"},
    {'t', "@t + @r"},
    {'t', "@t - @r"},
    {'t', "@r + @t"},
    {'r', "duration(#R)"},
    {'r', "duration(#R)"},
    {'r', "duration(string(@r))"},
    {'r', "@r + @r"},
    {'r', "@r - @r"},
    {'r', "@t - @t"},
    {'o', "optional.of(#x)"},
    {'o', "optional.ofNonZeroValue(#x)"},
    {'o', "optional.none()"},
    {'o', "@o.or(@o)"},
    {'o', "@L[?#k]"},
    {'o', "@m[?@s]"},
    {'o', "@m.?a"},
    {'o', "@o.optMap(v, [v])"},
    {'o', "@o.optFlatMap(v, optional.of([v]))"},
    {'x', "@i"},
    {'x', "@u"},
    {'x', "@d"},
    {'x', "@s"},
    {'x', "@y"},
    {'x', "@L"},
    {'x', "@K"},
    {'x', "@m"},
    {'x', "@t"},
    {'x', "@r"},
    {'x', "@o"},
    {'x', "@o.value()"},
}};

std::string quoted(std::string_view text) {
  return "'" + std::string(text) + "'";
}

/// A text that double() and its like may read.
std::string number_text(Random& random) {
  constexpr std::array<std::string_view, 12> known = {"NaN", "Inf",   "-Infinity", "+1.5", ".5",   "5.",
                                                      "1e",  "1e+06", "0x10",      " 1",   "１２", "-0"};
  if (random.one_in(5)) return quoted(random.pick(known));
  const std::string sign = random.one_in(3) ? "-" : "";
  return quoted(sign + (random.one_in(3) ? std::to_string(random.next()) : double_text(random)));
}

std::string two_digits(std::size_t number) {
  return {static_cast<char>('0' + number / 10 % 10), static_cast<char>('0' + number % 10)};
}

/// A moment in the way of RFC 3339, some with a part beyond its limit.
std::string moment_text(Random& random) {
  constexpr std::array<std::string_view, 7> zones = {"Z", "Z", "+08:00", "-02:30", "+23:59", "+24:00", ""};
  constexpr std::array<std::string_view, 5> fractions = {"", ".5", ".000000001", ".999999999", ".9999999999"};
  std::string text = two_digits(random.below(100));
  text += two_digits(random.below(100)) + "-";
  text += two_digits(random.one_in(8) ? random.below(14) : 1 + random.below(12)) + "-";
  text += two_digits(1 + random.below(random.one_in(8) ? 32 : 28)) + "T";
  text += two_digits(random.below(random.one_in(16) ? 26 : 24)) + ":";
  text += two_digits(random.below(60)) + ":";
  text += two_digits(random.below(random.one_in(8) ? 62 : 60));
  text += random.pick(fractions);
  return quoted(text.append(random.pick(zones)));
}

std::string duration_text(Random& random) {
  constexpr std::array<std::string_view, 7> units = {"h", "m", "s", "ms", "us", "µs", "ns"};
  std::string text = random.one_in(4) ? "-" : "";
  for (std::size_t parts = 1 + random.below(3); parts > 0; --parts) {
    text += std::to_string(random.below(random.one_in(4) ? 10'000'000 : 90));
    if (random.one_in(3)) text += "." + std::to_string(random.below(10'000));
    if (!random.one_in(20)) text += random.pick(units);
  }
  return quoted(text);
}

std::string bytes_literal(Random& random) {
  constexpr std::array<std::string_view, 6> known = {"b''",     R"(b'\xff\x00')",         R"(b'\303\277')",
                                                     "b'洞口'", R"(b"\xf0\xa0\xae\xb7")", "b'YWJj'"};
  return std::string(random.pick(known));
}

std::string integer_literal(Random& random) {
  constexpr std::array<std::string_view, 9> known = {"0",
                                                     "1",
                                                     "-1",
                                                     "9223372036854775807",
                                                     "-9223372036854775808",
                                                     "9223372036854775808",
                                                     "0x7f",
                                                     "-0x8000000000000000",
                                                     "9007199254740993"};
  if (random.one_in(4)) return std::string(random.pick(known));
  return std::to_string(random.below(random.one_in(4) ? 1'000'000'000 : 20));
}

/// As random_expression() would have it if there were productions without parts.
std::string literal(char type, Random& random) {
  switch (type) {
    case 'i':
      return integer_literal(random);
    case 'u':
      return std::to_string(random.one_in(3) ? random.next() : random.next() % 100) + "u";
    case 'd':
      return double_text(random);
    case 'b':
      return random.one_in(2) ? "true" : "false";
    case 's':
      return string_literal(random_text(random), random);
    case 'y':
      return bytes_literal(random);
    case 'L':
      return "[3, 1, 2]";
    case 'K':
      return "['a', '洞口', '']";
    case 'm':
      return "{'a': 'x', 'b': 2.5}";
    case 't':
      return "timestamp(" + moment_text(random) + ")";
    case 'r':
      return "duration(" + duration_text(random) + ")";
    default:
      return random.one_in(2) ? "optional.none()" : "null";
  }
}

std::string leaf(char type, Random& random) {
  constexpr std::array<std::string_view, 9> zones = {"'UTC'",           "'+08:00'", "'-02:30'",
                                                     "'02:00'",         "'+23:59'", "'+24:00'",
                                                     "'Asia/Shanghai'", "''",       "'-00:00'"};
  constexpr std::array<std::string_view, 6> patterns = {"'^[0-9]{4}$'", "'[一-鿿]'", R"(r'\d+(\.\d*)?')",
                                                        "'(a|b)*c'",    "'['",         "'.'"};
  switch (type) {
    case 'k':
      return position_literal(random);
    case 'D':
      return number_text(random);
    case 'T':
      return moment_text(random);
    case 'R':
      return duration_text(random);
    case 'z':
      return std::string(random.pick(zones));
    case 'p':
      return std::string(random.pick(patterns));
    case 'x':
      return leaf(random.pick(std::string_view("iudbsyLKmtro")), random);
    default:
      break;
  }
  if (random.one_in(100)) return "nobody";
  if (!random.one_in(3)) return literal(type, random);
  const std::string number = random.one_in(2) ? "1" : "2";
  return type + number;
}

std::vector<Declaration> make_declarations(bool typed) {
  struct Name {
    std::string_view letter;
    Type type;
    Type item;
  };
  constexpr std::array<Name, 12> names = {{{"i", Type::integer, {}},
                                           {"u", Type::unsigned_integer, {}},
                                           {"d", Type::floating, {}},
                                           {"b", Type::boolean, {}},
                                           {"s", Type::string, {}},
                                           {"y", Type::bytes, {}},
                                           {"L", Type::list, Type::integer},
                                           {"K", Type::list, Type::string},
                                           {"m", Type::map, {}},
                                           {"t", Type::timestamp, {}},
                                           {"r", Type::duration, {}},
                                           {"o", Type::optional, {}}}};
  std::vector<Declaration> declarations;
  for (const std::string_view number : {"1", "2"}) {
    for (const Name& name : names) {
      const std::string called = std::string(name.letter).append(number);
      declarations.push_back({called, typed ? name.type : Type::dynamic, typed ? name.item : Type::dynamic});
    }
  }
  return declarations;
}

}  // namespace

const Grammar& cel_grammar() {
  static constexpr Grammar grammar = {productions, "iudbsyLKmtrox", leaf};
  return grammar;
}

const expression::Declarations& cel_declarations(bool typed) {
  static const expression::Declarations with_types(make_declarations(true));
  static const expression::Declarations without_types(make_declarations(false));
  return typed ? with_types : without_types;
}

}  // namespace tianbao::differential
