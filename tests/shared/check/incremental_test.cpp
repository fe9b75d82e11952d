#include "shared/check/incremental.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/write.h"
#include "tests/support/large_form.h"
#include "tests/support/random.h"
#include "tests/support/random_form.h"
#include "tests/support/reports.h"

using namespace tianbao;
using check::Change;
using check::Finding;
using check::IncrementalCheck;
using check::Touched;
using document::Document;
using testing::Random;

namespace {

constexpr std::array<std::string_view, 22> typed_texts = {
    "",   "",   "0",   "1",  "2",  "3",       "3",       "12",         "1.5", "-4",        "999999999999999",
    "无", "无", "约5", "是", "否", "☑甲 □乙", "☑甲 ☑乙", "☑其他 说明", "x",   "xyzxyzxyz", "2020-01-15"};

/// A document with its check, and hands that change both at random.
class Filling {
 public:
  Filling(const form::Form& form, Document document, Random& random)
      : form_(form), document_(std::move(document)), random_(random) {
    checked_.restart(form_, document_, document_.context);
  }

  /// One random edit; then the update has to say what a full check of the same document says.
  void edit() {
    if (random_.one_in(25)) {
      change_context();
      return compare();
    }
    std::vector<Change> changes;
    for (std::size_t count = random_.one_in(8) ? 4 : 1; count > 0; --count) {
      changes.push_back(random_.one_in(4) ? change_explanation() : change_cell());
    }
    Document expected = document_;
    checked_.update(form_, document_, document_.context, changes);
    check::recompute(form_, expected, expected.context);
    REQUIRE(document_.cells == expected.cells);
    compare();
  }

  std::size_t findings_met() const { return findings_met_; }

 private:
  void compare() {
    const check::Outcome expected = check::check(form_, document_, document_.context);
    const check::Outcome& outcome = checked_.outcome();
    if (outcome == expected) {
      findings_met_ += outcome.findings.size();
      return;
    }
    CHECK(json::to_compact(check::to_json(outcome.findings, form_)) ==
          json::to_compact(check::to_json(expected.findings, form_)));
    CHECK(outcome.verdicts == expected.verdicts);
    CHECK(outcome.relevant == expected.relevant);
    CHECK(outcome.required == expected.required);
    FAIL("the outcomes differ");
  }

  void change_context() {
    document::Context& context = document_.context;
    context.today = random_.pick(std::array<std::string, 3>{"", "2020-01-10", "2020-01-20"});
    context.site.reset();
    if (!random_.one_in(3)) {
      context.site = document::Site{"4305250009", "洞口县", "http://www.dongkou.gov.cn", ""};
    }
    context.prior_known = static_cast<document::PriorKnown>(random_.below(3));
    context.prior = {};
    if (context.prior_known == document::PriorKnown::present) context.prior = {"2018", document_.cells};
    checked_.restart(form_, document_, context);
  }

  Change change_cell() {
    const std::size_t field = random_.below(form_.fields.size());
    document::Cell& cell = document_.cells[field];
    if (random_.one_in(10)) {
      cell.remark += "批";  // no value changes
    } else if (random_.one_in(4)) {
      // A plausible figure in the wrong place.
      const std::size_t other = random_.below(form_.fields.size());
      cell = document::read_cell(form_.fields[field],
                                 document::display(form_.fields[other], document_.cells[other]));
    } else {
      cell = document::read_cell(form_.fields[field], random_.pick(typed_texts));
    }
    return {field};
  }

  Change change_explanation() {
    std::vector<const Finding*> asked;
    for (const Finding& finding : checked_.outcome().findings) {
      if (finding.explain != form::Explain::none) asked.push_back(&finding);
    }
    if (asked.empty()) return change_cell();
    const Finding& finding = *random_.pick(asked);
    const std::size_t field = finding.fields.front();
    const std::string& address = form_.fields[field].address;
    auto& all = document_.explanations;
    const auto found = std::find_if(all.begin(), all.end(), [&](const document::Explanation& each) {
      return each.code == finding.code && each.cell == address;
    });
    if (found != all.end() && random_.one_in(4)) {
      all.erase(found);
    } else {
      document::Explanation& explanation = found != all.end() ? *found : all.emplace_back();
      explanation = {finding.code, address, check::explained_values(finding, form_, document_), "属实"};
      if (random_.one_in(5)) explanation.values.clear();
      if (random_.one_in(6)) explanation.text.assign(document::max_explanation_characters + 1, 'x');
      if (random_.one_in(6)) explanation.text = " ";
    }
    codes_.push_back(finding.code);
    return {field, codes_.back()};
  }

  const form::Form& form_;
  Document document_;
  Random& random_;
  IncrementalCheck checked_;
  std::deque<std::string> codes_;  // what the changes point to
  std::size_t findings_met_ = 0;
};

}  // namespace

