#include "shared/form/domains.h"

#include <algorithm>
#include <utility>

#include "shared/form/load.h"
#include "shared/region/regions.h"
#include "shared/text/read.h"
#include "shared/text/utf8.h"

namespace tianbao::form {
namespace {

using expression::Domain;
using number::Decimal;

void set_choices(Domain& domain, const Field& field) {
  expression::Words ids;
  for (const Choice& choice : field.choices) ids.emplace_back(choice.id);
  domain.words = expression::ordered(std::move(ids));
  domain.max_items = field.type == FieldType::many_choices ? field.choices.size() : 0;
  domain.max_bytes = max_id_bytes;
}

/// 无 reads as 0.
void set_bounds(Domain& domain, const Field& field) {
  domain.least = field.minimum;
  domain.greatest = field.maximum;
  if (!field.allows_none) return;
  if (domain.least) domain.least = std::min(*domain.least, Decimal());
  if (domain.greatest) domain.greatest = std::max(*domain.greatest, Decimal());
}

Domain field_domain(const Field& field) {
  Domain domain;
  domain.can_be_none = field.allows_none;
  switch (field.type) {
    case FieldType::whole_number:
    case FieldType::decimal:
      set_bounds(domain, field);
      break;
    case FieldType::one_choice:
    case FieldType::many_choices:
      set_choices(domain, field);
      break;
    case FieldType::text:
    case FieldType::long_text:
      domain.max_bytes = field.max_length * text::max_utf8_bytes;
      break;
    case FieldType::text_list:
      domain.max_items = text::max_list_items;
      domain.max_bytes = field.max_length * text::max_utf8_bytes;
      break;
    case FieldType::url_list:
      domain.max_items = text::max_list_items;
      domain.max_bytes = text::max_url_bytes;
      break;
    default:
      domain.max_bytes = text::max_url_bytes;
      break;
  }
  return domain;
}

Domain prior_domain(const Domain& now) {
  Domain domain;
  domain.max_bytes = now.max_bytes;
  domain.max_items = now.max_items;
  return domain;
}

Domain context_domain(const Form& form, std::size_t slot) {
  Domain domain;
  domain.can_be_none = false;
  domain.max_bytes = text::max_url_bytes;
  if (slot == Slots{form.fields.size()}.period()) {
    domain.least = Decimal::from_integer(form.first_period);
    if (form.last_period) domain.greatest = Decimal::from_integer(*form.last_period);
  }
  return domain;
}

Domain region_domain() {
  Domain domain;
  domain.can_be_none = false;
  domain.max_bytes = region::max_place_bytes;
  return domain;
}

}  // namespace

std::vector<Domain> domains_of(const Form& form) {
  const Slots slots = slots_of(form);
  std::vector<Domain> domains;
  domains.reserve(slots.count());
  for (const Field& field : form.fields) domains.push_back(field_domain(field));
  for (std::size_t field = 0; field < slots.field_count; ++field) {
    domains.push_back(prior_domain(domains[field]));
  }
  while (domains.size() < slots.regions()) domains.push_back(context_domain(form, domains.size()));
  while (domains.size() < slots.count()) domains.push_back(region_domain());
  return domains;
}

}  // namespace tianbao::form
