#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "shared/form/load.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

std::vector<DefinitionError> mistakes_in(std::string_view text) {
  Result<Form, std::vector<DefinitionError>> loaded = load(text);
  if (loaded.ok()) return {};
  return std::move(loaded).error();
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : ",") + part;
  return result;
}

/// A form of one section with these fields and rules.
std::string form_of(const std::vector<std::string>& fields, const std::vector<std::string>& rules = {}) {
  return R"({"format":"tianbao-form/1","id":"f","edition":"1","title":"表","periods":{"first":2017},"sections":[)"
         R"({"id":"s","label":"部分","groups":[{"fields":[)" +
         joined(fields) + "]}]}]" + (rules.empty() ? "" : R"(,"rules":[)" + joined(rules) + "]") + "}";
}

std::string number_field(std::size_t index, const std::string& relevant = "") {
  return R"({"id":"f)" + std::to_string(index) + R"(","label":"项","type":"whole_number")" +
         (relevant.empty() ? "" : R"(,"relevant":")" + relevant + "\"") + "}";
}

std::vector<std::string> number_fields(std::size_t count) {
  std::vector<std::string> fields;
  for (std::size_t index = 0; index < count; ++index) fields.push_back(number_field(index));
  return fields;
}

/// `s.l`, of which as many choices can be ticked as there may be.
std::string longest_list() {
  std::vector<std::string> choices;
  for (std::size_t index = 0; index < max_choices; ++index) {
    const std::string id = std::to_string(index);
    choices.push_back(R"({"id":"c)");
    choices.back().append(id).append(R"(","label":")").append(id).append("\"}");
  }
  return R"({"id":"l","label":"项","type":"many_choices","choices":[)" + joined(choices) + "]}";
}

}  // namespace

TEST_CASE("What is no JSON object is refused with one mistake that says why") {
  const std::string texts[] = {
      "",
      "   ",
      "form",
      "[1, 2",
      "\xFF\xFE{",
      "{\"id\": \"a\", \"id\": \"b\"}",
      "{\"title\": \"\xC0\xAF\"}",
      "{\"periods\": {\"first\": NaN}}",
      repeated("[", 100'000),
      repeated(" ", max_definition_bytes + 1),
  };
  for (const std::string& text : texts) {
    CAPTURE(text.substr(0, 40));
    const std::vector<DefinitionError> mistakes = mistakes_in(text);
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].pointer.empty());
    CHECK(mistakes[0].code == DefinitionErrorCode::not_json);
    CHECK(describe(mistakes[0]).starts_with("全文：不是可以读取的 JSON，现为“"));
  }
  for (const std::string_view text : {"null", "5", "[]", "\"tianbao-form/1\""}) {
    CAPTURE(text);
    const std::vector<DefinitionError> mistakes = mistakes_in(text);
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].code == DefinitionErrorCode::wrong_type);
  }
}

TEST_CASE("The largest form that the limits allow loads, one field more does not") {
  CHECK(mistakes_in(form_of(number_fields(max_fields))).empty());
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(number_fields(max_fields + 1)));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].code == DefinitionErrorCode::too_many);
}

TEST_CASE(
    "A form whose largest answers would cost too much to check is refused with the costliest expression") {
  const std::string field = longest_list();
  const auto rule = [](int code, const std::string& condition) {
    return R"({"code":"W)" + std::to_string(code) +
           R"(","severity":"warning","basis":"试","message":"试","rule":")" + condition +
           R"(","fields":["s.l"]})";
  };
  const std::string cheap = rule(101, "size(s.l) < 9");
  const std::string square = rule(102, "s.l.all(a, s.l.all(b, a != b || a == 'c1'))");
  const std::string cube = rule(103, "s.l.all(a, s.l.all(b, s.l.all(c, a != b || b != c)))");
  CHECK(mistakes_in(form_of({field}, {cheap, square})).empty());
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of({field}, {cheap, square, cube}));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].pointer == "/rules/2/rule");
  CHECK(mistakes[0].code == DefinitionErrorCode::too_costly);
  CHECK(std::stoull(mistakes[0].found) > 8'000'000);
  CHECK(std::stoull(mistakes[0].bound) > std::stoull(mistakes[0].found));
  CHECK(describe(mistakes[0]) == "/rules/2/rule：整张表的计算量太大，这一处最大，现为“" + mistakes[0].found +
                                     " 步”，应为：整张表合计最多 2000000 步，现在合计 " + mistakes[0].bound +
                                     " 步");

  std::vector<std::string> many;
  for (int code = 101; code < 130; ++code) many.push_back(rule(code, "s.l.all(a, s.l.all(b, a != b))"));
  const std::vector<DefinitionError> together = mistakes_in(form_of({field}, many));
  REQUIRE(together.size() == 1);
  CHECK(together[0].code == DefinitionErrorCode::too_costly);
}

