#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/number/decimal.h"

namespace tianbao::expression {

/// Ascending, each once. Shared, since every mention of a field has those of the field.
using Words = std::shared_ptr<const std::vector<std::string>>;

Words make_words(std::vector<std::string> list);

/// What a name can hold as long as the form is filled within what it declares.
struct Domain {
  std::size_t max_bytes = 0;                // of a text, and of each text in a list
  std::size_t max_items = 0;                // of a list
  std::optional<number::Decimal> least;     // of a number
  std::optional<number::Decimal> greatest;  // the same
  Words words;                              // the only ones that a text can be, or a list can hold; null: any
  bool can_be_none = true;
};

}  // namespace tianbao::expression
