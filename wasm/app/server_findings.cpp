#include "wasm/app/server_findings.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "wasm/app/members.h"

namespace tianbao::app {
namespace {

form::Severity read_severity(const std::string& text) {
  if (text == "warning") return form::Severity::warning;
  if (text == "notice") return form::Severity::notice;
  return form::Severity::error;
}

form::Explain read_explain(const std::string& text) {
  if (text == "required") return form::Explain::required;
  if (text == "optional") return form::Explain::optional;
  return form::Explain::none;
}

check::ExplanationState read_explanation_state(const std::string& text) {
  if (text == "missing") return check::ExplanationState::missing;
  if (text == "stale") return check::ExplanationState::stale;
  if (text == "too_long") return check::ExplanationState::too_long;
  if (text == "given") return check::ExplanationState::given;
  return check::ExplanationState::not_asked;
}

}  // namespace

std::vector<check::Finding> read_findings(const json::Value& findings, const form::Form& form) {
  std::vector<check::Finding> read;
  const json::Array* const array = findings.as_array();
  if (array == nullptr) return read;
  for (const json::Value& value : *array) {
    check::Finding finding;
    finding.code = text_member(value, "code");
    finding.severity = read_severity(text_member(value, "severity"));
    finding.verdict =
        text_member(value, "verdict") == "undecided" ? check::Verdict::undecided : check::Verdict::fail;
    finding.message = text_member(value, "message");
    finding.explain = read_explain(text_member(value, "explain"));
    finding.explanation = read_explanation_state(text_member(value, "explanation"));
    for (const std::string& address : texts_member(value, "cells")) {
      if (const std::optional<std::size_t> field = form.field_index(address)) {
        finding.fields.push_back(*field);
      }
    }
    if (!finding.fields.empty()) read.push_back(std::move(finding));
  }
  return read;
}

bool same_place(const check::Finding& left, const check::Finding& right) {
  return left.code == right.code && left.fields.front() == right.fields.front();
}

std::vector<check::Finding> findings_new_to(const std::vector<check::Finding>& known,
                                            std::vector<check::Finding> found) {
  const auto is_known = [&known](const check::Finding& finding) {
    return std::any_of(known.begin(), known.end(), [&finding](const check::Finding& each) {
      return !each.fields.empty() && same_place(each, finding) && each.severity == finding.severity &&
             each.verdict == finding.verdict && each.explanation == finding.explanation;
    });
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_known), found.end());
  return found;
}

}  // namespace tianbao::app
