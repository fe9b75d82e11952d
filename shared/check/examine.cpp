#include "shared/check/examine.h"

#include <functional>
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

bool is_in(const Place& place, const Scope& scope) {
  return place.rule == 0 ? scope.fields[place.field] : scope.rules[place.rule - 1];
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
  return {Flags(form.fields.size(), true), Flags(form.rules.size(), true)};
}

Placed examine(const Bound& bound, const Scope& scope, std::vector<Verdict>& verdicts) {
  const form::Form& form = bound.form;
  std::vector<Finding> findings;
  std::vector<Place> places;
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    if (!scope.fields[field]) continue;
    add_facts(bound, field, findings);
    places.resize(findings.size(), {static_cast<std::uint32_t>(field), 0});
  }
  for (std::size_t index = 0; index < form.rules.size(); ++index) {
    if (!scope.rules[index]) continue;
    RuleOutcome outcome = check_rule(bound, form.rules[index]);
    verdicts[index] = outcome.verdict;
    if (!outcome.finding) continue;
    places.push_back(
        {static_cast<std::uint32_t>(outcome.finding->fields.front()), static_cast<std::uint32_t>(index + 1)});
    findings.push_back(*std::move(outcome.finding));
  }
  for (Finding& finding : findings) explain(finding, form, bound.document, bound.context);
  return in_order(std::move(findings), places);
}

void replace(Placed& standing, const Scope& scope, Placed fresh) {
  std::vector<std::size_t> old;
  bool stays = true;  // whether what is new stands exactly where the old stood
  for (std::size_t position = 0; position < standing.places.size(); ++position) {
    const Place& place = standing.places[position];
    if (!is_in(place, scope)) continue;
    stays = stays && old.size() < fresh.places.size() && fresh.places[old.size()] == place;
    old.push_back(position);
  }
  if (stays && old.size() == fresh.places.size()) {
    for (std::size_t index = 0; index < old.size(); ++index) {
      standing.findings[old[index]] = std::move(fresh.findings[index]);
    }
    return;
  }
  erase(standing, old);
  insert(standing, std::move(fresh));
}

}  // namespace tianbao::check
