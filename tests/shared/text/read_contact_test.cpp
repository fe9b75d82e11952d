#include <catch2/catch_test_macros.hpp>

#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using namespace tianbao::text;

TEST_CASE("a telephone number is taken with and without area code") {
  check_readings(read_phone, {
                                 {"", "blank"},
                                 {"无", "none"},
                                 {"07397220000", "07397220000"},
                                 {"68970000", "68970000"},
                                 {"7220000", "7220000"},
                                 {"0739-7220000", "0739-7220000"},
                                 {"０７３９－７２２００００", "0739-7220000"},
                                 {"0739—7220000", "0739-7220000"},
                                 {"(0739)7220000", "0739-7220000"},
                                 {"（0739） 7220000", "0739-7220000"},
                                 {"（0739）-7220000", "0739-7220000"},
                                 {"0739 7220000", "07397220000"},
                                 {"021-68970000", "021-68970000"},
                                 {"02168970000", "02168970000"},
                                 {"010-60000000", "010-60000000"},
                                 {"13900000000", "13900000000"},
                                 {"139 0000 0000", "13900000000"},
                                 {"139-0000-0000", "13900000000"},
                                 {"+86 139 0000 0000", "13900000000"},
                                 {"+86-0739-7220000", "0739-7220000"},
                                 {"0739-7220000转801", "0739-7220000-801"},
                                 {"0739-7220000 转分机 801", "0739-7220000-801"},
                                 {"0739-7220000-801", "0739-7220000-801"},
                                 {"68970000-801", "68970000-801"},
                                 {"8001234-567", "8001234-567"},
                                 {"400-820-0000", "4008200000"},
                                 {"4008200000", "4008200000"},
                             });
}

TEST_CASE("what is no one telephone number is unread") {
  check_readings(read_phone, {
                                 {"68970000 68970001", "unread"},
                                 {"68970000、68970001", "unread"},
                                 {"68970000/68970001", "unread"},
                                 {"13900000000 13900000001", "unread"},
                                 {"110", "unread"},
                                 {"12000000000", "unread"},
                                 {"1390000000", "unread"},
                                 {"139000000000", "unread"},
                                 {"1220000", "unread"},
                                 {"0739-122000", "unread"},
                                 {"739-7220000", "unread"},
                                 {"0739--7220000", "unread"},
                                 {"0739-7220000-", "unread"},
                                 {"0739-7220000转", "unread"},
                                 {"0739-7220000转办公室", "unread"},
                                 {"0739-7220000-1234567", "unread"},
                                 {"(0739 7220000", "unread"},
                                 {"0007220000", "unread"},
                                 {"电话7220000", "unread"},
                                 {"7220000（办）", "unread"},
                             });
}

TEST_CASE("an e-mail address is one dot-atom at one host") {
  check_readings(read_email, {
                                 {"", "blank"},
                                 {"无", "none"},
                                 {"dkxzf@163.com", "dkxzf@163.com"},
                                 {"dkxzf＠163。com", "dkxzf@163.com"},
                                 {"dkxzf @ 163.COM", "dkxzf@163.com"},
                                 {"Zhang.San+a@Mail.Dongkou.gov.cn", "Zhang.San+a@mail.dongkou.gov.cn"},
                                 {"dkxzf", "unread"},
                                 {"@163.com", "unread"},
                                 {"dkxzf@", "unread"},
                                 {"dkxzf@163", "unread"},
                                 {"a@b@163.com", "unread"},
                                 {".a@163.com", "unread"},
                                 {"a.@163.com", "unread"},
                                 {"a..b@163.com", "unread"},
                                 {"洞口@163.com", "unread"},
                                 {"a@163,com", "unread"},
                                 {"a@163.com；b@163.com", "unread"},
                                 {"a@163.com b@163.com", "unread"},
                                 {std::string(64, 'a') + "@163.com", std::string(64, 'a') + "@163.com"},
                                 {std::string(65, 'a') + "@163.com", "unread"},
                             });
}
