#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "shared/layout/grid.h"

namespace tianbao::layout {

namespace {

constexpr std::string_view option_gap = "<span class=\"gap\">\u3000\u3000\u3000</span>";

/// Text with its line breaks kept.
std::string lines_html(std::string_view text) {
  std::string html;
  while (true) {
    const std::size_t end = text.find('\n');
    html += escape_html(text.substr(0, end));
    if (end == std::string_view::npos) return html;
    html += "<br>";
    text.remove_prefix(end + 1);
  }
}

std::string span_attributes(const GridCell& cell) {
  std::string attributes;
  if (cell.row_span > 1) attributes += " rowspan=\"" + std::to_string(cell.row_span) + "\"";
  if (cell.column_span > 1) attributes += " colspan=\"" + std::to_string(cell.column_span) + "\"";
  return attributes;
}

bool covers(const GridCell& cell, std::size_t row, std::size_t column) {
  return cell.row <= row && row < cell.row + cell.row_span && cell.column <= column &&
         column < cell.column + cell.column_span;
}

std::string id_of(const GridCell& cell) {
  return "head-" + std::to_string(cell.row) + "-" + std::to_string(cell.column);
}

/// Which cells name a value, of those that name some. In a grid that has tables in it scopes alone would
/// carry the names of a table's columns down to whatever follows (html.spec.whatwg.org §4.9.12.2), so there
/// every value says it.
std::string headers_attribute(const std::vector<const GridCell*>& heads, const GridCell& value) {
  const GridCell* label = nullptr;  // the nearest to the left
  std::string ids;
  for (const GridCell* const cell : heads) {
    const bool is_beside =
        cell->row <= value.row && value.row < cell->row + cell->row_span && cell->column < value.column;
    const bool is_above = cell->role == CellRole::column && covers(*cell, value.head_row, value.column);
    if (is_beside && cell->role == CellRole::label) {
      label = cell;
    } else if (is_beside || is_above) {
      ids += id_of(*cell) + " ";
    }
  }
  if (label != nullptr) ids += id_of(*label);
  return " headers=\"" + ids + "\"";
}

/// The cells that name others.
std::vector<const GridCell*> heads_of(const Grid& grid) {
  std::vector<const GridCell*> heads;
  for (const GridCell& cell : grid.cells) {
    if (cell.role != CellRole::value && cell.role != CellRole::note) heads.push_back(&cell);
  }
  return heads;
}

bool has_tables(const Grid& grid) {
  return std::any_of(grid.cells.begin(), grid.cells.end(),
                     [](const GridCell& cell) { return cell.role == CellRole::column; });
}

/// The place above the labels of a table's rows names nothing.
bool is_corner(const GridCell& cell) {
  return cell.role == CellRole::column && cell.text.empty();
}

std::string_view header_attributes(CellRole role) {
  switch (role) {
    case CellRole::section:  // heads the row group that its <tbody> is
      return "class=\"section\" scope=\"rowgroup\"";
    case CellRole::group:
      return "class=\"group\" scope=\"row\"";
    case CellRole::column:
      return "class=\"column\" scope=\"col\"";
    case CellRole::label:
    case CellRole::value:
    case CellRole::note:
      break;
  }
  return "class=\"label\" scope=\"row\"";
}

std::string header_cell_html(const GridCell& cell, bool has_id) {
  std::string html = "<th ";
  if (has_id) html += "id=\"" + id_of(cell) + "\" ";
  html += header_attributes(cell.role);
  html += span_attributes(cell) + ">" + lines_html(cell.text);
  if (!cell.unit.empty()) html += "<span class=\"unit\">（单位：" + escape_html(cell.unit) + "）</span>";
  if (cell.draft) html += "<span class=\"draft\">草稿</span>";
  return html + "</th>";
}

std::string option_html(const Option& option) {
  // Many screen readers pass over ☑ and □ in silence; then 是 and 否 would sound both ticked.
  std::string html = "<span class=\"option\"><span role=\"img\" aria-label=\"";
  html += option.ticked ? "已选\">☑" : "未选\">□";
  html += "</span>" + escape_html(option.label);
  if (option.has_line && option.text.empty()) return html + "<span class=\"line\"></span></span>";
  html += "</span>";
  if (option.has_line) html += "<span class=\"line\"><bdi>" + lines_html(option.text) + "</bdi></span>";
  return html;
}

std::string value_cell_html(const GridCell& cell, const std::string& headers) {
  std::string html = "<td" + span_attributes(cell) + headers + ">";
  for (std::size_t i = 0; i < cell.options.size(); ++i) {
    html += option_html(cell.options[i]);
    if (i + 1 < cell.options.size()) {
      html += cell.options[i].break_after ? std::string_view("<br>") : option_gap;
    }
  }
  if (!cell.options.empty() && !cell.text.empty()) html += option_gap;
  return html + lines_html(cell.text) + "</td>";
}

std::string table_html(const Grid& grid) {
  std::string html = "<table aria-label=\"" + escape_html(grid.title + grid.period_line) + "\"";
  if (grid.sections_break) html += " class=\"flowing\"";
  html += ">\n<colgroup>";
  for (const std::size_t percent : grid.column_widths_percent) {
    html += "<col class=\"width-" + std::to_string(percent) + "\">";
  }
  html += "</colgroup>\n";
  const bool names_headers = has_tables(grid);
  const std::vector<const GridCell*> heads = heads_of(grid);
  std::size_t next_section = 0;
  std::size_t next_cell = 0;
  for (std::size_t row = 0; row < grid.row_count; ++row) {
    const bool is_head = grid.has_head && row == 0;
    if (next_section < grid.section_rows.size() && grid.section_rows[next_section] == row) {
      html += next_section == 0 ? "<tbody>\n" : "</tbody>\n<tbody>\n";
      ++next_section;
    }
    if (is_head) html += "<thead>\n";
    html += "<tr>";
    for (; next_cell < grid.cells.size() && grid.cells[next_cell].row == row; ++next_cell) {
      const GridCell& cell = grid.cells[next_cell];
      if (cell.role == CellRole::value) {
        html += value_cell_html(cell, names_headers ? headers_attribute(heads, cell) : "");
      } else if (cell.role == CellRole::note) {
        html += value_cell_html(cell, "");
      } else if (is_corner(cell)) {
        html += "<td" + span_attributes(cell) + "></td>";
      } else {
        html += header_cell_html(cell, names_headers);
      }
    }
    html += is_head ? "</tr>\n</thead>\n" : "</tr>\n";
  }
  if (next_section > 0) html += "</tbody>\n";
  return html + "</table>\n";
}

std::string signatures_html(const std::vector<SignatureItem>& items) {
  std::string html = "<p>";
  for (const SignatureItem& item : items) {
    html += "<span class=\"item\">" + escape_html(item.label) + "：<bdi>" + lines_html(item.text) +
            "</bdi></span>";
  }
  return html + "</p>\n";
}

std::string annex_html(const std::vector<std::string>& lines) {
  std::string html = "<section class=\"annex\">\n<h2>有关情况说明</h2>\n<ol>\n";
  for (const std::string& line : lines) html += "<li>" + lines_html(line) + "</li>\n";
  return html + "</ol>\n</section>\n";
}

}  // namespace

std::string to_html(const Grid& grid) {
  std::string html = "<section class=\"report\" aria-label=\"" + escape_html(grid.title) + "\">\n<header>\n";
  html += "<h1>" + escape_html(grid.title) + "</h1>\n";
  html += "<p class=\"period\">" + escape_html(grid.period_line) + "</p>\n";
  if (grid.draft) {
    html += "<p class=\"draft\">草稿：本表样含有尚未核实的内容，不得作为正式报表使用。</p>\n";
  }
  if (!grid.header.empty()) html += signatures_html(grid.header);
  html += "</header>\n" + table_html(grid);
  if (!grid.footer.empty()) {
    html += grid.has_seal ? "<footer class=\"sealed\">\n" : "<footer>\n";
    for (const std::vector<SignatureItem>& line : grid.footer) html += signatures_html(line);
    html += "</footer>\n";
  }
  if (!grid.annex.empty()) html += annex_html(grid.annex);
  return html + "</section>\n";
}

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  for (const char character : text) {
    const bool is_control =
        static_cast<unsigned char>(character) < 0x20 && character != '\n' && character != '\t';
    switch (character) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      case '\'':
        html += "&#39;";
        break;
      default:
        // Control characters are no HTML (html.spec.whatwg.org §13.2.3.5), not even as references.
        if (is_control || character == '\x7f') {
          html += "\uFFFD";
        } else {
          html += character;
        }
    }
  }
  return html;
}

}  // namespace tianbao::layout
