#include <utility>

#include "shared/expression/checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/parser.h"
#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {

// Here, where Node is a complete type.
Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::Program(const Program&) = default;
Program& Program::operator=(const Program&) = default;
Program::~Program() = default;

Result<Program, CompileError> compile(std::string_view source, std::span<const Declaration> declarations) {
  if (source.size() > max_source_bytes) {
    return make_error(CompileErrorCode::too_long, source, max_source_bytes, 0, {});
  }
  if (const std::size_t valid = text::valid_utf8_length(source); valid < source.size()) {
    return CompileError{CompileErrorCode::syntax, valid, "\uFFFD", "UTF-8 编码的文字", {}};
  }
  Result<Tree, CompileError> parsed = parse(source);
  if (!parsed) return std::move(parsed).error();
  Tree tree = std::move(parsed).value();
  Result<Checked, CompileError> checked = check(tree, source, declarations);
  if (!checked) return std::move(checked).error();
  Program program;
  program.source_ = source;
  program.nodes_ = std::move(tree.nodes);
  program.operands_ = std::move(tree.operands);
  program.constants_ = std::move(tree.constants);
  program.slots_ = checked.value().slots;
  program.type_ = checked.value().type;
  return program;
}

}  // namespace tianbao::expression
