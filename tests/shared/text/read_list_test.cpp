#include <catch2/catch_test_macros.hpp>
#include <string>

#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using namespace tianbao::text;

namespace {

std::string repeated(std::string_view item, std::size_t count) {
  std::string list;
  for (std::size_t place = 0; place < count; ++place) list += (place > 0 ? "；" : "") + std::string(item);
  return list;
}

}  // namespace

TEST_CASE("a list of texts is joined by the full-width semicolon") {
  check_readings(read_text_list, {
                                     {"", "blank"},
                                     {"；", "blank"},
                                     {"无", "none"},
                                     {"工作动态", "工作动态"},
                                     {"工作动态；要闻", "工作动态；要闻"},
                                     {"工作动态 ； 要闻；", "工作动态；要闻"},
                                     {"工作动态;要闻\n公示", "工作动态；要闻；公示"},
                                     {"机构（职能），设置", "机构（职能），设置"},
                                     {"工作动态；无", "unread"},
                                     {repeated("甲", 100), repeated("甲", 100)},
                                     {repeated("甲", 101), "unread"},
                                 });
}

TEST_CASE("a list of addresses keeps the semicolons that are within one") {
  check_readings(read_url_list,
                 {
                     {"", "blank"},
                     {"无", "none"},
                     {"www.a.gov.cn", "http://www.a.gov.cn"},
                     {"http://a.gov.cn/x；b.gov.cn", "http://a.gov.cn/x；http://b.gov.cn"},
                     {"http://a.gov.cn/x;http://b.gov.cn/y", "http://a.gov.cn/x；http://b.gov.cn/y"},
                     {"http://a.gov.cn/x\nhttp://b.gov.cn/y", "http://a.gov.cn/x；http://b.gov.cn/y"},
                     {"http://a.gov.cn/x;id=1", "http://a.gov.cn/x;id=1"},
                     {"http://a.gov.cn/x;id=1；http://b.gov.cn/y;id=2",
                      "http://a.gov.cn/x;id=1；http://b.gov.cn/y;id=2"},
                     {"http://a.gov.cn/x；首页", "unread"},
                     {"http://a.gov.cn/x；无", "unread"},
                     {"首页", "unread"},
                 });
}

TEST_CASE("what was joined is told apart again") {
  CHECK(list_items("甲") == std::vector<std::string_view>{"甲"});
  CHECK(list_items("甲；乙；丙") == std::vector<std::string_view>{"甲", "乙", "丙"});
}
