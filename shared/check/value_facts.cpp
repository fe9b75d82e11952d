#include "shared/check/value_facts.h"

#include <algorithm>

#include "shared/check/wording.h"
#include "shared/text/utf8.h"

namespace tianbao::check {
namespace {

using number::Decimal;

std::string range_fault(const form::Field& field) {
  if (field.minimum && field.maximum) {
    return "应在 " + field.minimum->to_string() + " 至 " + field.maximum->to_string() + " 之间";
  }
  return field.minimum ? "不能小于 " + field.minimum->to_string() : "不能大于 " + field.maximum->to_string();
}

void add_number_facts(const form::Form& form, std::size_t index, const Decimal& amount,
                      std::vector<Finding>& findings) {
  const form::Field& field = form.fields[index];
  const bool has_fraction = field.type == form::FieldType::whole_number && !amount.is_integer();
  const bool has_places =
      field.type == form::FieldType::decimal && amount.decimal_places() > field.max_decimal_places;
  const bool below = field.minimum && amount < *field.minimum;
  const bool above = field.maximum && amount > *field.maximum;
  if (!has_fraction && !has_places && !below && !above) return;
  const std::string found = amount.to_string();
  if (has_fraction) {
    findings.push_back(fact(form, index, "whole_number",
                            "读到 " + found + "，这一项按整数统计，" + request(field, ""),
                            {{"found", found}}));
  } else if (has_places) {
    const std::string places = std::to_string(field.max_decimal_places);
    findings.push_back(fact(form, index, "decimal_places",
                            "读到 " + found + "，小数最多 " + places + " 位，请四舍五入后填写",
                            {{"found", found}, {"max_decimal_places", places}}));
  }
  if (!below && !above) return;
  Parts parts = {{"found", found}};
  if (field.minimum) parts.emplace_back("minimum", field.minimum->to_string());
  if (field.maximum) parts.emplace_back("maximum", field.maximum->to_string());
  findings.push_back(fact(form, index, "number_range",
                          "读到 " + found + "，" + range_fault(field) + "，请核对后改正", std::move(parts)));
}

/// `what` is the text that is too long: 内容, or the one beside 其他.
void add_length_fact(const form::Form& form, std::size_t index, std::string_view code, std::string_view what,
                     std::string_view text, std::vector<Finding>& findings) {
  const std::size_t limit = form.fields[index].max_length;
  const std::size_t length = text::count_code_points(text);
  if (limit == 0 || length <= limit) return;
  findings.push_back(fact(form, index, code, std::string(what) + length_fault(length, limit),
                          {{"length", std::to_string(length)}, {"max_length", std::to_string(limit)}}));
}

void add_pattern_fact(const form::Form& form, std::size_t index, const std::string& text,
                      std::vector<Finding>& findings) {
  const std::optional<form::FieldPattern>& pattern = form.fields[index].pattern;
  if (!pattern || pattern->program.matches_whole(text)) return;
  findings.push_back(fact(form, index, "text_pattern",
                          "读到" + quoted(text) + "，应" + written_as(pattern->hint),
                          {{"found", text}, {"expected", pattern->hint}}));
}

void add_other_text_facts(const form::Form& form, std::size_t index, const document::ChoiceIds& ids,
                          const std::string& other, std::vector<Finding>& findings) {
  const form::Field& field = form.fields[index];
  const form::Choice* const choice = form::other_choice(field);
  if (choice == nullptr) return;
  const bool ticked = std::find(ids.begin(), ids.end(), choice->id) != ids.end();
  const std::string name = quoted(choice->label);
  if (ticked && other.empty()) {
    const std::string limit =
        field.max_length == 0 ? "" : "（不超过 " + std::to_string(field.max_length) + " 字）";
    findings.push_back(
        fact(form, index, "other_text", "勾选了" + name + "，请注明具体内容" + limit, {{"ticked", "true"}}));
  }
  if (!ticked && !other.empty()) {
    findings.push_back(
        fact(form, index, "other_text",
             "注明了" + name + "的内容" + quoted(other) + "，但没有勾选" + name + "，请勾选，或者删去内容",
             {{"ticked", "false"}, {"found", other}}));
  }
  add_length_fact(form, index, "other_text", name + "的内容", other, findings);
}

void add_choice_facts(const form::Form& form, std::size_t index, const document::ChoiceIds& ids,
                      std::vector<Finding>& findings) {
  const form::Field& field = form.fields[index];
  for (const std::string& id : ids) {
    const bool known = std::any_of(field.choices.begin(), field.choices.end(),
                                   [&](const form::Choice& choice) { return choice.id == id; });
    if (known) continue;
    findings.push_back(fact(form, index, "choice_unknown",
                            "读到" + quoted(id) + "，表样中没有这个选项，" + request(field, ""),
                            {{"found", id}}));
  }
}

}  // namespace

Finding fact(const form::Form& form, std::size_t field, std::string_view code, const std::string& fault,
             Parts parts) {
  Finding finding;
  finding.code = code;
  finding.fields = {field};
  finding.message = form.fields[field].name + "：" + fault + "。";
  finding.parts = std::move(parts);
  return finding;
}

void add_value_facts(const form::Form& form, std::size_t field, const document::Cell& cell,
                     std::vector<Finding>& findings) {
  if (const auto* const amount = std::get_if<Decimal>(&cell.value)) {
    add_number_facts(form, field, *amount, findings);
  } else if (const auto* const ids = std::get_if<document::ChoiceIds>(&cell.value)) {
    add_choice_facts(form, field, *ids, findings);
    add_other_text_facts(form, field, *ids, cell.other, findings);
  } else if (const auto* const text = std::get_if<std::string>(&cell.value)) {
    if (form.fields[field].type == form::FieldType::one_choice) {
      add_choice_facts(form, field, {*text}, findings);
    } else {
      add_length_fact(form, field, "text_length", "", *text, findings);
      add_pattern_fact(form, field, *text, findings);
    }
  }
}

}  // namespace tianbao::check
