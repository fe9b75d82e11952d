#include "wasm/app/server_findings.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "shared/sort.h"
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

check::Why read_why(const json::Value& value, const form::Form& form) {
  check::Why why;
  why.asked = text_member(value, "asked");
  why.when = text_member(value, "when");
  why.formula = text_member(value, "formula");
  why.source = text_member(value, "source");
  const json::Array* const cells = member(value, "cells").as_array();
  if (cells == nullptr) return why;
  for (const json::Value& cell : *cells) {
    // What is no cell of the form leads nowhere; its number only tells it from the others.
    const std::size_t beyond = form.fields.size() + why.cells.size();
    const std::size_t slot = form.field_index(text_member(cell, "name")).value_or(beyond);
    why.cells.push_back({slot, text_member(cell, "label"), text_member(cell, "value")});
  }
  return why;
}

}  // namespace

std::vector<ServerFinding> read_findings(const json::Value& findings, const form::Form& form) {
  std::vector<ServerFinding> read;
  const json::Array* const array = findings.as_array();
  if (array == nullptr) return read;
  for (const json::Value& value : *array) {
    ServerFinding finding;
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
    finding.why = read_why(member(value, "why"), form);
    if (!finding.fields.empty()) read.push_back(std::move(finding));
  }
  sort_items(read, [](const ServerFinding& left, const ServerFinding& right) {
    return left.fields.front() < right.fields.front();
  });
  return read;
}

std::vector<ServerFinding> findings_new_to(const std::vector<check::Finding>& known,
                                           std::vector<ServerFinding> found) {
  const auto is_known = [&known](const ServerFinding& finding) {
    const check::Finding* const same = find_same_place(known, finding);
    return same != nullptr && same->severity == finding.severity && same->verdict == finding.verdict &&
           same->explanation == finding.explanation;
  };
  found.erase(std::remove_if(found.begin(), found.end(), is_known), found.end());
  return found;
}

}  // namespace tianbao::app
