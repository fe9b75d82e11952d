#include "tests/schema/unsaid.h"

#include <string>

#include "tests/schema/edit.h"
#include "tests/support/require.h"

namespace tianbao::testing {
namespace {

json::Value number(std::string_view text) {
  const auto parsed = number::Decimal::parse(text);
  require(parsed.has_value(), text);
  return *parsed;
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (; count > 0; --count) result += text;
  return result;
}

json::Value explanation() {
  return json::Object{
      {"code", "E101"}, {"cell", "numbers.counted"}, {"values", json::Object()}, {"text", "说明"}};
}

struct Edit {
  std::string_view code;
  std::string_view section;
  std::string_view field;
  json::Value cell;
};

}  // namespace

std::vector<Unsaid> unsaid_faults(const json::Value& document) {
  const Edit cells[] = {
      {"decimal_places", "numbers", "ratio", number("0.125")},
      {"too_many_digits", "numbers", "wide", number("12345678901234567.5e-5")},
      {"too_many_digits", "numbers", "fine", number("0.1234567")},
      {"too_many_digits", "numbers", "counted", number("1.00000000000000000001")},
      {"computed_differs", "numbers", "total", number("-77")},
      {"not_applicable_filled", "conditional", "visitors", number("7")},
      {"required", "conditional", "reason", json::Value()},
      {"too_long", "texts", "name", json::Object{{"value", "名称"}, {"raw", repeated("长", 5462)}}},
      {"unread", "texts", "home", "http://" + repeated("𠮷", 21) + ".政务"},
      {"unread", "texts", "mail", "a@" + repeated("𠮷", 21) + ".政务"},
      {"E101", "numbers", "ranged", number("12")},
  };
  std::vector<Unsaid> faults;
  for (const Edit& edit : cells) {
    json::Value faulty = document;
    const bool is_open = edit.code == "E101";
    member(faulty, {"values", "choices", "open"}) = is_open;
    remove_member(member(faulty, {"values", "conditional"}), "reason");
    if (edit.code != "required") member(faulty, {"values", "conditional", "reason"}) = "原因";
    if (is_open) member(faulty, {"values", "numbers", "counted"}) = number("3");
    if (!edit.cell.is_null()) member(faulty, {"values", edit.section, edit.field}) = edit.cell;
    faults.push_back({edit.code, std::move(faulty)});
  }

  json::Value repeated_explanation = document;
  member(repeated_explanation, "explanations") = json::Array{explanation(), explanation()};
  faults.push_back({"duplicate_explanation", std::move(repeated_explanation)});

  json::Value later_prior = document;
  member(later_prior, {"context", "prior"}) =
      json::Object{{"period", *document.find("period")}, {"values", json::Object()}};
  faults.push_back({"wrong_period", std::move(later_prior)});
  return faults;
}

}  // namespace tianbao::testing
