#include <catch2/catch_test_macros.hpp>
#include <optional>
#include <string>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

Form with_fields(const std::string& fields, const std::string& section_members = "") {
  return testing::load_form(
      R"({"format": "tianbao-form/1", "id": "f", "edition": "1", "title": "表", "periods": {"first": 2017},
          "sections": [{"id": "s", "label": "部分", )" +
      section_members + R"("groups": [{"fields": [)" + fields + "]}]}]}");
}

std::string offered(const Field& field) {
  return field.offer ? std::string(context_names[*field.offer]) : field.offers_prior ? "" : "false";
}

}  // namespace

TEST_CASE("a field may name the fact of the register that it is offered, or refuse last year's") {
  const Form form = with_fields(R"(
    {"id": "a", "label": "甲", "type": "text", "offer": "site.organiser"},
    {"id": "b", "label": "乙", "type": "long_text", "offer": "site.police_number"},
    {"id": "c", "label": "丙", "type": "url", "offer": "site.url"},
    {"id": "d", "label": "丁", "type": "date", "offer": "today"},
    {"id": "e", "label": "戊", "type": "yes_no", "offer": false},
    {"id": "f", "label": "己", "type": "email", "offer": true},
    {"id": "g", "label": "庚", "type": "police_number", "offer": "site.police_number"},
    {"id": "h", "label": "辛", "type": "site_code", "offer": "site.code"})");
  const char* const expected[] = {
      "site.organiser",     "site.police_number", "site.url", "today", "false", "",
      "site.police_number", "site.code"};
  for (std::size_t field = 0; field < std::size(expected); ++field) {
    CHECK(offered(form.fields[field]) == expected[field]);
  }
}

TEST_CASE("the facts of the register have the same names in files and in expressions") {
  for (std::size_t fact = 0; fact < document::site_facts.size(); ++fact) {
    CHECK("site." + std::string(document::site_facts[fact].name) == context_names[fact]);
  }
  CHECK(document::site_facts.size() + 2 == context_names.size());
  CHECK(Slots{3}.today() == Slots{3}.site_code() + document::site_facts.size());
}

TEST_CASE("where there is nothing to report a field is answered with 0, 否 or 无, as far as it takes them") {
  const struct {
    const char* members;
    NoneAnswer answer;
  } cases[] = {
      {R"("type": "whole_number")", NoneAnswer::zero},
      {R"("type": "decimal", "minimum": 0, "maximum": 100)", NoneAnswer::zero},
      {R"("type": "whole_number", "minimum": -5, "maximum": 0, "allows_none": true)", NoneAnswer::zero},
      {R"("type": "whole_number", "minimum": 1)", NoneAnswer::impossible},
      {R"("type": "whole_number", "maximum": -1)", NoneAnswer::impossible},
      {R"("type": "whole_number", "minimum": 1, "allows_none": true)", NoneAnswer::none},
      {R"("type": "whole_number", "computed": "1")", NoneAnswer::impossible},
      {R"("type": "yes_no")", NoneAnswer::no},
      {R"("type": "yes_no", "computed": "true")", NoneAnswer::impossible},
      {R"("type": "text")", NoneAnswer::impossible},
      {R"("type": "text", "allows_none": true)", NoneAnswer::none},
      {R"("type": "date", "allows_none": true)", NoneAnswer::none},
      {R"("type": "url_list", "allows_none": true)", NoneAnswer::none},
      {R"("type": "one_choice", "choices": [{"id": "a", "label": "甲"}])", NoneAnswer::impossible},
      {R"("type": "many_choices", "choices": [{"id": "a", "label": "甲"}])", NoneAnswer::impossible},
  };
  for (const auto& each : cases) {
    INFO(each.members);
    const Form form = with_fields(std::string(R"({"id": "a", "label": "甲", )") + each.members + "}");
    CHECK(none_answer(form.fields[0]) == each.answer);
  }
  CHECK(with_fields(R"({"id": "a", "label": "甲", "type": "yes_no"})", R"("allows_none": true, )")
            .sections[0]
            .allows_none);
}

}  // namespace tianbao::form
