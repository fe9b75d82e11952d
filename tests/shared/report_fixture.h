#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::testing {

/// A published report as tests/fixtures/<name>.json holds it: the texts of its cells exactly as they stand
/// there, by label path (`信息发布（单位：条）/总数`).
struct ReportFixture {
  std::string period;  // "2019"
  std::vector<std::pair<std::string, std::string>> values;
};

/// "dongkou-2019" or "gaohang-2017". Fails the test when the file is not as it should be.
ReportFixture read_report_fixture(std::string_view name);

/// Types every cell of the fixture into a blank document. Labels are matched by text::label_key without their
/// units; one that the form has not fails the test.
document::Document fill(const form::Form& form, const ReportFixture& fixture);

/// The report filled into the work report's form.
document::Document filled_report(std::string_view name);

}  // namespace tianbao::testing
