#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "shared/expression/formula.h"
#include "shared/form/form.h"

namespace tianbao::check {

/// Cells as findings call them, whatever they hold.
class FormWording final : public expression::Wording {
 public:
  explicit FormWording(const form::Form& form) : form_(form), slots_{form.fields.size()} {}

  std::string name(std::size_t slot) const override;
  std::string option(std::size_t slot, std::string_view id) const override;
  /// Nothing: for formulas of names.
  std::string value(std::size_t slot) const override;

 private:
  const form::Field& field(std::size_t slot) const { return form_.fields[slot % slots_.field_count]; }

  const form::Form& form_;
  form::Slots slots_;
};

/// A program in the names that findings use, for whoever is no part of the core: it is compiled without the
/// types of its classes (-fno-rtti), which a sanitizer asks for where they are used.
std::string formula_of_names(const form::Form& form, const expression::Program& program);

}  // namespace tianbao::check
