// Cases of the public conformance suite (github.com/cel-expr/cel-spec, tests/simple/testdata), named by their
// file and section there: what strict CEL gives a value for has the same value here.
#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {

TEST_CASE("basic: literals evaluate to themselves") {
  check_cases({
      {"0", "int 0"},
      {"0u", "uint 0"},
      {"0U", "uint 0"},
      {"0.0", "double 0"},
      {"0e+0", "double 0"},
      {"''", "string "},
      {"\"\"", "string "},
      {"r\"\"", "string "},
      {"false", "false"},
      {"null", "null"},
      {"[]", "[]"},
      {"r\"\"\"\"\"\"", "string "},
      {"r''''''", "string "},
      {"42", "int 42"},
      {"123456789u", "uint 123456789"},
      {"-9223372036854775808", "int -9223372036854775808"},
      {"-2.3e+1", "double -23"},
      {"\"!\"", "string !"},
      {"'\\''", "string '"},
      {"[-1]", "[int -1]"},
      {"true", "true"},
      {"0x55555555", "int 1431655765"},
      {"-0x55555555", "int -1431655765"},
      {"0x55555555u", "uint 1431655765"},
      {"\"\\u270c\"", "string ✌"},
      {"\"\\U0001f431\"", "string 🐱"},
      {"\"\\a\\b\\f\\n\\r\\t\\v\\\"\\'\\\\\"", "string \a\b\f\n\r\t\v\"'\\"},
      {"1 + 1", "int 2"},
  });
}

TEST_CASE("basic: a variable is what is bound to it, and no variable shadows a named constant") {
  check_cases({{"x", "int 123"}, {".x", "int 123"}}, {{"x", Type::integer, {{std::int64_t{123}}}}});
  check_cases({{"true", "true"}}, {{"true", Type::boolean, boolean(false)}});
}

TEST_CASE("integer_math: int64") {
  check_cases({
      {"40 + 2", "int 42"},
      {"42 + (-7)", "int 35"},
      {"-4 + (-2)", "int -6"},
      {"42 - 12", "int 30"},
      {"42 - (-22)", "int 64"},
      {"-42 - (-12)", "int -30"},
      {"42 * 2", "int 84"},
      {"40 * (-2)", "int -80"},
      {"-30 * (-2)", "int 60"},
      {"42 / 2", "int 21"},
      {"-20 / 2", "int -10"},
      {"-80 / (-2)", "int 40"},
      {"47 % 5", "int 2"},
      {"43 % (-5)", "int 3"},
      {"-42 % (-5)", "int -2"},
      {"-3 % 5", "int -3"},
      {"-(42)", "int -42"},
      {"-(-42)", "int 42"},
      {"34 % 0", "error divide_by_zero"},
      {"-(0)", "int 0"},
      {"15 / 0", "error divide_by_zero"},
      {"15 * 0", "int 0"},
      {" 29 + 0", "int 29"},
      {"75 + 15 == 15 + 75", "true"},
      {"5 + (15 + 20) == (5 + 15) + 20", "true"},
      {"15 * (23 * 88) == (15 * 23) * 88", "true"},
      {"5 * (15 + 25) == 5 * 15 + 5 * 25", "true"},
      {"9223372036854775807 + 1", "error overflow"},
      {"-9223372036854775808 - 1", "error overflow"},
      {"-9223372036854775808 + (-1)", "error overflow"},
      {"1 - (-9223372036854775807)", "error overflow"},
      {"-(-9223372036854775808)", "error overflow"},
      {"(-9223372036854775808) * -1", "error overflow"},
      {"(-9223372036854775808)/-1", "error overflow"},
      {"5000000000 * 5000000000", "error overflow"},
      {"(-5000000000) * 5000000000", "error overflow"},
  });
}

TEST_CASE("integer_math: uint64") {
  check_cases({
      {"18446744073709551615u + 1u", "error overflow"},
      {"0u - 1u", "error overflow"},
      {"5000000000u * 5000000000u", "error overflow"},
      {"42u + 2u", "uint 44"},
      {"42u - 12u", "uint 30"},
      {"40u * 2u", "uint 80"},
      {"60u / 2u", "uint 30"},
      {"42u % 5u", "uint 2"},
      {"-(dyn(5u))", "error no_such_overload"},
      {"34u % 0u", "error divide_by_zero"},
      {"15u / 0u", "error divide_by_zero"},
      {"15u * (23u * 88u) == (15u * 23u) * 88u", "true"},
  });
}

