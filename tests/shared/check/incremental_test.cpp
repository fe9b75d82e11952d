#include "shared/check/incremental.h"

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/write.h"
#include "tests/shared/check/random_form.h"
#include "tests/support/large_form.h"
#include "tests/support/random.h"
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
    REQUIRE(outcome.required == expected.required);
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
