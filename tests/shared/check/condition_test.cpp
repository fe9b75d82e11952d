#include "shared/check/condition.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/rules.h"
#include "shared/json/write.h"
#include "tests/support/random.h"
#include "tests/support/reports.h"

using namespace tianbao;
using document::Document;
using expression::ErrorCode;
using number::Decimal;

namespace {

/// A rule written short, and what it says in CEL.
struct Pair {
  const char* members;
  const char* when;
  const char* rule;
};

const Pair pairs[] = {
    {R"("total": "s.a", "of": ["s.b", "s.c"])", "", "s.a == s.b + s.c"},
    {R"("total": "s.d", "of": ["s.c", "s.a", "s.e", "s.b"])", "", "s.d == s.c + s.a + s.e + s.b"},
    {R"("total": "s.a", "of": ["s.d", "s.c"], "when": "s.b > 0")", "s.b > 0", "s.a == s.d + s.c"},
    {R"("at_most": ["s.a", "s.b"])", "", "s.a <= s.b"},
    {R"("at_most": ["s.d", "s.a", "s.c", "s.b"])", "", "s.d <= s.a && s.a <= s.c && s.c <= s.b"},
    {R"json("at_most": ["s.a", "s.b"], "when": "has(s.c)")json", "has(s.c)", "s.a <= s.b"},
    {R"("change": {"of": "s.a", "times": 5})", "prior.s.a > 0",
     "s.a <= prior.s.a * 5 && s.a * 5 >= prior.s.a"},
    {R"("change": {"of": "s.d", "percent": 40})", "prior.s.d > 0",
     "s.d * 100 <= prior.s.d * 140 && s.d * 100 >= prior.s.d * 60"},
    {R"("change": {"of": "s.a", "times": 2}, "when": "s.b > 0 || has(s.c) // 有一项")",
     "(s.b > 0 || has(s.c) // 有一项\n) && prior.s.a > 0", "s.a <= prior.s.a * 2 && s.a * 2 >= prior.s.a"},
};

std::string quoted(const std::string& source) {
  std::string text = "\"";
  for (const char character : source) text += character == '\n' ? "\\n" : std::string(1, character);
  return text + "\"";
}

std::string members_in_cel(const Pair& pair) {
  const std::string when = *pair.when == '\0' ? "" : "\"when\": " + quoted(pair.when) + ", ";
  return when + "\"rule\": " + quoted(pair.rule);
}

form::Form form_of(const std::string& rule_members) {
  return testing::load_form(R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "a", "label": "甲", "type": "whole_number", "allows_none": true},
      {"id": "b", "label": "乙", "type": "whole_number"},
      {"id": "c", "label": "丙", "type": "decimal", "allows_none": true, "relevant": "s.gate"},
      {"id": "d", "label": "丁", "type": "decimal", "max_decimal_places": 6},
      {"id": "e", "label": "戊", "type": "whole_number", "computed": "s.a * s.b"},
      {"id": "gate", "label": "是否", "type": "yes_no"}
    ]}]}],
    "rules": [{"code": "W101", "severity": "warning", "basis": "试", )" +
                            rule_members + "}]}");
}

/// The same rule twice: as a fact, and with the message and the fields of that as CEL.
struct Twins {
  form::Form fact;
  form::Form cel;
};

Twins twins(const Pair& pair) {
  form::Form fact = form_of(pair.members);
  std::string fields;
  for (const std::size_t field : fact.rules[0].fields)
    fields += (fields.empty() ? "\"" : ", \"") + fact.fields[field].address + "\"";
  std::string message;
  for (const form::MessagePart& part : fact.rules[0].message)
    message += part.text + (part.expression ? "{" + part.expression->source() + "}" : "");
  form::Form cel =
      form_of(members_in_cel(pair) + ", \"fields\": [" + fields + "], \"message\": \"" + message + "\"");
  return {std::move(fact), std::move(cel)};
}

const char* typed(testing::Random& random) {
  constexpr const char* texts[] = {"",  "",    "无",   "约5",  "0", "1",   "2",   "3",
                                   "5", "10",  "0.5",  "-1",   "6", "1.4", "0.6", "999999999999999",
                                   "4", "2.5", "一两", "3000", "7", "15",  "25",  "99999999999.999"};
  return random.pick(texts);
}

