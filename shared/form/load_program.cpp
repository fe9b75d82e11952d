#include <algorithm>
#include <string>
#include <utility>

#include "shared/expression/cost.h"
#include "shared/expression/literal_arithmetic.h"
#include "shared/expression/reach.h"
#include "shared/form/domains.h"
#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

DefinitionErrorCode code_of(expression::CompileErrorCode code) {
  switch (code) {
    case expression::CompileErrorCode::too_long:
      return DefinitionErrorCode::expression_too_long;
    case expression::CompileErrorCode::too_deep:
      return DefinitionErrorCode::expression_too_deep;
    case expression::CompileErrorCode::too_many_nodes:
      return DefinitionErrorCode::expression_too_large;
    case expression::CompileErrorCode::syntax:
      return DefinitionErrorCode::expression_syntax;
    case expression::CompileErrorCode::unknown_name:
      return DefinitionErrorCode::expression_unknown_name;
    case expression::CompileErrorCode::wrong_type:
      return DefinitionErrorCode::expression_wrong_type;
    case expression::CompileErrorCode::wrong_argument_count:
      return DefinitionErrorCode::expression_wrong_argument_count;
    case expression::CompileErrorCode::literal_out_of_range:
      return DefinitionErrorCode::expression_literal_out_of_range;
    case expression::CompileErrorCode::wrong_pattern:
      return DefinitionErrorCode::expression_wrong_pattern;
  }
  return DefinitionErrorCode::expression_syntax;
}

/// A literal in a form is an integer to CEL and a number to the form's author.
bool serves_as(expression::Type found, expression::Type wanted) {
  return found == wanted || found == expression::Type::dynamic ||
         (wanted == expression::Type::decimal && found == expression::Type::integer);
}

/// Gives region() of a field its slot.
void number_regions(Form& form) {
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    Field& field = form.fields[index];
    if (!has_region(field.type)) continue;
    field.region_slot = slots_of(form).count();
    form.region_fields.push_back(index);
  }
}

}  // namespace

void Costs::add(std::uint64_t cost, std::string_view pointer) {
  steps = std::min(steps + cost, expression::unbounded_cost);
  if (cost <= most_steps) return;
  most_steps = cost;
  most_costly = pointer;
}

void refuse_never_true(const expression::Program& condition, std::string_view pointer, Loading& loading) {
  const std::optional<std::string_view> part = expression::never_true(condition, loading.domains);
  if (!part) return;
  loading.mistakes.add(pointer, DefinitionErrorCode::never_true, *part, Expected::condition_that_can_hold);
}

void limit_costs(Loading& loading) {
  const Costs& costs = loading.costs;
  if (costs.steps <= max_form_steps) return;
  DefinitionError& error =
      loading.mistakes.add(costs.most_costly, DefinitionErrorCode::too_costly,
                           std::to_string(costs.most_steps), Expected::at_most_max_form_steps);
  error.bound = std::to_string(costs.steps);
}

std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           Loading& loading) {
  // Nobody would read of one more mistake, and looking for the name that was meant takes its time.
  if (loading.mistakes.full() || loading.costs_too_much()) return std::nullopt;
  Result<expression::Program, expression::CompileError> result = expression::compile(
      source, loading.declarations,
      {.library = expression::form_library(), .suggests_names = loading.suggests_names()});
  if (result.ok()) {
    if (const std::optional<std::string_view> part = expression::inexact_literals(result.value())) {
      loading.mistakes.add(pointer, DefinitionErrorCode::expression_inexact, *part, Expected::exact_literals);
      return std::nullopt;
    }
    loading.costs.add(expression::worst_case_cost(result.value(), loading.domains), pointer);
    return std::move(result).value();
  }
  expression::CompileError error = std::move(result).error();
  if (error.code == expression::CompileErrorCode::unknown_name) ++loading.unknown_names;
  loading.mistakes.add(std::string(pointer), code_of(error.code), "", Expected::expression_without_error)
      .compile_error = std::move(error);
  return std::nullopt;
}

std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           expression::Type type, Loading& loading) {
  std::optional<expression::Program> program = compile(source, pointer, loading);
  if (program && !serves_as(program->type(), type)) {
    DefinitionError& error = loading.mistakes.add(pointer, DefinitionErrorCode::expression_wrong_result, "",
                                                  Expected::result_type);
    error.found_type = program->type();
    error.wanted_type = type;
    program.reset();
  }
  return program;
}

void load_field_programs(Loading& loading) {
  number_regions(loading.form);
  loading.declarations = declarations(loading.form);
  loading.domains = domains_of(loading.form);
  for (const PendingProgram& pending : loading.pending) {
    Field& field = loading.form.fields[pending.field];
    const expression::Type type =
        pending.purpose == FieldProgram::computed ? expression_type(field.type) : expression::Type::boolean;
    loading.mistakes.say_once(field.table_cell.has_value());
    std::optional<expression::Program> program = compile(pending.source, pending.pointer, type, loading);
    switch (pending.purpose) {
      case FieldProgram::relevant:
        if (program) refuse_never_true(*program, pending.pointer, loading);
        field.relevant = std::move(program);
        break;
      case FieldProgram::required:
        field.required = std::move(program);
        break;
      case FieldProgram::computed:
        field.computed = std::move(program);
        break;
    }
  }
  loading.mistakes.say_once(false);
  order_fields(loading);
}

}  // namespace tianbao::form
