#include <catch2/catch_test_macros.hpp>

#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using namespace tianbao::text;

TEST_CASE("a text is one line with its punctuation as typed") {
  check_readings(read_text, {
                                {"", "blank"},
                                {"无", "none"},
                                {"/", "none"},
                                {"高行发布", "高行发布"},
                                {" 洞口县人民政府\u00A0办公室 ", "洞口县人民政府 办公室"},
                                {"上海市\n浦东新区", "上海市 浦东新区"},
                                {"一\n\n二", "一 二"},
                                {"洞口县（ＩＣＰ）：１号，甲", "洞口县（ICP）：1号，甲"},
                                {"无锡发布", "无锡发布"},
                                {"0", "0"},
                            });
}

TEST_CASE("a long text keeps its lines") {
  check_readings(read_long_text,
                 {
                     {"\n", "blank"},
                     {"无。", "none"},
                     {"　　一、客户端；\r\n　　二、小程序。\r\n", "一、客户端；\n二、小程序。"},
                     {"一\n\n二", "一\n\n二"},
                 });
}
