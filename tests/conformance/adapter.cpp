#include "tests/conformance/adapter.h"

#include <algorithm>
#include <array>
#include <deque>
#include <utility>
#include <vector>

#include "shared/expression/parser.h"
#include "tests/conformance/golden_tree.h"
#include "tests/support/require.h"

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

/// What a case declares, but does not define.
Value call_undefined(expression::Arguments /*arguments*/) {
  return {expression::Error{expression::ErrorCode::unknown}};
}

bool calls(std::string_view source, std::string_view name) {
  const auto tree = expression::parse(source);
  return tree.ok() &&
         std::any_of(tree.value().nodes.begin(), tree.value().nodes.end(), [&](const auto& node) {
           return node.kind == expression::NodeKind::call && tree.value().names[node.index] == name;
         });
}

/// The names that a case may use.
class Environment {
 public:
  explicit Environment(const Case& item) {
    for (const Binding& binding : item.bindings) add_variable(binding.name, Type::dynamic, binding.value);
    for (const Declaration& declaration : item.declarations) {
      if (declaration.overloads.empty()) {
        add_variable(declaration.name, find_type(declaration.type).type, undefined_);
      }
      for (const Overload& overload : declaration.overloads) add_function(declaration.name, overload);
    }
    for (std::string_view scope = item.container; !scope.empty();) {
      add_short_names(scope);
      scope =
          scope.substr(0, scope.find_last_of('.') == std::string_view::npos ? 0 : scope.find_last_of('.'));
    }
  }

  expression::Declarations declarations() const { return declarations_; }
  const std::vector<expression::Slot>& slots() const { return slots_; }

  expression::Library library() const {
    expression::Library library = expression::cel_library();
    const auto free = std::find_if(library.tables.begin(), library.tables.end(),
                                   [](const expression::FunctionTable& table) { return table.empty(); });
    testing::require(free != library.tables.end(), "a place for the functions of a case");
    *free = functions_;
    return library;
  }

  /// Here names are known when an expression is compiled. One that is not to be checked before it runs may
  /// hold others: they have no value then.
  void add_undefined(std::string_view source, const std::string& name) {
    if (calls(source, name)) {
      function_names_.push_back(name);
      functions_.push_back({.name = function_names_.back(),
                            .style = expression::CallStyle::both,
                            .parameters = {expression::Parameter::any},
                            .result = Type::dynamic,
                            .implementation = call_undefined,
                            .variadic = true});
    } else {
      add_variable(name, Type::dynamic, undefined_);
    }
  }

 private:
  /// Bindings and declarations of one name are one variable.
  void add_variable(const std::string& name, Type type, const Value& value) {
    const auto known = find(name);
    if (known == declarations_.size()) {
      declarations_.push_back({name, type});
      slots_.push_back({value});
    } else {
      declarations_[known].type = type;
    }
  }

  void add_function(std::string_view name, const Overload& overload) {
    expression::Function function = {
        .name = name,
        .style = overload.receiver ? expression::CallStyle::receiver : expression::CallStyle::global,
        .parameters = {},
        .result = find_type(overload.result).type,
        .implementation = call_undefined};
    testing::require(overload.parameters.size() <= function.parameters.size(), "fewer parameters");
    for (std::size_t i = 0; i < overload.parameters.size(); ++i) {
      function.parameters[i] = find_type(overload.parameters[i]).parameter;
    }
    functions_.push_back(function);
  }

  /// Inside the container x.y, x.y.z is also z, x.z too unless there is x.y.z, and z itself only where there
  /// is neither (langdef.md, "Name Resolution"). The inner scopes come first.
  void add_short_names(std::string_view scope) {
    for (std::size_t i = 0; i < declarations_.size(); ++i) {
      const std::string& name = declarations_[i].name;
      if (!name.starts_with(scope) || name.size() <= scope.size() || name[scope.size()] != '.') continue;
      const std::string short_name = name.substr(scope.size() + 1);
      if (std::find(short_names_.begin(), short_names_.end(), short_name) != short_names_.end()) continue;
      short_names_.push_back(short_name);
      const Type type = declarations_[i].type;
      const Value value = slots_[i].value;
      add_variable(short_name, type, value);
      slots_[find(short_name)].value = value;
    }
  }

  std::size_t find(std::string_view name) const {
    const auto found = std::find_if(declarations_.begin(), declarations_.end(),
                                    [name](const auto& each) { return each.name == name; });
    return static_cast<std::size_t>(found - declarations_.begin());
  }

  const Value undefined_ = {expression::Error{expression::ErrorCode::unknown}};
  std::vector<expression::Declaration> declarations_;
  std::vector<expression::Slot> slots_;
  std::vector<std::string> short_names_;
  std::vector<expression::Function> functions_;
  std::deque<std::string> function_names_;  // of those that no case holds
};

}  // namespace

Outcome run(const Case& item, expression::Mode mode) {
  constexpr int max_undefined_names = 4;
  Environment environment(item);
  for (int undefined_names = 0;; ++undefined_names) {
    auto program = expression::compile(item.expression, environment.declarations(),
                                       {mode, environment.library(), item.checks_types});
    if (program) {
      return {
          {}, text_of(program.value().type()), expression::evaluate(program.value(), environment.slots())};
    }
    const bool is_undefined = program.error().code == expression::CompileErrorCode::unknown_name;
    if (item.checks_types || !is_undefined || undefined_names == max_undefined_names) {
      return {expression::describe(program.error()), is_undefined, {}, {}};
    }
    environment.add_undefined(item.expression, program.error().found);
  }
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
