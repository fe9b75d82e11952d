#include "shared/expression/call_checker.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "shared/expression/compile_error.h"

namespace tianbao::expression {
namespace {

bool may_apply(const Function& function, std::span<const ArgumentType> arguments) {
  for (std::size_t position = 0; position < arguments.size(); ++position) {
    if (!may_accept(function.parameter(position), arguments[position].type)) return false;
  }
  return true;
}

class CallChecker {
 public:
  CallChecker(FunctionTable functions, const Node& call, std::span<const ArgumentType> arguments,
              std::string_view source, bool checks_types)
      : functions_(functions),
        call_(call),
        arguments_(arguments),
        source_(source),
        checks_types_(checks_types) {}

  /// The rows from the first that may apply to the last.
  Result<Overload, CompileError> run() const {
    std::optional<std::size_t> first;
    std::size_t last = 0;
    ValueType result;
    for (std::size_t row = 0; row < functions_.size(); ++row) {
      const Function& function = functions_[row];
      if (!has_right_count(function) || (checks_types_ && !may_apply(function, arguments_))) continue;
      if (!first) result = {function.result};
      if (result.type != function.result) result = {};
      if (!first) first = row;
      last = row;
    }
    if (first) return Overload{functions_.subspan(*first, last - *first + 1), result};
    return explain();
  }

 private:
  bool has_right_style(const Function& function) const {
    return function.style == CallStyle::both || (function.style == CallStyle::receiver) == call_.receiver;
  }
  bool has_right_count(const Function& function) const {
    return has_right_style(function) && function.takes(arguments_.size());
  }

  CompileError fail(CompileErrorCode code, const Node& at, Expected expected) const {
    return make_error(code, source_, at.offset, at.length, expected);
  }

  CompileError explain() const {
    bool style_found = false;
    std::uint32_t counts = 0;
    for (const Function& function : functions_) {
      if (!has_right_style(function)) continue;
      style_found = true;
      const std::size_t most = function.variadic ? max_arguments : function.parameter_count();
      for (std::size_t count = function.parameter_count(); count <= most; ++count) {
        counts |= 1U << (count - (call_.receiver ? 1 : 0));
      }
    }
    if (!style_found) {
      CompileError error = fail(CompileErrorCode::syntax, call_,
                                call_.receiver ? Expected::global_call : Expected::receiver_call);
      error.detail = functions_.front().name;
      return error;
    }
    const bool count_found = std::any_of(functions_.begin(), functions_.end(),
                                         [this](const Function& row) { return has_right_count(row); });
    if (count_found) return explain_types();
    CompileError error = fail(CompileErrorCode::wrong_argument_count, call_, Expected::argument_counts);
    error.choices = counts;
    return error;
  }

  /// Names the first argument that no overload takes; where every argument suits some overload, but none all
  /// of them, the last one.
  CompileError explain_types() const {
    std::uint32_t expected = 0;
    std::size_t position = 0;
    for (; position < arguments_.size(); ++position) {
      expected = 0;
      bool accepted = false;
      for (const Function& function : functions_) {
        if (!has_right_count(function)) continue;
        expected |= 1U << static_cast<unsigned>(function.parameter(position));
        accepted = accepted || may_accept(function.parameter(position), arguments_[position].type);
      }
      if (!accepted || position + 1 == arguments_.size()) break;
    }
    const ArgumentType& argument = arguments_[position];
    CompileError error = fail(CompileErrorCode::wrong_type, *argument.node, Expected::argument_types);
    error.choices = expected;
    error.left = argument.type.type;
    return error;
  }

  FunctionTable functions_;
  const Node& call_;
  std::span<const ArgumentType> arguments_;
  std::string_view source_;
  bool checks_types_;
};

}  // namespace

FunctionTable find_function(const Library& library, std::string_view name) {
  const auto is_named = [&](const Function& function) { return function.name == name; };
  for (const FunctionTable table : library.tables) {
    const auto first = std::find_if(table.begin(), table.end(), is_named);
    if (first == table.end()) continue;
    return {first, std::find_if_not(first, table.end(), is_named)};
  }
  return {};
}

Result<Overload, CompileError> find_overload(FunctionTable functions, const Node& call,
                                             std::span<const ArgumentType> arguments, std::string_view source,
                                             bool checks_types) {
  return CallChecker(functions, call, arguments, source, checks_types).run();
}

}  // namespace tianbao::expression
