#include <array>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

std::string_view code_of(expression::CompileErrorCode code) {
  switch (code) {
    case expression::CompileErrorCode::too_long:
      return "expression_too_long";
    case expression::CompileErrorCode::too_deep:
      return "expression_too_deep";
    case expression::CompileErrorCode::too_many_nodes:
      return "expression_too_large";
    case expression::CompileErrorCode::syntax:
      return "expression_syntax";
    case expression::CompileErrorCode::unknown_name:
      return "expression_unknown_name";
    case expression::CompileErrorCode::wrong_type:
      return "expression_wrong_type";
    case expression::CompileErrorCode::wrong_argument_count:
      return "expression_wrong_argument_count";
    case expression::CompileErrorCode::literal_out_of_range:
      return "expression_literal_out_of_range";
    case expression::CompileErrorCode::wrong_pattern:
      return "expression_wrong_pattern";
  }
  return "expression_syntax";
}

std::string_view name_of(expression::Type type) {
  switch (type) {
    case expression::Type::dynamic:
      return "类型不定的值";
    case expression::Type::null:
      return "null";
    case expression::Type::boolean:
      return "是否（true 或 false）";
    default:
      return expression::type_name(type);
  }
}

/// A literal in a form is an integer to CEL and a number to the form's author.
bool serves_as(expression::Type found, expression::Type wanted) {
  return found == wanted || found == expression::Type::dynamic ||
         (wanted == expression::Type::decimal && found == expression::Type::integer);
}

}  // namespace

std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           Loading& loading) {
  // Nobody would read of one more mistake, and looking for the name that was meant takes its time.
  if (loading.mistakes.full()) return std::nullopt;
  Result<expression::Program, expression::CompileError> result =
      expression::compile(source, loading.declarations);
  if (result.ok()) return std::move(result).value();
  const expression::CompileError& error = result.error();
  const std::string said = expression::expected_text(error);
  const std::string_view expected =
      error.code == expression::CompileErrorCode::unknown_name && said.empty()
          ? "项目地址、prior.项目地址、site.code 等登记信息、today、period 或函数"
          : std::string_view(said);
  loading.mistakes.add(pointer, code_of(error.code), error.found, expected, error.nearest);
  return std::nullopt;
}

std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           expression::Type type, Loading& loading) {
  std::optional<expression::Program> program = compile(source, pointer, loading);
  if (program && !serves_as(program->type(), type)) {
    loading.mistakes.add(pointer, "expression_wrong_result", name_of(program->type()), name_of(type));
    program.reset();
  }
  return program;
}

void load_field_programs(Loading& loading) {
  loading.declarations = declarations(loading.form.fields);
  for (const PendingProgram& pending : loading.pending) {
    Field& field = loading.form.fields[pending.field];
    const expression::Type type =
        pending.purpose == FieldProgram::computed ? expression_type(field.type) : expression::Type::boolean;
    std::optional<expression::Program> program = compile(pending.source, pending.pointer, type, loading);
    switch (pending.purpose) {
      case FieldProgram::relevant:
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
  order_fields(loading);
}

}  // namespace tianbao::form
