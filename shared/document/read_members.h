#pragma once

#include <string_view>
#include <vector>

#include "shared/document/document.h"
#include "shared/document/mistakes.h"

namespace tianbao::document {

// Readers of a document's members, each with the place at which its mistakes are noted.

/// A blank cell where the JSON is none of this field's.
Cell read_cell_member(const form::Field& field, const json::Value& value, std::string_view pointer,
                      Mistakes& mistakes);

/// {section: {field: cell}}, one cell per field of the form; those not named are blank.
std::vector<Cell> read_values(const json::Value& value, const form::Form& form, std::string_view pointer,
                              Mistakes& mistakes);

/// What a name in an explanation's values stands for; `known` without a field: a fact of the context.
struct ExplainedName {
  bool known = false;
  const form::Field* field = nullptr;
};
ExplainedName find_explained(std::string_view name, const form::Form& form);

std::vector<Explanation> read_explanations(const json::Value& value, const form::Form& form,
                                           std::string_view pointer, Mistakes& mistakes);

Context read_context_member(const json::Value& value, const form::Form& form, std::string_view pointer,
                            Mistakes& mistakes);

}  // namespace tianbao::document
