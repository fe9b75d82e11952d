#include "tests/wasm/app/fill.h"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <variant>
#include <vector>

#include "shared/layout/grid.h"
#include "tests/support/reports.h"

namespace tianbao::testing {
namespace {

void choose_answer(Client& client, const form::Field& field, const std::string& name,
                   const document::Cell& cell) {
  if (const bool* const answer = std::get_if<bool>(&cell.value)) {
    client.choose(name, *answer ? "是" : "否");
    return;
  }
  for (const form::Choice& choice : field.choices) {
    const auto* const one = std::get_if<std::string>(&cell.value);
    const auto* const many = std::get_if<document::ChoiceIds>(&cell.value);
    bool ticked = one != nullptr && *one == choice.id;
    for (const std::string& id : many == nullptr ? document::ChoiceIds() : *many) ticked |= id == choice.id;
    if (ticked) client.choose(name, choice.label);
  }
}

void collect_explanations(const screen::Node& node, std::vector<std::string>& names) {
  if (node.kind == screen::Kind::field && node.id.starts_with("explain.") && node.required) {
    names.push_back(node.label);
  }
  for (const screen::Node& child : node.children) collect_explanations(child, names);
}

}  // namespace

void fill_fixture(Client& client, std::string_view name) {
  const form::Form& form = work_report();
  const document::Document filled = testing::published_report(std::string(name));
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Field& field = form.fields[index];
    const document::Cell& cell = filled.cells[index];
    const std::string label = layout::full_label(form, index);
    if (form::is_choice(field.type)) {
      choose_answer(client, field, label, cell);
      continue;
    }
    if (cell.state == document::CellState::blank) continue;
    client.type(label, cell.raw.empty() ? document::display(field, cell) : cell.raw);
    client.leave(label);
  }
}

void explain_warnings(Client& client) {
  std::vector<std::string> names;
  collect_explanations(client.tree, names);
  for (const std::string& name : names) {
    client.type(name, "经核对无误，情况属实");
    client.leave(name);
  }
}

Client filled_client() {
  Client client = opened_client();
  fill_fixture(client, "dongkou-2019");
  explain_warnings(client);
  return client;
}

}  // namespace tianbao::testing
