#include "tests/fuzz/slots.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <utility>

namespace tianbao::fuzz {
namespace {

using expression::Declaration;
using expression::Declarations;
using expression::Domain;
using expression::ErrorCode;
using expression::List;
using expression::Map;
using expression::Slot;
using expression::Type;
using expression::Value;

constexpr std::size_t max_items = 200;
constexpr std::size_t max_text_bytes = 16384;

std::vector<Slot> all(const Declarations& declarations, const Slot& slot) {
  return std::vector<Slot>(declarations.list().size(), slot);
}

Slot failing(ErrorCode code) {
  return {expression::make_error_value(code)};
}

Value decimal(std::string_view text) {
  return {number::Decimal::parse(text).value()};
}

/// As check::bind does it.
Slot none_of(Type type) {
  if (type == Type::decimal) return {{number::Decimal()}, true};
  if (type == Type::string) return {{std::string()}, true};
  if (type == Type::list) return {{List()}, true};
  return {expression::make_error_value(ErrorCode::no_such_key), true};
}

Slot plain(Type type, std::size_t index) {
  constexpr std::array<std::string_view, 6> numbers = {"0", "1", "78", "16965", "-1", "0.5"};
  constexpr std::array<std::string_view, 5> texts = {"洞口县", "2020-01-20", "http://www.dongkou.gov.cn/a",
                                                     "a", "4305250009"};
  switch (type) {
    case Type::decimal:
      return {decimal(numbers[index % numbers.size()])};
    case Type::boolean:
      return {{index % 2 == 0}};
    case Type::list:
      return {{List{{std::string("mail")}, {std::string("visit")}}}};
    default:
      return {{std::string(texts[index % texts.size()])}};
  }
}

Slot at_limit(Type type, std::size_t index) {
  constexpr std::array<std::string_view, 6> numbers = {
      "999999999999999", "-999999999999999", "0.000001", "9999999999999999999999999999999999",
      "1e6111",          "1e-6176"};
  switch (type) {
    case Type::decimal:
      return {decimal(numbers[index % numbers.size()])};
    case Type::boolean:
      return {{false}};
    case Type::list:
      return {{List(max_items, Value{std::string("其他")})}};
    default:
      return {{std::string(max_text_bytes, index % 2 == 0 ? 'a' : '1')}};
  }
}

template <typename Filling>
std::vector<Slot> filled(const Declarations& declarations, Filling filling) {
  std::vector<Slot> slots;
  for (const Declaration& declaration : declarations.list())
    slots.push_back(filling(declaration.type, slots.size()));
  return slots;
}

Slot out_of(const Domain& domain, Type type, bool greatest) {
  if (type == Type::boolean) return {{!greatest}};
  if (type == Type::decimal) {
    const auto& bound = greatest ? domain.greatest : domain.least;
    const auto& other = greatest ? domain.least : domain.greatest;
    return {{bound.value_or(other.value_or(number::Decimal()))}};
  }
  if (type == Type::list) {
    List list;
    for (std::size_t index = 0; greatest && domain.words && index < domain.words->size(); ++index) {
      list.push_back({std::string((*domain.words)[index])});
    }
    return {{std::move(list)}};
  }
  if (!domain.words) return {{std::string(domain.max_bytes, 'x')}};
  return {{std::string(greatest ? domain.words->back() : domain.words->front())}};
}

bool same_list(const List& left, const List& right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(), same_value);
}

bool same_map(const Map& left, const Map& right) {
  return std::equal(left.entries.begin(), left.entries.end(), right.entries.begin(), right.entries.end(),
                    [](const expression::MapEntry& one, const expression::MapEntry& other) {
                      return same_value(one.key, other.key) && same_value(one.value, other.value);
                    });
}

}  // namespace

std::vector<std::vector<Slot>> fillings(const Declarations& declarations) {
  return {all(declarations, failing(ErrorCode::no_such_key)),
          all(declarations, failing(ErrorCode::unread)),
          all_unknown(declarations),
          filled(declarations, [](Type type, std::size_t) { return none_of(type); }),
          filled(declarations, plain),
          filled(declarations, at_limit)};
}

std::vector<Domain> widest_domains(const Declarations& declarations) {
  Domain domain;
  domain.max_bytes = max_text_bytes;
  domain.max_items = max_items;
  return std::vector<Domain>(declarations.list().size(), domain);
}

std::vector<Slot> within(const std::vector<Domain>& domains, const Declarations& declarations,
                         bool greatest) {
  return filled(declarations,
                [&](Type type, std::size_t index) { return out_of(domains[index], type, greatest); });
}

std::vector<Slot> all_unknown(const Declarations& declarations) {
  return all(declarations, failing(ErrorCode::unknown));
}

std::vector<Slot> cel_slots(const Declarations& declarations) {
  const std::array<Value, 8> values = {
      Value{std::int64_t{3}},
      Value{List{{std::int64_t{1}}, {std::int64_t{2}}, {std::int64_t{3}}}},
      Value{Map{{{{std::string("a")}, {std::int64_t{1}}}, {{std::string("b")}, {2.5}}}}},
      Value{std::string("abc洞口")},
      Value{1.5},
      Value{std::uint64_t{7}},
      Value{expression::Timestamp{1'579'478'400, 5}},
      Value{true}};
  std::vector<Slot> slots;
  for (std::size_t index = 0; index < declarations.list().size(); ++index) {
    slots.push_back({values[index % values.size()]});
  }
  return slots;
}

bool same_value(const Value& left, const Value& right) {
  if (left.content.index() != right.content.index()) return false;
  if (const auto* const number = std::get_if<double>(&left.content)) {
    return std::bit_cast<std::uint64_t>(*number) ==
               std::bit_cast<std::uint64_t>(std::get<double>(right.content)) ||
           (*number != *number && std::get<double>(right.content) != std::get<double>(right.content));
  }
  if (left.list()) return same_list(*left.list(), *right.list());
  if (left.map()) return same_map(*left.map(), *right.map());
  if (const auto* const optional = std::get_if<expression::Optional>(&left.content)) {
    return same_list(optional->value, std::get<expression::Optional>(right.content).value);
  }
  return left == right;
}

}  // namespace tianbao::fuzz