TEST_CASE("What the `when` of a change costs counts once") {
  const auto loads = [](std::size_t count, const std::string& fact) {
    std::vector<std::string> rules;
    for (std::size_t index = 0; index < count; ++index) {
      rules.push_back(R"({"code":"W)" + std::to_string(101 + index) +
                      R"j(","severity":"warning","basis":"试","when":"s.l.all(a, s.l.all(b, a != b))",)j" +
                      fact + "}");
    }
    return mistakes_in(form_of({longest_list(), number_field(0), number_field(1)}, rules)).empty();
  };
  std::size_t most = 0;
  while (loads(most + 1, R"("at_most":["s.f0","s.f1"])")) ++most;
  REQUIRE(most > 3);
  CHECK(loads(most - 1, R"("change":{"of":"s.f0","times":5})"));
}

TEST_CASE("A table cannot make much out of little") {
  const auto table = [](const std::string& cells, std::size_t rows) {
    std::string columns;
    for (std::size_t column = 0; column < max_columns; ++column) {
      columns += (column > 0 ? "," : "") + (R"({"id":"c)" + std::to_string(column)) + R"(","label":"列"})";
    }
    std::string fields;
    for (std::size_t row = 0; row < rows; ++row) {
      fields += (row > 0 ? "," : "") + (R"({"id":"r)" + std::to_string(row)) + R"(","label":"行)" +
                std::to_string(row) + R"("})";
    }
    return R"({"format":"tianbao-form/1","id":"t","edition":"1","title":"表","periods":{"first":2017},)"
           R"("sections":[{"id":"s","label":"部","groups":[{"columns":[)" +
           columns + R"(],"cells":)" + cells + R"(,"fields":[)" + fields + "]}]}]}";
  };
  const auto only_mistake = [](const std::string& text) {
    const std::vector<DefinitionError> mistakes = mistakes_in(text);
    REQUIRE(mistakes.size() == 1);
    return mistakes[0];
  };
  const std::string number = R"({"type":"whole_number"})";
  CHECK(mistakes_in(table(number, max_fields / max_columns)).empty());
  CHECK(only_mistake(table(number, max_fields / max_columns + 1)).code == DefinitionErrorCode::too_many);

  std::string choices;
  for (std::size_t choice = 0; choice < max_choices; ++choice) {
    const std::string id = std::to_string(choice);
    choices += choice > 0 ? "," : "";
    choices += R"({"id":"a)" + id;
    choices += R"(","label":"选)" + id;
    choices += "\"}";
  }
  const std::string ticks = R"({"type":"many_choices","choices":[)" + choices + "]}";
  CHECK(mistakes_in(table(ticks, max_all_choices / max_choices / max_columns)).empty());
  const DefinitionError mistake = only_mistake(table(ticks, max_fields / max_columns));
  CHECK(mistake.code == DefinitionErrorCode::too_many);
  CHECK(mistake.pointer == "/sections/0/groups/0/cells/choices");

  const std::string sum = "$row.c0" + std::string(200, ' ') + repeated(" + $row.c1", 300);
  const DefinitionError costly = only_mistake(
      table(R"({"type":"whole_number","required":")" + sum + R"( > 0"})", max_fields / max_columns));
  CHECK(costly.code == DefinitionErrorCode::too_costly);
  CHECK(costly.pointer == "/sections/0/groups/0/cells/required");
}

TEST_CASE("A form whose patterns would cost too much to match is refused with the costliest one") {
  const auto field = [](int number, std::size_t max_length, const std::string& pattern) {
    const std::string name = std::to_string(number);
    return R"({"id":"t)" + name + R"(","label":"文)" + name + R"(","type":"text","max_length":)" +
           std::to_string(max_length) + R"(,"pattern":")" + pattern + R"(","pattern_hint":"试"})";
  };
  const std::string cheap = field(1, 200, "1[3-9][0-9]{9}");
  CHECK(mistakes_in(form_of({cheap, field(2, 2000, ".{0,900}")})).empty());
  const std::vector<DefinitionError> mistakes = mistakes_in(
      form_of({cheap, field(2, 2000, ".{0,900}"), field(3, 2000, ".{0,950}"), field(4, 2000, ".{0,300}")}));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].code == DefinitionErrorCode::too_costly);
  CHECK(mistakes[0].pointer == "/sections/0/groups/0/fields/2/pattern");
  CHECK(mistakes[0].found == "950619");
  CHECK(std::stoull(mistakes[0].bound) > max_form_steps);
}

TEST_CASE(
    "A form of as many fields as there may be, with expressions loads, and one whose expressions are all "
    "wrong is refused") {
  const auto expression = [](std::size_t index, const char* section) {
    std::string sum = "0";
    for (std::size_t step = 1; step <= 20 && step <= index; ++step) {
      sum += " + " + std::string(section) + ".f" + std::to_string(index - step);
    }
    return sum + " >= 0";
  };
  constexpr std::size_t count = 5'000;  // as many as their bytes let in
  for (const char* const section : {"s", "prior.s", "x"}) {
    CAPTURE(section);
    std::vector<std::string> fields;
    for (std::size_t index = 0; index < count; ++index) {
      fields.push_back(number_field(index, expression(index, section)));
    }
    CHECK(load(form_of(fields)).ok() == (section[0] != 'x'));
  }
}