TEST_CASE("fp_math") {
  check_cases({
      {"4.25 + 15.25", "double 19.5"},
      {"-4.125 + (-2.125)", "double -6.25"},
      {"42.875 - (-22.0)", "double 64.875"},
      {"42.5 * 0.2", "double 8.5"},
      {"40.75 * (-2.25)", "double -91.6875"},
      {"0.0625 / 0.002", "double 31.25"},
      {"-8.875 / (-0.0625)", "double 142"},
      {"dyn(47.5) % 5.5", "error no_such_overload"},
      {"-(4.5)", "double -4.5"},
      {"-(0.0)", "double -0"},
      {"15.75 / 0.0", "double inf"},
      {"5.75 * (1.5 + 2.5)  == 5.75 * 1.5 + 5.75 * 2.5", "true"},
      {"2.0 * 8.988466e+307 ", "double inf"},
      {"2.0 * -8.988466e+307 ", "double -inf"},
      {"2.0 * 8.988466e+308 ",
       "compile: 第 7 个字节处的数“8.988466e+308”超出范围，应为绝对值小于 1.8e308 的数。"},
      {"1e-324  / 2.0", "double 0"},
  });
}

TEST_CASE("comparisons: equality of literals") {
  check_cases({
      {"1 == 1", "true"},
      {"-1 == 1", "false"},
      {"dyn(1) == 1u", "true"},
      {"dyn(2) == 1.0", "false"},
      {"dyn(1u) == 1.0", "true"},
      {"1.0 == 1.0", "true"},
      {"0.0/0.0 == 0.0/0.0", "false"},
      {"0.0/0.0 != 0.0/0.0", "true"},
      {"dyn(1) == 0.0/0.0", "false"},
      {"dyn(1u) == 0.0/0.0", "false"},
      {"null == null", "true"},
      {"dyn(false) == null", "false"},
      {"dyn('') == null", "false"},
      {"'' == \"\"", "true"},
      {"'abc' == r'abc'", "true"},
      {"'ABC' == 'abc'", "false"},
      {"'ίσος' == 'ίσος'", "true"},
      {"[] == []", "true"},
      {"[1, 2, 3] == [1, 2, 3]", "true"},
      {"[1, 2, 3] == [1, 3, 2]", "false"},
      {"['case'] == ['cAse']", "false"},
      {"[null] == [null]", "true"},
      {"['1', '2', null] == ['1', '2', '3']", "false"},
      {"[1.0, 2.0, 3] == [1u, 2, 3u]", "true"},
      {"[1.0, 2.1] == [1u, 2]", "false"},
      {"[1] == [1.0]", "true"},
      {"1.0 == 1", "true"},
  });
}

TEST_CASE("comparisons: order of literals") {
  check_cases({
      {"-1 < 0", "true"},
      {"0 < 0", "false"},
      {"0u < 1u", "true"},
      {"0.0 <= 0.1e-31", "true"},
      {"0.0 <= 0e-1", "true"},
      {"1.0 <= 0.99", "false"},
      {"'' <= 'a'", "true"},
      {"'aBc' <= 'abc'", "true"},
      {"'a' <= 'α'", "true"},
      {"'abcd' >= 'abc'", "true"},
      {"'abc' >= 'abd'", "false"},
      {"'t' >= 'τ'", "false"},
      {"false <= true", "true"},
      {"true <= false", "false"},
      {"dyn(null) <= dyn(null)", "error no_such_overload"},
      {"dyn([0]) <= dyn([0])", "error no_such_overload"},
      {"dyn('foo') <= 1024", "error no_such_overload"},
      {"9.80665 >= 9.80665e+0", "true"},
      {"1e+1 >= 1e+0", "true"},
  });
}

TEST_CASE("comparisons: numbers of different types lie on one line") {
  check_cases({
      {"dyn(1) <= 2u", "true"},
      {"dyn(2) <= 1.0", "false"},
      {"dyn(1) <= 9223372036854775808u", "true"},
      {"dyn(-1) <= 0u", "true"},
      {"dyn(9223372036854775807) <= 9223372036854775808.0", "true"},
      {"dyn(-9223372036854775808) <= -9223372036854775809.0", "true"},
      {"dyn(-9223372036854775808) <= -9223372036854777857.0", "false"},
      {"dyn(1u) <= -9223372036854775808", "false"},
      {"dyn(9223372036854775808u) <= 1", "false"},
      {"dyn(18446744073709551615u) <= -1.0", "false"},
      {"dyn(18446744073709551615u) <= 18446744073709590000.0", "true"},
      {"dyn(18446744073709553665.0) <= 18446744073709551615u", "false"},
      {"dyn(9223372036854775808.0) <= 9223372036854775807", "true"},
      {"dyn(9223372036854775808.0) > 9223372036854775807", "false"},
      {"dyn(-9223372036854775809.0) > -9223372036854775808", "false"},
      {"dyn(9223372036854775807) >= 9223372036854777857.0", "false"},
      {"dyn(18446744073709551615u) >= 18446744073709553665.0", "false"},
      {"dyn(9223372036854775808u) > 1", "true"},
      {"dyn(9223372036854775807u) > -1.0", "true"},
  });
}

