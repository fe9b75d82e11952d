#include "shared/layout/table.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/document/rows.h"
#include "shared/layout/columns.h"
#include "shared/layout/printed.h"
#include "shared/sort.h"

namespace tianbao::layout {

namespace {

// Of A4's text width at 10.5 points: six characters of a section or group and twelve of a label fit on one
// line. What a form does not need is left to its values.
constexpr std::size_t section_width_percent = 13;
constexpr std::size_t group_width_percent = 14;
constexpr std::size_t label_width_percent = 26;
// Beside texts of the form, which are long.
constexpr std::size_t narrow_label_width_percent = 16;

/// Where a row of a table has no cell.
constexpr std::string_view no_cell = "—";

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

bool same_as_only_field(const form::Form& form, const form::Group& group) {
  return group.field_count == 1 && group.columns.empty() &&
         same_label(group.label, form.fields[group.first_field].label);
}

bool has_fixed_column(const form::Group& group) {
  return std::any_of(group.columns.begin(), group.columns.end(),
                     [](const form::Column& column) { return column.is_fixed; });
}

bool prints_label(const form::Form& form, const form::Group& group) {
  return group.field_count > 0 && !group.label.empty() && !same_as_only_field(form, group);
}

/// Puts the cells at their places in percent of the width first: rows of different kinds then need not know
/// of each other, and every place at which a cell begins is a column.
class Builder {
 public:
  Builder(const form::Form& form, const document::Document& document, Medium medium,
          const std::vector<std::size_t>& open_rows)
      : form_(form), document_(document), medium_(medium), open_rows_(open_rows) {}

  Grid build() {
    set_edges();
    add_head();
    for (const form::Section& section : form_.sections) {
      if (!is_in_table(section)) continue;
      add_section(section);
      if (!section.note.empty()) {
        add_cell(CellRole::note, grid_.row_count++, 0, all_percent).text = section.note;
      }
    }
    make_columns();
    sort_items(grid_.cells, [](const GridCell& left, const GridCell& right) {
      return left.row != right.row ? left.row < right.row : left.column < right.column;
    });
    return std::move(grid_);
  }

 private:
  void set_edges() {
    bool has_sections = false;
    bool has_groups = false;
    bool has_fixed_columns = false;
    for (const form::Section& section : form_.sections) {
      if (!is_in_table(section)) continue;
      has_sections = has_sections || section.prints_label;
      has_groups =
          has_groups || std::any_of(section.groups.begin(), section.groups.end(),
                                    [this](const form::Group& group) { return prints_label(form_, group); });
      has_fixed_columns =
          has_fixed_columns || std::any_of(section.groups.begin(), section.groups.end(), has_fixed_column);
    }
    group_edge_ = has_sections ? section_width_percent : 0;
    label_edge_ = group_edge_ + (has_groups ? group_width_percent : 0);
    grid_.sections_break = has_fixed_columns;
    value_edge_ = label_edge_ + (has_fixed_columns ? narrow_label_width_percent : label_width_percent);
  }

  void add_section(const form::Section& section) {
    grid_.section_rows.push_back(grid_.row_count);
    // 创新发展 has one field of the same name: its name stands in the section's place, and the value has the
    // whole width beside it.
    const form::Field& first = form_.fields[first_field(section)];
    if (section.prints_label && field_count(section) == 1 && !first.table_cell &&
        same_label(section.label, first.label)) {
      add_row({first_field(section), 1}, 0, group_edge_);
      GridCell& label = grid_.cells[grid_.cells.size() - 2];
      if (label.unit.empty()) label.unit = section.unit;
      return;
    }
    const std::size_t first_row = grid_.row_count;
    for (const form::Group& group : section.groups) {
      add_group(group, section.prints_label ? group_edge_ : 0);
    }
    if (!section.prints_label) return;
    GridCell& cell = add_cell(CellRole::section, first_row, 0, group_edge_);
    cell.row_span = grid_.row_count - first_row;
    cell.text = section.label;
    cell.unit = section.unit;
  }

  std::size_t first_field(const form::Section& section) const {
    const auto filled = std::find_if(section.groups.begin(), section.groups.end(),
                                     [](const form::Group& group) { return group.field_count > 0; });
    return filled->first_field;
  }

