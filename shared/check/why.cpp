#include "shared/check/why.h"

#include <algorithm>
#include <span>
#include <utility>

#include "shared/check/form_wording.h"
#include "shared/check/premise.h"
#include "shared/check/wording.h"
#include "shared/expression/formula.h"
#include "shared/text/utf8.h"

namespace tianbao::check {
namespace {

using expression::formula_of_names;
using expression::formula_of_values;
using expression::formula_text;

/// Cells as findings call them and as a person sees them.
class CellWording final : public expression::Wording {
 public:
  explicit CellWording(const Bound& bound) : bound_(bound), names_(bound.form) {}

  std::string name(std::size_t slot) const override { return names_.name(slot); }

  std::string value(std::size_t slot) const override {
    const expression::Slot& held = bound_.slots[slot];
    const std::string text = slot_text(bound_, slot);
    if (held.value.error()) return (text.empty() ? "" : formula_text(text)) + expression::to_text(held.value);
    if (held.none && held.value.decimal()) return "无（按 0 计）";
    return held.value.string() ? formula_text(text) : shown(slot);
  }

  std::string option(std::size_t slot, std::string_view id) const override { return names_.option(slot, id); }

  /// Without quotation marks.
  std::string shown(std::size_t slot) const {
    const expression::Value& value = bound_.slots[slot].value;
    const std::string text = slot_text(bound_, slot);
    return text.empty() ? expression::to_text(value)
                        : text::shortened(text, expression::max_formula_text_characters);
  }

