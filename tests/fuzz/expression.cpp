// Expressions: as rules of forms, over the cells of the work report, and as CEL with everything in it.

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/cost.h"
#include "shared/expression/evaluation.h"
#include "shared/expression/parser.h"
#include "shared/expression/program.h"
#include "shared/expression/reach.h"
#include "shared/expression/syntax.h"
#include "shared/expression/typing.h"
#include "shared/form/domains.h"
#include "shared/form/form.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/slots.h"
#include "tests/fuzz/target.h"
#include "tests/support/reports.h"

namespace {

using namespace tianbao;
using expression::CompileError;
using expression::Declarations;
using expression::ErrorCode;
using expression::Mode;
using expression::Program;
using expression::Slot;
using expression::Value;
using fuzz::promise;
using fuzz::same_value;

bool is_error(const Value& value, ErrorCode code) {
  return value.error() && value.error()->code == code;
}

void examine_error(const CompileError& error, std::string_view source) {
  promise(error.offset <= source.size(), "a fault lies inside of the source");
  fuzz::promise_readable(expression::describe(error), "a fault has a message");
}

void examine_slots(const Program& program, std::size_t count) {
  const auto slots = program.slots();
  promise(std::adjacent_find(slots.begin(), slots.end(), std::greater_equal<>()) == slots.end(),
          "slots ascend and stand once");
  promise(slots.empty() || slots.back() < count, "slots are declared");
}

/// What a program does not mention has no part in its value: a finding is checked again only when a cell
/// changes that it read.
std::vector<Slot> with_others_unread(const Program& program, std::vector<Slot> slots) {
  const auto mentioned = program.slots();
  for (std::size_t index = 0; index < slots.size(); ++index) {
    if (!std::binary_search(mentioned.begin(), mentioned.end(), index)) {
      slots[index] = {expression::make_error_value(ErrorCode::unread)};
    }
  }
  return slots;
}

void examine_type(const Program& program, const Value& value) {
  const bool is_typed = value.error() == nullptr && program.type() != expression::Type::dynamic;
  promise(!is_typed || expression::type_of(value) == program.type(),
          "a value has the type that was promised");
}

/// nullopt where it takes long: what is only as costly as it may be would become a slow unit by being
/// evaluated many times over.
std::optional<Value> examined_value(const Program& program, const std::vector<Slot>& slots) {
  constexpr std::chrono::milliseconds long_time(100);
  const auto start = std::chrono::steady_clock::now();
  Value value = expression::evaluate(program, slots);
  promise(text::is_valid_utf8(expression::to_text(value)), "a value is printed as UTF-8");
  examine_type(program, value);
  if (is_error(value, ErrorCode::too_costly) || std::chrono::steady_clock::now() - start > long_time)
    return std::nullopt;
  promise(same_value(value, expression::evaluate(program, with_others_unread(program, slots))),
          "evaluations agree, and only what is mentioned has a part in them");
  return value;
}

/// No evaluation costs more than was foreseen, and what was said to be never true is not.
void examine_foresight(const Program& program, const std::vector<Slot>& slots,
                       const std::vector<expression::Domain>& domains) {
  expression::Evaluation evaluation(program, slots);
  Value storage;
  const Value& value = evaluation.run(storage);
  promise(evaluation.steps_spent() <= expression::worst_case_cost(program, domains),
          "an evaluation costs no more than the worst case");
  const bool holds = value.boolean() != nullptr && *value.boolean();
  promise(!holds || !expression::never_true(program, domains), "what is true was not said to be never true");
}

void examine_as_rule(std::string_view source) {
  static const Declarations declarations = form::declarations(testing::work_report());
  static const std::vector<std::vector<Slot>> fillings = fuzz::fillings(declarations);
  static const std::vector<expression::Domain> domains = form::domains_of(testing::work_report());
  static const std::vector<expression::Domain> widest = fuzz::widest_domains(declarations);
  const auto compiled = expression::compile(source, declarations);
  if (!compiled) return examine_error(compiled.error(), source);
  const Program& program = compiled.value();
  examine_slots(program, declarations.list().size());
  for (const bool greatest : {false, true}) {
    examine_foresight(program, fuzz::within(domains, declarations, greatest), domains);
  }
  for (const std::vector<Slot>& slots : fillings) {
    if (!examined_value(program, slots) || program.slots().empty()) return;
    examine_foresight(program, slots, widest);
  }
  promise(same_value(expression::evaluate(program, {}),
                     expression::evaluate(program, fuzz::all_unknown(declarations))),
          "what is missing is unknown");
}

/// Every name in it, for CEL whose names nobody declares.
std::vector<expression::Declaration> names_in(std::string_view source) {
  std::vector<expression::Declaration> names;
  const auto tree = expression::parse(source);
  if (!tree) return names;
  for (const expression::Node& node : tree.value().nodes) {
    if (node.kind != expression::NodeKind::name) continue;
    std::string name(tree.value().names[node.index]);
    const bool is_known =
        std::any_of(names.begin(), names.end(), [&](const auto& each) { return each.name == name; });
    if (!is_known) names.push_back({std::move(name), expression::Type::dynamic});
  }
  return names;
}

/// The profile of forms changes no value that strict CEL gives, and neither does the check of types.
void examine_as_cel(std::string_view source) {
  const Declarations declarations(names_in(source));
  const std::vector<Slot> slots = fuzz::cel_slots(declarations);
  const auto compiled = [&](Mode mode, bool checks_types) {
    return expression::compile(source, declarations, {mode, expression::cel_library(), checks_types});
  };
  const auto strict = compiled(Mode::strict, false);
  if (!strict) return examine_error(strict.error(), source);
  examine_slots(strict.value(), slots.size());
  const std::optional<Value> value = examined_value(strict.value(), slots);
  if (!value) return;
  const auto profile = compiled(Mode::form, false);
  if (profile) {
    const Value in_form = expression::evaluate(profile.value(), slots);
    const bool may_differ = value->error() || is_error(in_form, ErrorCode::too_costly);
    promise(may_differ || same_value(*value, in_form), "the form profile changes no strict value");
  }
  const auto checked = compiled(Mode::strict, true);
  if (!checked) return;
  examine_type(checked.value(), *value);
  promise(same_value(*value, expression::evaluate(checked.value(), slots)),
          "checking types changes no value");
}

}  // namespace

void tianbao::fuzz::examine(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  examine_as_rule(source);
  if (text::is_valid_utf8(source)) examine_as_cel(source);
}
