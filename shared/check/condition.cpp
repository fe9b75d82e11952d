#include "shared/check/condition.h"

#include <compare>
#include <cstdint>
#include <optional>

#include "shared/expression/logic.h"

namespace tianbao::check {
namespace {

using expression::ErrorCode;
using expression::Value;
using form::Fact;
using form::FactKind;
using number::Decimal;

/// A number or the error in its place, without the weight of a Value.
struct Amount {
  Decimal number;
  std::optional<expression::Error> error;
};

Amount amount_of(const expression::Slot& slot) {
  if (const Decimal* const number = slot.value.decimal()) return {*number, std::nullopt};
  const expression::Error* const error = slot.value.error();
  return {{}, error ? *error : expression::Error{ErrorCode::no_such_overload}};
}

Amount amount_or_overflow(const std::optional<Decimal>& result) {
  return result ? Amount{*result, std::nullopt} : Amount{{}, expression::Error{ErrorCode::overflow}};
}

/// Of two errors the left one is the result, as in CEL.
Amount sum(const Amount& left, const Amount& right) {
  if (left.error) return left;
  if (right.error) return right;
  return amount_or_overflow(add(left.number, right.number));
}

Amount product(const Amount& left, int factor) {
  if (left.error) return left;
  return amount_or_overflow(multiply(left.number, Decimal::from_integer(factor)));
}

enum class Relation : std::uint8_t { equal, at_most, at_least };

Value compared(const Amount& left, Relation relation, const Amount& right) {
  if (left.error) return {*left.error};
  if (right.error) return {*right.error};
  switch (relation) {
    case Relation::equal:
      return {left.number == right.number};
    case Relation::at_most:
      return {left.number <= right.number};
    case Relation::at_least:
      break;
  }
  return {left.number >= right.number};
}

Value result_of(const expression::Junction& junction) {
  Value result;
  junction.put(result);
  return result;
}

Value is_total(const Fact& fact, const Bound& bound) {
  Amount parts = amount_of(bound.slots[fact.fields[1]]);
  for (std::size_t place = 2; place < fact.fields.size(); ++place) {
    parts = sum(parts, amount_of(bound.slots[fact.fields[place]]));
  }
  return compared(amount_of(bound.slots[fact.fields.front()]), Relation::equal, parts);
}

Value ascend(const Fact& fact, const Bound& bound) {
  expression::Junction all(false);
  for (std::size_t place = 1; place < fact.fields.size(); ++place) {
    const Amount lower = amount_of(bound.slots[fact.fields[place - 1]]);
    const Amount upper = amount_of(bound.slots[fact.fields[place]]);
    if (all.take(compared(lower, Relation::at_most, upper))) break;
  }
  return result_of(all);
}

/// Last year's number.
Amount before(const Fact& fact, const Bound& bound) {
  const form::Slots slots{bound.form.fields.size()};
  return amount_of(bound.slots[slots.prior(fact.fields.front())]);
}

Value stays_near(const Fact& fact, const Bound& bound) {
  const Amount now = amount_of(bound.slots[fact.fields.front()]);
  const Amount prior = before(fact, bound);
  const form::ChangeFactors factors = form::change_factors(fact);
  expression::Junction both(false);
  const Value most = compared(product(now, factors.now_for_most), Relation::at_most,
                              product(prior, factors.before_for_most));
  if (!both.take(most)) {
    both.take(compared(product(now, factors.now_for_least), Relation::at_least,
                       product(prior, factors.before_for_least)));
  }
  return result_of(both);
}

bool is_positive(const Decimal& number) {
  return !number.is_zero() && !number.is_negative();
}

}  // namespace

Value applies(const form::Rule& rule, const Bound& bound) {
  expression::Junction both(false);
  if (rule.when && both.take(expression::evaluate(*rule.when, bound.slots))) return result_of(both);
  if (rule.fact_when) {
    const Amount prior = before(*rule.fact, bound);
    both.take(prior.error ? Value{*prior.error} : Value{is_positive(prior.number)});
  }
  return result_of(both);
}

Value holds(const form::Rule& rule, const Bound& bound) {
  if (!rule.fact) return expression::evaluate(rule.condition, bound.slots);
  switch (rule.fact->kind) {
    case FactKind::total:
      return is_total(*rule.fact, bound);
    case FactKind::at_most:
      return ascend(*rule.fact, bound);
    case FactKind::change_times:
    case FactKind::change_percent:
      break;
  }
  return stays_near(*rule.fact, bound);
}

}  // namespace tianbao::check
