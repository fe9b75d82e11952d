#include <algorithm>
#include <cstddef>
#include <utility>

#include "shared/expression/checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/parser.h"
#include "shared/expression/program.h"
#include "shared/expression/syntax.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {

// Placed one by one: the client has no room for another sort, and moving 10,000 indices is no work.
Declarations::Declarations(std::vector<Declaration> list) : list_(std::move(list)) {
  by_name_.reserve(list_.size());
  for (std::size_t slot = 0; slot < list_.size(); ++slot) {
    const auto place = by_name_.begin() + static_cast<std::ptrdiff_t>(place_of(list_[slot].name));
    by_name_.insert(place, slot);
  }
}

std::size_t Declarations::place_of(std::string_view name) const {
  const auto place = std::lower_bound(
      by_name_.begin(), by_name_.end(), name,
      [this](std::size_t index, std::string_view wanted) { return list_[index].name < wanted; });
  return static_cast<std::size_t>(place - by_name_.begin());
}

std::optional<std::size_t> Declarations::find(std::string_view name) const {
  const std::size_t place = place_of(name);
  if (place == by_name_.size() || list_[by_name_[place]].name != name) return std::nullopt;
  return by_name_[place];
}

// Here, where Node is a complete type.
Program::Program() = default;
Program::Program(Program&&) noexcept = default;
Program& Program::operator=(Program&&) noexcept = default;
Program::Program(const Program&) = default;
Program& Program::operator=(const Program&) = default;
Program::~Program() = default;

Result<Program, CompileError> compile(std::string_view source, const Declarations& declarations) {
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
