#include "shared/check/examine.h"

#include <cstddef>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

#include "shared/check/explanation.h"
#include "shared/check/facts.h"
#include "shared/check/rules.h"
#include "shared/sort.h"

namespace tianbao::check {
namespace {

Placed in_order(std::vector<Finding> findings, const std::vector<Place>& places) {
  Placed ordered;
  ordered.findings.reserve(findings.size());
  ordered.places.reserve(findings.size());
  for (const std::size_t position : positions_by(places, std::less<>())) {
    ordered.findings.push_back(std::move(findings[position]));
    ordered.places.push_back(places[position]);
  }
  return ordered;
}

Place place_of(const form::Form& form, std::size_t rule) {
  return {static_cast<std::uint32_t>(form.rules[rule].fields.front()), static_cast<std::uint32_t>(rule + 1)};
}

}  // namespace

Scope everything(const form::Form& form) {
  Scope scope{std::vector<std::size_t>(form.fields.size()), std::vector<std::size_t>(form.rules.size())};
  std::iota(scope.fields.begin(), scope.fields.end(), std::size_t{0});
  std::iota(scope.rules.begin(), scope.rules.end(), std::size_t{0});
  return scope;
}

Placed examine(const Bound& bound, const Scope& scope, std::vector<Verdict>& verdicts) {
  const form::Form& form = bound.form;
  std::vector<Finding> findings;
  std::vector<Place> places;
  for (const std::size_t field : scope.fields) {
    add_facts(bound, field, findings);
    places.resize(findings.size(), {static_cast<std::uint32_t>(field), 0});
  }
  for (const std::size_t index : scope.rules) {
    RuleOutcome outcome = check_rule(bound, form.rules[index]);
    verdicts[index] = outcome.verdict;
    if (!outcome.finding) continue;
    findings.push_back(*std::move(outcome.finding));
    places.push_back(place_of(form, index));
  }
  for (Finding& finding : findings) explain(finding, form, bound.document, bound.context);
  return in_order(std::move(findings), places);
}

std::vector<Place> places_of(const form::Form& form, const Scope& scope) {
  std::vector<Place> places;
  places.reserve(scope.fields.size() + scope.rules.size());
  for (const std::size_t field : scope.fields) places.push_back({static_cast<std::uint32_t>(field), 0});
  for (const std::size_t rule : scope.rules) places.push_back(place_of(form, rule));
  return places;
}

}  // namespace tianbao::check