TEST_CASE("after any edit of a real report the update says what a full check says") {
  Random random(20200115);
  std::size_t findings_met = 0;
  for (const char* const name : {"dongkou-2019", "gaohang-2017"}) {
    Filling filling(testing::work_report(), testing::published_report(name), random);
    for (int edit = 0; edit < 700; ++edit) filling.edit();
    findings_met += filling.findings_met();
  }
  CHECK(findings_met > 10'000);
}

TEST_CASE("after any edit of any form the update says what a full check says") {
  std::size_t findings_met = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const form::Form form = testing::random_form(random);
    Filling filling(form, document::make_blank(form, "2019", "4305250009"), random);
    for (int edit = 0; edit < 60; ++edit) filling.edit();
    findings_met += filling.findings_met();
  }
  CHECK(findings_met > 20'000);
}

namespace {

/// s.gate → s.a (relevance) → s.sum (computed) → s.twice (computed); s.note is asked for where s.twice is
/// known.
constexpr std::string_view chain = R"form({
  "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表",
  "periods": {"first": 2017}, "provenance": "draft",
  "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
    {"id": "twice", "label": "倍数", "type": "whole_number", "computed": "s.sum * 2"},
    {"id": "note", "label": "备注", "type": "text", "required": "has(s.twice)"},
    {"id": "sum", "label": "合计", "type": "whole_number", "computed": "s.a + s.b"},
    {"id": "a", "label": "甲", "type": "whole_number", "relevant": "s.gate"},
    {"id": "b", "label": "乙", "type": "whole_number"},
    {"id": "gate", "label": "是否", "type": "yes_no"},
    {"id": "alone", "label": "单独", "type": "text", "max_length": 2}
  ]}]}],
  "rules": [
    {"code": "W101", "severity": "warning", "explain": "required", "rule": "s.twice < 10", "message": "过大",
     "fields": ["s.twice"], "basis": "试"},
    {"code": "W102", "severity": "warning", "when": "s.gate", "rule": "s.b > 0", "message": "乙为 {s.b}",
     "fields": ["s.b", "s.gate"], "basis": "试"},
    {"code": "W103", "severity": "warning", "rule": "today > '2020'", "message": "太早，备注是 {s.note}",
     "fields": ["s.note"], "basis": "试"}
  ]})form";

struct Edit {
  std::string_view address;
  std::string_view typed;
  Touched touched;
};

}  // namespace

TEST_CASE("an update looks at what the edit touches and at nothing else") {
  const form::Form form = testing::load_form(chain);
  Document document = document::make_blank(form, "2019", "4305250009");
  IncrementalCheck checked;
  CHECK(checked.restart(form, document, document.context) == Touched{7, 7, 3});
  const Edit edits[] = {
      // Nothing reads it.
      {"s.alone", "长的文字", {1, 1, 0}},
      // Only the message of W103 reads it.
      {"s.note", "有", {1, 1, 1}},
      // a, sum and twice can depend on it. a applies as it did before; what reads that is left alone.
      {"s.gate", "是", {4, 4, 1}},
      // The sum waits for b.
      {"s.a", "1", {3, 3, 0}},
      // W102 reads it, W101 what is computed from it; note is asked for.
      {"s.b", "2", {3, 4, 2}},
      // Another value, the same sum.
      {"s.b", "2.0", {3, 3, 1}},
      // a does not apply any more: everything falls.
      {"s.gate", "否", {4, 5, 2}},
  };
  for (const Edit& edit : edits) {
    CAPTURE(edit.address, edit.typed);
    testing::type_into(form, document, edit.address, edit.typed);
    const Change change{testing::field_index(form, edit.address)};
    CHECK(checked.update(form, document, document.context, {&change, 1}) == edit.touched);
    CHECK(checked.outcome() == check::check(form, document, document.context));
  }
}

TEST_CASE("a changed explanation touches its finding alone") {
  const form::Form form = testing::load_form(chain);
  Document document = document::make_blank(form, "2019", "4305250009");
  for (const auto& [address, typed] :
       {std::pair("s.gate", "是"), {"s.a", "4"}, {"s.b", "4"}, {"s.note", "有"}}) {
    testing::type_into(form, document, address, typed);
  }
  IncrementalCheck checked;
  checked.restart(form, document, document.context);
  const Finding& finding = checked.outcome().findings.front();
  REQUIRE(finding.code == "W101");
  CHECK(finding.explanation == check::ExplanationState::missing);
  document.explanations.push_back(
      {"W101", "s.twice", check::explained_values(finding, form, document), "情况属实"});
  const Change change{finding.fields.front(), "W101"};
  CHECK(checked.update(form, document, document.context, {&change, 1}) == Touched{0, 0, 1});
  CHECK(finding.explanation == check::ExplanationState::given);
}

TEST_CASE("a keystroke in the largest form touches its row") {
  const form::Form& form = testing::large_form();
  Document document = testing::filled_large_report();
  IncrementalCheck checked;
  CHECK(checked.restart(form, document, document.context) == Touched{10'500, 10'500, 500});
  const std::size_t findings = checked.outcome().findings.size();
  testing::type_into(form, document, "t2.r50_c18", "7");
  const Change change{testing::field_index(form, "t2.r50_c18")};
  // The total, its share, the rule of the row.
  CHECK(checked.update(form, document, document.context, {&change, 1}) == Touched{2, 2, 1});
  CHECK(checked.outcome().findings.size() == findings + 1);
}
