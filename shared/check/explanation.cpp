#include "shared/check/explanation.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "shared/check/bind.h"
#include "shared/check/rules.h"
#include "shared/check/wording.h"
#include "shared/text/normalize.h"
#include "shared/text/utf8.h"

namespace tianbao::check {
namespace {

/// How a value was typed is not what is explained.
json::Value value_alone(document::Cell cell) {
  cell.remark.clear();
  if (cell.state != document::CellState::unread) cell.raw.clear();
  return document::write_cell(cell);
}

/// What the register says, "" when that is unknown; nothing of the calendar: the day on which a warning is
/// explained is not the day on which the report arrives.
std::string context_text(const document::Context& context, std::size_t slot, const form::Slots& slots) {
  if (!context.site || slot >= slots.today()) return {};
  return (*context.site).*document::site_facts[slot - slots.site_code()].text;
}

/// An explanation that says for which day it was written holds on any.
json::Value without_today(json::Object values) {
  constexpr std::string_view today = "today";
  values.erase(std::remove_if(values.begin(), values.end(),
                              [&](const json::Member& member) { return member.key == today; }),
               values.end());
  return values;
}

/// Slots that the finding's rule reads and its message names; for a standard fact the cell itself.
std::vector<std::size_t> slots_of(const Finding& finding, const form::Form& form) {
  const std::optional<std::size_t> rule = form.rule_index(finding.code, finding.fields.front());
  return rule ? slots_told(form.rules[*rule]) : finding.fields;
}

}  // namespace

json::Object explained_values(const Finding& finding, const form::Form& form,
                              const document::Document& document, const document::Context& context) {
  const std::size_t field_count = form.fields.size();
  const form::Slots slots{field_count};
  json::Object values;
  for (const std::size_t slot : slots_of(finding, form)) {
    if (slot >= slots.site_code()) {
      std::string text = context_text(context, slot, slots);
      if (!text.empty()) values.push_back({slot_name(form, slot), std::move(text)});
      continue;
    }
    const bool is_prior = slot >= field_count;
    const std::vector<document::Cell>& cells = is_prior ? context.prior.cells : document.cells;
    const std::size_t index = is_prior ? slot - field_count : slot;
    if (index >= std::min(cells.size(), field_count)) continue;
    if (cells[index].state == document::CellState::blank) continue;
    values.push_back({slot_name(form, slot), value_alone(cells[index])});
  }
  return values;
}

json::Object explained_values(const Finding& finding, const form::Form& form,
                              const document::Document& document) {
  return explained_values(finding, form, document, document.context);
}

void explain(Finding& finding, const form::Form& form, const document::Document& document,
             const document::Context& context) {
  if (finding.explain == form::Explain::none || finding.fields.empty()) return;
  const std::string& cell = form.fields[finding.fields.front()].address;
  const auto explanation = std::find_if(
      document.explanations.begin(), document.explanations.end(),
      [&](const document::Explanation& each) { return each.code == finding.code && each.cell == cell; });
  if (explanation == document.explanations.end() || text::clean(explanation->text).empty()) {
    finding.explanation = ExplanationState::missing;
    return;
  }
  const std::size_t length = text::count_code_points(explanation->text);
  if (length > document::max_explanation_characters) {
    finding.explanation = ExplanationState::too_long;
    finding.message += "说明" + length_fault(length, document::max_explanation_characters) + "。";
    return;
  }
  const json::Value current = explained_values(finding, form, document, context);
  finding.explanation =
      without_today(explanation->values) == current ? ExplanationState::given : ExplanationState::stale;
}

}  // namespace tianbao::check
