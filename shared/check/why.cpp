#include "shared/check/why.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "shared/check/form_wording.h"
#include "shared/check/premise.h"
#include "shared/check/sentence.h"
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
    if (held.none && held.value.string()) return "无（按空文字计）";
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

/// What the condition was read from, shown.
void add_condition(const Bound& bound, const expression::Program& condition, Why& why) {
  why.when = formula_of_values(condition, CellWording(bound), bound.slots);
  add_cells(bound, condition.slots(), why);
}

std::string marked(const std::string& formula, const expression::Value& holds) {
  const bool* const known = holds.boolean();
  return formula + (formula.ends_with("）") ? "" : " ") + (known == nullptr ? "？" : *known ? "✓" : "✗");
}

/// `12（= 3）`, or `12` where that is all.
std::string with_result(const std::string& formula, const std::optional<number::Decimal>& result) {
  if (!result) return formula;
  const expression::Value value{*result};
  return formula + (expression::is_rounded(value) ? "（≈ " : "（= ") + expression::to_text(value) + "）";
}

/// `15735 ÷ 5（= 3147）≤ 9200 ≤ 15735 × 5（= 78675）✓`: as people think of a change, from what was before.
std::string change_formula(const Bound& bound, const form::Rule& rule) {
  const CellWording words(bound);
  const form::Fact& fact = *rule.fact;
  const std::size_t now = fact.fields.front();
  const std::size_t before = form::Slots{bound.form.fields.size()}.prior(now);
  const std::string from = words.value(before);
  const std::string space = from.ends_with("）") ? "" : " ";
  const std::string factor = std::to_string(fact.factor);
  const bool is_percent = fact.kind == form::FactKind::change_percent;
  const std::string least = is_percent ? "× " + std::to_string(100 - fact.factor) + "%" : "÷ " + factor;
  const std::string most = is_percent ? "× " + std::to_string(100 + fact.factor) + "%" : "× " + factor;
  std::optional<number::Decimal> lower;
  std::optional<number::Decimal> upper;
  if (const number::Decimal* const amount = bound.slots[before].value.decimal()) {
    const auto whole = [](int number) { return number::Decimal::from_integer(number); };
    const auto share = [&](int of_hundred) {
      const auto product = multiply(*amount, whole(of_hundred));
      return product ? divide(*product, whole(100)) : product;
    };
    lower = is_percent ? share(100 - fact.factor) : divide(*amount, whole(fact.factor));
    upper = is_percent ? share(100 + fact.factor) : multiply(*amount, whole(fact.factor));
  }
  return with_result(from + space + least, lower) + (lower ? "≤ " : " ≤ ") + words.value(now) + " ≤ " +
         with_result(from + space + most, upper);
}

void add_premise(const Bound& bound, const form::Rule& rule, Why& why) {
  why.when = premise_of_values(rule, CellWording(bound), bound.slots);
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
  const std::string ticked = part(finding, "ticked");  // of other_text
  const std::string places = part(finding, "max_decimal_places");
  const std::string digits = part(finding, "max_digits");
  why.asked = finding.code == "required" ? "必须填写" : request(field, "");
  why.formula = text.empty() ? expression::to_text({}) : formula_text(text);
  if (finding.code == "text_pattern") {
    why.asked = written_as(part(finding, "expected"));
  } else if (finding.code == "number_range") {
    const std::string least = part(finding, "minimum");
    const std::string most = part(finding, "maximum");
    why.asked = between(least, field.name, most);
    why.formula = between(least, found, most);
  } else if (!ticked.empty()) {
    const std::string name = quoted(form::other_choice(field)->label);
    why.asked =
        ticked == "true" ? "勾选" + name + "的应注明具体内容" : "没有勾选" + name + "的不应填写它的内容";
    if (ticked == "true") why.formula = expression::to_text({});
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
  if (result.boolean()) {
    why.formula = formula_of_values(*field.computed, words, bound.slots) + "，应为 " +
                  expression::to_text(result) + "，现为 " + stored + (stored.ends_with("）") ? "✗" : " ✗");
    return add_cells(bound, field.computed->slots(), why);
  }
  why.formula = stored + (stored.ends_with("）") ? "= " : " = ") +
                formula_of_values(*field.computed, words, bound.slots);
  if (!result.error()) {
    const std::string exact =
        text::shortened(expression::to_text(result), expression::max_formula_text_characters);
    const bool is_rounded = result.decimal() && !rounded.empty() && rounded != exact;
    why.formula += expression::is_rounded(result) ? "（≈ " : "（= ";
    why.formula += exact + (is_rounded ? " ≈ " + rounded : "") + "）";
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
  result.asked = sentence(bound.form, rule);
  const bool is_change = rule.fact && form::is_change(*rule.fact);
  result.formula =
      is_change ? marked(change_formula(bound, rule), expression::evaluate(rule.condition, bound.slots))
                : formula_of_values(rule.condition, words, bound.slots);
  add_cells(bound, rule.condition.slots(), result);
  if (rule.when || rule.fact_when) add_premise(bound, rule, result);
  result.source = source_of(bound.form, rule.basis);
  return result;
}

Why why(const Bound& bound, const Finding& finding) {
  if (const std::optional<std::size_t> rule = bound.form.rule_index(finding.code, finding.fields.front())) {
    return why(bound, bound.form.rules[*rule]);
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
      result.asked = formula_of_names(*field.required, CellWording(bound)) + " 时，" + result.asked;
      add_condition(bound, *field.required, result);
    }
  }
  result.source = source_of(bound.form, field.help.empty() ? "" : "填写说明：" + field.help);
  return result;
}

}  // namespace tianbao::check
