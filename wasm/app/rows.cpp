#include "wasm/app/rows.h"

#include <algorithm>
#include <utility>

#include "shared/document/rows.h"
#include "wasm/app/control_ids.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

bool is_open(const Report& report, std::size_t first_field) {
  return std::binary_search(report.open_rows.begin(), report.open_rows.end(), first_field);
}

void open_row(Report& report, std::size_t first_field) {
  if (is_open(report, first_field)) return;
  auto& rows = report.open_rows;
  rows.insert(std::lower_bound(rows.begin(), rows.end(), first_field), first_field);
}

/// Where whoever goes on filling the row begins.
Focus focus_on(const Report& report, form::FieldRange row) {
  std::size_t field = row.begin;
  while (field + 1 < row.end && report.form.fields[field].computed.has_value()) ++field;
  return Focus{cell_id(report.form.fields[field].address)};
}

std::vector<std::size_t> filled_cells(const Report& report, form::FieldRange row) {
  std::vector<std::size_t> fields;
  for (std::size_t field = row.begin; field < row.end; ++field) {
    const bool is_blank = report.document.cells[field].state == document::CellState::blank;
    if (!is_blank && !report.form.fields[field].computed.has_value()) fields.push_back(field);
  }
  return fields;
}

}  // namespace

bool has_place(const Report& report, form::FieldRange row) {
  return is_open(report, row.begin) || document::is_shown(report.form, report.document, row);
}

bool can_be_removed(const Report& report, form::FieldRange row) {
  return is_open(report, row.begin) || document::is_in_use(report.form, report.document, row);
}

std::optional<form::FieldRange> next_row(const Report& report, const form::Group& group) {
  std::optional<form::FieldRange> behind_last;
  std::optional<form::FieldRange> between;
  const std::size_t end = group.first_field + group.field_count;
  for (std::size_t first = group.first_field; first < end;) {
    const form::FieldRange row = form::row_of(report.form, first);
    first = row.end;
    if (has_place(report, row)) {
      if (!between) between = behind_last;
      behind_last.reset();
    } else if (!behind_last) {
      behind_last = row;
    }
  }
  return behind_last ? behind_last : between;
}

void add_row(State& state, Effects& effects, const RowAdded& added) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  const form::Group& group = form::group_of(report.form, report.form.fields[added.field]);
  if (group.most_rows == 0) return;
  const std::optional<form::FieldRange> row = next_row(report, group);
  if (!row) return;
  open_row(report, row->begin);
  effects.emplace_back(focus_on(report, *row));
}

void remove_row(State& state, Effects& effects, const RowRemoved& removed) {
  if (!can_edit(state)) return;
  Report& report = *state.report;
  const form::Field& cell = report.form.fields[removed.field];
  const form::Group& group = form::group_of(report.form, cell);
  if (group.most_rows == 0) return;
  const form::FieldRange row = form::row_of(report.form, removed.field);
  report.open_rows.erase(std::remove(report.open_rows.begin(), report.open_rows.end(), row.begin),
                         report.open_rows.end());
  RemovedRow kept{row.begin, {}};
  const std::vector<std::size_t> filled = filled_cells(report, row);
  for (const std::size_t field : filled) {
    kept.cells.emplace_back(field, std::exchange(report.document.cells[field], document::Cell{}));
  }
  if (!filled.empty()) {
    state.editing.reset();
    cells_changed(state, effects, filled);
    report.removed_row = std::move(kept);
    effects.emplace_back(Announce{"已删除" + cell.label + "，可以恢复。"});
  }
  effects.emplace_back(Focus{std::string(filled.empty() ? "add_row." : "restore_row.") +
                             report.form.fields[group.first_field].address});
}

void restore_row(State& state, Effects& effects) {
  if (!can_edit(state) || !state.report->removed_row.has_value()) return;
  Report& report = *state.report;
  RemovedRow row = std::move(*report.removed_row);
  std::vector<std::size_t> fields;
  for (auto& [field, cell] : row.cells) {
    report.document.cells[field] = std::move(cell);
    fields.push_back(field);
  }
  cells_changed(state, effects, fields);
  effects.emplace_back(Announce{"已恢复" + report.form.fields[row.first_field].label + "。"});
  effects.emplace_back(focus_on(report, form::row_of(report.form, row.first_field)));
}

}  // namespace tianbao::app
