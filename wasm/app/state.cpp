#include "wasm/app/state.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "shared/form/edition.h"

namespace tianbao::app {

std::string today(const State& state) {
  return state.now.substr(0, std::string_view("2020-01-15").size());
}

namespace {

const FormEntry* serving_form(const State& state, std::string_view form_id, int year) {
  std::vector<form::Edition> editions;
  for (const FormEntry& form : state.forms) {
    editions.push_back({form.id, form.first_period,
                        form.last_period == 0 ? std::nullopt : std::optional<int>(form.last_period)});
  }
  const std::optional<std::size_t> serving = form::serving_edition(editions, form_id, year);
  return serving ? &state.forms[*serving] : nullptr;
}

}  // namespace

const FormEntry* serving_form(const State& state, std::string_view form_id, std::string_view period) {
  return serving_form(state, form_id, std::atoi(std::string(period).c_str()));
}

std::vector<std::string> periods(const State& state, std::string_view form_id) {
  std::vector<std::string> years;
  const int latest = std::atoi(state.now.substr(0, 4).c_str()) - 1;
  int earliest = latest + 1;
  for (const FormEntry& form : state.forms) {
    if (form.id == form_id) earliest = std::min(earliest, form.first_period);
  }
  for (int year = latest; year >= earliest; --year) {
    if (serving_form(state, form_id, year) != nullptr) years.push_back(std::to_string(year));
  }
  return years;
}

bool can_edit(const State& state) {
  return state.report.has_value() && state.screen == Screen::fill &&
         state.report->local_save != LocalSave::elsewhere;
}

bool is_offline(const State& state) {
  return !state.online || state.failures > 0;
}

bool owns_record(const Report& report) {
  return report.local_save != LocalSave::contested && report.local_save != LocalSave::elsewhere;
}

Report* find_report(State& state, std::string_view key) {
  return state.report.has_value() && state.report->key == key ? &*state.report : nullptr;
}

const Draft* find_draft(const State& state, std::string_view key) {
  const auto found = std::find_if(state.drafts.begin(), state.drafts.end(),
                                  [key](const Draft& draft) { return draft_key(draft) == key; });
  return found == state.drafts.end() ? nullptr : &*found;
}

Draft* find_draft(State& state, std::string_view key) {
  const auto found = std::find_if(state.drafts.begin(), state.drafts.end(),
                                  [key](const Draft& draft) { return draft_key(draft) == key; });
  return found == state.drafts.end() ? nullptr : &*found;
}

const document::Explanation* find_explanation(const document::Document& document, std::string_view code,
                                              std::string_view cell) {
  const auto found =
      std::find_if(document.explanations.begin(), document.explanations.end(),
                   [&](const document::Explanation& each) { return each.code == code && each.cell == cell; });
  return found == document.explanations.end() ? nullptr : &*found;
}

const check::Finding* find_finding(const Report& report, std::string_view code, std::string_view cell) {
  const std::optional<std::size_t> field = report.form.field_index(cell);
  if (!field) return nullptr;
  check::Finding sought;
  sought.code = code;
  sought.fields = {*field};
  const check::Finding* const own = find_same_place(report.checked.outcome().findings, sought);
  return own != nullptr ? own : find_same_place(report.server_findings, sought);
}

}  // namespace tianbao::app
