#include "shared/layout/table.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "shared/layout/printed.h"
#include "shared/sort.h"

namespace tianbao::layout {

namespace {

// Where things stand before columns that stay empty are taken out: section, group and label, then the value
// and one label and value more for every further field of a row.
constexpr std::size_t section_column = 0;
constexpr std::size_t group_column = 1;
constexpr std::size_t label_column = 2;
constexpr std::size_t first_value_column = 3;

// Of A4's text width at 10.5 points: six characters of a section or group and twelve of a label fit on one
// line.
constexpr int section_width_percent = 13;
constexpr int group_width_percent = 14;
constexpr int label_width_percent = 26;
constexpr int values_width_percent = 47;

/// Fields that stand in one row of the table.
struct Row {
  std::size_t first_field = 0;
  std::size_t field_count = 0;
};

std::vector<Row> rows_of(const form::Form& form, const form::Group& group) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < group.field_count; ++i) {
    const std::size_t field = group.first_field + i;
    if (form.fields[field].print.same_row && !rows.empty()) {
      ++rows.back().field_count;
    } else {
      rows.push_back({field, 1});
    }
  }
  return rows;
}

std::size_t field_count(const form::Section& section) {
  std::size_t count = 0;
  for (const form::Group& group : section.groups) count += group.field_count;
  return count;
}

bool is_in_table(const form::Section& section) {
  return section.place == form::SectionPlace::table && field_count(section) > 0;
}

class Builder {
 public:
  Builder(const form::Form& form, const document::Document& document) : form_(form), document_(document) {}

  Grid build() {
    std::size_t most_in_a_row = 1;
    for (const form::Section& section : form_.sections) {
      if (!is_in_table(section)) continue;
      for (const form::Group& group : section.groups) {
        for (const Row& row : rows_of(form_, group)) most_in_a_row = std::max(most_in_a_row, row.field_count);
      }
    }
    grid_.column_count = first_value_column + 2 * most_in_a_row - 1;
    for (const form::Section& section : form_.sections) {
      if (is_in_table(section)) add_section(section);
    }
    set_widths();
    remove_empty_columns();
    sort_items(grid_.cells, [](const GridCell& left, const GridCell& right) {
      return left.row != right.row ? left.row < right.row : left.column < right.column;
    });
    return std::move(grid_);
  }

 private:
  void add_section(const form::Section& section) {
    grid_.section_rows.push_back(grid_.row_count);
    // 创新发展 has one field of the same name: its name stands in the section's place, and the value has the
    // whole width beside it.
    const form::Field& first = form_.fields[first_field(section)];
    if (section.prints_label && field_count(section) == 1 && same_label(section.label, first.label)) {
      add_row({first_field(section), 1}, section_column, group_column);
      GridCell& label = grid_.cells[grid_.cells.size() - 2];
      if (label.unit.empty()) label.unit = section.unit;
      return;
    }
    const std::size_t first_row = grid_.row_count;
    for (const form::Group& group : section.groups) {
      add_group(group, section.prints_label ? group_column : section_column);
    }
    if (!section.prints_label) return;
    GridCell cell;
    cell.row = first_row;
    cell.column = section_column;
    cell.row_span = grid_.row_count - first_row;
    cell.role = CellRole::section;
    cell.text = section.label;
    cell.unit = section.unit;
    grid_.cells.push_back(std::move(cell));
  }

  std::size_t first_field(const form::Section& section) const {
    const auto filled = std::find_if(section.groups.begin(), section.groups.end(),
                                     [](const form::Group& group) { return group.field_count > 0; });
    return filled->first_field;
  }

  void add_group(const form::Group& group, std::size_t column) {
    if (group.field_count == 0) return;
    const bool repeats_field =
        group.field_count == 1 && same_label(group.label, form_.fields[group.first_field].label);
    const bool prints_label = !group.label.empty() && !repeats_field;
    const std::size_t first_row = grid_.row_count;
    for (const Row& row : rows_of(form_, group)) {
      add_row(row, prints_label ? label_column : column, first_value_column);
    }
    if (!prints_label) return;
    GridCell cell;
    cell.row = first_row;
    cell.column = column;
    cell.row_span = grid_.row_count - first_row;
    cell.column_span = label_column - column;
    cell.role = CellRole::group;
    cell.text = group.label;
    cell.unit = group.unit;
    grid_.cells.push_back(std::move(cell));
  }

  /// The first label reaches from `label_begin` to the first value at `value_begin`, the last value to the
  /// edge.
  void add_row(const Row& row, std::size_t label_begin, std::size_t value_begin) {
    std::size_t column = label_begin;
    for (std::size_t i = 0; i < row.field_count; ++i) {
      const std::size_t field = row.first_field + i;
      const std::size_t value_column = i == 0 ? value_begin : column + 1;
      const bool is_last = i + 1 == row.field_count;
      add_label(field, column, value_column - column);
      add_value(field, value_column, is_last ? grid_.column_count - value_column : 1);
      column = value_column + 1;
    }
    ++grid_.row_count;
  }

  void add_label(std::size_t index, std::size_t column, std::size_t span) {
    const form::Field& field = form_.fields[index];
    GridCell cell;
    cell.row = grid_.row_count;
    cell.column = column;
    cell.column_span = span;
    cell.role = CellRole::label;
    cell.text = field.label;
    if (field.prints_unit) cell.unit = field.unit;
    cell.field = index;
    cell.draft = field.provenance == form::Provenance::draft;
    grid_.cells.push_back(std::move(cell));
  }

  void add_value(std::size_t index, std::size_t column, std::size_t span) {
    Printed printed = print_cell(form_.fields[index], document_.cells[index]);
    GridCell cell;
    cell.row = grid_.row_count;
    cell.column = column;
    cell.column_span = span;
    cell.role = CellRole::value;
    cell.text = std::move(printed.text);
    cell.options = std::move(printed.options);
    cell.field = index;
    grid_.cells.push_back(std::move(cell));
  }

  void set_widths() {
    const std::size_t columns = grid_.column_count - first_value_column;
    const int each = values_width_percent / static_cast<int>(columns);
    const std::size_t wider = static_cast<std::size_t>(values_width_percent) % columns;
    grid_.column_widths_percent = {section_width_percent, group_width_percent, label_width_percent};
    grid_.column_widths_percent.resize(grid_.column_count - wider, each);
    grid_.column_widths_percent.resize(grid_.column_count, each + 1);
  }

  /// A form without groups has no group column: in HTML a column in which no cell begins is an error.
  void remove_empty_columns() {
    for (std::size_t column = grid_.column_count; column-- > 0;) {
      const bool is_used = std::any_of(grid_.cells.begin(), grid_.cells.end(),
                                       [column](const GridCell& cell) { return cell.column == column; });
      if (is_used) continue;
      for (GridCell& cell : grid_.cells) {
        if (cell.column > column) {
          --cell.column;
        } else if (cell.column + cell.column_span > column) {
          --cell.column_span;
        }
      }
      const auto place = grid_.column_widths_percent.begin() + static_cast<std::ptrdiff_t>(column);
      const int freed_percent = *place;
      grid_.column_widths_percent.erase(place);
      if (!grid_.column_widths_percent.empty()) grid_.column_widths_percent.back() += freed_percent;
      --grid_.column_count;
    }
  }

  const form::Form& form_;
  const document::Document& document_;
  Grid grid_;
};

}  // namespace

Grid lay_out_table(const form::Form& form, const document::Document& document) {
  return Builder(form, document).build();
}

}  // namespace tianbao::layout
