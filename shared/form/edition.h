#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace tianbao::form {

/// One of several editions of a form, and the years that it is for, both inclusive. Without a last year it
/// serves until a newer one does.
struct Edition {
  std::string_view form_id;
  int first_period = 0;
  std::optional<int> last_period;
};

bool serves(const Edition& edition, int year);

/// Which edition of the form is to be filled for that year: of those that serve it the one that came into
/// force last; of two that came into force together the first in the list. Client and server both ask here.
std::optional<std::size_t> serving_edition(std::span<const Edition> editions, std::string_view form_id,
                                           int year);

}  // namespace tianbao::form
