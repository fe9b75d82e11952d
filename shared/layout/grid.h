#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/form/form.h"

namespace tianbao::layout {

enum class CellRole : std::uint8_t { section, group, label, column, value, note };

/// A tick and what stands behind it: ☑政府门户网站.
struct Option {
  std::string label;
  bool ticked = false;
  bool break_after = false;
  bool has_line = false;  // 其他______: a line to write on, with `text` on it
  std::string text;
};

/// One cell of the printed table. A note has the whole width. Rows and columns count from 0; a spanned place
/// holds no cell of its own. Cells tile the table: every place belongs to exactly one, and in every column at
/// least one begins.
struct GridCell {
  std::size_t row = 0;
  std::size_t column = 0;
  std::size_t row_span = 1;
  std::size_t column_span = 1;
  CellRole role = CellRole::value;
  std::string text;             // label, or the value as it is printed
  std::string unit;             // printed as （单位：条） behind a label, "" for none
  std::vector<Option> options;  // for choices; `text` then holds what is more to say (无, a remark)
  /// Of a value or a label: index into Form::fields; a row's label has its first cell. A table's value
  /// without field has a text of the form's, or closes the gap where a row has no cell.
  std::size_t field = no_field;
  bool draft = false;             // its label or help is a guess
  std::size_t head_row = no_row;  // of a table's value: where the name of its column stands

  static constexpr std::size_t no_field = static_cast<std::size_t>(-1);
  static constexpr std::size_t no_row = static_cast<std::size_t>(-1);
};

struct SignatureItem {
  std::size_t field = 0;
  std::string label;
  std::string text;
};

/// The official table as a value: screen, paper, published page and spreadsheet are all drawn from it.
struct Grid {
  std::string title;
  std::string period_line;            // （2019年度）
  std::vector<SignatureItem> header;  // 填报单位：…
  std::size_t column_count = 0;
  std::vector<std::size_t> column_widths_percent;  // sums up to 100
  std::size_t group_column = 0;  // where groups begin, and labels, and values; the same as the next where
  std::size_t label_column = 0;  // the form has none of them
  std::size_t value_column = 0;
  std::size_t row_count = 0;
  bool has_head = false;        // row 0 names the columns of all rows, on every page
  bool sections_break = false;  // over pages: with long texts of the form they are as high as one
  std::vector<std::size_t>
      section_rows;             // where each section begins, ascending; the first is behind the head
  std::vector<GridCell> cells;  // by row, then column
  std::vector<std::vector<SignatureItem>> footer;  // lines of signature items
  bool has_seal = false;                           // a day is signed there, and the seal set over it
  bool draft = false;                              // 草稿 on screen and paper
  std::vector<std::string> annex;                  // 说明 of warnings that stay, one line each
};

/// Lays the document out as the official form does (domain.md §3.2), without annex, and with the columns that
/// are only for filling.
/// `open_rows`: by their first fields, ascending, rows that have a place although nothing stands in them.
Grid lay_out(const form::Form& form, const document::Document& document,
             const std::vector<std::size_t>& open_rows = {});

/// Whether 有关情况说明 stands behind the signatures: it is for whoever reviews the report, and is no part of
/// the official form.
enum class Annex : std::uint8_t { with, without };

/// As paper has it. For the annex the whole document is checked once.
Grid lay_out_for_paper(const form::Form& form, const document::Document& document, Annex annex = Annex::with);

/// A field by all its labels, for where it stands alone: 解读回应 解读信息发布 总数.
std::string full_label(const form::Form& form, std::size_t field);

/// A cell as one text, for spreadsheets and the clipboard: 总数（单位：条）, ☑是　　　□否.
std::string to_text(const GridCell& cell);

/// The grid as an HTML fragment: one <section class="report"> with heading, real <table> with scopes and
/// spans, and signature lines. Everything is escaped; no inline style or script, so it lives under a strict
/// CSP.
std::string to_html(const Grid& grid);

/// A whole page for printing and publishing: the fragment with its own style sheet, A4.
std::string to_html_page(const Grid& grid);

/// HTML text with & < > " ' escaped.
std::string escape_html(std::string_view text);

}  // namespace tianbao::layout
