#include "shared/expression/possible.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/expression/typing.h"

namespace tianbao::expression {
namespace {

using number::Decimal;

Possible truth(bool can_be_true, bool can_be_false) {
  Possible result;
  result.can_be_true = can_be_true;
  result.can_be_false = can_be_false;
  return result;
}

Words common(const Words& left, const Words& right) {
  Words both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return both;
}

/// Whether every value of `left` is below every one of `right`.
bool is_below(const Possible& left, const Possible& right) {
  return left.greatest && right.least && *left.greatest < *right.least;
}

bool is_at_most(const Possible& left, const Possible& right) {
  return left.greatest && right.least && *left.greatest <= *right.least;
}

bool is_one_number(const Possible& value) {
  return value.least && value.greatest && *value.least == *value.greatest;
}

bool is_one_word(const Possible& value) {
  return value.words && value.words->size() == 1;
}

/// What `==` may be.
Possible equality(const Possible& left, Type left_type, const Possible& right, Type right_type) {
  if (is_numeric(left_type) && is_numeric(right_type)) {
    const bool same = is_one_number(left) && is_one_number(right) && *left.least == *right.least;
    return truth(!is_below(left, right) && !is_below(right, left), !same);
  }
  if (left_type == Type::string && right_type == Type::string && left.words && right.words) {
    const bool same = is_one_word(left) && is_one_word(right) && *left.words == *right.words;
    return truth(!common(*left.words, *right.words).empty(), !same);
  }
  if (left_type == Type::boolean && right_type == Type::boolean) {
    return truth((left.can_be_true && right.can_be_true) || (left.can_be_false && right.can_be_false),
                 (left.can_be_true && right.can_be_false) || (left.can_be_false && right.can_be_true));
  }
  return {};
}

Possible sum(const Possible& left, const Possible& right) {
  Possible result;
  if (left.least && right.least) result.least = add(*left.least, *right.least);
  if (left.greatest && right.greatest) result.greatest = add(*left.greatest, *right.greatest);
  return result;
}

Possible inverted(const Possible& value) {
  return truth(value.can_be_false, value.can_be_true);
}

void raise(std::optional<Decimal>& least, const std::optional<Decimal>& bound) {
  if (bound && (!least || *least < *bound)) least = bound;
}

void lower(std::optional<Decimal>& greatest, const std::optional<Decimal>& bound) {
  if (bound && (!greatest || *bound < *greatest)) greatest = bound;
}

void keep_common(Possible& text, const Possible& other) {
  if (other.words) text.words = text.words ? common(*text.words, *other.words) : *other.words;
}

void narrow_number(Possible& value, Operator operation, const Possible& other) {
  switch (operation) {
    case Operator::equal:
      raise(value.least, other.least);
      return lower(value.greatest, other.greatest);
    case Operator::less:
    case Operator::less_equal:
      return lower(value.greatest, other.greatest);
    case Operator::greater:
    case Operator::greater_equal:
      return raise(value.least, other.least);
    default:
      return;
  }
}

}  // namespace

Possible negated(const Possible& value) {
  Possible result;
  if (value.greatest) result.least = value.greatest->negated();
  if (value.least) result.greatest = value.least->negated();
  return result;
}

Possible combined(Operator operation, const Possible& left, Type left_type, const Possible& right,
                  Type right_type) {
  const bool are_numbers = is_numeric(left_type) && is_numeric(right_type);
  switch (operation) {
    case Operator::add:
      return are_numbers ? sum(left, right) : Possible();
    case Operator::subtract:
      return are_numbers ? sum(left, negated(right)) : Possible();
    case Operator::equal:
      return equality(left, left_type, right, right_type);
    case Operator::not_equal:
      return inverted(equality(left, left_type, right, right_type));
    case Operator::less:
      return are_numbers ? truth(!is_at_most(right, left), !is_below(left, right)) : Possible();
    case Operator::less_equal:
      return are_numbers ? truth(!is_below(right, left), !is_at_most(left, right)) : Possible();
    case Operator::greater:
      return combined(Operator::less, right, right_type, left, left_type);
    case Operator::greater_equal:
      return combined(Operator::less_equal, right, right_type, left, left_type);
    case Operator::in:
      if (left_type != Type::string || !left.words || !right.words) return {};
      return truth(!common(*left.words, *right.words).empty(), true);
    default:
      return {};
  }
}

void narrow(Possible& value, Type type, Operator operation, const Possible& other, Type other_type) {
  if (is_numeric(type) && is_numeric(other_type)) return narrow_number(value, operation, other);
  if (type != Type::string) return;
  if (operation == Operator::equal && other_type == Type::string) return keep_common(value, other);
  if (operation == Operator::in) return keep_common(value, other);
  if (operation == Operator::not_equal && value.words && is_one_word(other)) {
    value.words->erase(std::remove(value.words->begin(), value.words->end(), other.words->front()),
                       value.words->end());
  }
}

Possible either(const Possible& left, const Possible& right) {
  Possible result = truth(left.can_be_true || right.can_be_true, left.can_be_false || right.can_be_false);
  if (left.least && right.least) result.least = std::min(*left.least, *right.least);
  if (left.greatest && right.greatest) result.greatest = std::max(*left.greatest, *right.greatest);
  if (left.words && right.words) {
    Words all = *left.words;
    all.insert(all.end(), right.words->begin(), right.words->end());
    result.words = ordered(std::move(all));
  }
  return result;
}

}  // namespace tianbao::expression
