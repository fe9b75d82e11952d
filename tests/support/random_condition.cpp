#include "tests/support/random_condition.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace tianbao::testing {
namespace {

std::vector<RandomField> fields_read_as(Reading reading, const std::vector<RandomField>& fields) {
  std::vector<RandomField> found;
  std::copy_if(fields.begin(), fields.end(), std::back_inserter(found),
               [reading](const RandomField& field) { return field.reading == reading; });
  return found;
}

}  // namespace

std::string address(const RandomField& field) {
  return (field.number % 2 == 0 ? "s.f" : "t.f") + std::to_string(field.number);
}

std::string ConditionWriter::condition() {
  std::string text = comparison();
  for (std::size_t more = random_.below(3); more > 0; --more) {
    text.insert(0, "(").append(random_.one_in(2) ? ") && " : ") || ").append(comparison());
  }
  return text;
}

std::string ConditionWriter::number() {
  std::string text = amount();
  for (std::size_t more = random_.below(3); more > 0; --more) {
    text += random_.pick(std::array<std::string_view, 4>{" + ", " * ", " - ", " / "});
    text += amount();
  }
  return text;
}

std::string ConditionWriter::text() {
  const std::vector<RandomField> texts = fields_read_as(Reading::text, fields_);
  if (texts.empty()) return "site.name + '，' + today";
  const std::string first = name(random_.pick(texts));
  return random_.one_in(2) ? first : first + " + '·' + " + name(random_.pick(texts));
}

std::string ConditionWriter::part() {
  return random_.one_in(2) && !fields_.empty() ? name(random_.pick(fields_)) : number();
}

std::string ConditionWriter::name(const RandomField& field) {
  return random_.one_in(6) ? "prior." + address(field) : name_of_this_year(field);
}

std::string ConditionWriter::name_of_this_year(const RandomField& field) {
  if (std::find(read_.begin(), read_.end(), field.number) == read_.end()) read_.push_back(field.number);
  return address(field);
}

std::string ConditionWriter::amount() {
  const std::vector<RandomField> numbers = fields_read_as(Reading::number, fields_);
  if (numbers.empty() || random_.one_in(8)) return std::to_string(random_.below(4));
  const RandomField field = random_.pick(numbers);
  if (!random_.one_in(3)) return name(field);
  const std::string present = name(field);
  return "(has(" + present + ") ? " + name(field) + " : 1)";
}

std::string ConditionWriter::compared_number(std::string text) {
  text += random_.pick(std::array<std::string_view, 3>{" <= ", " == ", " > "});
  return text += number();
}

std::string ConditionWriter::comparison() {
  if (fields_.empty() || random_.one_in(8)) {
    return std::string(random_.pick(
        std::array<std::string_view, 5>{"today > '2020-01-15'", "site.url.contains('gov')", "period > 2018",
                                        "site.organiser == ''", "site.icp_number.contains('备')"}));
  }
  const RandomField field = random_.pick(fields_);
  if (field.reading == Reading::identifier && random_.one_in(2)) {
    return "region(" + name_of_this_year(field) + (random_.one_in(2) ? ") != ''" : ").contains('县')");
  }
  const std::string field_name = name(field);
  if (random_.one_in(6)) return "has(" + field_name + ")";
  if (random_.one_in(8)) return "none(" + field_name + ")";
  switch (field.reading) {
    case Reading::number:
      return compared_number(field_name);
    case Reading::text:
    case Reading::identifier:
      return field_name + (random_.one_in(2) ? ".contains('x')" : ".matches('^[a-z\u4e00-\u9fff]+$')");
    case Reading::yes_no:
      return random_.one_in(2) ? field_name : "!" + field_name;
    case Reading::one_choice:
      return field_name + " == 'a'";
    case Reading::many_choices:
      return random_.one_in(2) ? "'a' in " + field_name : "size(" + field_name + ") > 1";
    case Reading::date:
      break;
  }
  return field_name + " < today";
}

}  // namespace tianbao::testing
