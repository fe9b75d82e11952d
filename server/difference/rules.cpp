#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "server/difference/changes.h"
#include "shared/check/sentence.h"

namespace tianbao::difference {

namespace {

using form::Form;
using form::Rule;

std::string severity_of(const Rule& rule) {
  constexpr std::array<std::string_view, 3> severities = {"错误", "提醒", "提示"};
  constexpr std::array<std::string_view, 3> explains = {"", "，可以写说明", "，必须写说明"};
  return std::string(severities[static_cast<std::size_t>(rule.severity)]) +
         std::string(explains[static_cast<std::size_t>(rule.explain)]);
}

/// The message as the definition has it.
std::string message_of(const Rule& rule) {
  std::string text;
  for (const form::MessagePart& part : rule.message) {
    text += part.text;
    if (part.expression) text += "{" + part.expression->source() + "}";
  }
  return text;
}

/// Messages, those of facts above all, are made of labels and addresses. With those of the other edition this
/// tells whether the words around them have changed.
std::string relabelled(std::string message, const Form& form, const Rule& rule, const Form& other_form,
                       const Rule& other) {
  const auto exchange = [&message](const std::string& label, const std::string& with) {
    if (label.empty() || label == with) return;
    for (std::size_t place = message.find(label); place != std::string::npos;
         place = message.find(label, place + with.size())) {
      message.replace(place, label.size(), with);
    }
  };
  for (std::size_t place = 0; place < std::min(rule.fields.size(), other.fields.size()); ++place) {
    const form::Field& field = form.fields[rule.fields[place]];
    const form::Field& other_field = other_form.fields[other.fields[place]];
    exchange(field.address, other_field.address);
    exchange(field.name, other_field.name);
    exchange(field.label, other_field.label);
    if (field.table_cell && other_field.table_cell) {
      exchange(form::column_of(form, field)->label, form::column_of(other_form, other_field)->label);
    }
  }
  return message;
}

std::string source_of(const Rule& rule) {
  const std::string when = form::when_source(rule);
  return when.empty() ? rule.condition.source() : "当 " + when + " 时，" + rule.condition.source();
}

std::string addresses_of(const Form& form, const Rule& rule) {
  std::vector<std::string> addresses;
  for (const std::size_t field : rule.fields) addresses.push_back(form.fields[field].address);
  return joined(addresses, "、");
}

/// Rules are the same when they are written the same: the labels in their sentences may have changed.
std::vector<std::string> changes_of(const Form& before_form, const Rule& before, const Form& now_form,
                                    const Rule& now) {
  Changes changes;
  changes.compare("级别", severity_of(before), severity_of(now));
  const std::string source_before = source_of(before);
  const std::string source_now = source_of(now);
  const std::string words_before = check::sentence(before_form, before);
  const std::string words_now = check::sentence(now_form, now);
  if (source_before != source_now) {
    const bool says_it = words_before != words_now;
    changes.compare("应当", says_it ? words_before : source_before, says_it ? words_now : source_now);
  }
  const std::string message = message_of(before);
  if (relabelled(message, before_form, before, now_form, now) != message_of(now)) {
    changes.compare("提醒的文字", message, message_of(now));
  }
  changes.compare("相关项目", addresses_of(before_form, before), addresses_of(now_form, now));
  changes.compare("依据", before.basis, now.basis);
  changes.compare("依据的来源", std::string(provenance_name(before.provenance)),
                  std::string(provenance_name(now.provenance)));
  return changes.lines();
}

/// A rule is known by its code and where its findings stand.
std::optional<std::size_t> find_rule(const Form& form, const Form& other_form, const Rule& other) {
  const std::optional<std::size_t> field = form.field_index(other_form.fields[other.fields.front()].address);
  if (!field) return std::nullopt;
  return form.rule_index(other.code, *field);
}

std::size_t count_of(const Form& form, const std::string& code) {
  return static_cast<std::size_t>(std::count_if(form.rules.begin(), form.rules.end(),
                                                [&code](const Rule& rule) { return rule.code == code; }));
}

/// The one rule of that code, wherever its findings stand: a rule whose first field is another one is no
/// other rule.
const Rule* only_rule(const Form& form, const std::string& code) {
  if (count_of(form, code) != 1) return nullptr;
  return &*std::find_if(form.rules.begin(), form.rules.end(),
                        [&code](const Rule& rule) { return rule.code == code; });
}

const Rule* counterpart(const Form& form, const Form& other_form, const Rule& other) {
  if (const auto found = find_rule(form, other_form, other)) return &form.rules[*found];
  return count_of(other_form, other.code) == 1 ? only_rule(form, other.code) : nullptr;
}

std::string described(std::string_view word, const Form& form, const Rule& rule) {
  return below(std::string(word) + "　" + rule.code + "　" + severity_of(rule),
               {"应当：" + check::sentence(form, rule)});
}

std::string changed(const Form& form, const Rule& rule, const std::vector<std::string>& lines) {
  std::string head = "更改　" + rule.code;
  if (count_of(form, rule.code) > 1) head += "［" + form.fields[rule.fields.front()].address + "］";
  return below(head, lines);
}

}  // namespace

std::vector<std::string> differing_rules(const Form& before, const Form& now) {
  std::vector<std::string> texts;
  for (const Rule& rule : now.rules) {
    const Rule* const former = counterpart(before, now, rule);
    if (former == nullptr) {
      texts.push_back(described("增加", now, rule));
    } else if (const auto lines = changes_of(before, *former, now, rule); !lines.empty()) {
      texts.push_back(changed(now, rule, lines));
    }
  }
  for (const Rule& rule : before.rules) {
    if (counterpart(now, before, rule) == nullptr) texts.push_back(described("删去", before, rule));
  }
  return texts;
}

}  // namespace tianbao::difference
