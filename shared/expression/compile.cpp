#include <algorithm>
#include <utility>

#include "shared/expression/checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/parser.h"
#include "shared/expression/program.h"
#include "shared/expression/resolver.h"
#include "shared/expression/syntax.h"
#include "shared/sort.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {

Declarations::Declarations(std::vector<Declaration> list) : list_(std::move(list)) {
  by_name_ = positions_by(
      list_, [](const Declaration& left, const Declaration& right) { return left.name < right.name; });
}

std::optional<std::size_t> Declarations::find(std::string_view name) const {
  const auto place = std::lower_bound(
      by_name_.begin(), by_name_.end(), name,
      [this](std::size_t index, std::string_view wanted) { return list_[index].name < wanted; });
  if (place == by_name_.end() || list_[*place].name != name) return std::nullopt;
  return *place;
}

// Here, where Node is a complete type.
Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::Program(const Program&) = default;
Program& Program::operator=(const Program&) = default;
Program::~Program() = default;

Result<Program, CompileError> compile(std::string_view source, const Declarations& declarations,
                                      const Dialect& dialect) {
  if (source.size() > max_source_bytes) {
    return make_error(CompileErrorCode::too_long, source, max_source_bytes, 0, Expected::nothing);
  }
  if (const std::size_t valid = text::valid_utf8_length(source); valid < source.size()) {
    return CompileError{.offset = valid, .found = "\uFFFD", .expected = Expected::utf8};
  }
  Result<Tree, CompileError> parsed = parse(source);
  if (!parsed) return std::move(parsed).error();
  Tree tree = std::move(parsed).value();
  Result<Resolved, CompileError> resolved = resolve_names(tree, source, declarations, dialect);
  if (!resolved) return std::move(resolved).error();
  Result<Checked, CompileError> checked = check(tree, source, declarations, dialect);
  if (!checked) return std::move(checked).error();
  Checked compiled = std::move(checked).value();
  Program program;
  program.source_ = source;
  program.nodes_ = std::move(tree.nodes);
  program.operands_ = std::move(tree.operands);
  program.constants_ = std::move(tree.constants);
  program.patterns_ = std::move(compiled.patterns);
  program.functions_ = std::move(compiled.functions);
  program.slots_ = std::move(resolved).value().slots;
  program.extension_ = dialect.library.extension;
  for (const Variable& variable : tree.variables) program.variables_.emplace_back(variable.name);
  program.type_ = compiled.type;
  program.mode_ = dialect.mode;
  return program;
}

Result<Program, CompileError> compile(std::string_view source, const Declarations& declarations) {
  return compile(source, declarations, {.mode = Mode::form, .library = form_library()});
}

}  // namespace tianbao::expression
