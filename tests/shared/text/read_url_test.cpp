#include <catch2/catch_test_macros.hpp>

#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using tianbao::text::read_url;

TEST_CASE("addresses of real reports and notices become canonical") {
  check_readings(read_url,
                 {
                     {"", "blank"},
                     {"无", "none"},
                     {"http://www.beijing.gov.cn", "http://www.beijing.gov.cn"},
                     {"www.dongkou.gov.cn", "http://www.dongkou.gov.cn"},
                     {"http:// www.gaohang.gov.cn", "http://www.gaohang.gov.cn"},
                     {"http://www.dongkou.\ngov.cn", "http://www.dongkou.gov.cn"},
                     {"http://www.dongkou.gov.cn/", "http://www.dongkou.gov.cn"},
                     {"HTTP://WWW.Dongkou.Gov.CN/DK/Index.html", "http://www.dongkou.gov.cn/DK/Index.html"},
                     {"ｈｔｔｐ：／／ｗｗｗ．ｄｏｎｇｋｏｕ．ｇｏｖ．ｃｎ", "http://www.dongkou.gov.cn"},
                     {"www。dongkou。gov。cn", "http://www.dongkou.gov.cn"},
                     {"www.dongkou.gov.cn.", "http://www.dongkou.gov.cn"},
                     {"https://www.dongkou.gov.cn", "https://www.dongkou.gov.cn"},
                     {"http://www.dongkou.gov.cn:80/", "http://www.dongkou.gov.cn"},
                     {"https://www.dongkou.gov.cn:443/a", "https://www.dongkou.gov.cn/a"},
                     {"http://www.dongkou.gov.cn:443", "http://www.dongkou.gov.cn:443"},
                     {"www.dongkou.gov.cn：8080/", "http://www.dongkou.gov.cn:8080"},
                     {"http://www.dongkou.gov.cn/jyj/", "http://www.dongkou.gov.cn/jyj/"},
                     {"http://www.dongkou.gov.cn/jyj", "http://www.dongkou.gov.cn/jyj"},
                     {"http://www.dongkou.gov.cn/?id=1&a=%E6%B4%9E#top",
                      "http://www.dongkou.gov.cn/?id=1&a=%E6%B4%9E#top"},
                     {"http://www.dongkou.gov.cn?id=1", "http://www.dongkou.gov.cn?id=1"},
                     {"http://218.76.40.1/", "http://218.76.40.1"},
                     {"218.76.40.1:8080/dk", "http://218.76.40.1:8080/dk"},
                     {"洞口县人民政府.政务", "http://洞口县人民政府.政务"},
                     {"xn--55qx5d.cn", "http://xn--55qx5d.cn"},
                 });
}

TEST_CASE("what is no address of a public site is unread") {
  check_readings(read_url, {
                               {"javascript:alert(1)", "unread"},
                               {"javascript://www.gov.cn/%0aalert(1)", "unread"},
                               {"data:text/html,x", "unread"},
                               {"ftp://www.gov.cn", "unread"},
                               {"file:///c:/index.html", "unread"},
                               {"http:/www.gov.cn", "unread"},
                               {"http:www.gov.cn", "unread"},
                               {"http;//www.gov.cn", "unread"},
                               {"//www.gov.cn", "unread"},
                               {"http://", "unread"},
                               {"http:///", "unread"},
                               {"http://.", "unread"},
                               {"http://http://www.gov.cn", "unread"},
                               {"localhost", "unread"},
                               {"http://dongkou", "unread"},
                               {"http://www..gov.cn", "unread"},
                               {"http://-www.gov.cn", "unread"},
                               {"http://www_1.gov.cn", "unread"},
                               {"http://www.gov.cn:", "unread"},
                               {"http://www.gov.cn:0", "unread"},
                               {"http://www.gov.cn:65536", "unread"},
                               {"http://user@www.gov.cn", "unread"},
                               {"http://1.2.3", "unread"},
                               {"http://1.2.3.256", "unread"},
                               {"http://1.2.3.04", "unread"},
                               {"http://1.2.3.4.5", "unread"},
                               {"http://[::1]/", "unread"},
                               {"http://www.gov.cn\\a", "unread"},
                               {"http://www.gov.cn/<b>", "unread"},
                               {"http://www.gov.cn/\"onclick", "unread"},
                               {"www.a.gov.cn；www.b.gov.cn", "unread"},
                               {"http://www.a.gov.cn/；http://www.b.gov.cn/", "unread"},
                               {"www.a.gov.cn首页", "unread"},
                               {"www.a.gov.cn（已关停）", "unread"},
                               {"http://www.a.gov.cn/ 首页", "unread"},
                               {"洞口县人民政府", "unread"},
                               {"http://" + std::string(64, 'a') + ".cn", "unread"},
                               {"http://www.gov.cn/" + std::string(2048, 'a'), "unread"},
                           });
}
