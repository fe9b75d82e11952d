#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/number/decimal.h"

namespace tianbao::expression {

/// Ascending, each once. They lie elsewhere: in the form, in a program's constants.
using Words = std::vector<std::string_view>;

Words ordered(Words words);

/// What a name can hold as long as the form is filled within what it declares.
struct Domain {
  std::size_t max_bytes = 0;                // of a text, and of each text in a list
  std::size_t max_items = 0;                // of a list
  std::optional<number::Decimal> least;     // of a number
  std::optional<number::Decimal> greatest;  // the same
  std::optional<Words> words;               // the only ones that a text can be, or a list can hold
  bool can_be_none = true;
};

}  // namespace tianbao::expression
