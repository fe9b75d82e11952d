#include "shared/check/incremental.h"

#include <optional>
#include <utility>

#include "shared/check/compute.h"
#include "shared/check/examine.h"

namespace tianbao::check {

Touched IncrementalCheck::restart(const form::Form& form, document::Document& document,
                                  const document::Context& context) {
  const std::size_t field_count = form.fields.size();
  outcome_ = {{}, std::vector<Verdict>(form.rules.size()), Flags(field_count), Flags(field_count)};
  places_.clear();
  settled_ = IndexSet(field_count);
  fields_ = IndexSet(field_count);
  rules_ = IndexSet(form.rules.size());
  for (std::size_t place = 0; place < field_count; ++place) settled_.insert(place);
  for (std::size_t rule = 0; rule < form.rules.size(); ++rule) rules_.insert(rule);
  return run(bind_context(form, document, context), document);
}

Touched IncrementalCheck::update(const form::Form& form, document::Document& document,
                                 const document::Context& context, std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (change.explained.empty()) {
      settled_.insert(form.dependents.order[change.field]);
      mark_readers(form.dependents, change.field);
      continue;
    }
    if (const std::optional<std::size_t> rule = form.rule_index(change.explained, change.field)) {
      rules_.insert(*rule);
    } else {
      fields_.insert(change.field);
    }
  }
  return run({std::move(binding_), form, document, context}, document);
}

void IncrementalCheck::mark_readers(const form::Dependents& dependents, std::size_t field) {
  fields_.insert_all(dependents.required[field]);
  rules_.insert_all(dependents.rules[field]);
}

Touched IncrementalCheck::run(Bound bound, document::Document& document) {
  const form::Form& form = bound.form;
  const form::Dependents& dependents = form.dependents;
  for (std::size_t next = 0; next < settled_.items().size(); ++next) {
    const std::size_t field = form.dependency_order[settled_.items()[next]];
    for (const std::uint32_t reader : dependents.settled[field]) settled_.insert(dependents.order[reader]);
  }
  settled_.sort();
  for (const std::size_t place : settled_.items()) {
    const std::size_t field = form.dependency_order[place];
    fields_.insert(field);
    if (settle(bound, field, document)) mark_readers(dependents, field);
    outcome_.relevant[field] = bound.relevant[field];
  }
  fields_.sort();
  for (const std::size_t field : fields_.items()) {
    settle_required(bound, field);
    outcome_.required[field] = bound.required[field];
  }
  rules_.sort();
  const Scope scope{fields_.items(), rules_.items()};
  Placed standing{std::move(outcome_.findings), std::move(places_)};
  replace(standing, places_of(form, scope), examine(bound, scope, outcome_.verdicts));
  outcome_.findings = std::move(standing.findings);
  places_ = std::move(standing.places);
  binding_ = std::move(bound);
  const Touched touched{settled_.items().size(), scope.fields.size(), scope.rules.size()};
  settled_.clear();
  fields_.clear();
  rules_.clear();
  return touched;
}

}  // namespace tianbao::check
