#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/value.h"

namespace tianbao::conformance {

// The cases file as write_cases.mjs writes and describes it. Types are written as cel-go spells them.

struct Overload {
  std::vector<std::string> parameters;
  std::string result;
  bool receiver = false;
};

struct Declaration {
  std::string name;
  std::string type;                 // "" of a function
  std::vector<Overload> overloads;  // of a function
};

struct Binding {
  std::string name;
  expression::Value value;
};

struct Expected {
  std::optional<expression::Value> value;
  std::string type;                  // of the whole expression; "" where any will do
  std::optional<std::string> error;  // any error; the text is what cel-go says
};

struct Case {
  std::string id;
  std::string expression;
  std::string container;
  bool checks_types = true;
  std::vector<Declaration> declarations;
  std::vector<Binding> bindings;
  Expected expected;
  std::optional<std::string> tree;  // nullopt where the package has none
};

enum class Parsing {
  tree,          // exactly ParsingCase::tree
  error,         // refused by the parser
  macro_error,   // a macro's arguments are wrong: refused when it is compiled, at the latest
  switched_off,  // an expression whose tree the package does not have
  limit,         // beyond a limit of the package: any outcome
};

struct ParsingCase {
  std::string id;
  std::string expression;
  Parsing expected = Parsing::limit;
  std::string tree;
};

struct Cases {
  std::vector<Case> conformance;
  std::vector<ParsingCase> parsing;
};

/// `path` is below the source tree.
Cases read_cases(std::string_view path);

}  // namespace tianbao::conformance
