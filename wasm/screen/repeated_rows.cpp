#include "wasm/screen/repeated_rows.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "shared/layout/columns.h"
#include "wasm/app/rows.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

/// A button whose name tells it from those of other tables.
Node make_row_button(std::string_view act, const form::Form& form, std::size_t field, std::string text) {
  const form::Field& cell = form.fields[field];
  Node button = make_node(Kind::button, std::string(act) + cell.address);
  button.label = form.sections[cell.section].label + " ";
  const std::string& group = form::group_of(form, cell).label;
  if (!group.empty()) button.label += group + " ";
  button.label += text;
  button.text = std::move(text);
  return button;
}

}  // namespace

void add_removal(const app::Report& report, std::size_t field, Node& notes) {
  const form::Field& cell = report.form.fields[field];
  if (form::group_of(report.form, cell).most_rows == 0) return;
  if (!app::can_be_removed(report, form::row_of(report.form, field))) return;
  notes.children.push_back(make_row_button("remove_row.", report.form, field, "删除" + cell.label));
}

bool ends_rows(const app::Report& report, const layout::Grid& grid, Range cells) {
  if (grid.cells[cells.end - 1].role != layout::CellRole::value) return false;
  const form::Form& form = report.form;
  const form::Group& group = form::group_of(form, form.fields[field_of_value(grid, cells.begin)]);
  const auto is_of_group = [&](const layout::GridCell& cell) {
    return cell.field != layout::GridCell::no_field &&
           &form::group_of(form, form.fields[cell.field]) == &group;
  };
  return group.most_rows > 0 && std::none_of(grid.cells.begin() + static_cast<std::ptrdiff_t>(cells.end),
                                             grid.cells.end(), is_of_group);
}

void add_rows_acts(const app::Report& report, const layout::Grid& grid, Range cells, Node& table) {
  const form::Group& group =
      form::group_of(report.form, report.form.fields[field_of_value(grid, cells.begin)]);
  const std::string& address = report.form.fields[group.first_field].address;
  std::size_t label = cells.begin;
  while (grid.cells[label].role != layout::CellRole::label) ++label;
  Node cell = make_cell(CellKind::side, "rows." + address, text_place(grid, grid.cells[label].column),
                        layout::all_percent);
  Node add = make_row_button("add_row.", report.form, group.first_field, "增加一行");
  add.disabled = !app::next_row(report, group).has_value();
  if (add.disabled) add.note = "最多 " + std::to_string(group.most_rows) + " 行";
  Node acts = make_node(Kind::actions, "row_acts." + address);
  acts.children.push_back(std::move(add));
  if (report.removed_row.has_value()) {
    const std::size_t removed = report.removed_row->first_field;
    const bool is_here = removed >= group.first_field && removed < group.first_field + group.field_count;
    if (is_here) {
      acts.children.push_back(make_row_button("restore_row.", report.form, group.first_field,
                                              "恢复" + report.form.fields[removed].label));
    }
  }
  cell.children.push_back(std::move(acts));
  Node row = make_node(Kind::row, "acts." + address);
  row.children.push_back(std::move(cell));
  add_row_inside(table, std::move(row), false);
}

}  // namespace tianbao::screen
