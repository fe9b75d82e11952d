#include "server/command/check_context.h"

#include <utility>

#include "server/command/files.h"
#include "shared/document/bring.h"
#include "shared/json/value.h"
#include "shared/text/read.h"

namespace tianbao::command {

namespace {

Result<document::Site, Complaint> read_site(const std::string& path) {
  const auto content = read_json_file(path);
  if (!content.ok()) return content.error();
  document::Site site;
  for (const document::SiteFact& fact : document::site_facts) {
    const json::Value* const member = content.value().find(fact.name);
    if (member == nullptr && !fact.is_required) continue;
    const std::string* const text = member == nullptr ? nullptr : member->as_string();
    if (text == nullptr) {
      return Complaint{"不能读取 " + path + "：网站登记信息中没有文本“" + std::string(fact.name) +
                       "”，应有 code、name、url、organiser 四个文本，可以有 icp_number、police_number。"};
    }
    site.*fact.text = *text;
  }
  return site;
}

Result<document::Prior, Complaint> read_prior(const std::string& path, const Report& report,
                                              const FormSource& source) {
  auto prior = read_report(path, source);
  if (!prior.ok()) return prior.error();
  if (prior.value().form.id != report.form.id) {
    return Complaint{"不能用 " + path + " 作上年报表：它是另一种报表（" + prior.value().form.id +
                     "），与要检查的报表不同。"};
  }
  if (prior.value().document.period >= report.document.period) {
    return Complaint{"不能用 " + path + " 作上年报表：它是 " + prior.value().document.period +
                     " 年度的，要检查的报表是 " + report.document.period + " 年度的。"};
  }
  Report read = std::move(prior).value();
  return document::Prior{std::move(read.document.period),
                         document::bring_cells_onto(report.form, read.form, read.document.cells)};
}

}  // namespace

Result<document::Context, Complaint> check_context(const ParsedArguments& arguments, const Report& report,
                                                   const FormSource& source, const std::string& today) {
  document::Context context = report.document.context;
  if (context.today.empty()) context.today = today;
  if (const std::string* day = arguments.value("--today")) {
    const text::Reading reading = text::read_date(*day);
    if (reading.state != text::ReadingState::value) {
      return Complaint{"--today 后面的“" + *day + "”不是日期，应写作 2020-01-15。"};
    }
    context.today = reading.value;
  }
  if (const std::string* path = arguments.value("--site")) {
    auto site = read_site(*path);
    if (!site.ok()) return site.error();
    context.site = std::move(site).value();
  }
  if (arguments.has("--no-prior")) {
    if (arguments.has("--prior")) return Complaint{"--prior 和 --no-prior 只能写一个。"};
    context.prior_known = document::PriorKnown::none;
    context.prior = {};
  }
  if (const std::string* path = arguments.value("--prior")) {
    auto prior = read_prior(*path, report, source);
    if (!prior.ok()) return prior.error();
    context.prior_known = document::PriorKnown::present;
    context.prior = std::move(prior).value();
  }
  return context;
}

}  // namespace tianbao::command
