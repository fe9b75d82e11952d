#include "tests/schema/samples.h"

#include <algorithm>
#include <utility>

#include "shared/document/cell.h"
#include "shared/text/utf8.h"
#include "tests/schema/texts.h"
#include "tests/support/require.h"

namespace tianbao::testing {
namespace {

using form::FieldType;
using number::Decimal;

constexpr std::string_view numbers[] = {"0",
                                        "1",
                                        "-1",
                                        "3",
                                        "7",
                                        "12",
                                        "13",
                                        "-3",
                                        "-4",
                                        "5",
                                        "0.5",
                                        "0.05",
                                        "100",
                                        "100.01",
                                        "99.99",
                                        "0.07",
                                        "0.29",
                                        "1.005",
                                        "4.5",
                                        "-0.5",
                                        "0.0001",
                                        "0.000125",
                                        "0.00001",
                                        "1e-6",
                                        "1e-7",
                                        "-0.000125",
                                        "-0.000126",
                                        "1e3",
                                        "2.0",
                                        "-1e15",
                                        "1e15",
                                        "1e20",
                                        "0.500001",
                                        "12345678",
                                        "999999999999999",
                                        "-999999999999999",
                                        "999999999999999.5",
                                        "123456789012345.6",
                                        "99999999999999.9"};

Decimal decimal(std::string_view text) {
  const std::optional<Decimal> parsed = Decimal::parse(text);
  require(parsed.has_value(), text);
  return *parsed;
}

bool fits(const form::Field& field, std::string_view text) {
  return (field.max_length == 0 || text::count_code_points(text) <= field.max_length) &&
         (!field.pattern || field.pattern->program.matches_whole(text));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (; count > 0; --count) result += text;
  return result;
}

}  // namespace

std::string edited(std::string text, Random& random) {
  constexpr std::string_view pieces[] = {
      "0",  "1", "2", "9", "a",  "z", "Z", " ",   "\n", "\t",     "\u00a0", "\u3000", "１",
      "Ｂ", "-", "—", ".", "。", "/", ":", "://", "@",  "、",     "号",     "政",     "𠮷",
      "[",  "]", "#", "?", "%",  "_", "+", "\"",  "\\", "\u2060", "~",      "无"};
  for (std::size_t edits = 1 + random.below(2); edits > 0; --edits) {
    std::size_t place = random.below(text.size() + 1);
    while (place < text.size() && (static_cast<unsigned char>(text[place]) & 0xC0U) == 0x80U) ++place;
    std::size_t end = place;
    if (end < text.size() && !random.one_in(3)) text::next_code_point(text, end);
    text.replace(place, end - place, random.one_in(3) ? "" : random.pick(pieces));
  }
  return text;
}

json::Value any_json(Random& random) {
  switch (random.below(9)) {
    case 0:
      return nullptr;
    case 1:
      return random.one_in(2);
    case 2:
      return json::Array{};
    case 3:
      return json::Object{};
    case 4:
      return json::Array{"", json::Array{}, json::Object{}};
    case 5:
      return json::Array{decimal("1")};
    case 6:
      return json::Object{{"value", nullptr}};
    case 7:
      return decimal(random.pick(numbers));
    default:
      return std::string(random.pick(typed_texts));
  }
}

Samples::Samples(const form::Field& field) : field_(field) {
  if (form::is_choice(field.type) || form::is_number(field.type)) return;
  for (const std::string_view typed : typed_texts) {
    const document::Cell cell = document::read_cell(field, typed);
    const auto* const text = std::get_if<std::string>(&cell.value);
    if (text != nullptr && fits(field, *text)) texts_.push_back(*text);
  }
  if (field.max_length > 0) texts_.push_back(repeated("字", field.max_length));
  require(!texts_.empty(), "a text for " + field.address);
}

json::Value Samples::valid_number(Random& random) const {
  for (;;) {
    Decimal amount = random.one_in(2)
                         ? decimal(random.pick(numbers))
                         : Decimal::from_integer(static_cast<std::int64_t>(random.below(100'000)));
    if (random.one_in(3)) amount = *divide(amount, decimal("1000"));
    amount = amount.rounded(field_.max_decimal_places);
    const bool fits = document::fits_cell(amount) && !(field_.minimum && amount < *field_.minimum) &&
                      !(field_.maximum && amount > *field_.maximum);
    if (fits) return amount;
  }
}

json::Array Samples::some_choices(Random& random, bool with_other) const {
  json::Array ids;
  for (const form::Choice& choice : field_.choices) {
    if (choice.other ? with_other : random.one_in(2)) ids.emplace_back(choice.id);
  }
  if (ids.empty()) ids.emplace_back(field_.choices.front().id);
  if (ids.size() > 1 && random.one_in(3)) std::swap(ids.front(), ids.back());
  return ids;
}

json::Value Samples::valid_value(Random& random) const {
  switch (field_.type) {
    case FieldType::whole_number:
    case FieldType::decimal:
      return valid_number(random);
    case FieldType::yes_no:
      return random.one_in(2);
    case FieldType::one_choice:
      return random.pick(field_.choices).id;
    case FieldType::many_choices:
      return some_choices(random, false);
    default:
      return random.pick(texts_);
  }
}

json::Value Samples::valid_cell(Random& random) const {
  if (form::other_choice(field_) != nullptr && random.one_in(2)) {
    return json::Object{{"value", some_choices(random, true)}, {"other", "扫码"}};
  }
  if (field_.allows_none && random.one_in(4)) return json::Object{{"none", true}};
  json::Value value = valid_value(random);
  if (!random.one_in(6)) return value;
  return json::Object{{"value", std::move(value)}, {"raw", "原来的写法"}, {"remark", "说明"}};
}

json::Value Samples::any_number(Random& random) const {
  Decimal amount = decimal(random.pick(numbers));
  const std::optional<Decimal>& bound = random.one_in(2) ? field_.minimum : field_.maximum;
  if (bound && random.one_in(2)) {
    constexpr std::string_view steps[] = {"0", "1", "-1", "0.01", "-0.01", "0.000001", "-0.000001"};
    amount = *add(*bound, decimal(random.pick(steps)));
  }
  return amount;
}

json::Value Samples::any_choices(Random& random) const {
  json::Array ids = some_choices(random, random.one_in(2));
  switch (random.below(6)) {
    case 0:
      ids.push_back(ids.front());
      break;
    case 1:
      ids.emplace_back("no_such_choice");
      break;
    case 2:
      ids.push_back(any_json(random));
      break;
    case 3:
      ids.clear();
      break;
    default:
      break;
  }
  return ids;
}

std::string Samples::edited_text(Random& random) const {
  if (texts_.empty() || random.one_in(4)) return std::string(random.pick(typed_texts));
  if (field_.max_length > 0 && random.one_in(8)) {
    // One after the other: the arguments of one call have the compiler's order.
    const std::string_view character = random.one_in(2) ? "长" : "𠮷";
    return repeated(character, field_.max_length + random.below(3) - 1);
  }
  return edited(random.pick(texts_), random);
}

json::Value Samples::any_value(Random& random) const {
  if (random.one_in(6)) return any_json(random);
  if (form::is_number(field_.type)) return any_number(random);
  if (field_.type == FieldType::many_choices) return any_choices(random);
  if (form::is_choice(field_.type)) return random.one_in(2) ? valid_value(random) : any_json(random);
  return edited_text(random);
}

json::Value Samples::any_object(Random& random) const {
  json::Object object;
  const std::size_t state = random.below(8);
  if (state < 5) object.push_back({"value", random.one_in(2) ? valid_value(random) : any_value(random)});
  if (state >= 4 && state < 7) object.push_back({"none", !random.one_in(5)});
  const auto add_text = [&](std::string_view member, std::size_t chances) {
    if (!random.one_in(chances)) return;
    json::Value text = random.pick(typed_texts);
    if (random.one_in(6)) text = any_json(random);
    if (random.one_in(20)) text = repeated("a", document::max_cell_bytes + random.below(2));
    object.push_back({std::string(member), std::move(text)});
  };
  add_text("raw", 3);
  add_text("remark", 4);
  add_text("other", form::other_choice(field_) != nullptr ? 2 : 12);
  if (random.one_in(40)) object.push_back({"raw_text", ""});
  return object;
}

json::Value Samples::any_cell(Random& random) const {
  const std::size_t kind = random.below(5);
  if (kind == 0) return valid_cell(random);
  return kind < 3 ? any_value(random) : any_object(random);
}

}  // namespace tianbao::testing