 private:
  const Bound& bound_;
  FormWording names_;
};

/// Where nothing is said about the rule or the cell itself, it is the document that asks for the form.
std::string source_of(const form::Form& form, const std::string& own) {
  if (!own.empty()) return own;
  return form.authority.empty() ? form.title : form.authority + "《" + form.authority_title + "》";
}

void add_cells(const Bound& bound, std::span<const std::size_t> slots, Why& why) {
  const CellWording words(bound);
  for (const std::size_t slot : slots) {
    const bool known = std::any_of(why.cells.begin(), why.cells.end(),
                                   [slot](const Read& read) { return read.slot == slot; });
    if (!known) why.cells.push_back({slot, words.name(slot), words.shown(slot)});
  }
}

/// What the condition was read from, said and shown.
void add_condition(const Bound& bound, const expression::Program& condition, Why& why) {
  const CellWording words(bound);
  why.when = formula_of_values(condition, words, bound.slots);
  why.asked = formula_of_names(condition, words) + " 时，" + why.asked;
  add_cells(bound, condition.slots(), why);
}

/// The same of a rule.
void add_premise(const Bound& bound, const form::Rule& rule, Why& why) {
  const CellWording words(bound);
  why.when = premise_of_values(rule, words, bound.slots);
  why.asked = premise_of_names(rule, words) + " 时，" + why.asked;
  if (rule.when) add_cells(bound, rule.when->slots(), why);
  if (rule.fact_when) add_cells(bound, rule.fact_when->slots(), why);
}

std::string part(const Finding& finding, std::string_view name) {
  for (const auto& [key, text] : finding.parts) {
    if (key == name) return text;
  }
  return {};
}

/// `0 ≤ x ≤ 100`, as far as there are bounds.
std::string between(const std::string& least, const std::string& amount, const std::string& most) {
  if (least.empty()) return amount + " ≤ " + most;
  return most.empty() ? amount + " ≥ " + least : least + " ≤ " + amount + " ≤ " + most;
}

/// What is asked of one cell by itself, and what it holds.
void say_fact(const Bound& bound, const Finding& finding, Why& why) {
  const std::size_t index = finding.fields.front();
  const form::Field& field = bound.form.fields[index];
  const std::string found = part(finding, "found");
  const std::string text = found.empty() ? slot_text(bound, index) : found;
  const std::string length = part(finding, "length");
  const std::string places = part(finding, "max_decimal_places");
  const std::string digits = part(finding, "max_digits");
  why.asked = request(field, "");
  why.formula = text.empty() ? expression::to_text({}) : formula_text(text);
  if (finding.code == "text_pattern") {
    why.asked = written_as(part(finding, "expected"));
  } else if (finding.code == "number_range") {
    const std::string least = part(finding, "minimum");
    const std::string most = part(finding, "maximum");
    why.asked = between(least, field.name, most);
    why.formula = between(least, found, most);
  } else if (!length.empty()) {
    const std::string most = part(finding, "max_length");
    why.asked = "字数 ≤ " + most;
    why.formula = between({}, length, most);
  } else if (!places.empty()) {
    why.asked = (digits.empty() ? "" : "数字 ≤ " + digits + " 位，") + "小数 ≤ " + places + " 位";
  }
  why.formula += why.formula.ends_with("）") ? "✗" : " ✗";
}

/// `12 = 3 + 4（= 7）✗`; a result that its field rounds is shown both ways.
void say_computed(const Bound& bound, const Finding& finding, Why& why) {
  const std::size_t index = finding.fields.front();
  const form::Field& field = bound.form.fields[index];
  const CellWording words(bound);
  const expression::Value result = expression::evaluate(*field.computed, bound.slots);
  const std::string rounded = part(finding, "expected");
  const std::string stored = words.value(index);
  why.asked = field.name + " = " + formula_of_names(*field.computed, words);
  why.formula = stored + (stored.ends_with("）") ? "= " : " = ") +
                formula_of_values(*field.computed, words, bound.slots);
  if (!result.error()) {
    const std::string exact =
        text::shortened(expression::to_text(result), expression::max_formula_text_characters);
    const bool is_rounded = result.decimal() && !rounded.empty() && rounded != exact;
    why.formula += "（= " + exact + (is_rounded ? " ≈ " + rounded : "") + "）";
  }
  why.formula += why.formula.ends_with("）") ? "✗" : " ✗";
  add_cells(bound, field.computed->slots(), why);
}

void say_relevance(const Bound& bound, const Finding& finding, Why& why) {
  const form::Field& field = bound.form.fields[finding.fields.front()];
  const CellWording words(bound);
  why.asked = "只有 " + formula_of_names(*field.relevant, words) + " 时才填写" + field.name;
  why.formula = formula_of_values(*field.relevant, words, bound.slots);
  // To rules a cell that does not apply is blank.
  why.cells.front().value = text::shortened(part(finding, "found"), expression::max_formula_text_characters);
  add_cells(bound, field.relevant->slots(), why);
}

/// Which expression of the cell could not be decided; nullptr for any other finding.
const expression::Program* undecided_program(const form::Field& field, std::string_view code) {
  if (code == "relevant_undecided") return &*field.relevant;
  if (code == "required_undecided") return &*field.required;
  return code == "computed_undecided" ? &*field.computed : nullptr;
}

void say_undecided(const Bound& bound, const Finding& finding, const expression::Program& program, Why& why) {
  const form::Field& field = bound.form.fields[finding.fields.front()];
  const CellWording words(bound);
  const std::string names = formula_of_names(program, words);
  why.asked = finding.code == "relevant_undecided"   ? "只有 " + names + " 时才填写" + field.name
              : finding.code == "required_undecided" ? names + " 时必须填写" + field.name
                                                     : field.name + " = " + names;
  why.formula = formula_of_values(program, words, bound.slots);
  add_cells(bound, program.slots(), why);
}

}  // namespace

Why why(const Bound& bound, const form::Rule& rule) {
  const CellWording words(bound);
  Why result;
  result.asked = formula_of_names(rule.condition, words);
  result.formula = formula_of_values(rule.condition, words, bound.slots);
  add_cells(bound, rule.condition.slots(), result);
  if (rule.when || rule.fact_when) add_premise(bound, rule, result);
  result.source = source_of(bound.form, rule.basis);
  return result;
}

Why why(const Bound& bound, const Finding& finding) {
  for (const form::Rule& rule : bound.form.rules) {
    if (rule.code == finding.code) return why(bound, rule);
  }
  const std::size_t index = finding.fields.front();
  const form::Field& field = bound.form.fields[index];
  Why result;
  add_cells(bound, std::span(&index, 1), result);
  if (const expression::Program* const program = undecided_program(field, finding.code)) {
    say_undecided(bound, finding, *program, result);
  } else if (finding.code == "not_applicable_filled") {
    say_relevance(bound, finding, result);
  } else if (field.computed && (finding.code == "computed_differs" || finding.code == "too_many_digits")) {
    say_computed(bound, finding, result);
  } else {
    say_fact(bound, finding, result);
    if (finding.code == "required" && !field.required->slots().empty()) {
      add_condition(bound, *field.required, result);
    }
  }
  result.source = source_of(bound.form, field.help.empty() ? "" : "填写说明：" + field.help);
  return result;
}

}  // namespace tianbao::check