Document random_document(const form::Form& form, testing::Random& random) {
  Document document = document::make_blank(form, "2019", "4305250009");
  for (const char* address : {"s.a", "s.b", "s.c", "s.d"})
    testing::type_into(form, document, address, typed(random));
  if (!random.one_in(4)) testing::type_into(form, document, "s.gate", random.one_in(3) ? "否" : "是");
  if (random.one_in(5)) {
    document.context.prior_known =
        random.one_in(2) ? document::PriorKnown::none : document::PriorKnown::unknown;
  } else {
    Document prior = document::make_blank(form, "2018", "4305250009");
    for (const char* address : {"s.a", "s.b", "s.c", "s.d"})
      testing::type_into(form, prior, address, typed(random));
    document.context.prior_known = document::PriorKnown::present;
    document.context.prior = {"2018", prior.cells};
  }
  check::recompute(form, document, document.context);
  return document;
}

/// What no document holds, but slots may: every error, and numbers whose sums and products do not fit.
expression::Slot random_slot(testing::Random& random) {
  constexpr ErrorCode codes[] = {ErrorCode::no_such_key, ErrorCode::unread, ErrorCode::unknown,
                                 ErrorCode::no_such_overload, ErrorCode::overflow};
  constexpr const char* numbers[] = {"0",
                                     "1",
                                     "2",
                                     "3",
                                     "-1",
                                     "9999999999999999999999999999999999",
                                     "-9999999999999999999999999999999999",
                                     "1e6000",
                                     "1e-6000",
                                     "0.1"};
  if (random.one_in(4)) return {expression::make_error_value(random.pick(codes)), false};
  return {expression::Value{*Decimal::parse(random.pick(numbers))}, random.one_in(5)};
}

/// How often each outcome came up, so that none goes untried.
struct Tally {
  int truths = 0;
  int falsehoods = 0;
  int errors = 0;

  void count(const expression::Value& value) {
    if (value.error() != nullptr) ++errors;
    if (const bool* const decided = value.boolean()) ++(*decided ? truths : falsehoods);
  }
};

}  // namespace

TEST_CASE("a fact is spelled in CEL as docs/forms.md has it") {
  for (const Pair& pair : pairs) {
    CAPTURE(pair.members);
    const form::Form form = form_of(pair.members);
    CHECK(form.rules[0].condition.source() == pair.rule);
    CHECK(form::when_source(form.rules[0]) == pair.when);
  }
}

TEST_CASE("a fact gives the findings of its CEL spelling for every report") {
  testing::Random random(20261122);
  for (const Pair& pair : pairs) {
    const Twins forms = twins(pair);
    REQUIRE(forms.fact.rules[0].fact.has_value());
    REQUIRE_FALSE(forms.cel.rules[0].fact.has_value());
    CHECK(check::slots_read(forms.fact.rules[0]) == check::slots_read(forms.cel.rules[0]));
    std::vector<int> verdicts(4, 0);
    for (int round = 0; round < 2000; ++round) {
      const Document document = random_document(forms.fact, random);
      const check::Outcome fact = check::check(forms.fact, document, document.context);
      const check::Outcome cel = check::check(forms.cel, document, document.context);
      if (fact.verdicts != cel.verdicts || fact.findings != cel.findings) {
        CAPTURE(pair.members, json::to_compact(document::write(document, forms.fact)));
        REQUIRE(fact.verdicts == cel.verdicts);
        REQUIRE(fact.findings == cel.findings);
      }
      ++verdicts[static_cast<std::size_t>(fact.verdicts[0])];
    }
    CAPTURE(pair.members);
    for (const int count : verdicts) CHECK(count > 0);
  }
}

TEST_CASE("a fact comes to what its CEL spelling comes to, also beyond what a report can hold") {
  testing::Random random(4305250009);
  for (const Pair& pair : pairs) {
    CAPTURE(pair.members);
    const form::Form form = form_of(pair.members);
    const form::Rule& rule = form.rules[0];
    const auto when = expression::compile(*pair.when == '\0' ? "true" : pair.when, form::declarations(form));
    REQUIRE(when.ok());
    const Document document = document::make_blank(form, "2019", "4305250009");
    check::Bound bound = check::bind(form, document, document.context);
    Tally tally;
    bool overflowed = false;
    for (int round = 0; round < 5000; ++round) {
      for (expression::Slot& slot : bound.slots) slot = random_slot(random);
      const expression::Value direct = check::holds(rule, bound);
      tally.count(direct);
      overflowed = overflowed || direct == expression::make_error_value(ErrorCode::overflow);
      const bool agrees = direct == expression::evaluate(rule.condition, bound.slots) &&
                          check::applies(rule, bound) == expression::evaluate(when.value(), bound.slots);
      if (!agrees) REQUIRE(direct == expression::evaluate(rule.condition, bound.slots));
      REQUIRE(agrees);
    }
    CHECK(tally.truths > 0);
    CHECK(tally.falsehoods > 0);
    CHECK(tally.errors > 0);
    CHECK(overflowed);
  }
}
