#include "shared/expression/call_checker.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "shared/expression/compile_error.h"
#include "shared/expression/functions.h"
#include "shared/text/nearest.h"

namespace tianbao::expression {
namespace {

bool has_style(const Function& function, bool receiver) {
  return function.style == CallStyle::both || (function.style == CallStyle::receiver) == receiver;
}

bool may_accept(const Function& function, std::size_t position, const ArgumentType& argument) {
  return may_accept(function.parameters[position], argument.type.type, argument.type.item);
}

bool may_apply(const Function& function, std::span<const ArgumentType> arguments) {
  for (std::size_t position = 0; position < arguments.size(); ++position) {
    if (!may_accept(function, position, arguments[position])) return false;
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
  CallChecker(std::string_view name, const Node& call, std::span<const ArgumentType> arguments,
              std::string_view source)
      : name_(name), call_(call), arguments_(arguments), source_(source) {}

  Result<Overload, CompileError> run() const {
    std::optional<Overload> found;
    const std::span<const Function> rows = functions();
    for (std::uint32_t row = 0; row < rows.size(); ++row) {
      if (!has_right_count(rows[row]) || !may_apply(rows[row], arguments_)) continue;
      if (!found) found = Overload{row, rows[row].result};
      if (found->result != rows[row].result) found->result = Type::dynamic;
    }
    if (found) return *found;
    return explain();
  }

 private:
  bool has_right_style(const Function& function) const {
    return function.name == name_ && has_style(function, call_.receiver);
  }
  bool has_right_count(const Function& function) const {
    return has_right_style(function) && function.parameter_count() == arguments_.size();
  }

  CompileError fail(CompileErrorCode code, const Node& at, std::string expected) const {
    return make_error(code, source_, at.offset, at.length, std::move(expected));
  }

  CompileError explain() const {
    bool style_found = false;
    std::string counts;
    for (const Function& function : functions()) {
      if (!has_right_style(function)) continue;
      style_found = true;
      add_alternative(counts,
                      " " + std::to_string(function.parameter_count() - (call_.receiver ? 1 : 0)) + " 个");
    }
    if (!style_found) {
      const std::string name(name_);
      const std::string right_style = call_.receiver ? name + "(…)" : "文字." + name + "(…)";
      return fail(CompileErrorCode::syntax, call_, "写成 " + right_style);
    }
    const bool count_found = std::any_of(functions().begin(), functions().end(),
                                         [this](const Function& row) { return has_right_count(row); });
    if (!count_found) return fail(CompileErrorCode::wrong_argument_count, call_, std::move(counts));
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
      for (const Function& function : functions()) {
        if (!has_right_count(function)) continue;
        add_alternative(expected, parameter_name(function.parameters[position]));
        accepted = accepted || may_accept(function, position, arguments_[position]);
      }
      if (!accepted || position + 1 == arguments_.size()) break;
    }
    const ArgumentType& argument = arguments_[position];
    return fail(CompileErrorCode::wrong_type, *argument.node,
                expected + "，这里是" + std::string(type_name(argument.type.type)));
  }

  std::string_view name_;
  const Node& call_;
  std::span<const ArgumentType> arguments_;
  std::string_view source_;
};

}  // namespace

bool is_function(std::string_view name) {
  return std::any_of(functions().begin(), functions().end(),
                     [&](const Function& function) { return function.name == name; });
}

std::string_view nearest_function(std::string_view name) {
  text::Nearest nearest(name);
  for (const Function& function : functions()) nearest.offer(function.name);
  nearest.offer("has");
  nearest.offer("none");
  return nearest.name();
}

Result<Overload, CompileError> find_overload(std::string_view name, const Node& call,
                                             std::span<const ArgumentType> arguments,
                                             std::string_view source) {
  return CallChecker(name, call, arguments, source).run();
}

}  // namespace tianbao::expression
