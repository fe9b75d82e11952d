#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/compile_error.h"
#include "shared/expression/library/library.h"
#include "shared/expression/type.h"
#include "shared/expression/value.h"
#include "shared/pattern/pattern.h"
#include "shared/result.h"

namespace tianbao::expression {

/// A name that an expression may use: dotted (`release.total`, `prior.release.total`, `period`) and its type.
/// Its position in the list of declarations is its slot.
struct Declaration {
  std::string name;
  Type type = Type::dynamic;
  Type item = Type::dynamic;  // of a list
};

/// The names that the expressions of one form may use, found in logarithmic time: a form of 12,000 fields has
/// 24,000 of them.
class Declarations {
 public:
  Declarations() = default;
  Declarations(std::vector<Declaration> list);  // NOLINT(google-explicit-constructor): the same, ordered

  const std::vector<Declaration>& list() const { return list_; }
  std::optional<std::size_t> find(std::string_view name) const;

 private:
  std::vector<Declaration> list_;
  std::vector<std::size_t> by_name_;
};

constexpr std::size_t max_source_bytes = 4096;
/// Of nested parentheses, calls, lists, `?:` and the like. Operators in a row (a + b + …) do not nest,
/// however many they are.
constexpr std::size_t max_depth = 64;
constexpr std::size_t max_nodes = 1024;

/// Of one evaluation, in about the time that one operation takes: a rule may loop over what a form holds, but
/// no form can make the program hang. What looks at a text or a list takes steps by its size.
constexpr std::size_t max_evaluation_steps = 2'000'000;

/// Of lists in lists, maps and optionals that an evaluation makes. A deeper value is too costly.
constexpr std::size_t max_value_depth = 64;

enum class Mode : std::uint8_t {
  strict,  // CEL as it is specified
  form,    // the form profile: gives values also where strict CEL says no_such_overload
};

/// Which language an expression is written in.
struct Dialect {
  Mode mode = Mode::form;
  Library library = {};
  /// Whether operands whose types can never work are refused when the expression is compiled; else they are
  /// errors when it is evaluated.
  bool checks_types = true;
  /// Whether an unknown name comes with one that is spelled alike, for which all are compared.
  bool suggests_names = true;
};

struct Node;
struct Operand;

/// A checked expression, ready to be evaluated any number of times. The language is CEL
/// (github.com/cel-expr/cel-spec, doc/langdef.md) without messages; docs/rules.md states it exactly. The form
/// profile adds to it:
///  - every number of a form is a `decimal`, CEL's extension point for such a type. Arithmetic between
///  numbers
///    of different types, which strict CEL refuses as no_such_overload, is decimal and exact, and a literal
///    beside a decimal is read as it is written: `x * 0.1` multiplies by one tenth;
///  - `has(name)` also takes a name without a dot; `none(name)`; the functions of form_functions().
///  - the pattern of `matches()` is a literal, so that a wrong one is found when the form is loaded.
/// What strict CEL gives a value for has the same value here: `7 / 2` is 3, `0.1 + 0.2` is a double.
class Program {
 public:
  Program();
  Program(Program&&) noexcept;
  Program& operator=(Program&&) noexcept;
  Program(const Program&);
  Program& operator=(const Program&);
  ~Program();

  /// The type of every successful evaluation; dynamic where only the data tell.
  Type type() const { return type_; }
  const std::string& source() const { return source_; }
  /// Slots that the expression mentions, ascending, each once: the cells a finding names and what a change
  /// re-evaluates.
  std::span<const std::size_t> slots() const { return slots_; }

 private:
  friend Result<Program, CompileError> compile(std::string_view, const Declarations&, const Dialect&);
  friend Value evaluate(const Program&, std::span<const Slot>);
  friend class Evaluation;
  friend class FormulaWriter;
  friend class ProgramTree;

  std::string source_;
  std::vector<Node> nodes_;  // syntax.h says what the three hold
  std::vector<Operand> operands_;
  std::vector<Value> constants_;
  std::vector<pattern::Pattern> patterns_;
  std::vector<FunctionTable> functions_;  // of every call the overloads that may apply
  std::vector<std::size_t> slots_;
  const Extension* extension_ = nullptr;
  std::vector<std::string> variables_;  // of macros: what they are called
  Type type_ = Type::dynamic;
  Mode mode_ = Mode::form;
};

Result<Program, CompileError> compile(std::string_view source, const Declarations& declarations,
                                      const Dialect& dialect);

/// In the form profile, with what rules of forms may call.
Result<Program, CompileError> compile(std::string_view source, const Declarations& declarations);

/// `slots` has one entry per declaration that the program was compiled with; an entry that is missing reads
/// as unknown, and so does an empty program. Total: every outcome is a value, errors too.
///
/// Where both operands of an operator, or several arguments of a call, end in an error, the left one is the
/// result; logic.h says how `&&`, `||` and `?:` differ.
Value evaluate(const Program& program, std::span<const Slot> slots);

}  // namespace tianbao::expression
