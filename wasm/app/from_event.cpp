#include "wasm/app/from_event.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "wasm/app/control_ids.h"

namespace tianbao::app {
namespace {

/// "cell.release.total": the kind is "cell".
struct Id {
  std::string_view kind;
  std::string_view name;
};

constexpr std::array<std::pair<std::string_view, Button>, 19> buttons = {{
    {"save_file", Button::save_file},
    {"open_file", Button::open_file},
    {"print", Button::print},
    {"print_without_annex", Button::print_without_annex},
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
    {"take_all", Button::take_all},
    {"undo_fill", Button::undo_fill},
    {"undecided", Button::undecided},
}};

std::optional<std::size_t> field_of(const State& state, std::string_view address) {
  if (!state.report.has_value()) return std::nullopt;
  return state.report->form.field_index(address);
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

Action input_action(const State& state, const Id& id, std::string_view value) {
  if (id.kind == "explain") {
    const auto [code, address] = split_first(id.name);
    return ExplanationTyped{std::string(code), std::string(address), std::string(value)};
  }
  const std::optional<std::size_t> field = field_of(state, id.name);
  if (!field.has_value()) return {};
  if (id.kind == "cell") return Typed{*field, std::string(value)};
  if (id.kind == "other") return OtherTyped{*field, std::string(value)};
  return {};
}

Action choose_action(const State& state, const Id& id, std::string_view value) {
  const bool ticked = value == "true";
  const auto [subject, choice] = split_last(id.name);
  if (id.kind == "version") {
    const std::optional<std::size_t> item = number_of(subject);
    if (!item.has_value() || !ticked) return {};
    return VersionChosen{*item, choice == "mine"};
  }
  if (id.kind != "option") return {};
  const std::optional<std::size_t> field = field_of(state, subject);
  if (!field.has_value()) return {};
  return Chosen{*field, std::string(choice), ticked};
}

Action press_button(std::string_view name) {
  for (const auto& [word, button] : buttons) {
    if (word == name) return Pressed{button};
  }
  return {};
}

Action section_action(const State& state, std::string_view id) {
  if (!state.report.has_value()) return {};
  const std::vector<form::Section>& sections = state.report->form.sections;
  for (std::size_t index = 0; index < sections.size(); ++index) {
    if (sections[index].id == id) return SectionAnsweredNone{index};
  }
  return {};
}

Action take_action(const State& state, std::string_view source, std::string_view address) {
  const std::optional<std::size_t> field = field_of(state, address);
  if (!field.has_value()) return {};
  if (source == "context") return OfferTaken{*field, OfferSource::context};
  if (source == "prior") return OfferTaken{*field, OfferSource::prior};
  return {};
}

Action press_action(const State& state, const Id& id) {
  const auto [first, rest] = split_first(id.name);
  if (id.kind == "button") return press_button(id.name);
  if (id.kind == "year" && !rest.empty()) return ReportOpened{std::string(first), std::string(rest)};
  if (id.kind == "keep" && !rest.empty()) return ExplanationKept{std::string(first), std::string(rest)};
  if (id.kind == "why" && !rest.empty()) return WhyAsked{std::string(first), std::string(rest)};
  if (id.kind == "none") return section_action(state, id.name);
  if (id.kind == "take") return take_action(state, first, rest);
  const std::optional<std::size_t> field = field_of(state, id.name);
  if (!field.has_value()) return {};
  if (id.kind == "proposal") return ProposalTaken{*field};
  if (id.kind == "clear") return AnswerCleared{*field};
  if (id.kind == "add_row") return RowAdded{*field};
  if (id.kind == "remove_row") return RowRemoved{*field};
  if (id.kind == "restore_row") return RowRestored{};
  return {};
}

}  // namespace

Action from_event(const State& state, std::string_view id, Event event, std::string_view value) {
  const auto [kind, name] = split_first(id);
  const Id parts{kind, name};
  switch (event) {
    case Event::input:
      return input_action(state, parts, value);
    case Event::leave:
      return ControlLeft{std::string(id)};
    case Event::choose:
      return choose_action(state, parts, value);
    case Event::press:
      return press_action(state, parts);
  }
  return {};
}

}  // namespace tianbao::app
