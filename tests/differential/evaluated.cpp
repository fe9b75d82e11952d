#include "tests/differential/evaluated.h"

#include <string_view>

#include "shared/expression/formula.h"
#include "shared/json/write.h"
#include "tests/conformance/values.h"

namespace tianbao::differential {
namespace {

using expression::Declarations;
using expression::Slot;

/// Calls every slot by its declared name.
class DeclaredWording final : public expression::Wording {
 public:
  DeclaredWording(const Declarations& declarations, std::span<const Slot> slots)
      : declarations_(declarations), slots_(slots) {}

  std::string name(std::size_t slot) const override { return declarations_.list()[slot].name; }
  std::string value(std::size_t slot) const override {
    const expression::Value& value = slots_[slot].value;
    return value.string() ? expression::formula_text(*value.string()) : expression::to_text(value);
  }
  std::string option(std::size_t /*slot*/, std::string_view /*id*/) const override { return {}; }

 private:
  const Declarations& declarations_;
  std::span<const Slot> slots_;
};

std::string told(const expression::CompileError& error) {
  return std::to_string(static_cast<int>(error.code)) + " at " + std::to_string(error.offset) + " " +
         expression::describe(error);
}

}  // namespace

Case evaluated(const std::string& source, const Declarations& declarations,
               const expression::Dialect& dialect, std::span<const Slot> slots) {
  std::string output = source + " \u21d2 ";
  const auto compiled = expression::compile(source, declarations, dialect);
  if (!compiled.ok()) return {"refused", output + told(compiled.error())};
  const expression::Program& program = compiled.value();
  const expression::Value value = expression::evaluate(program, slots);
  output.append(expression::type_name(program.type())).append(" ");
  output += json::to_compact(conformance::write_value(value)) + " " + expression::to_text(value);
  if (value.boolean() || program.type() == expression::Type::boolean) {
    const DeclaredWording wording(declarations, slots);
    output += " " + expression::formula_of_names(program, wording);
    output += " " + expression::formula_of_values(program, wording, slots);
  }
  return {value.error() ? "error" : "value", output};
}

}  // namespace tianbao::differential
