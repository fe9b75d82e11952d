#include "tests/conformance/adapter.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "shared/expression/parser.h"
#include "tests/conformance/golden_tree.h"

namespace tianbao::conformance {
namespace {

using expression::Type;
using expression::Value;

struct Spelling {
  std::string_view text;
  Type type;
  expression::Parameter parameter;
};

constexpr std::array<Spelling, 13> spellings = {
    {{"dyn", Type::dynamic, expression::Parameter::any},
     {"null", Type::null, expression::Parameter::any},
     {"bool", Type::boolean, expression::Parameter::boolean},
     {"int", Type::integer, expression::Parameter::integer},
     {"uint", Type::unsigned_integer, expression::Parameter::unsigned_integer},
     {"double", Type::floating, expression::Parameter::floating},
     {"string", Type::string, expression::Parameter::string},
     {"bytes", Type::bytes, expression::Parameter::bytes},
     {"list", Type::list, expression::Parameter::list},
     {"map", Type::map, expression::Parameter::map},
     {"timestamp", Type::timestamp, expression::Parameter::timestamp},
     {"duration", Type::duration, expression::Parameter::duration},
     {"optional_type", Type::optional, expression::Parameter::optional}}};

/// What stands before the parenthesis: of list(int) the list; of what is no type here dyn.
const Spelling& find_type(std::string_view text) {
  const std::string_view outermost = text.substr(0, text.find('('));
  const auto found = std::find_if(spellings.begin(), spellings.end(),
                                  [outermost](const Spelling& each) { return each.text == outermost; });
  return found != spellings.end() ? *found : spellings.front();
}

std::string text_of(Type type) {
  const auto found = std::find_if(spellings.begin(), spellings.end(),
                                  [type](const Spelling& each) { return each.type == type; });
  return found != spellings.end() ? std::string(found->text) : "dyn";
}

/// What a case declares and never calls: cases with functions of their own are about types only.
Value call_of_declared_function(expression::Arguments /*arguments*/) {
  return {expression::Error{expression::ErrorCode::unknown}};
}

std::vector<expression::Function> functions_of(const Case& item) {
  std::vector<expression::Function> functions;
  for (const Declaration& declaration : item.declarations) {
    for (const Overload& overload : declaration.overloads) {
      expression::Function function = {
          .name = declaration.name,
          .style = overload.receiver ? expression::CallStyle::receiver : expression::CallStyle::global,
          .parameters = {},
          .result = find_type(overload.result).type,
          .implementation = call_of_declared_function};
      const std::size_t count = std::min(overload.parameters.size(), function.parameters.size());
      for (std::size_t i = 0; i < count; ++i) {
        function.parameters[i] = find_type(overload.parameters[i]).parameter;
      }
      functions.push_back(function);
    }
  }
  return functions;
}

expression::Library library_with(expression::FunctionTable functions) {
  expression::Library library = expression::cel_library();
  const auto free = std::find_if(library.tables.begin(), library.tables.end(),
                                 [](const expression::FunctionTable& table) { return table.empty(); });
  if (free != library.tables.end()) *free = functions;
  return library;
}

/// Bindings and declarations of one name are one; what is declared and not bound is unknown.
class Variables {
 public:
  explicit Variables(const Case& item) {
    for (const Binding& binding : item.bindings) {
      declarations_.push_back({binding.name, Type::dynamic});
      slots_.push_back({binding.value});
    }
    for (const Declaration& declaration : item.declarations) {
      if (!declaration.overloads.empty()) continue;
      const Type type = find_type(declaration.type).type;
      const auto bound =
          std::find_if(declarations_.begin(), declarations_.end(),
                       [&declaration](const auto& each) { return each.name == declaration.name; });
      if (bound != declarations_.end()) {
        bound->type = type;
      } else {
        declarations_.push_back({declaration.name, type});
        slots_.push_back({Value{expression::Error{expression::ErrorCode::unknown}}});
      }
    }
  }

  expression::Declarations declarations() const { return declarations_; }
  const std::vector<expression::Slot>& slots() const { return slots_; }

 private:
  std::vector<expression::Declaration> declarations_;
  std::vector<expression::Slot> slots_;
};

}  // namespace

Outcome run(const Case& item, expression::Mode mode) {
  const Variables variables(item);
  const std::vector<expression::Function> functions = functions_of(item);
  const expression::Dialect dialect = {mode, library_with(functions), item.checks_types};
  auto program = expression::compile(item.expression, variables.declarations(), dialect);
  if (!program) return {expression::describe(program.error()), {}, {}};
  return {{}, text_of(program.value().type()), expression::evaluate(program.value(), variables.slots())};
}

std::optional<std::string> parse_to_tree(std::string_view source) {
  const auto tree = expression::parse(source);
  if (!tree) return std::nullopt;
  return golden_tree(tree.value(), source);
}

bool is_refused(std::string_view source) {
  const auto tree = expression::parse(source);
  if (!tree) return true;
  std::vector<expression::Declaration> declarations;
  for (const expression::Node& node : tree.value().nodes) {
    if (node.kind != expression::NodeKind::name) continue;
    std::string name(tree.value().names[node.index]);
    const bool is_new = std::none_of(declarations.begin(), declarations.end(),
                                     [&name](const auto& each) { return each.name == name; });
    if (is_new) declarations.push_back({std::move(name), Type::dynamic});
  }
  const expression::Dialect dialect = {expression::Mode::strict, expression::cel_library(), true};
  return !expression::compile(source, declarations, dialect).ok();
}

}  // namespace tianbao::conformance
