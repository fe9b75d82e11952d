#include "server/difference/difference.h"

#include "server/difference/changes.h"

namespace tianbao::difference {

Differences differences(const form::Form& before, const form::Form& now) {
  return {differing_heads(before, now), differing_sections(before, now), differing_fields(before, now),
          differing_rules(before, now),
          // Of another form nothing is carried at all.
          before.id == now.id ? not_carried(before, now) : std::vector<std::string>()};
}

}  // namespace tianbao::difference
