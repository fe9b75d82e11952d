#include <catch2/catch_test_macros.hpp>

#include "tests/shared/expression/cases.h"

namespace tianbao::expression::testing {
namespace {

const std::string refused = "error invalid_argument";

}  // namespace

TEST_CASE("host() is the lower-case host of an absolute URL") {
  check_cases({
      {"host('http://www.dongkou.gov.cn')", "string www.dongkou.gov.cn"},
      {"host('HTTPS://WWW.Dongkou.GOV.CN:8080/dongkou/index.shtml?a=b#c')", "string www.dongkou.gov.cn"},
      {"host('http://www.shgaohang.gov.cn?x')", "string www.shgaohang.gov.cn"},
      {"host('http://user:secret@a.gov.cn:80/x@y')", "string a.gov.cn"},
      {"host('http://a.gov.cn:/')", "string a.gov.cn"},
      {"host('http://[2001:DB8::1]:80/')", "string [2001:db8::1]"},
      {"host('http://[2001:DB8::1]')", "string [2001:db8::1]"},
      {"host('http://10.0.0.1/')", "string 10.0.0.1"},
      {"host('http://中国政府网.政务/')", "string 中国政府网.政务"},
      {"host('')", refused},
      {"host('www.dongkou.gov.cn')", refused},
      {"host('//www.dongkou.gov.cn')", refused},
      {"host('http:/a.gov.cn')", refused},
      {"host('http://')", refused},
      {"host('http:///path')", refused},
      {"host('http://:80/')", refused},
      {"host('http://a.gov.cn:8x/')", refused},
      {"host('http://a b.gov.cn/')", refused},
      {"host('http://a%41.gov.cn/')", refused},
      {"host('http://a.gov.cn\\\\@b.cn/')", refused},
      {"host('http://a@b@c.gov.cn/')", refused},
      {"host('1http://a.gov.cn/')", refused},
      {"host('://a.gov.cn/')", refused},
      {"host('无')", refused},
  });
}

TEST_CASE("day() is the ISO date of a day that the calendar has") {
  check_cases(
      {
          {"day(2020, 1, 31)", "string 2020-01-31"},
          {"day(2020, 2, 29)", "string 2020-02-29"},
          {"day(2019, 2, 29)", refused},
          {"day(1900, 2, 29)", refused},
          {"day(2000, 2, 29)", "string 2000-02-29"},
          {"day(2020, 4, 31)", refused},
          {"day(2020, 13, 1)", refused},
          {"day(2020, 0, 1)", refused},
          {"day(2020, 1, 0)", refused},
          {"day(2020, 1, 32)", refused},
          {"day(2020, -1, 1)", refused},
          {"day(0, 1, 1)", refused},
          {"day(1, 1, 1)", "string 0001-01-01"},
          {"day(9999, 12, 31)", "string 9999-12-31"},
          {"day(10000, 1, 1)", refused},
          {"day(2020.5, 1, 1)", refused},
          {"day(2020.0, 1u, 31)", "string 2020-01-31"},
          {"day(9223372036854775807, 1, 1)", refused},
          {"day(1.0 / 0.0, 1, 1)", refused},
          {"day(period + 1, 1, 1)", "string 2020-01-01"},
          {"date >= day(period + 1, 1, 1) && date <= day(period + 1, 1, 31)", "true"},
      },
      {{"period", Type::decimal, number("2019")}, {"date", Type::string, string("2020-01-15")}});
}

TEST_CASE("round() rounds half away from zero") {
  check_cases({
      {"round(2.0 / 3.0, 2)", "decimal 0.67"},
      {"round(0.125, 2)", "decimal 0.13"},
      {"round(-0.125, 2)", "decimal -0.13"},
      {"round(2.5, 0)", "decimal 3"},
      {"round(7, 2)", "decimal 7"},
      {"round(7.5, 1u)", "decimal 7.5"},
      {"round(1.5, dyn(-1))", refused},
      {"round(1.5, dyn(35))", refused},
      {"round(1.5, 1 / 2.0)", refused},
      {"round(1.5, 34)", "decimal 1.5"},
      {"round(1.0 / 0.0, 2)", "error overflow"},
      {"round(dyn('a'), 2)", "error no_such_overload"},
  });
}

TEST_CASE("arguments that can be seen to be wrong are refused") {
  struct Wrong {
    std::string source;
    CompileErrorCode code;
    std::string found;
    std::string expected;
  };
  const std::string number_among = "数字，这里是文字";
  for (const Wrong& each : std::vector<Wrong>{
           {"round(x, -1)", CompileErrorCode::literal_out_of_range, "-1", "0 至 34 的整数"},
           {"round(x, 35)", CompileErrorCode::literal_out_of_range, "35", "0 至 34 的整数"},
           {"round(x, 0.5)", CompileErrorCode::literal_out_of_range, "0.5", "0 至 34 的整数"},
           {"max([x, 'a'])", CompileErrorCode::wrong_type, "'a'", number_among},
           {"sum(['a'])", CompileErrorCode::wrong_type, "['a']", "数字的列表，这里是列表"},
           {"min([dyn('a'), name])", CompileErrorCode::wrong_type, "name", number_among},
           {"max(1, 2, 3, 4, 5, 6, 7, 8, 9)", CompileErrorCode::wrong_argument_count,
            "max(1, 2, 3, 4, 5, 6, 7, 8, 9)", "最多 8 个"},
           {"abs(1, 2)", CompileErrorCode::wrong_argument_count, "abs(1, 2)", " 1 个"},
       }) {
    INFO(each.source);
    const CompileError error = compile_failure(
        each.source, {{"x", Type::decimal, number("3")}, {"name", Type::string, string("a")}});
    CHECK(error.code == each.code);
    CHECK(error.found == each.found);
    CHECK(expected_text(error) == each.expected);
  }
  check_cases({{"max(1, 2, 3, 4, 5, 6, 7, 8)", "decimal 8"}});
}

TEST_CASE("sum, abs, max and min are exact") {
  check_cases(
      {
          {"sum([])", "decimal 0"},
          {"sum([0.1, 0.2])", "decimal 0.3"},
          {"sum([0.1, 0.2, x]) == 3.3", "true"},
          {"sum([1, 2u, 0.5])", "decimal 3.5"},
          {"sum([1e30, 1e-30])", "error overflow"},
          {"sum([1.0 / 0.0])", "error overflow"},
          {"sum(dyn([1, 'a']))", "error no_such_overload"},
          {"sum(dyn(1))", "error no_such_overload"},
          {"abs(-2.5)", "decimal 2.5"},
          {"abs(x - 10)", "decimal 7"},
          {"abs(-9223372036854775808)", "decimal 9223372036854775808"},
          {"abs(0.0 / 0.0)", "error overflow"},
          {"max([1, 0.5, x])", "decimal 3"},
          {"max(1, 2)", "decimal 2"},
          {"max(x, 1, 4)", "decimal 4"},
          {"max([])", refused},
          {"min([1, 0.5, x])", "decimal 0.5"},
          {"min(1, -2)", "decimal -2"},
          {"min(x, 1, 4)", "decimal 1"},
          {"min([])", refused},
          {"max(1.0, 0.0 / 0.0)", refused},
      },
      {{"x", Type::decimal, number("3")}});
}

TEST_CASE("size counts code points and items, in both styles of call") {
  check_cases(
      {
          {"size(name)", "int 4"},
          {"name.size()", "int 4"},
          {"size(ticked)", "int 2"},
          {"ticked.size() == 2", "true"},
          {"'smart' in ticked", "true"},
          {"'other' in ticked", "false"},
          {"size(dyn(name))", "int 4"},
          {"size(dyn(ticked))", "int 2"},
          {"size(dyn(1))", "error no_such_overload"},
      },
      {{"name", Type::string, string("高行发布")}, {"ticked", Type::list, strings({"smart", "search"})}});
}

}  // namespace tianbao::expression::testing
