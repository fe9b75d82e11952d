#include "wasm/app/state.h"

#include <algorithm>
#include <cstdlib>

namespace tianbao::app {

std::string today(const State& state) {
  return state.now.substr(0, std::string_view("2020-01-15").size());
}

std::vector<std::string> periods(const FormEntry& form, const std::string& today) {
  std::vector<std::string> years;
  int latest = std::atoi(today.substr(0, 4).c_str()) - 1;
  if (form.last_period != 0) latest = std::min(latest, form.last_period);
  for (int year = latest; year >= form.first_period; --year) years.push_back(std::to_string(year));
  return years;
}

const FormEntry* find_form(const State& state, std::string_view form_id) {
  const auto found = std::find_if(state.forms.begin(), state.forms.end(),
                                  [form_id](const FormEntry& form) { return form.id == form_id; });
  return found == state.forms.end() ? nullptr : &*found;
}

bool can_edit(const State& state) {
  return state.report.has_value() && state.screen == Screen::fill &&
         state.report->local_save != LocalSave::elsewhere;
}

bool is_offline(const State& state) {
  return !state.online || state.failures > 0;
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

}  // namespace tianbao::app