  void add_group(const form::Group& group, std::size_t begin) {
    if (group.field_count == 0) return;
    const bool has_label = prints_label(form_, group);
    const std::size_t first_row = grid_.row_count;
    const std::size_t label_begin = has_label ? label_edge_ : begin;
    if (group.columns.empty()) {
      for (const Row& row : rows_of(form_, group)) add_row(row, label_begin, value_edge_);
    } else {
      add_table(group, label_begin);
    }
    if (!has_label) return;
    GridCell& cell = add_cell(CellRole::group, first_row, begin, label_edge_);
    cell.row_span = grid_.row_count - first_row;
    cell.text = group.label;
    cell.unit = group.unit;
  }

  /// The first label reaches from `label_begin` to the first value at `value_begin`; the values and the
  /// further labels share what is left.
  void add_row(const Row& row, std::size_t label_begin, std::size_t value_begin) {
    const std::size_t parts = 2 * row.field_count - 1;
    for (std::size_t i = 0; i < row.field_count; ++i) {
      const std::size_t field = row.first_field + i;
      const std::size_t value = part_edge(value_begin, 2 * i, parts);
      add_label(field, i == 0 ? label_begin : part_edge(value_begin, 2 * i - 1, parts), value);
      add_value(field, value, part_edge(value_begin, 2 * i + 1, parts));
    }
    ++grid_.row_count;
  }

  /// The names of the columns of a form that is one table.
  void add_head() {
    if (!form_.table_head) return;
    for (const form::Section& section : form_.sections) {
      if (!is_in_table(section)) continue;
      const form::TableHead& head = *form_.table_head;
      std::size_t begin = 0;
      if (!head.section.empty()) begin = add_column_name(head.section, begin, group_edge_);
      if (!head.group.empty()) begin = add_column_name(head.group, begin, label_edge_);
      add_columns(section.groups.front().columns, begin, head.row);
      grid_.has_head = true;
      return;
    }
  }

  /// Returns where the next one begins: nothing that has no width is named.
  std::size_t add_column_name(const std::string& name, std::size_t begin, std::size_t end) {
    if (begin < end) add_cell(CellRole::column, grid_.row_count, begin, end).text = name;
    return end;
  }

  bool is_shown(const form::Column& column) const { return medium_ == Medium::screen || column.is_printed; }

  /// Where the columns of a table begin, and last the edge of the table; a column that is not shown begins
  /// where the next one does.
  std::vector<std::size_t> edges_of(const std::vector<form::Column>& columns) const {
    std::vector<std::size_t> parts = {0};
    for (const form::Column& column : columns) {
      parts.push_back(parts.back() + (is_shown(column) ? column.width : 0));
    }
    std::vector<std::size_t> edges;
    for (const std::size_t part : parts) edges.push_back(part_edge(value_edge_, part, parts.back()));
    return edges;
  }

  /// A row of the columns' names, `label` above the labels of the rows.
  void add_columns(const std::vector<form::Column>& heads, std::size_t label_begin,
                   const std::string& label) {
    const std::vector<std::size_t> edges = edges_of(heads);
    const std::size_t head_row = grid_.row_count++;
    add_cell(CellRole::column, head_row, label_begin, value_edge_).text = label;
    for (std::size_t column = 0; column < heads.size(); ++column) {
      const form::Column& head = heads[column];
      if (!is_shown(head)) continue;
      GridCell& cell = add_cell(CellRole::column, head_row, edges[column], edges[column + 1]);
      cell.text = head.label;
      cell.unit = head.unit;
      cell.draft = head.provenance == form::Provenance::draft;
    }
  }

  void add_table(const form::Group& group, std::size_t label_begin) {
    const std::size_t head_row = grid_.has_head ? 0 : grid_.row_count;
    if (!grid_.has_head) add_columns(group.columns, label_begin, "");
    const std::size_t end = group.first_field + group.field_count;
    std::size_t label = no_label;
    for (std::size_t field = group.first_field; field < end;) {
      const form::FieldRange row = form::row_of(form_, field);
      if (!has_place(row)) {
        field = row.end;
        continue;
      }
      // Rows of one label, as of several 扣分细则 at one 考察点, share it.
      if (label != no_label && is_label_of(grid_.cells[label], form_.fields[field])) {
        ++grid_.cells[label].row_span;
      } else {
        label = grid_.cells.size();
        add_label(field, label_begin, value_edge_);
      }
      field = add_table_row(group, field, head_row);
    }
  }

  /// Whether the label of a row says all that one of the field's row would.
  static bool is_label_of(const GridCell& label, const form::Field& field) {
    return label.text == field.label && label.unit == (field.prints_unit ? field.unit : "") &&
           label.draft == (field.provenance == form::Provenance::draft);
  }

