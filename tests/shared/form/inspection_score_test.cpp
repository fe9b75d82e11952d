#include <array>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

/// A scheme as that of 国办秘函〔2019〕19号 is (domain.md §8), with rows and points of our own: deductions
/// with a cap each, a bonus for those above 80, a base of 75 for sites without 办事服务.
const Form& inspection_score() {
  static const Form form =
      testing::load_form(testing::read_source_file("tests/fixtures/forms/inspection-score/2019.json"));
  return form;
}

using Typed = std::vector<std::pair<const char*, const char*>>;

document::Document scored(const Typed& typed) {
  const Form& form = inspection_score();
  document::Document document = document::make_blank(form, "2019", "430525");
  for (const Field& field : form.fields) {
    if (field.computed) continue;
    testing::type_into(form, document, field.address, field.type == FieldType::yes_no ? "否" : "0");
  }
  testing::type_into(form, document, "site_data.has_services", "是");
  for (const auto& [address, text] : typed) testing::type_into(form, document, address, text);
  check::recompute(form, document, document.context);
  return document;
}

}  // namespace

TEST_CASE("another scheme of points is data too: caps, a bonus above 80, and a base of 75") {
  struct Case {
    Typed typed;
    const char* deductions;
    const char* score;
    const char* verdict;
  };
  const std::array<Case, 10> cases = {{
      {{}, "0", "100", "合格"},
      {{{"publishing.interpretation.count", "3"}}, "15", "85", "合格"},
      {{{"publishing.interpretation.count", "1000"}}, "15", "85", "合格"},
      {{{"functions.links.count", "99"}}, "9.9", "90.1", "合格"},
      {{{"interaction.consultation.count", "5"}, {"bonus.accessibility.count", "是"}}, "20", "80", "合格"},
      {{{"interaction.consultation.count", "4"},
        {"functions.search.count", "1"},
        {"bonus.accessibility.count", "是"},
        {"bonus.languages.count", "3"}},
       "19",
       "111",
       "合格"},
      {{{"site_data.has_services", "否"}, {"publishing.interpretation.count", "3"}}, "15", "80", "合格"},
      {{{"site_data.has_services", "否"}, {"functions.links.count", "1"}}, "0.1", "99.87", "合格"},
      {{{"services.guides.count", "50"}, {"publishing.interpretation.count", "3"}}, "40", "60", "合格"},
      {{{"services.guides.count", "50"},
        {"publishing.interpretation.count", "3"},
        {"functions.links.count", "1"}},
       "40.1",
       "59.9",
       "不合格"},
  }};
  for (const Case& each : cases) {
    const document::Document document = scored(each.typed);
    const auto text_at = [&document](std::string_view address) {
      const std::size_t index = testing::field_index(inspection_score(), address);
      return document::display(inspection_score().fields[index], document.cells[index]);
    };
    INFO((each.typed.empty() ? "no fault" : each.typed.front().first));
    CHECK(text_at("result.deductions") == each.deductions);
    CHECK(text_at("result.score") == each.score);
    CHECK(text_at("result.verdict") == each.verdict);
  }
  const document::Document vetoed = scored({{"veto.stale_channels.count", "5"}});
  const std::size_t verdict = testing::field_index(inspection_score(), "result.verdict");
  CHECK(document::display(inspection_score().fields[verdict], vetoed.cells[verdict]) == "不合格");
  CHECK(vetoed.cells[testing::field_index(inspection_score(), "result.score")].state ==
        document::CellState::blank);
}

}  // namespace tianbao::form
