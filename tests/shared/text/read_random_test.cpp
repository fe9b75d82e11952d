#include <array>
#include <catch2/catch_test_macros.hpp>
#include <random>

#include "shared/text/normalize.h"
#include "shared/text/utf8.h"
#include "tests/shared/text/reading_table.h"

using namespace tianbao::testing;
using namespace tianbao::text;

namespace {

constexpr std::array<Reader, 12> readers = {read_text,  read_long_text, read_number,     read_date,
                                            read_url,   read_site_code, read_icp_number, read_police_number,
                                            read_phone, read_email,     read_text_list,  read_url_list};

/// Pieces of what the readers look for, so that random sequences come near to what they take.
constexpr std::array<std::string_view, 60> pieces = {"0",
                                                     "1",
                                                     "5",
                                                     "26",
                                                     "2018",
                                                     "4305250009",
                                                     "05060933",
                                                     "43052502000024",
                                                     "0739",
                                                     "7220000",
                                                     "139",
                                                     ".",
                                                     ",",
                                                     "，",
                                                     "。",
                                                     "-",
                                                     "—",
                                                     "/",
                                                     "//",
                                                     "://",
                                                     ":",
                                                     "：",
                                                     "http",
                                                     "https",
                                                     "www",
                                                     ".gov.cn",
                                                     "@",
                                                     "a",
                                                     "Z",
                                                     "bm",
                                                     "ICP",
                                                     "icp",
                                                     "备",
                                                     "京",
                                                     "公网安备",
                                                     "号",
                                                     "年",
                                                     "月",
                                                     "日",
                                                     "十",
                                                     "二",
                                                     "〇",
                                                     "万",
                                                     "条",
                                                     "人次",
                                                     "约",
                                                     "余",
                                                     "(",
                                                     ")",
                                                     "（主动公开）",
                                                     " ",
                                                     "\n",
                                                     "\u00A0",
                                                     "\u200B",
                                                     "[bookmark:",
                                                     "]",
                                                     "2018-1-26",
                                                     "2018年1月26日",
                                                     "京ICP备05060933",
                                                     "021-68970000"};

class RandomText {
 public:
  std::string next() {
    std::string text;
    for (std::size_t left = engine_() % 8; left > 0; --left) text += pieces[engine_() % pieces.size()];
    return text;
  }

 private:
  std::mt19937_64 engine_{20200115};
};

}  // namespace

TEST_CASE("whatever is typed, a value read from it is read as itself") {
  RandomText random;
  std::array<std::size_t, readers.size()> values{};
  for (int round = 0; round < 10000; ++round) {
    const std::string typed = random.next();
    for (std::size_t index = 0; index < readers.size(); ++index) {
      const Reading reading = readers[index](typed);
      if (!is_valid_utf8(reading.value + reading.remark + reading.proposal)) FAIL("no UTF-8 from: " << typed);
      if (reading.state != ReadingState::value) continue;
      ++values[index];
      const Reading again = readers[index](reading.value);
      if (again.state != ReadingState::value || again.value != reading.value || !again.remark.empty()) {
        FAIL("reader " << index << ": " << typed << " gives " << reading.value << " gives " << told(again));
      }
    }
  }
  for (std::size_t index = 0; index < readers.size(); ++index) {
    CAPTURE(index);
    CHECK(values[index] > 0);
  }
}

TEST_CASE("whatever is typed, cleaning it twice is cleaning it once") {
  RandomText random;
  for (int round = 0; round < 10000; ++round) {
    const std::string typed = random.next();
    if (clean(clean(typed)) != clean(typed)) FAIL("clean: " << typed);
    if (clean_prose(clean_prose(typed)) != clean_prose(typed)) FAIL("clean_prose: " << typed);
    if (clean(clean_prose(typed)) != clean(typed)) FAIL("clean of clean_prose: " << typed);
    if (label_key(label_key(typed)) != label_key(typed)) FAIL("label_key: " << typed);
  }
}
