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

void add_alternative(std::string& text, std::string_view alternative) {
  if (text.find(alternative) != std::string::npos) return;
  if (!text.empty()) text += "或者";
  text += alternative;
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

  CompileError fail(CompileErrorCode code, const Node& at, std::string_view expected) const {
    return make_error(code, source_, at.offset, at.length, expected);
  }

  CompileError explain() const {
    bool style_found = false;
    std::string counts;
    for (const Function& function : functions_) {
      if (!has_right_style(function)) continue;
      style_found = true;
      add_alternative(counts,
                      " " + std::to_string(function.parameter_count() - (call_.receiver ? 1 : 0)) + " 个");
    }
    if (!style_found) {
      const std::string name(functions_.front().name);
      const std::string right_style = call_.receiver ? name + "(…)" : "文字." + name + "(…)";
      return fail(CompileErrorCode::syntax, call_, "写成 " + right_style);
    }
    const bool count_found = std::any_of(functions_.begin(), functions_.end(),
                                         [this](const Function& row) { return has_right_count(row); });
    if (!count_found) return fail(CompileErrorCode::wrong_argument_count, call_, counts);
    return explain_types();
  }

  /// Names the first argument that no overload takes; where every argument suits some overload, but none all
  /// of them, the last one.
  CompileError explain_types() const {
    std::string expected;
    std::size_t position = 0;
    for (; position < arguments_.size(); ++position) {
      expected.clear();
      bool accepted = false;
      for (const Function& function : functions_) {
        if (!has_right_count(function)) continue;
        add_alternative(expected, parameter_name(function.parameter(position)));
        accepted = accepted || may_accept(function.parameter(position), arguments_[position].type);
      }
      if (!accepted || position + 1 == arguments_.size()) break;
    }
    const ArgumentType& argument = arguments_[position];
    return fail(CompileErrorCode::wrong_type, *argument.node,
                expected + "，这里是" + std::string(type_name(argument.type.type)));
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
