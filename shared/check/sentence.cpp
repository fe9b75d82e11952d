#include "shared/check/sentence.h"

#include <utility>

#include "shared/check/form_wording.h"
#include "shared/check/premise.h"
#include "shared/check/wording.h"
#include "shared/expression/formula.h"

namespace tianbao::check {
namespace {

using expression::formula_of_names;
using form::Fact;
using form::Field;
using form::FieldType;

/// 甲不大于乙，乙不大于丙
std::string ascending(const form::Form& form, const Fact& fact) {
  std::string text;
  for (std::size_t place = 1; place < fact.fields.size(); ++place) {
    if (place > 1) text += "，";
    text += form.fields[fact.fields[place - 1]].name + "不大于" + form.fields[fact.fields[place]].name;
  }
  return text;
}

std::string change(const form::Form& form, const Fact& fact) {
  const std::string factor = std::to_string(fact.factor);
  const std::string text = form.fields[fact.fields.front()].name + "与上年相比";
  return fact.kind == form::FactKind::change_times
             ? text + "不超过 " + factor + " 倍、不少于" + form::share_text(fact.factor)
             : text + "增减不超过 " + factor + "%";
}

std::string condition(const form::Form& form, const form::Rule& rule) {
  if (rule.fact && rule.fact->kind == form::FactKind::at_most) return ascending(form, *rule.fact);
  if (rule.fact && rule.fact->kind != form::FactKind::total) return change(form, *rule.fact);
  return formula_of_names(rule.condition, FormWording(form));
}

std::string range(const Field& field) {
  if (field.minimum && field.maximum) {
    return field.minimum->to_string() + " 至 " + field.maximum->to_string() + " 之间";
  }
  return field.minimum ? "不小于 " + field.minimum->to_string() : "不大于 " + field.maximum->to_string();
}

std::string length(const Field& field) {
  return "不超过 " + std::to_string(field.max_length) + " 字";
}

/// Collects the sentences of one field.
class FieldList {
 public:
  void add(std::string_view code, std::string text) {
    list_.push_back({code, form::Severity::error, std::move(text)});
  }

  void warn(std::string_view code, std::string text) {
    list_.push_back({code, form::Severity::warning, std::move(text)});
  }

  std::vector<FieldSentence> take() && { return std::move(list_); }

 private:
  std::vector<FieldSentence> list_;
};

void add_conditions(const form::Form& form, const Field& field, FieldList& list) {
  const FormWording words(form);
  if (field.relevant) {
    list.warn("not_applicable_filled", "只有 " + formula_of_names(*field.relevant, words) + " 时才填写");
  }
  if (field.required) {
    const bool always = field.required->source() == "true";
    list.add("required", always ? "必须填写" : formula_of_names(*field.required, words) + " 时必须填写");
  }
  if (field.computed) list.add("computed_differs", "= " + formula_of_names(*field.computed, words));
}

void add_number_facts(const Field& field, FieldList& list) {
  if (field.type == FieldType::whole_number) {
    list.add("whole_number", "填写整数");
  } else {
    list.add("decimal_places", "填写数字，小数不超过 " + std::to_string(field.max_decimal_places) + " 位");
  }
  if (field.minimum || field.maximum) list.add("number_range", range(field));
}

void add_choice_facts(const Field& field, FieldList& list) {
  const bool is_list = field.type == FieldType::many_choices;
  const std::string_view code = field.type == FieldType::yes_no ? "unread" : "choice_unknown";
  list.add(code, "在" + quoted_choices(field) + (is_list ? "中勾选" : "中选择一项"));
  if (const form::Choice* const other = form::other_choice(field)) {
    list.add("other_text", "勾选" + quoted(other->label) + "的注明具体内容，" + length(field));
  }
}

void add_text_facts(const Field& field, FieldList& list) {
  const bool is_plain = field.type == FieldType::text || field.type == FieldType::long_text;
  if (!is_plain) list.add("unread", request(field, ""));
  if (field.max_length > 0) list.add("text_length", length(field));
  if (field.pattern) list.add("text_pattern", written_as(field.pattern->hint));
}

}  // namespace

std::string sentence(const form::Form& form, const form::Rule& rule) {
  // That a change needs a number of last year goes without saying.
  const std::string when = rule.when ? premise_of_names(rule, FormWording(form)) + " 时，" : "";
  return when + condition(form, rule);
}

std::vector<FieldSentence> sentences(const form::Form& form, std::size_t index) {
  const Field& field = form.fields[index];
  FieldList list;
  add_conditions(form, field, list);
  if (form::is_number(field.type)) {
    add_number_facts(field, list);
  } else if (form::is_choice(field.type)) {
    add_choice_facts(field, list);
  } else {
    add_text_facts(field, list);
  }
  if (!field.allows_none && !form::is_choice(field.type)) list.add("none_not_allowed", "不能填“无”");
  return std::move(list).take();
}

}  // namespace tianbao::check
