#include "shared/text/normalize.h"

#include <catch2/catch_test_macros.hpp>

using namespace tianbao::text;

namespace {

struct Case {
  std::string typed;
  std::string cleaned;
  std::string prose;
};

}  // namespace

TEST_CASE("pasted text is made regular") {
  using namespace std::string_literals;
  for (const Case& row : {
           Case{"", "", ""},
           Case{" \t\u00A0\u3000\r\n", "", ""},
           Case{"1547391\u00A0", "1547391", "1547391"},
           Case{"\u00A04798", "4798", "4798"},
           Case{"[bookmark: _GoBack]12089\u00A0", "12089", "12089"},
           Case{"12 [bookmark: a] [bookmark: b] 089", "12 089", "12 089"},
           Case{"[book[bookmark: x]mark: y]1", "1", "1"},
           Case{"[bookmark: 未完", "[bookmark: 未完", "[bookmark: 未完"},
           Case{"[x]]", "[x]]", "[x]]"},
           Case{"]", "]", "]"},
           Case{"☑是　　　□否", "☑是 □否", "☑是 □否"},
           Case{"沪\u2002ICP \u202F备", "沪 ICP 备", "沪 ICP 备"},
           Case{"31\u200B0115\u200D\uFEFF\u202A", "310115", "310115"},
           Case{"a\x01\x7F"s + "b\0c"s, "abc", "abc"},
           Case{"１２，０８９（条）", "12,089(条)", "12，089（条）"},
           Case{"ＢＭ０１：～！", "BM01:~!", "BM01：～！"},
           Case{"“洞口”、《年报》。", "“洞口”、《年报》。", "“洞口”、《年报》。"},
           Case{"一 \r\n 二\r三\u2028四\v五", "一\n二\n三\n四\n五", "一\n二\n三\n四\n五"},
           Case{"\n一\n\n二\n", "一\n\n二", "一\n\n二"},
           Case{"　　首行\n　　次行", "首行\n次行", "首行\n次行"},
           Case{"𬭎䶮", "𬭎䶮", "𬭎䶮"},
       }) {
    CAPTURE(row.typed);
    CHECK(clean(row.typed) == row.cleaned);
    CHECK(clean_prose(row.typed) == row.prose);
    CHECK(clean(row.cleaned) == row.cleaned);
    CHECK(clean_prose(row.prose) == row.prose);
  }
}

TEST_CASE("there are several ways to say that there is none, and words that only look like it") {
  for (const char* text :
       {"无", "暂无", "没有", "无。", "/", "//", "／", "-", "--", "—", "——", "–", "－", "─"}) {
    CAPTURE(text);
    CHECK(says_none(text));
  }
  for (const char* text : {"", "0", "无锡发布", "有无", "。", "-/", "-1", "一", "否", "不", "没有微博"}) {
    CAPTURE(text);
    CHECK_FALSE(says_none(text));
  }
}

TEST_CASE("what is still being applied for is told from what is there") {
  for (const char* text : {"正在办理", "办理中", "正在办理中", "正在备案", "备案中", "尚未备案", "未办理",
                           "待审核", "正在申请备案", "在办理之中"}) {
    CAPTURE(text);
    CHECK(says_pending(text));
  }
  for (const char* text : {"", "办理", "备案", "正在", "中", "无", "正在办理的是", "已备案", "办理中心"}) {
    CAPTURE(text);
    CHECK_FALSE(says_pending(text));
  }
}

TEST_CASE("labels of two prints of one form have the same key") {
  CHECK(label_key("网站总访问量\n（单位：次）") == "网站总访问量(单位:次)");
  CHECK(label_key("网站总访问量 (单位: 次)") == label_key("网站总访问量\r\n（单位：次）"));
  CHECK(label_key("回应公众关注热点或\n重大舆情数量") == "回应公众关注热点或重大舆情数量");
  CHECK(label_key("办件量【单位∶件】") == label_key("办件量〔单位：件〕"));
  CHECK(label_key("ＩＣＰ 备案号") == "ICP备案号");
  CHECK(label_key("\u00A0其 他\u3000") == "其他");
  CHECK(label_key("微博") != label_key("微信"));
}
