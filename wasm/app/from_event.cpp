#include "wasm/app/from_event.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "wasm/app/control_ids.h"

namespace tianbao::app {
namespace {

using Words = std::vector<std::string_view>;

constexpr std::array<std::pair<std::string_view, Button>, 16> buttons = {{
    {"save_file", Button::save_file},
    {"open_file", Button::open_file},
    {"print", Button::print},
    {"submit", Button::submit},
    {"to_reports", Button::to_reports},
    {"to_form", Button::to_form},
    {"clear_device", Button::clear_device},
    {"clear_confirm", Button::clear_confirm},
    {"clear_cancel", Button::clear_cancel},
    {"versions_all_mine", Button::versions_all_mine},
    {"versions_all_theirs", Button::versions_all_theirs},
    {"versions_done", Button::versions_done},
    {"versions_cancel", Button::versions_cancel},
    {"retry", Button::retry},
    {"take_over", Button::take_over},
    {"undecided", Button::undecided},
}};

std::string address_of(std::string_view section, std::string_view field) {
  std::string address(section);
  address += '.';
  address += field;
  return address;
}

std::optional<std::size_t> field_of(const State& state, std::string_view section, std::string_view field) {
  if (!state.report.has_value()) return std::nullopt;
  return state.report->form.field_index(address_of(section, field));
}

std::optional<std::size_t> number_of(std::string_view digits) {
  constexpr std::size_t most_digits = 6;
  if (digits.empty() || digits.size() > most_digits) return std::nullopt;
  std::size_t number = 0;
  for (const char digit : digits) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  return number;
}

Action input_action(const State& state, const Words& words, std::string_view value) {
  if (words.size() == 4 && words[0] == "explain") {
    return ExplanationTyped{std::string(words[1]), address_of(words[2], words[3]), std::string(value)};
  }
  if (words.size() != 3) return {};
  const std::optional<std::size_t> field = field_of(state, words[1], words[2]);
  if (!field.has_value()) return {};
  if (words[0] == "cell") return Typed{*field, std::string(value)};
  if (words[0] == "other") return OtherTyped{*field, std::string(value)};
  return {};
}

Action choose_action(const State& state, const Words& words, std::string_view value) {
  const bool ticked = value == "true";
  if (words.size() == 3 && words[0] == "version") {
    const std::optional<std::size_t> item = number_of(words[1]);
    if (!item.has_value() || !ticked) return {};
    return VersionChosen{*item, words[2] == "mine"};
  }
  if (words.size() != 4 || words[0] != "option") return {};
  const std::optional<std::size_t> field = field_of(state, words[1], words[2]);
  if (!field.has_value()) return {};
  return Chosen{*field, std::string(words[3]), ticked};
}

Action press_action(const State& state, const Words& words) {
  if (words.size() == 2 && words[0] == "button") {
    for (const auto& [name, button] : buttons) {
      if (name == words[1]) return Pressed{button};
    }
    return {};
  }
  if (words.size() == 3 && words[0] == "year") {
    return ReportOpened{std::string(words[1]), std::string(words[2])};
  }
  if (words.size() == 4 && words[0] == "keep") {
    return ExplanationKept{std::string(words[1]), address_of(words[2], words[3])};
  }
  if (words.size() == 4 && words[0] == "why") {
    return WhyAsked{std::string(words[1]), address_of(words[2], words[3])};
  }
  if (words.size() != 3) return {};
  const std::optional<std::size_t> field = field_of(state, words[1], words[2]);
  if (!field.has_value()) return {};
  if (words[0] == "proposal") return ProposalTaken{*field};
  if (words[0] == "clear") return AnswerCleared{*field};
  return {};
}

}  // namespace

Action from_event(const State& state, std::string_view id, Event event, std::string_view value) {
  const Words words = split_id(id);
  switch (event) {
    case Event::input:
      return input_action(state, words, value);
    case Event::leave:
      return ControlLeft{std::string(id)};
    case Event::choose:
      return choose_action(state, words, value);
    case Event::press:
      return press_action(state, words);
  }
  return {};
}

}  // namespace tianbao::app
