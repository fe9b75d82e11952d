#include "server/http/report_context.h"

#include <iostream>
#include <optional>
#include <utility>

#include "server/region/region_table.h"
#include "server/store/names.h"
#include "shared/document/bring.h"

namespace tianbao::http {

namespace {

/// The year before, "" before the year 1000.
std::string period_before(const std::string& period) {
  const std::string before = std::to_string(std::stoi(period) - 1);
  return store::is_period(before) ? before : std::string();
}

struct FoundPrior {
  document::PriorKnown known = document::PriorKnown::unknown;
  document::Prior prior;
};

FoundPrior find_prior(const Call& call, const form::Form& form, const store::ReportKey& key) {
  FoundPrior found;
  const std::string period = period_before(key.period);
  if (period.empty()) return found;
  const auto report = call.service.reports.read_submission({key.form, period, key.subject});
  if (!report) {
    // The report at hand can be filled without it: rules that ask for last year are then undecided.
    std::cerr << store::describe(report.error()) << std::endl;
    return found;
  }
  if (report.value().state == store::ReportState::none) {
    found.known = document::PriorKnown::none;
    return found;
  }
  const auto reference = document::read_form_reference(report.value().document);
  const store::StoredForm* const own = reference ? call.forms->by_digest(reference.value().digest) : nullptr;
  if (own == nullptr) return found;
  const auto document = document::read(report.value().document, own->form);
  if (!document) return found;
  found.known = document::PriorKnown::present;
  found.prior = {period, document::bring_cells_onto(form, own->form, document.value().cells)};
  return found;
}

}  // namespace

document::Context context_for(const Call& call, const form::Form& form, const store::ReportKey& key) {
  document::Context context;
  context.today = store::china_date(call.service.now());
  context.site = call.site;
  FoundPrior found = find_prior(call, form, key);
  context.regions = region::known_regions();
  context.prior_known = found.known;
  context.prior = std::move(found.prior);
  return context;
}

json::Value context_json(const form::Form& form, const document::Context& context) {
  document::Document carrier = document::make_blank(form, "", "");
  carrier.context = context;
  const json::Value written = document::write(carrier, form);
  const json::Value* const member = written.find("context");
  return member != nullptr ? *member : json::Value(json::Object());
}

std::vector<std::string> differing_parts(const document::Context& left, const document::Context& right) {
  std::vector<std::string> parts;
  if (left.today != right.today) parts.emplace_back("today");
  if (left.site != right.site) parts.emplace_back("site");
  const bool both_present = left.prior_known == document::PriorKnown::present;
  if (left.prior_known != right.prior_known || (both_present && left.prior != right.prior)) {
    parts.emplace_back("prior");
  }
  return parts;
}

}  // namespace tianbao::http