TEST_CASE("logic: the conditional operator, AND, OR and NOT") {
  check_cases({
      {"true ? 1 : 2", "int 1"},
      {"false ? 'foo' : 'bar'", "string bar"},
      {"2 / 0 > 4 ? 'baz' : 'quux'", "error divide_by_zero"},
      {"true ? dyn('cows') : 17", "string cows"},
      {"dyn('cows') ? false : true", "error no_such_overload"},
      {"true && true", "true"},
      {"false && false", "false"},
      {"false && true", "false"},
      {"true && false", "false"},
      {"false && dyn(32)", "false"},
      {"dyn('horses') && false", "false"},
      {"false && (2 / 0 > 3 ? false : true)", "false"},
      {"(2 / 0 > 3 ? false : true) && false", "false"},
      {"true && 1/0 != 0", "error divide_by_zero"},
      {"1/0 != 0 && true", "error divide_by_zero"},
      {"dyn('less filling') && dyn('tastes great')", "error no_such_overload"},
      {"true || true", "true"},
      {"false || false", "false"},
      {"false || true", "true"},
      {"true || dyn(32)", "true"},
      {"dyn('horses') || true", "true"},
      {"true || (2 / 0 > 3 ? false : true)", "true"},
      {"(2 / 0 > 3 ? false : true) || true", "true"},
      {"false || 1/0 != 0", "error divide_by_zero"},
      {"dyn('less filling') || dyn('tastes great')", "error no_such_overload"},
      {"!true", "false"},
      {"!false", "true"},
      {"!dyn(0)", "error no_such_overload"},
  });
}

TEST_CASE("lists: concatenation, index, in, size") {
  check_cases({
      {"[0, 1, 2] + [3, 4, 5] == [0, 1, 2, 3, 4, 5]", "true"},
      {"[0, 1, 2] + [3, 4, 5] == [3, 4, 5, 0, 1, 2]", "false"},
      {"[2] + [2]", "[int 2, int 2]"},
      {"[] + []", "[]"},
      {"[1, 2] + []", "[int 1, int 2]"},
      {"[7, 8, 9][0]", "int 7"},
      {"[7, 8, 9][dyn(0.0)]", "int 7"},
      {"[7, 8, 9][dyn(0.1)]", "error invalid_argument"},
      {"[7, 8, 9][dyn(0u)]", "int 7"},
      {"['George', 'John', 'Paul', 'Ringo'][3]", "string Ringo"},
      {"[1, 2, 3][3]", "error invalid_argument"},
      {"dyn([1, 2, 3][3]) || false", "error invalid_argument"},
      {"dyn([1, 2, 3][3]) || true", "true"},
      {"dyn([1, 2, 3][3]) && false", "false"},
      {"[1, 2, 3][dyn('')]", "error no_such_overload"},
      {"7 in []", "false"},
      {"4u in [4u]", "true"},
      {"'alpha' in ['alpha', 'beta', 'gamma']", "true"},
      {"dyn(3.0) in [5, 4, 3, 2, 1]", "true"},
      {"dyn(3u) in [5.0, 4.0, 3.0, 2.0, 1.0]", "true"},
      {"'hawaiian' in ['meat', 'veggie', 'margarita', 'cheese']", "false"},
      {"'elem' in [1, 'elem', 2]", "true"},
      {"size([])", "int 0"},
      {"size([1, 2, 3])", "int 3"},
  });
}

