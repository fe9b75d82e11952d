#include <array>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/check/why.h"
#include "shared/json/write.h"
#include "tests/differential/case.h"
#include "tests/differential/filling.h"
#include "tests/support/reports.h"

namespace tianbao::differential {

Case report_case(Random& random) {
  static const std::array<document::Document, 2> reports = {testing::published_report("dongkou-2019"),
                                                            testing::published_report("gaohang-2017")};
  const form::Form& form = testing::work_report();
  document::Document report = random.pick(reports);
  report.context = random_context(report, random);
  type_into_some(form, report, random);
  if (random.one_in(8)) mend(form, report, random);
  if (random.one_in(4)) explain_some(form, report, random);
  const check::Outcome outcome = check::check(form, report, report.context);
  const json::Value findings =
      random.one_in(4) ? check::to_json(outcome.findings, check::bind(form, report, report.context))
                       : check::to_json(outcome.findings, form);
  return {check::may_submit(outcome.findings) ? "submittable" : "not-submittable",
          document::digest(report, form) + " " + json::to_canonical(findings)};
}

}  // namespace tianbao::differential