TEST_CASE("Fields beyond the limit are refused when they are spread over groups, too") {
  std::string text = form_of(number_fields(max_fields));
  const std::string more = R"(,{"fields":[{"id":"more","label":"项","type":"text"}]}]}]})";
  text.replace(text.size() - std::string_view("]}]}").size(), std::string::npos, more);
  const std::vector<DefinitionError> mistakes = mistakes_in(text);
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].pointer == "/sections/0/groups/1/fields/0");
  CHECK(mistakes[0].code == DefinitionErrorCode::too_many);
}

TEST_CASE("More rules than the limit are refused") {
  std::vector<std::string> rules(max_rules + 1, "{}");
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(number_fields(1), rules));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].pointer == "/rules");
  CHECK(mistakes[0].code == DefinitionErrorCode::too_many);
}

TEST_CASE("A definition full of mistakes is reported up to a limit and says that there are more") {
  const std::vector<std::string> rules(max_rules, R"({"code":"X"})");
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(number_fields(1), rules));
  REQUIRE(mistakes.size() == max_mistakes + 1);
  CHECK(mistakes.back().code == DefinitionErrorCode::too_many_mistakes);
}

TEST_CASE("Names that are spelled alike are looked for where the first unknown ones stand") {
  const std::string rule =
      R"(","severity":"warning","basis":"试","message":"试","rule":"s.fo > 1","fields":["s.fo"]})";
  std::vector<std::string> rules;
  for (std::size_t code = 101; code <= 100 + max_suggestions; ++code) {
    rules.push_back(R"({"code":"W)" + std::to_string(code) + rule);
  }
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(number_fields(1), rules));
  REQUIRE(mistakes.size() == 2 * max_suggestions);
  for (std::size_t index = 0; index < mistakes.size(); ++index) {
    const DefinitionError& mistake = mistakes[index];
    const bool is_name = mistake.code == DefinitionErrorCode::expression_unknown_name;
    const std::string& nearest = is_name ? mistake.compile_error.nearest : mistake.nearest;
    CHECK(nearest == (index < max_suggestions ? "s.f0" : ""));
  }
}

TEST_CASE("A chain of relevance through every field loads, its closing into a circle is one mistake") {
  std::vector<std::string> fields;
  for (std::size_t index = 0; index < max_fields; ++index) {
    const std::string relevant = index + 1 == max_fields ? "" : "has(s.f" + std::to_string(index + 1) + ")";
    fields.push_back(number_field(index, relevant));
  }
  CHECK(mistakes_in(form_of(fields)).empty());
  fields.back() = number_field(max_fields - 1, "has(s.f0)");
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(fields));
  REQUIRE(mistakes.size() == 1);
  CHECK(mistakes[0].code == DefinitionErrorCode::cycle);
  CHECK(mistakes[0].pointer == "/sections/0/groups/0/fields/0/relevant");
}

TEST_CASE("Texts longer than their limits are refused, and shown cut") {
  const std::string label = repeated("长", max_label_characters + 1);
  const std::vector<DefinitionError> mistakes = mistakes_in(form_of(
      {R"({"id":"a","label":")" + label + R"(","type":"text"})",
       R"({"id":")" + repeated("x", 5000) + R"(","label":"项","type":")" + repeated("文", 5000) + "\"}"}));
  REQUIRE(mistakes.size() == 3);
  CHECK(mistakes[0].code == DefinitionErrorCode::too_long);
  CHECK(mistakes[0].found == "101");
  CHECK(mistakes[0].most == max_label_characters);
  CHECK(mistakes[1].code == DefinitionErrorCode::too_long);
  CHECK(mistakes[2].code == DefinitionErrorCode::unknown_value);
  CHECK(mistakes[2].found == repeated("文", 60) + "…");
}

TEST_CASE("Expressions nested or grown beyond the limits of the language are refused") {
  const auto code_of = [](const std::string& expression) {
    const std::vector<DefinitionError> mistakes = mistakes_in(form_of({number_field(0, expression)}));
    REQUIRE(mistakes.size() == 1);
    return mistakes[0].code;
  };
  CHECK(code_of(repeated("(", 3000) + "true" + repeated(")", 1000)) ==
        DefinitionErrorCode::expression_too_deep);
  CHECK(code_of(repeated("true && ", 600) + "true") == DefinitionErrorCode::too_long);
}

TEST_CASE("Every beginning of the real definition is refused without harm") {
  const std::string text = testing::work_report_text();
  for (std::size_t length = 0; length + 2 < text.size(); length += 997) {
    CAPTURE(length);
    const std::vector<DefinitionError> mistakes = mistakes_in(std::string_view(text).substr(0, length));
    REQUIRE(mistakes.size() == 1);
    CHECK(mistakes[0].code == DefinitionErrorCode::not_json);
  }
}

}  // namespace tianbao::form
