// Prints documents for the fuzz target `document` to begin with, a line each: both published reports, with
// and without context and explanations, and generated ones of every type of field.

#include <cstdio>
#include <string_view>

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/document/report_file.h"
#include "shared/json/write.h"
#include "tests/schema/generate.h"
#include "tests/support/random.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;

void print(const json::Value& value) {
  std::printf("%s\n", json::to_compact(value).c_str());
}

void print_report(std::string_view name) {
  const form::Form& form = testing::work_report();
  document::Document report = testing::published_report(name);
  print(document::write(report, form));
  report.context.today = "2020-01-20";
  report.context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  report.context.prior_known = document::PriorKnown::present;
  report.context.prior = {"2016", report.cells};
  testing::type_into(form, report, "release.total", "1");
  const check::Outcome outcome = check::check(form, report, report.context);
  for (const check::Finding& finding : outcome.findings) {
    report.explanations.push_back({finding.code, form.fields[finding.fields.front()].address,
                                   check::explained_values(finding, form, report), "情况属实。"});
  }
  const check::Outcome explained = check::check(form, report, report.context);
  print(document::write_report_file(report, form, *check::to_json(explained.findings, form).as_array()));
}

void print_generated(const form::Form& form, testing::Random& random) {
  constexpr int count = 100;
  const testing::Generator generator(form);
  print(generator.complete(random));
  for (int index = 0; index < count; ++index) {
    print(index % 4 == 0 ? generator.valid(random) : generator.changed(random));
  }
}

}  // namespace

int main() {
  for (const std::string_view name : {"dongkou-2019", "gaohang-2017"}) print_report(name);
  testing::Random random(1);
  print_generated(testing::load_form(testing::read_source_file("tests/schema/forms/strict.json")), random);
  print_generated(testing::work_report(), random);
  return 0;
}
