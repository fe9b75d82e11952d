#include "shared/document/bring.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/reports.h"

using namespace tianbao;
using document::Document;

TEST_CASE("a report goes over to another edition with everything that is asked there too") {
  const form::Form& from = testing::work_report();
  const form::Form& to = testing::later_edition();
  Document report = testing::published_report("dongkou-2019");
  report.context.prior_known = document::PriorKnown::present;
  report.context.prior = {"2018", report.cells};
  const json::Object total = {{"release.total", number::Decimal::from_integer(1)}, {"site.url", "x"}};
  const json::Object drill = {{"prior.security.drill", true}};
  report.explanations = {{"W101", "release.total", total, "含转载"},
                         {"W102", "topics.opened", drill, "所说的项不再填报"},
                         {"W103", "security.drill", {}, "所在的项不再填报"}};

  const Document brought = document::bring_onto(to, from, report);
  CHECK(brought.form == document::FormReference{to.id, to.edition, to.digest});
  CHECK(brought.period == report.period);
  for (std::size_t i = 0; i < to.fields.size(); ++i) {
    CAPTURE(to.fields[i].address);
    const bool is_new = to.fields[i].address == "security.exercise";
    CHECK(brought.cells[i] == (is_new ? document::Cell{} : report.cells[i]));
  }
  CHECK(brought.context.prior.cells == brought.cells);
  REQUIRE(brought.explanations.size() == 1);
  CHECK(brought.explanations.front() == report.explanations.front());
}

TEST_CASE("a field that holds something else now is begun anew") {
  form::Form to = testing::work_report();
  to.fields[testing::field_index(to, "release.total")].type = form::FieldType::text;
  const Document report = testing::published_report("dongkou-2019");
  const auto cells = document::bring_cells_onto(to, testing::work_report(), report.cells);
  CHECK(cells[testing::field_index(to, "release.total")] == document::Cell{});
}
