#include "shared/check/rules.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/check/cause.h"
#include "shared/check/condition.h"

namespace tianbao::check {
namespace {

using expression::ErrorCode;
using expression::Value;

struct Judgement {
  Verdict verdict = Verdict::pass;
  ErrorCode cause = ErrorCode::no_such_key;  // why it is undecided
};

Judgement judge_condition(const Value& value) {
  if (const bool* const holds = value.boolean()) return {*holds ? Verdict::pass : Verdict::fail, {}};
  const expression::Error* const error = value.error();
  if (!error) return {Verdict::undecided, ErrorCode::no_such_overload};
  if (error->code == ErrorCode::no_such_key) return {Verdict::not_applicable, {}};
  return {Verdict::undecided, error->code};
}

Judgement judge(const form::Rule& rule, const Bound& bound) {
  if (rule.when || rule.fact_when) {
    const Judgement when = judge_condition(applies(rule, bound));
    if (when.verdict == Verdict::fail) return {Verdict::not_applicable, {}};
    if (when.verdict != Verdict::pass) return when;
  }
  return judge_condition(holds(rule, bound));
}

/// A lone name stands for the cell as a person sees it: an option's label, not its id.
std::string expression_text(const expression::Program& program, const Bound& bound) {
  const auto slots = program.slots();
  if (slots.size() == 1 && program.source() == slot_name(bound.form, slots.front())) {
    std::string text = slot_text(bound, slots.front());
    if (!text.empty()) return text;
  }
  return to_text(expression::evaluate(program, bound.slots));
}

std::string message_text(const form::Rule& rule, const Bound& bound) {
  std::string message;
  for (const form::MessagePart& part : rule.message) {
    message += part.text;
    if (part.expression) message += expression_text(*part.expression, bound);
  }
  return message.ends_with("。") ? message : message + "。";
}

/// Keeps them ascending, each once.
void add_slots(const expression::Program& program, std::vector<std::size_t>& slots) {
  const auto added = program.slots();
  std::vector<std::size_t> all;
  std::set_union(slots.begin(), slots.end(), added.begin(), added.end(), std::back_inserter(all));
  slots = std::move(all);
}

Finding rule_finding(const form::Rule& rule, const Bound& bound, Verdict verdict) {
  Finding finding;
  finding.code = rule.code;
  finding.verdict = verdict;
  finding.fields = rule.fields;
  for (const std::size_t slot : slots_told(rule)) {
    finding.parts.emplace_back(slot_name(bound.form, slot), slot_text(bound, slot));
  }
  return finding;
}

Finding failed(const form::Rule& rule, const Bound& bound) {
  Finding finding = rule_finding(rule, bound, Verdict::fail);
  finding.severity = rule.severity;
  finding.explain = rule.explain;
  finding.message = message_text(rule, bound);
  return finding;
}

/// Nobody has to act on it: where a cell is unread, that is an error of its own.
Finding undecided(const form::Rule& rule, const Bound& bound, ErrorCode cause) {
  Finding finding = rule_finding(rule, bound, Verdict::undecided);
  finding.severity = form::Severity::notice;
  const Cause named = cause_of(bound, cause, slots_read(rule));
  finding.parts.insert(finding.parts.begin(), {"reason", std::string(named.code)});
  finding.message = "规则 " + rule.code + " 暂时不能判断：" + named.text + "。";
  return finding;
}

}  // namespace

std::vector<std::size_t> slots_read(const form::Rule& rule) {
  std::vector<std::size_t> slots;
  if (rule.when) add_slots(*rule.when, slots);
  if (rule.fact_when) add_slots(*rule.fact_when, slots);
  add_slots(rule.condition, slots);
  return slots;
}

std::vector<std::size_t> slots_told(const form::Rule& rule) {
  std::vector<std::size_t> slots = slots_read(rule);
  for (const form::MessagePart& part : rule.message) {
    if (part.expression) add_slots(*part.expression, slots);
  }
  return slots;
}

RuleOutcome check_rule(const Bound& bound, const form::Rule& rule) {
  const Judgement judgement = judge(rule, bound);
  switch (judgement.verdict) {
    case Verdict::fail:
      return {judgement.verdict, failed(rule, bound)};
    case Verdict::undecided:
      return {judgement.verdict, undecided(rule, bound, judgement.cause)};
    case Verdict::pass:
    case Verdict::not_applicable:
      break;
  }
  return {judgement.verdict, std::nullopt};
}

}  // namespace tianbao::check
