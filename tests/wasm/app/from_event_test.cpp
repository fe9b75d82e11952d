#include "wasm/app/from_event.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>

#include "tests/support/reports.h"
#include "tests/wasm/app/client.h"

namespace tianbao::app {

TEST_CASE("events at controls become actions") {
  const State state = testing::opened_client().state;
  const std::size_t total = testing::field_index(testing::work_report(), "release.total");
  const std::size_t kind = testing::field_index(testing::work_report(), "basic.site_kind");

  const Action typed = from_event(state, "cell.release.total", Event::input, "12");
  REQUIRE(std::holds_alternative<Typed>(typed));
  CHECK(std::get<Typed>(typed).field == total);
  CHECK(std::get<Typed>(typed).text == "12");

  const Action chosen = from_event(state, "option.basic.site_kind.portal", Event::choose, "true");
  REQUIRE(std::holds_alternative<Chosen>(chosen));
  CHECK(std::get<Chosen>(chosen).field == kind);
  CHECK(std::get<Chosen>(chosen).choice == "portal");

  const Action explained = from_event(state, "explain.W101.release.total", Event::input, "因为");
  REQUIRE(std::holds_alternative<ExplanationTyped>(explained));
  CHECK(std::get<ExplanationTyped>(explained).code == "W101");
  CHECK(std::get<ExplanationTyped>(explained).cell == "release.total");

  const Action why = from_event(state, "why.W101.release.total", Event::press, "");
  REQUIRE(std::holds_alternative<WhyAsked>(why));
  CHECK(std::get<WhyAsked>(why).code == "W101");
  CHECK(std::get<WhyAsked>(why).cell == "release.total");

  const Action left = from_event(state, "cell.release.total", Event::leave, "");
  REQUIRE(std::holds_alternative<ControlLeft>(left));
  CHECK(std::get<ControlLeft>(left).id == "cell.release.total");

  const Action year = from_event(state, "year.work-report.2018", Event::press, "");
  REQUIRE(std::holds_alternative<ReportOpened>(year));
  CHECK(std::get<ReportOpened>(year).form_id == "work-report");
  CHECK(std::get<ReportOpened>(year).period == "2018");

  const Action version = from_event(state, "version.3.theirs", Event::choose, "true");
  REQUIRE(std::holds_alternative<VersionChosen>(version));
  CHECK(std::get<VersionChosen>(version).item == 3);
  CHECK_FALSE(std::get<VersionChosen>(version).mine);
}

TEST_CASE("the cells of a table have an address of three words") {
  State state = testing::opened_client().state;
  state.report->form = testing::load_form(R"({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表", "periods": {"first": 2017},
    "sections": [{"id": "a", "label": "抽查", "groups": [
      {"columns": [{"id": "q1", "label": "一季度"}, {"id": "q2", "label": "二季度"}],
       "fields": [{"id": "checked", "label": "数量", "type": "yes_no"}]}]}]
  })");

  const Action typed = from_event(state, "cell.a.checked.q1", Event::input, "12");
  REQUIRE(std::holds_alternative<Typed>(typed));
  CHECK(std::get<Typed>(typed).field == 0);
  const Action chosen = from_event(state, "option.a.checked.q2.yes", Event::choose, "true");
  REQUIRE(std::holds_alternative<Chosen>(chosen));
  CHECK(std::get<Chosen>(chosen).field == 1);
  CHECK(std::get<Chosen>(chosen).choice == "yes");
  const Action explained = from_event(state, "explain.W101.a.checked.q1", Event::input, "因为");
  REQUIRE(std::holds_alternative<ExplanationTyped>(explained));
  CHECK(std::get<ExplanationTyped>(explained).code == "W101");
  CHECK(std::get<ExplanationTyped>(explained).cell == "a.checked.q1");
}

TEST_CASE("the buttons of what is known say of which cell, from where, and of which section") {
  const State state = testing::opened_client().state;
  const form::Form& form = state.report->form;
  const Action taken = from_event(state, "take.prior.basic.site_name", Event::press, "");
  REQUIRE(std::holds_alternative<OfferTaken>(taken));
  CHECK(form.fields[std::get<OfferTaken>(taken).field].address == "basic.site_name");
  CHECK(std::get<OfferTaken>(taken).source == OfferSource::prior);
  const Action registered = from_event(state, "take.context.basic.site_name", Event::press, "");
  REQUIRE(std::holds_alternative<OfferTaken>(registered));
  CHECK(std::get<OfferTaken>(registered).source == OfferSource::context);
  const Action none = from_event(state, "none.services", Event::press, "");
  REQUIRE(std::holds_alternative<SectionAnsweredNone>(none));
  CHECK(form.sections[std::get<SectionAnsweredNone>(none).section].id == "services");
  CHECK(from_event(State{}, "none.services", Event::press, "").index() == 0);
}

TEST_CASE("events that mean nothing are no actions") {
  const State state = testing::opened_client().state;
  struct Case {
    std::string_view id;
    Event event;
  };
  const Case cases[] = {
      {"", Event::input},
      {"cell", Event::input},
      {"cell.release", Event::input},
      {"cell.release.nothing", Event::input},
      {"cell.release.total.more", Event::input},
      {"label.release.total", Event::input},
      {"label.release.total", Event::press},
      {"option.release.nothing.portal", Event::choose},
      {"version.x.mine", Event::choose},
      {"version.99999999999999999999.mine", Event::choose},
      {"button.nothing", Event::press},
      {"proposal.no.such", Event::press},
      {"take.prior.no.such", Event::press},
      {"take.nobody.release.total", Event::press},
      {"none.nothing", Event::press},
      {"....", Event::press},
  };
  for (const Case& each : cases) {
    INFO(each.id);
    CHECK(from_event(state, each.id, each.event, "true").index() == 0);
  }
  CHECK(from_event(State{}, "cell.release.total", Event::input, "1").index() == 0);
}

TEST_CASE("actions that come too late change nothing") {
  State state;
  for (const Action& action : {Action{Typed{0, "1"}},
                               Action{Chosen{0, "x", true}},
                               Action{OtherTyped{0, "x"}},
                               Action{ExplanationTyped{"W101", "release.total", "x"}},
                               Action{ProposalTaken{9999}},
                               Action{AnswerCleared{1}},
                               Action{OfferTaken{0, OfferSource::prior}},
                               Action{SectionAnsweredNone{0}},
                               Action{Pressed{Button::take_all}},
                               Action{Pressed{Button::undo_fill}},
                               Action{ExplanationKept{"W101", "release.total"}},
                               Action{WhyAsked{"W101", "release.total"}},
                               Action{VersionChosen{7, true}},
                               Action{Pressed{Button::submit}},
                               Action{Pressed{Button::save_file}},
                               Action{Pressed{Button::print}},
                               Action{Pressed{Button::versions_done}},
                               Action{Pressed{Button::versions_cancel}},
                               Action{Pressed{Button::retry}},
                               Action{FileOpened{"a", "{}"}},
                               Action{ReportOpened{"work-report", "2019"}},
                               Action{TimerFired{Timer::send_draft}},
                               Action{Answered{"77", 200, "{}", 0}},
                               Action{SignedIn{"{}"}},
                               Action{Pressed{Button::take_over}},
                               Action{LocalSaved{"x", SaveResult::elsewhere}}}) {
    INFO(action.index());
    CHECK(update(state, action).empty());
    CHECK(state.screen == Screen::sign_in);
  }
}

}  // namespace tianbao::app
