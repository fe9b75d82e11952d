#include <catch2/catch_test_macros.hpp>

#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using tianbao::text::read_number;

TEST_CASE("figures of the two real reports are read as they were meant") {
  check_readings(read_number, {
                                  {"", "blank"},
                                  {"13541", "13541"},
                                  {"1547391\u00A0", "1547391"},
                                  {"[bookmark: _GoBack]12089\u00A0", "12089"},
                                  {"\u00A04798", "4798"},
                                  {"13896\u00A0\u00A0\u00A0", "13896"},
                                  {"0", "0"},
                                  {"无", "none"},
                                  {"135 (主动公开)", "135 # 主动公开"},
                              });
}

TEST_CASE("a figure may be dressed up as long as it stays exact") {
  check_readings(read_number,
                 {
                     {"１６９６５", "16965"},
                     {"1,547,391", "1547391"},
                     {"1，547，391 条", "1547391"},
                     {"12,089.50", "12089.5"},
                     {"999,999", "999999"},
                     {"12089条", "12089"},
                     {"3 个", "3"},
                     {"2次", "2"},
                     {"1,000件", "1000"},
                     {"149项", "149"},
                     {"6期", "6"},
                     {"2篇", "2"},
                     {"5天", "5"},
                     {"12人次", "12"},
                     {"12 人 次", "12"},
                     {"2.5天", "2.5"},
                     {"2．50", "2.5"},
                     {"0.0", "0"},
                     {"007", "7"},
                     {"05", "5"},
                     {"-0", "0"},
                     {"-0.00", "0"},
                     {"-5", "-5"},
                     {"－5", "-5"},
                     {"\u22125", "-5"},
                     {"1000000000000000000000000", "1000000000000000000000000"},
                     {"9999999999999999999999999999999999", "9999999999999999999999999999999999"},
                 });
}

TEST_CASE("a comment in brackets goes to the remark") {
  check_readings(read_number, {
                                  {"135（主动公开，含转载）", "135 # 主动公开，含转载"},
                                  {"135条（主动公开）", "135 # 主动公开"},
                                  {"5(约（大概）)", "5 # 约（大概）"},
                                  {"5（条）", "5"},
                                  {"5()", "5"},
                                  {"135\n（主动\n公开）", "135 # 主动 公开"},
                                  {"135\n条", "135"},
                                  {"无（未开通）", "none # 未开通"},
                                  {"1.2万（含转载）", "unread: 12000"},
                                  {"(主动公开)", "unread"},
                                  {"5)", "unread"},
                                  {"(5", "unread"},
                                  {"5(a)(b)", "unread"},
                              });
}

TEST_CASE("there is no figure where it says none") {
  check_readings(read_number, {
                                  {"没有", "none"},
                                  {"暂无", "none"},
                                  {"/", "none"},
                                  {"-", "none"},
                                  {"—", "none"},
                                  {"——", "none"},
                                  {"\u3000", "blank"},
                              });
}

TEST_CASE("what is not exact never becomes a figure") {
  check_readings(read_number, {
                                  {"约500", "unread"},
                                  {"近500条", "unread"},
                                  {"500余", "unread"},
                                  {"500余条", "unread"},
                                  {"7362余", "unread"},
                                  {"500多条", "unread"},
                                  {"突破500", "unread"},
                                  {"超过500", "unread"},
                                  {"500以上", "unread"},
                                  {"500左右", "unread"},
                                  {"1.2万余", "unread"},
                                  {"约1.2万", "unread"},
                                  {"100-200", "unread"},
                                  {"1～2", "unread"},
                              });
}

TEST_CASE("large units are asked about") {
  check_readings(read_number, {
                                  {"1.2万", "unread: 12000"},
                                  {"1.2 万 条", "unread: 12000"},
                                  {"１.２万", "unread: 12000"},
                                  {"3万", "unread: 30000"},
                                  {"0.5亿次", "unread: 50000000"},
                                  {"1.23456万", "unread: 12345.6"},
                                  {"1,200万", "unread: 12000000"},
                                  {"-1.2万", "unread: -12000"},
                                  {"0万", "unread: 0"},
                                  {"5千", "unread: 5000"},
                                  {"1万亿", "unread"},
                                  {"3万5千", "unread"},
                                  {"万", "unread"},
                              });
}

TEST_CASE("what has one likely meaning is proposed, what has none is not") {
  check_readings(read_number, {
                                  {"5.", "unread: 5"},
                                  {"5。", "unread: 5"},
                                  {".5", "unread: 0.5"},
                                  {"+5", "unread: 5"},
                                  {"12 089", "unread: 12089"},
                                  {"1, 547, 391", "unread: 1547391"},
                                  {"1 ,547", "unread: 1547"},
                                  {"30%", "unread"},
                                  {"5％", "unread"},
                                  {"123\n456", "unread"},
                                  {"1,547\n391", "unread"},
                                  {"1\n万", "unread: 10000"},
                                  {"38宗", "unread: 38"},
                                  {"9封", "unread: 9"},
                                  {"5个工作日", "unread: 5"},
                                  {"1,5", "unread"},
                                  {"1,54", "unread"},
                                  {"1,5471", "unread"},
                                  {"1547,391", "unread"},
                                  {"0,123", "unread"},
                                  {",123", "unread"},
                                  {"1,547,", "unread"},
                                  {"1.547,391", "unread"},
                                  {"1.2.3", "unread"},
                                  {"12 3", "unread"},
                                  {"1 条 2 条", "unread"},
                                  {"- 5", "unread"},
                                  {"--5", "unread"},
                                  {"+-5", "unread"},
                                  {"+", "unread"},
                                  {".", "unread"},
                                  {",", "unread"},
                                  {"1e5", "unread"},
                                  {"1.08E+05", "unread"},
                                  {"0x10", "unread"},
                                  {"十二", "unread"},
                                  {"共12条", "unread"},
                                  {"条", "unread"},
                                  {"见附件", "unread"},
                                  {"10000000000000000000000000000000001", "unread"},
                              });
}
