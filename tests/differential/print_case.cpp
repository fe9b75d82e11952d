#include "shared/layout/grid.h"
#include "tests/differential/case.h"
#include "tests/differential/filling.h"
#include "tests/support/random_form.h"
#include "tests/support/reports.h"

namespace tianbao::differential {
namespace {

Case printed(const form::Form& form, document::Document document, Random& random) {
  if (random.one_in(2)) explain_some(form, document, random);
  const layout::Grid grid = layout::lay_out_for_paper(form, document);
  std::string page = random.one_in(8) ? layout::to_html_page(grid) : layout::to_html(grid);
  return {grid.annex.empty() ? "without-annex" : "with-annex", std::move(page)};
}

}  // namespace

Case print_case(Random& random) {
  if (random.one_in(2)) {
    document::Document report = testing::published_report("dongkou-2019");
    report.context = random_context(report, random);
    type_into_some(testing::work_report(), report, random);
    return printed(testing::work_report(), std::move(report), random);
  }
  const form::Form form = testing::random_form(random);
  return printed(form, random_document(form, random), random);
}

}  // namespace tianbao::differential