TEST_CASE("string: size, startsWith, endsWith, contains, concatenation") {
  check_cases({
      {"size('')", "int 0"},
      {"size('ÿ')", "int 1"},
      {"size('πέντε')", "int 5"},
      {"'hello'.size()", "int 5"},
      {"\"fiance\\u0301\".size()", "int 7"},
      {"'foobar'.startsWith('foo')", "true"},
      {"'foobar'.startsWith('bar')", "false"},
      {"''.startsWith('foo')", "false"},
      {"''.startsWith('')", "true"},
      {"'завтра'.startsWith('за')", "true"},
      {"'\U0001F431\U0001F600\U0001F61B'.startsWith('\U0001F431')", "true"},
      {"'foobar'.endsWith('bar')", "true"},
      {"'foobar'.endsWith('foo')", "false"},
      {"''.endsWith('foo')", "false"},
      {"'foobar'.endsWith('')", "true"},
      {"'forté'.endsWith('té')", "true"},
      {"'hello'.contains('he')", "true"},
      {"'hello'.contains('')", "true"},
      {"'hello'.contains('ol')", "false"},
      {"'abababc'.contains('ababc')", "true"},
      {"'Straße'.contains('aß')", "true"},
      {"''.contains('something')", "false"},
      {"'he' + 'llo'", "string hello"},
      {"'hello' + ' ' == 'hello'", "false"},
      {"'' + 'Ω' + ''", "string Ω"},
      {"'¢' + 'ÿ' + 'Ȁ'", "string ¢ÿȀ"},
  });
}

TEST_CASE("parse: deep and repetitive trees that every implementation must support") {
  const std::string negations(32, '!');
  const std::string signs(32, '-');
  const std::string open(32, '(');
  const std::string close(32, ')');
  const std::string brackets_open(12, '[');
  const std::string brackets_close(12, ']');
  std::string conditional;
  std::string disjunction = "false";
  std::string sum = "3";
  std::string product = "4";
  std::string index = brackets_open + "'foo'" + brackets_close;
  for (int count = 0; count < 24; ++count) conditional += "false ? 1 : ";
  for (int count = 0; count < 32; ++count) disjunction += " || false";
  for (int count = 0; count < 12; ++count) sum += " - 3 + 3";
  for (int count = 0; count < 12; ++count) product += " * 4 / 4";
  for (int count = 0; count < 12; ++count) index += "[0]";
  check_cases({
      {open + "7" + close, "int 7"},
      {"size(" + brackets_open + "0" + brackets_close + ")", "int 1"},
      {conditional + "7", "int 7"},
      {disjunction, "false"},
      {disjunction + " || true", "true"},
      {sum, "int 3"},
      {product, "int 4"},
      {negations + "true", "true"},
      {negations + "!true", "false"},
      {signs + "19", "int 19"},
      {signs + "-19", "int -19"},
      {index, "string foo"},
      {"[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17][17]", "int 17"},
  });
}

TEST_CASE("parse: string literals in every form of quotes and with every escape sequence") {
  check_cases({
      {"'hello'", "string hello"},
      {"\"hello\"", "string hello"},
      {"'''hello'''", "string hello"},
      {"\"\"\"hello\"\"\"", "string hello"},
      {R"(' \\ \? \" \' \` ')", "string  \\ ? \" ' ` "},
      {R"(""" \\ \? \" \' \` """)", "string  \\ ? \" ' ` "},
      {R"(''' ? " ' ` ''')", "string  ? \" ' ` "},
      {R"('''x''x''')", "string x''x"},
      {"' \a \b \f \t \v '", "string  \a \b \f \t \v "},
      {"''' \n '''", "string  \n "},
      {R"(' \n \r\n ')", "string  \n \r\n "},
      {R"(' \012 \177 ')", "string  \n \x7F "},
      {R"("\303\277")", "string Ã¿"},
      {R"("\377")", "string ÿ"},
      {R"("\xFF")", "string ÿ"},
      {R"(' \X0A \x7f ')", "string  \n \x7F "},
      {R"('\x4a\X4B\u01aB\U000001aB')", "string JKƫƫ"},
      {R"('\u4e2d\u56FD')", "string 中国"},
      {R"(r"\\")", "string \\\\"},
      {R"(R'\n')", "string \\n"},
      {R"(r'''a'b\''')", "string a'b\\"},
      {"1 // one\n + // two\n 2", "int 3"},
      {"\t1\f+\r\n2 // no line end", "int 3"},
  });
}

TEST_CASE("parse: reserved words may name methods but nothing else") {
  const std::vector<Cell> cells = {{"a", Type::string, string("")}};
  CHECK(compile_failure("a.package()", cells).code == CompileErrorCode::unknown_name);
  CHECK(compile_failure("package", cells).code == CompileErrorCode::syntax);
  CHECK(compile_failure("a.in", cells).code == CompileErrorCode::syntax);
}

}  // namespace tianbao::expression::testing
