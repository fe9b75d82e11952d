#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"
#include "shared/expression/syntax.h"

namespace tianbao::expression {

/// The index of a node; nullopt when the builder has an error.
using Parsed = std::optional<std::uint32_t>;
using Operands = std::vector<Operand>;

/// Makes the tree's arrays, within the limits of program.h.
class TreeBuilder {
 public:
  explicit TreeBuilder(std::string_view source) : source_(source) {}

  /// The first error stays.
  Parsed fail(CompileErrorCode code, std::size_t offset, std::size_t length, Expected expected);
  Parsed fail(CompileError error);
  bool has_failed() const { return error_.has_value(); }

  /// Appends a node that reaches from source offset `begin` to `end`. What is special about a kind of node is
  /// set on `like`.
  Parsed add(Node like, std::size_t begin, std::size_t end, const Operands& operands);
  Parsed add_constant(std::size_t begin, std::size_t end, Value value,
                      std::optional<number::Decimal> exact = {});
  std::uint32_t constant_index(Value value, std::optional<number::Decimal> exact = {});
  std::uint32_t name_index(std::string_view name);
  std::uint32_t variable_index(const Variable& variable);

  const Variable& variable(std::uint32_t index) const { return tree_.variables[index]; }
  NodeKind kind_of(std::uint32_t node) const { return tree_.nodes[node].kind; }

  Result<Tree, CompileError> take() &&;

 private:
  std::string_view source_;
  Tree tree_;
  std::optional<CompileError> error_;
};

}  // namespace tianbao::expression
