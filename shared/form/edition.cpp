#include "shared/form/edition.h"

namespace tianbao::form {

bool serves(const Edition& edition, int year) {
  return year >= edition.first_period && (!edition.last_period || year <= *edition.last_period);
}

std::optional<std::size_t> serving_edition(std::span<const Edition> editions, std::string_view form_id,
                                           int year) {
  std::optional<std::size_t> newest;
  for (std::size_t index = 0; index < editions.size(); ++index) {
    const Edition& edition = editions[index];
    if (edition.form_id != form_id || !serves(edition, year)) continue;
    if (!newest || edition.first_period > editions[*newest].first_period) newest = index;
  }
  return newest;
}

}  // namespace tianbao::form
