#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"

namespace tianbao::expression::testing {

/// A declared name and what it holds.
struct Cell {
  std::string name;
  Type type;
  Slot slot;
};

Slot number(std::string_view text);
Slot string(std::string_view text);
Slot boolean(bool value);
Slot strings(const std::vector<std::string>& items);
Slot blank();
Slot unread();
Slot unknown();
/// 无 in a number and in a text.
Slot none_number();
Slot none_text();

/// A value with its type, as the tables write it: `int 3`, `decimal 0.5`, `string abc`, `[int 1, int 2]`,
/// `error unread`.
std::string show(const Value& value);

/// show() of what the source evaluates to, or `compile: ` and what the compiler says.
std::string outcome(std::string_view source, const std::vector<Cell>& cells = {});

/// The compiler's error; CompileError{} with `expected` "compiles" when there is none.
CompileError compile_failure(std::string_view source, const std::vector<Cell>& cells = {});

struct Case {
  std::string source;
  std::string expected;
};

void check_cases(const std::vector<Case>& cases, const std::vector<Cell>& cells = {});

}  // namespace tianbao::expression::testing
