// The form profile's numbers: what strict CEL refuses as no_such_overload is decimal and exact.
#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

const std::vector<Cell> cells = {
    {"x", Type::decimal, number("3")},
    {"tenth", Type::decimal, number("0.1")},
    {"large", Type::decimal, number("999999999999999")},
    {"zero", Type::decimal, number("0")},
    {"i", Type::integer, {{std::int64_t{7}}}},
    {"u", Type::unsigned_integer, {{std::uint64_t{7}}}},
    {"d", Type::floating, {{0.1}}},
    {"any", Type::dynamic, number("2.5")},
    {"name", Type::string, string("高行发布")},
};

}  // namespace

TEST_CASE("decimal arithmetic is exact") {
  check_cases(
      {
          {"tenth + tenth + tenth", "decimal 0.3"},
          {"tenth + tenth + tenth == 0.3", "true"},
          {"tenth * tenth", "decimal 0.01"},
          {"x - tenth", "decimal 2.9"},
          {"large * large", "decimal 9.99999999999998000000000000001e+29"},
          {"large * large * large", "error overflow"},
          {"x / 4", "decimal 0.75"},
          {"x % 2", "decimal 1"},
          {"-x % 2", "decimal -1"},
          {"x % tenth", "decimal 0"},
          {"-x", "decimal -3"},
          {"-(-x)", "decimal 3"},
          {"x / zero", "error divide_by_zero"},
          {"x % zero", "error divide_by_zero"},
          {"x / 0", "error divide_by_zero"},
      },
      cells);
}

TEST_CASE("a literal beside a decimal has the digits that it is written with") {
  check_cases(
      {
          {"x * 0.1", "decimal 0.3"},
          {"x * 0.1 == 0.3", "true"},
          {"0.1 * x", "decimal 0.3"},
          {"x * 1.0000000000000000000000001", "decimal 3.0000000000000000000000003"},
          {"tenth == 0.1000000000000000000000001", "false"},
          {"tenth < 0.1000000000000000000000001", "true"},
          {"tenth + .5", "decimal 0.6"},
          {"x + 007", "decimal 10"},
          {"x + 0x10", "decimal 19"},
          {"x + 5u", "decimal 8"},
          {"x * -0.1", "decimal -0.3"},
          {"x * -(0.1)", "decimal -0.3"},
          {"x + 1e-20", "decimal 3.00000000000000000001"},
          {"x * (true ? 0.1 : 0.2)", "decimal 0.3"},
          {"tenth in [0.2, 0.1]", "true"},
          {"tenth in [0.1000000000000000000000001]", "false"},
          {"0.1 in [x, tenth]", "true"},
          {"[x, 0.1000000000000000000000001][1] == tenth", "false"},
          {"sum([0.1000000000000000000000001, x])", "decimal 3.1000000000000000000000001"},
          {"x > 0 ? x : 0", "decimal 3"},
          {"(zero > 0 ? x : 0.5) / 2", "decimal 0.25"},
      },
      cells);
}

TEST_CASE("a ladder of choices beside a decimal is checked once, not once for each way down") {
  std::string ladder;
  for (int arm = 0; arm < 60; ++arm)
    ladder += "x == " + std::to_string(arm) + " ? 0." + std::to_string(arm) + " : ";
  check_cases(
      {
          {"(" + ladder + "99) * 10", "decimal 3"},
          {"x < (" + ladder + "99)", "false"},
          {"x in [" + ladder + "99]", "false"},
          {ladder + "x", "decimal 0.3"},
      },
      cells);
}

TEST_CASE("an even number of minus signs is none, but for the smallest int") {
  const std::string smallest = "(-9223372036854775808)";
  std::vector<Case> cases;
  for (int signs = 1; signs <= 6; ++signs) {
    const std::string before(static_cast<std::size_t>(signs), '-');
    cases.push_back({before + "x", signs % 2 == 0 ? "decimal 3" : "decimal -3"});
    cases.push_back(
        {before + "d", signs % 2 == 0 ? "double 0.10000000000000001" : "double -0.10000000000000001"});
    cases.push_back({before + smallest, "error overflow"});
  }
  cases.push_back({std::string(2000, '-') + "i", "int 7"});
  check_cases(cases, cells);
}

