#include "server/difference/changes.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "shared/check/form_wording.h"

namespace tianbao::difference {

namespace {

using form::Choice;
using form::Field;
using form::Form;

/// A text on one line.
std::string in_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += " ⏎ ";
    } else {
      line += c;
    }
  }
  return line;
}

std::string number(const std::optional<number::Decimal>& bound) {
  return bound ? bound->to_string() : std::string();
}

/// Conditions are the same when they are written the same: the labels in them may have changed.
void compare_condition(std::string_view what, const Form& before_form,
                       const std::optional<expression::Program>& before, const Form& now_form,
                       const std::optional<expression::Program>& now, Changes& changes) {
  const std::string source_before = before ? before->source() : "";
  const std::string source_now = now ? now->source() : "";
  if (source_before == source_now) return;
  const auto words = [](const Form& form, const std::optional<expression::Program>& program) {
    if (!program) return std::string();
    if (program->source() == "true") return std::string("总是");
    return check::formula_of_names(form, *program);
  };
  const std::string words_before = words(before_form, before);
  const std::string words_now = words(now_form, now);
  const bool says_it = words_before != words_now;
  changes.compare(what, says_it ? words_before : source_before, says_it ? words_now : source_now);
}

std::string place_of(const Form& form, const Field& field) {
  return form.sections[field.section].groups[field.group].label;
}

std::string print_of(const Field& field) {
  std::vector<std::string> hints;
  if (field.print.same_row) hints.emplace_back("与前一项同行");
  if (field.print.break_after) hints.emplace_back("后面换行");
  // An inherited unit is printed with the label of its group or section.
  if (field.prints_unit && !field.unit.empty()) hints.emplace_back("单位印在本项");
  return joined(hints, "、");
}

std::string pattern_of(const Field& field) {
  return field.pattern ? field.pattern->hint + "（" + field.pattern->source + "）" : std::string();
}

std::string offer_of(const Field& field) {
  if (field.offer) return std::string(form::context_names[*field.offer]);
  return field.offers_prior ? std::string() : "不列出上年填的";
}

std::string details_of(const Choice& choice) {
  std::vector<std::string> details;
  if (!choice.help.empty()) details.push_back(in_line(choice.help));
  if (choice.other) details.emplace_back("注明具体内容");
  if (choice.break_after) details.emplace_back("后面换行");
  return joined(details, "；");
}

const Choice* find_choice(const Field& field, const std::string& id) {
  const auto found = std::find_if(field.choices.begin(), field.choices.end(),
                                  [&id](const Choice& choice) { return choice.id == id; });
  return found == field.choices.end() ? nullptr : &*found;
}

/// The ids of those choices that the other has too.
std::vector<std::string> common_choices(const Field& field, const Field& other) {
  std::vector<std::string> ids;
  for (const Choice& choice : field.choices) {
    if (find_choice(other, choice.id) != nullptr) ids.push_back(choice.id);
  }
  return ids;
}

std::string named(const Choice& choice) {
  return "“" + choice.label + "”（" + choice.id + "）";
}

void compare_choices(const Field& before, const Field& now, Changes& changes) {
  for (const Choice& choice : now.choices) {
    const Choice* const former = find_choice(before, choice.id);
    if (former == nullptr) {
      changes.add("增加选项" + named(choice));
      continue;
    }
    changes.compare("选项（" + choice.id + "）", former->label, choice.label);
    changes.compare("选项" + named(choice) + "的说明", details_of(*former), details_of(choice));
  }
  for (const Choice& choice : before.choices) {
    if (find_choice(now, choice.id) == nullptr) changes.add("删去选项" + named(choice));
  }
  if (common_choices(before, now) != common_choices(now, before)) changes.add("选项的先后有变");
}

}  // namespace

void Changes::compare(std::string_view what, const std::string& before, const std::string& now) {
  if (before == now) return;
  const auto shown = [](const std::string& text) { return text.empty() ? "（无）" : in_line(text); };
  lines_.push_back(std::string(what) + "：" + shown(before) + " → " + shown(now));
}

std::string below(std::string first, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) first += "\n    " + line;
  return first;
}

std::vector<std::string> changes_of_field(const Form& before_form, const Field& before, const Form& now_form,
                                          const Field& now) {
  Changes changes;
  changes.compare("名称", before.label, now.label);
  changes.compare("核对时的称呼", before.short_label, now.short_label);
  changes.compare("类型", std::string(type_name(before.type)), std::string(type_name(now.type)));
  changes.compare("单位", before.unit, now.unit);
  changes.compare("填写说明", before.help, now.help);
  compare_condition("适用条件", before_form, before.relevant, now_form, now.relevant, changes);
  compare_condition("必须填写", before_form, before.required, now_form, now.required, changes);
  compare_condition("自动计算", before_form, before.computed, now_form, now.computed, changes);
  changes.compare("可以填“无”", before.allows_none ? "是" : "否", now.allows_none ? "是" : "否");
  changes.compare("供采用的内容", offer_of(before), offer_of(now));
  changes.compare("最小值", number(before.minimum), number(now.minimum));
  changes.compare("最大值", number(before.maximum), number(now.maximum));
  if (before.type == now.type) {
    changes.compare("小数位数", std::to_string(before.max_decimal_places),
                    std::to_string(now.max_decimal_places));
    changes.compare("最多字数", std::to_string(before.max_length), std::to_string(now.max_length));
  }
  changes.compare("写法", pattern_of(before), pattern_of(now));
  compare_choices(before, now, changes);
  changes.compare("所在的组", place_of(before_form, before), place_of(now_form, now));
  changes.compare("打印", print_of(before), print_of(now));
  changes.compare("文字的来源", std::string(provenance_name(before.provenance)),
                  std::string(provenance_name(now.provenance)));
  return changes.lines();
}

std::string_view type_name(form::FieldType type) {
  // In the order of FieldType.
  constexpr std::array<std::string_view, 16> names = {
      "文字", "多行文字", "整数",     "小数",       "是或否",    "单选",           "多选",     "日期",
      "网址", "电话",     "电子邮箱", "网站标识码", "ICP备案号", "公安机关备案号", "文字列表", "网址列表"};
  return names[static_cast<std::size_t>(type)];
}

std::string_view provenance_name(form::Provenance provenance) {
  constexpr std::array<std::string_view, 3> names = {"正式文件", "推定", "草稿"};
  return names[static_cast<std::size_t>(provenance)];
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string all;
  for (const std::string& text : texts) {
    if (!all.empty()) all += between;
    all += text;
  }
  return all;
}

}  // namespace tianbao::difference
