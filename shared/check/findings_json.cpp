#include <string_view>
#include <utility>

#include "shared/check/check.h"

namespace tianbao::check {
namespace {

std::string_view severity_word(form::Severity severity) {
  switch (severity) {
    case form::Severity::error:
      return "error";
    case form::Severity::warning:
      return "warning";
    case form::Severity::notice:
      break;
  }
  return "notice";
}

std::string_view explain_word(form::Explain explain) {
  switch (explain) {
    case form::Explain::none:
      return "none";
    case form::Explain::optional:
      return "optional";
    case form::Explain::required:
      break;
  }
  return "required";
}

std::string_view explanation_word(ExplanationState state) {
  switch (state) {
    case ExplanationState::not_asked:
      return "not_asked";
    case ExplanationState::missing:
      return "missing";
    case ExplanationState::stale:
      return "stale";
    case ExplanationState::too_long:
      return "too_long";
    case ExplanationState::given:
      break;
  }
  return "given";
}

json::Object write_finding(const Finding& finding, const form::Form& form) {
  json::Array cells;
  for (const std::size_t field : finding.fields) cells.emplace_back(form.fields[field].address);
  json::Object parts;
  for (const auto& [name, text] : finding.parts) parts.push_back({name, text});

  json::Object object;
  object.push_back({"code", finding.code});
  object.push_back({"severity", severity_word(finding.severity)});
  object.push_back({"verdict", finding.verdict == Verdict::fail ? "fail" : "undecided"});
  object.push_back({"cells", std::move(cells)});
  object.push_back({"message", finding.message});
  object.push_back({"parts", std::move(parts)});
  object.push_back({"explain", explain_word(finding.explain)});
  object.push_back({"explanation", explanation_word(finding.explanation)});
  return object;
}

}  // namespace

json::Value to_json(const std::vector<Finding>& findings, const form::Form& form) {
  json::Array array;
  for (const Finding& finding : findings) array.emplace_back(write_finding(finding, form));
  return array;
}

}  // namespace tianbao::check