TEST_CASE("what strict CEL gives a value for keeps it") {
  check_cases(
      {
          {"7 / 2", "int 3"},
          {"i / 2", "int 3"},
          {"0.1 + 0.2", "double 0.30000000000000004"},
          {"d + 0.2", "double 0.30000000000000004"},
          {"1 / 2 * x", "decimal 0"},
          {"x * 1 / 2", "decimal 1.5"},
          {"u / 2u", "uint 3"},
          {"size(name) / 3", "int 1"},
      },
      cells);
}

TEST_CASE("numbers of different types make a decimal") {
  check_cases(
      {
          {"1 + 0.5", "decimal 1.5"},
          {"i + u", "decimal 14"},
          {"i / 2.0", "decimal 3.5"},
          {"i * d", "decimal 0.7"},
          {"x + i", "decimal 10"},
          {"u * tenth", "decimal 0.7"},
          {"i % 0.2", "decimal 0"},
          {"any + 1", "decimal 3.5"},
          {"any * any", "decimal 6.25"},
          {"x * size(name)", "decimal 12"},
          {"x + 1.0 / 0.0", "error overflow"},
          {"x + 18446744073709551615u", "decimal 18446744073709551618"},
          {"dyn(18446744073709551615u) + x", "decimal 18446744073709551618"},
          {"dyn(5e-324) * 1", "decimal 5e-324"},
          {"dyn(1.7976931348623157e308) * 1", "decimal 1.7976931348623157e+308"},
          {"dyn(123456.75) * 1u", "decimal 123456.75"},
          {"dyn(-0.5) * 1u", "decimal -0.5"},
          {"x * dyn(190.2235649546828) == 570.6706948640484", "true"},
      },
      cells);
}

TEST_CASE("numbers of different types compare by value") {
  check_cases(
      {
          {"tenth == d", "true"},
          {"d == tenth", "true"},
          {"x == 3", "true"},
          {"x == 3u", "true"},
          {"x != 3.0", "false"},
          {"x < i", "true"},
          {"i >= x", "true"},
          {"u > x", "true"},
          {"x < 1.0 / 0.0", "true"},
          {"x > -1.0 / 0.0", "true"},
          {"1.0 / 0.0 > x", "true"},
          {"x == 0.0 / 0.0", "false"},
          {"x < 0.0 / 0.0 || x >= 0.0 / 0.0", "false"},
          {"size(name) <= x", "false"},
          {"x in [1, 2, 3]", "true"},
          {"[x] == [3]", "true"},
      },
      cells);
}

TEST_CASE("where types are not checked, the profile gives what strict CEL gives, too") {
  struct Unchecked {
    std::string source;
    std::string expected;
    std::string in_form;  // where that is an error
  };
  for (const Unchecked& each : std::vector<Unchecked>{
           {"(true ? 1 : 0 / 0.0) / 2", "int 0", ""},
           {"true || (1 + 0.1234567890123456789012345678901234567890 > 0.0)", "true", ""},
           {"[7, 1u + 0.5][0]", "error no_such_overload", "int 7"},
           {"(false ? 1 + 0.5 : 3) / 2", "int 1", ""},
           {"[1, 2].map(i, true ? i : i * 0.5)[0] / 2", "int 0", ""},
           {"(true ? 7 : 1 + 0.5) % 2 == 1", "true", ""},
           {"1 + 0.5", "error no_such_overload", "decimal 1.5"},
       }) {
    INFO(each.source);
    for (const Mode mode : {Mode::strict, Mode::form}) {
      const auto program = compile(each.source, Declarations(), {mode, cel_library(), false});
      REQUIRE(program.ok());
      const bool is_added = mode == Mode::form && !each.in_form.empty();
      CHECK(show(evaluate(program.value(), {})) == (is_added ? each.in_form : each.expected));
    }
  }
}

TEST_CASE("a literal that no decimal holds is refused only beside a decimal") {
  const std::string digits = "1.00000000000000000000000000000000001";
  CHECK(outcome(digits + " + 1.0", cells) == "double 2");
  const CompileError error = compile_failure("x + " + digits, cells);
  CHECK(error.code == CompileErrorCode::literal_out_of_range);
  CHECK(error.offset == 4);
  CHECK(error.found == digits);
}

}  // namespace tianbao::expression::testing
