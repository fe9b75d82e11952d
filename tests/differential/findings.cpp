// Prints what the core finds in the two published reports and in mutations of them, a line a document:
// canonical findings and the document's digest. scripts/test builds this source natively and as WASM and
// compares the outputs byte by byte.
//
//   findings MUTATIONS [SEED]      mutations of each report, at least 1

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shared/check/check.h"
#include "shared/json/write.h"
#include "tests/support/random.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace {

using namespace tianbao;

using testing::Random;

/// What people type, and what nobody should: every reader meets every one of them.
constexpr std::array<std::string_view, 58> typed_texts = {"",
                                                          "0",
                                                          "1",
                                                          "7",
                                                          "-1",
                                                          "-0",
                                                          "16965",
                                                          "16966",
                                                          "16964",
                                                          "１２３４",
                                                          "1,547,391",
                                                          "1，547，391",
                                                          "12 条",
                                                          "5.5",
                                                          "0.1",
                                                          "365.01",
                                                          "999999999999999",
                                                          "1000000000000000",
                                                          "99999999999999999999999999999999999",
                                                          "1e5",
                                                          "NaN",
                                                          "约500",
                                                          "1.2万",
                                                          "3亿",
                                                          "无",
                                                          "没有",
                                                          "/",
                                                          "-",
                                                          "—",
                                                          "135 (主动公开)",
                                                          "是",
                                                          "否",
                                                          "☑是　　　□否",
                                                          "☑是 ☑否",
                                                          "□是 □否",
                                                          "√是",
                                                          "☑政府门户网站 □部门网站 □专项网站",
                                                          "☑搜索即服务 ☑其他 扫码办事",
                                                          "□搜索即服务 ☑其他______",
                                                          "2020-01-15",
                                                          "2020年1月31日",
                                                          "2020-02-30",
                                                          "２０２０．１．１５",
                                                          "www.dongkou.gov.cn",
                                                          "http:// www.gaohang.gov.cn",
                                                          "https://例子.政务/a?b=c",
                                                          "javascript:alert(1)",
                                                          "4305250009",
                                                          "bm29000002",
                                                          "310000000044",
                                                          "湘ICP备09023995",
                                                          "京icp备 05035542号-1",
                                                          "沪公网安备 31011502006445号",
                                                          "0739-7221691",
                                                          "\xc2\xa0"
                                                          "78\xc2\xa0",
                                                          "[bookmark: _GoBack]12089",
                                                          "𠮷䶮㙟",
                                                          "a\tb\r\nc"};

void mutate(const form::Form& form, document::Document& document, Random& random) {
  for (std::size_t count = 1 + random.below(5); count > 0; --count) {
    const std::size_t index = random.below(form.fields.size());
    // Half of the texts come from another cell of the same report: plausible figures in the wrong place.
    const std::size_t other = random.below(form.fields.size());
    const std::string text = random.below(2) == 0
                                 ? document::display(form.fields[other], document.cells[other])
                                 : std::string(typed_texts[random.below(typed_texts.size())]);
    document.cells[index] = document::read_cell(form.fields[index], text);
  }
}

document::Context make_context(const document::Document& document, Random& random) {
  document::Context context;
  if (random.below(8) != 0) context.today = random.below(2) == 0 ? "2020-01-20" : "2018-01-26";
  if (random.below(8) != 0)
    context.site =
        document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  context.prior_known = static_cast<document::PriorKnown>(random.below(3));
  if (context.prior_known == document::PriorKnown::present) context.prior = {"2018", document.cells};
  return context;
}

void print(const form::Form& form, const document::Document& document, const document::Context& context) {
  const check::Outcome outcome = check::check(form, document, context);
  const std::string findings = json::to_canonical(check::to_json(outcome.findings, form));
  std::printf("%s %s %d\n", document::digest(document, form).c_str(), findings.c_str(),
              check::may_submit(outcome.findings) ? 1 : 0);
}

}  // namespace

int main(int argument_count, char** arguments) {
  testing::require(argument_count >= 2, "how many mutations of each report");
  const long mutations = std::strtol(arguments[1], nullptr, 10);
  testing::require(mutations >= 1, "at least one mutation");
  const std::uint64_t seed = argument_count >= 3 ? std::strtoull(arguments[2], nullptr, 10) : 1;
  const form::Form& form = testing::work_report();
  Random random(seed);
  for (const char* const name : {"dongkou-2019", "gaohang-2017"}) {
    const document::Document report = testing::published_report(name);
    print(form, report, report.context);
    for (long i = 0; i < mutations; ++i) {
      document::Document mutated = report;
      const document::Context context = make_context(report, random);
      mutate(form, mutated, random);
      print(form, mutated, context);
    }
  }
  return 0;
}
