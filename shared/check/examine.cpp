#include "shared/check/examine.h"

#include <algorithm>
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

/// The positions of what stands at that place.
void add_positions(const std::vector<Place>& places, Place place, std::vector<std::size_t>& positions) {
  for (auto each = std::lower_bound(places.begin(), places.end(), place);
       each != places.end() && *each == place; ++each) {
    positions.push_back(static_cast<std::size_t>(each - places.begin()));
  }
}

void move(Placed& standing, std::size_t from, std::size_t to) {
  standing.findings[to] = std::move(standing.findings[from]);
  standing.places[to] = standing.places[from];
}

void resize(Placed& standing, std::size_t size) {
  standing.findings.resize(size);
  standing.places.resize(size);
}

/// Takes out those at `positions`, which ascend.
void erase(Placed& standing, const std::vector<std::size_t>& positions) {
  if (positions.empty()) return;
  std::size_t to = positions.front();
  std::size_t next = 0;
  for (std::size_t from = to; from < standing.places.size(); ++from) {
    if (next < positions.size() && positions[next] == from) {
      ++next;
    } else {
      move(standing, from, to++);
    }
  }
  resize(standing, to);
}

/// From the last to the first, so that each one moves once, and none that stands before all that is new.
void insert(Placed& standing, Placed fresh) {
  std::size_t old_left = standing.places.size();
  std::size_t new_left = fresh.places.size();
  resize(standing, old_left + new_left);
  while (new_left > 0) {
    const std::size_t to = old_left + new_left - 1;
    if (old_left > 0 && fresh.places[new_left - 1] < standing.places[old_left - 1]) {
      move(standing, --old_left, to);
    } else {
      --new_left;
      standing.findings[to] = std::move(fresh.findings[new_left]);
      standing.places[to] = fresh.places[new_left];
    }
  }
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

void replace(Placed& standing, const form::Form& form, const Scope& scope, Placed fresh) {
  std::vector<std::size_t> old;
  for (const std::size_t field : scope.fields) {
    add_positions(standing.places, {static_cast<std::uint32_t>(field), 0}, old);
  }
  for (const std::size_t rule : scope.rules) {
    add_positions(standing.places, place_of(form, rule), old);
  }
  sort_items(old, std::less<>());
  const bool stays = std::equal(
      old.begin(), old.end(), fresh.places.begin(), fresh.places.end(),
      [&standing](std::size_t position, const Place& place) { return standing.places[position] == place; });
  if (!stays) {
    erase(standing, old);
    return insert(standing, std::move(fresh));
  }
  for (std::size_t index = 0; index < old.size(); ++index) {
    standing.findings[old[index]] = std::move(fresh.findings[index]);
  }
}

}  // namespace tianbao::check
