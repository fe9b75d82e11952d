#include "shared/check/rules.h"

#include <algorithm>
#include <iterator>

#include "shared/check/condition.h"
#include "shared/check/wording.h"

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
  if (rule.when) {
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

/// The cells that could not be read and the facts that the context lacks, each once.
std::vector<std::string> undecided_causes(const Bound& bound, const std::vector<std::size_t>& slots) {
  const form::Slots names{bound.form.fields.size()};
  std::vector<std::string> causes;
  const auto add = [&](std::string cause) {
    if (std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(std::move(cause));
  };
  for (const std::size_t slot : slots) {
    const expression::Error* const error = bound.slots[slot].value.error();
    if (!error) continue;
    const bool is_prior = slot >= names.field_count && slot < names.site_code();
    if (error->code == ErrorCode::unread) {
      const std::size_t field = is_prior ? slot - names.field_count : slot;
      add(std::string(is_prior ? "上年的" : "") + bound.form.fields[field].name + "读到" +
          quoted(slot_text(bound, slot)) + "，" + std::string(reading_fault(bound.form.fields[field].type)));
    } else if (error->code == ErrorCode::unknown) {
      add(is_prior                ? "没有上年的报表可比"
          : slot == names.today() ? "不知道当天的日期"
                                  : "没有网站的登记信息");
    }
  }
  return causes;
}

struct CauseWords {
  std::string_view code;  // stable, for the finding's parts
  std::string_view text;
};

CauseWords words_of(ErrorCode cause) {
  switch (cause) {
    case ErrorCode::unread:
      return {"unread", "有的项没有读入"};
    case ErrorCode::unknown:
      return {"unknown", "缺少所需的信息"};
    case ErrorCode::overflow:
      return {"overflow", "数字过大，算不出结果"};
    case ErrorCode::divide_by_zero:
      return {"divide_by_zero", "除数为 0"};
    case ErrorCode::invalid_argument:
      return {"invalid_argument", "有的值超出了计算的范围"};
    case ErrorCode::too_costly:
      return {"too_costly", "计算量过大"};
    case ErrorCode::no_such_key:
    case ErrorCode::no_such_overload:
      break;
  }
  return {"no_such_overload", "值的类型与规则不符"};
}

Finding rule_finding(const form::Rule& rule, const Bound& bound, Verdict verdict) {
  Finding finding;
  finding.code = rule.code;
  finding.verdict = verdict;
  finding.fields = rule.fields;
  for (const std::size_t slot : slots_read(rule)) {
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
  const CauseWords words = words_of(cause);
  finding.parts.insert(finding.parts.begin(), {"reason", std::string(words.code)});
  const bool names_causes = cause == ErrorCode::unread || cause == ErrorCode::unknown;
  const std::vector<std::string> causes =
      names_causes ? undecided_causes(bound, slots_read(rule)) : std::vector<std::string>();
  std::string reason;
  for (const std::string& each : causes) reason += (reason.empty() ? "" : "；") + each;
  if (reason.empty()) reason = words.text;
  finding.message = "规则 " + rule.code + " 暂时不能判断：" + reason + "。";
  return finding;
}

}  // namespace

std::vector<std::size_t> slots_read(const form::Rule& rule) {
  const auto condition = rule.condition.slots();
  std::vector<std::size_t> slots(condition.begin(), condition.end());
  if (rule.when) {
    const auto when = rule.when->slots();
    std::vector<std::size_t> both;
    std::set_union(condition.begin(), condition.end(), when.begin(), when.end(), std::back_inserter(both));
    slots = std::move(both);
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
