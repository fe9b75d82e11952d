#include "shared/check/incremental.h"

#include <algorithm>
#include <utility>

#include "shared/check/compute.h"

namespace tianbao::check {
namespace {

std::size_t count(const Flags& flags) {
  return static_cast<std::size_t>(std::count(flags.begin(), flags.end(), true));
}

void mark(Flags& flags, std::span<const std::uint32_t> indices) {
  for (const std::uint32_t index : indices) flags[index] = true;
}

}  // namespace

/// What is still to be looked at.
struct IncrementalCheck::Marks {
  Flags settles;  // fields
  Scope scope;

  /// All that reads the field.
  void add_readers(const form::Dependents& dependents, std::size_t field) {
    mark(settles, dependents.settled[field]);
    mark(scope.fields, dependents.required[field]);
    mark(scope.rules, dependents.rules[field]);
  }
};

Touched IncrementalCheck::restart(const form::Form& form, document::Document& document,
                                  const document::Context& context) {
  outcome_ = {};
  outcome_.verdicts.resize(form.rules.size());
  places_.clear();
  return run(bind_context(form, document, context), document,
             {Flags(form.fields.size(), true), everything(form)});
}

Touched IncrementalCheck::update(const form::Form& form, document::Document& document,
                                 const document::Context& context, std::span<const Change> changes) {
  const std::size_t field_count = form.fields.size();
  Marks marks{Flags(field_count, false), {Flags(field_count, false), Flags(form.rules.size(), false)}};
  for (const Change& change : changes) {
    if (change.explained.empty()) {
      marks.settles[change.field] = true;
      marks.add_readers(form.dependents, change.field);
      continue;
    }
    const auto rule = std::find_if(form.rules.begin(), form.rules.end(),
                                   [&](const form::Rule& each) { return each.code == change.explained; });
    if (rule == form.rules.end()) {
      marks.scope.fields[change.field] = true;
    } else {
      marks.scope.rules[static_cast<std::size_t>(rule - form.rules.begin())] = true;
    }
  }
  return run({std::move(binding_), form, document, context}, document, std::move(marks));
}

Touched IncrementalCheck::run(Bound bound, document::Document& document, Marks marks) {
  const form::Form& form = bound.form;
  // What is reached from a field stands behind it in this order.
  for (const std::size_t field : form.dependency_order) {
    if (!marks.settles[field]) continue;
    marks.scope.fields[field] = true;
    if (settle(bound, field, document)) marks.add_readers(form.dependents, field);
  }
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    if (marks.scope.fields[field]) settle_required(bound, field);
  }
  Placed standing{std::move(outcome_.findings), std::move(places_)};
  replace(standing, marks.scope, examine(bound, marks.scope, outcome_.verdicts));
  outcome_.findings = std::move(standing.findings);
  places_ = std::move(standing.places);
  outcome_.relevant = bound.relevant;
  outcome_.required = bound.required;
  binding_ = std::move(bound);
  return {count(marks.settles), count(marks.scope.fields), count(marks.scope.rules)};
}

}  // namespace tianbao::check
