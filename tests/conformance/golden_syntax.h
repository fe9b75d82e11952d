#pragma once

#include <string>
#include <utility>
#include <vector>

namespace tianbao::conformance {

/// An expression as CEL's own syntax.proto has it, as far as the golden trees show it.
struct GoldenExpression {
  enum class Kind { constant, identifier, select, call, list, map, comprehension };

  Kind kind = Kind::identifier;
  std::string text;           // of a constant; the name, member or function; the variable of a comprehension
  std::string constant_kind;  // "Int64Value" …
  bool has_target = false;    // of a call: x.f(), x is operand 0
  bool test_only = false;     // of a select: has(x.f)
  bool optional = false;      // of a value in a map: {?k: v}
  /// Of a map keys and values in turn; of a comprehension target, init, condition, step and result.
  std::vector<GoldenExpression> operands;
};

inline GoldenExpression make_identifier(std::string name) {
  return {GoldenExpression::Kind::identifier, std::move(name), {}, false, false, false, {}};
}

inline GoldenExpression make_constant(std::string kind, std::string text) {
  return {GoldenExpression::Kind::constant, std::move(text), std::move(kind), false, false, false, {}};
}

inline GoldenExpression make_call(std::string function, std::vector<GoldenExpression> arguments) {
  return {GoldenExpression::Kind::call, std::move(function), {}, false, false, false, std::move(arguments)};
}

inline GoldenExpression make_list(std::vector<GoldenExpression> items) {
  return {GoldenExpression::Kind::list, {}, {}, false, false, false, std::move(items)};
}

std::string print(const GoldenExpression& expression);

}  // namespace tianbao::conformance