  bool has_place(form::FieldRange row) const {
    return document::is_shown(form_, document_, row) ||
           std::find(open_rows_.begin(), open_rows_.end(), row.begin) != open_rows_.end();
  }

  /// The values of the row whose first cell is that field. Returns the field behind it.
  std::size_t add_table_row(const form::Group& group, std::size_t field, std::size_t head_row) {
    const std::vector<std::size_t> edges = edges_of(group.columns);
    const std::size_t end = group.first_field + group.field_count;
    const std::size_t row = form_.fields[field].table_cell->row;
    for (std::size_t column = 0; column < group.columns.size(); ++column) {
      const bool has_cell = field < end && form_.fields[field].table_cell->row == row &&
                            form_.fields[field].table_cell->column == column;
      const std::size_t own = has_cell ? field++ : GridCell::no_field;
      if (!is_shown(group.columns[column])) continue;
      if (has_cell) {
        add_value(own, edges[column], edges[column + 1]);
      } else {
        add_cell(CellRole::value, grid_.row_count, edges[column], edges[column + 1]).text =
            fixed_text(group, row, column);
      }
      grid_.cells.back().head_row = head_row;
    }
    ++grid_.row_count;
    return field;
  }

  static std::string_view fixed_text(const form::Group& group, std::size_t row, std::size_t column) {
    const auto found =
        std::lower_bound(group.fixed_texts.begin(), group.fixed_texts.end(), std::pair(row, column),
                         [](const form::FixedText& each, const std::pair<std::size_t, std::size_t>& place) {
                           return std::pair(each.place.row, each.place.column) < place;
                         });
    const bool is_there =
        found != group.fixed_texts.end() && found->place.row == row && found->place.column == column;
    return is_there ? std::string_view(found->text) : no_cell;
  }

  static std::size_t part_edge(std::size_t begin, std::size_t part, std::size_t parts) {
    return begin + (all_percent - begin) * part / parts;
  }

  /// From `begin` to `end`, both in percent.
  GridCell& add_cell(CellRole role, std::size_t row, std::size_t begin, std::size_t end) {
    GridCell& cell = grid_.cells.emplace_back();
    cell.role = role;
    cell.row = row;
    cell.column = begin;
    cell.column_span = end - begin;
    return cell;
  }

  void add_label(std::size_t index, std::size_t begin, std::size_t end) {
    const form::Field& field = form_.fields[index];
    GridCell& cell = add_cell(CellRole::label, grid_.row_count, begin, end);
    cell.text = field.label;
    if (field.prints_unit) cell.unit = field.unit;
    cell.field = index;
    cell.draft = field.provenance == form::Provenance::draft;
  }

  void add_value(std::size_t index, std::size_t begin, std::size_t end) {
    Printed printed = print_cell(form_.fields[index], document_.cells[index]);
    GridCell& cell = add_cell(CellRole::value, grid_.row_count, begin, end);
    cell.text = std::move(printed.text);
    cell.options = std::move(printed.options);
    cell.field = index;
    const form::Field& field = form_.fields[index];
    const bool is_number =
        document_.cells[index].state == document::CellState::value && form::is_number(field.type);
    if (is_number && field.table_cell && !form::is_unit_around(form_, field)) cell.text += " " + field.unit;
  }

  void make_columns() {
    std::vector<std::size_t> begins;
    for (const GridCell& cell : grid_.cells) begins.push_back(cell.column);
    const Columns columns(begins);
    for (GridCell& cell : grid_.cells) {
      const std::size_t end = columns.at(cell.column + cell.column_span);
      cell.column = columns.at(cell.column);
      cell.column_span = end - cell.column;
    }
    grid_.column_count = columns.count();
    grid_.column_widths_percent = columns.widths_percent();
    grid_.group_column = columns.at(group_edge_);
    grid_.label_column = columns.at(label_edge_);
    grid_.value_column = columns.at(value_edge_);
  }

  static constexpr std::size_t no_label = static_cast<std::size_t>(-1);

  const form::Form& form_;
  const document::Document& document_;
  Medium medium_;
  const std::vector<std::size_t>& open_rows_;
  Grid grid_;
  std::size_t group_edge_ = 0;  // in percent of the width, as all edges
  std::size_t label_edge_ = 0;
  std::size_t value_edge_ = 0;
};

}  // namespace

Grid lay_out_table(const form::Form& form, const document::Document& document, Medium medium,
                   const std::vector<std::size_t>& open_rows) {
  return Builder(form, document, medium, open_rows).build();
}

}  // namespace tianbao::layout
