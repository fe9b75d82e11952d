#include "server/store/form_set.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <tuple>
#include <utility>

#include "shared/form/edition.h"

namespace tianbao::store {

namespace {

int year_of(std::string_view period) {
  int year = 0;
  for (const char digit : period) year = year * 10 + (digit - '0');
  return year;
}

auto order_of(const OfferedForm& offered) {
  const form::Form& form = offered.stored->form;
  return std::tie(form.id, offered.origin, form.edition, offered.path);
}

}  // namespace

FormSet::FormSet(std::vector<OfferedForm> offered, std::vector<std::shared_ptr<const StoredForm>> kept)
    : offered_(std::move(offered)), kept_(std::move(kept)) {
  std::sort(offered_.begin(), offered_.end(), [](const OfferedForm& left, const OfferedForm& right) {
    return order_of(left) < order_of(right);
  });
}

std::shared_ptr<const StoredForm> FormSet::share(std::string_view digest) const {
  for (const OfferedForm& offered : offered_) {
    if (offered.stored->form.digest == digest) return offered.stored;
  }
  for (const auto& kept : kept_) {
    if (kept->form.digest == digest) return kept;
  }
  return nullptr;
}

const OfferedForm* FormSet::at_path(std::string_view path) const {
  const auto found = std::find_if(offered_.begin(), offered_.end(),
                                  [path](const OfferedForm& offered) { return offered.path == path; });
  return found == offered_.end() ? nullptr : &*found;
}

bool FormSet::knows(std::string_view form_id) const {
  return std::any_of(offered_.begin(), offered_.end(),
                     [form_id](const OfferedForm& offered) { return offered.stored->form.id == form_id; }) ||
         std::any_of(kept_.begin(), kept_.end(),
                     [form_id](const auto& kept) { return kept->form.id == form_id; });
}

const StoredForm* FormSet::serving(std::string_view form_id, std::string_view period) const {
  std::vector<form::Edition> editions;
  editions.reserve(offered_.size());
  for (const OfferedForm& offered : offered_) {
    const form::Form& form = offered.stored->form;
    editions.push_back({form.id, form.first_period, form.last_period});
  }
  const std::optional<std::size_t> serving = form::serving_edition(editions, form_id, year_of(period));
  return serving ? offered_[*serving].stored.get() : nullptr;
}

}  // namespace tianbao::store
