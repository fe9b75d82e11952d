#include "tests/fuzz/examine.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <string>
#include <vector>

#include "shared/check/check.h"
#include "shared/check/incremental.h"
#include "shared/digest/sha256.h"
#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/html.h"
#include "tests/fuzz/property.h"

namespace tianbao::fuzz {
namespace {

/// Members of their values may stand in any order.
bool same_explanation(const document::Explanation& left, const document::Explanation& right) {
  return left.code == right.code && left.cell == right.cell && left.text == right.text &&
         json::Value(left.values) == json::Value(right.values);
}

void promise_same(const document::Document& left, const document::Document& right) {
  promise(left.form == right.form, "the same form");
  promise(left.period == right.period && left.subject == right.subject && left.reporter == right.reporter,
          "the same period, subject and reporter");
  promise(left.cells == right.cells && document::differing_cells(left, right).empty(), "the same cells");
  promise(std::equal(left.explanations.begin(), left.explanations.end(), right.explanations.begin(),
                     right.explanations.end(), same_explanation),
          "the same explanations");
  promise(left.context == right.context, "the same context");
}

void examine_file(const form::Form& form, const document::Document& document, const json::Value& findings) {
  const json::Value file = document::write_report_file(document, form, *findings.as_array());
  const auto again = document::read_report_file(file, form);
  promise(again.ok() && again.value().digest_matches, "a file that is written is read, and its digest holds");
  promise_same(document, again.value().document);
}

json::Value examine_check(const form::Form& form, const document::Document& document) {
  const check::Outcome outcome = check::check(form, document, document.context);
  const check::Outcome again = check::check(form, document, document.context);
  promise(outcome.findings == again.findings && outcome.verdicts == again.verdicts,
          "two checks find the same");
  promise(outcome.verdicts.size() == form.rules.size(), "one verdict per rule");
  for (const check::Finding& finding : outcome.findings) {
    promise_readable(finding.message, "a finding has a message");
    promise(!finding.fields.empty() && finding.fields.front() < form.fields.size(),
            "a finding stands at a cell");
    for (const json::Member& member : check::explained_values(finding, form, document)) {
      promise(text::is_valid_utf8(member.key + json::to_compact(member.value)), "explained values are UTF-8");
    }
  }
  json::Value findings = check::to_json(outcome.findings, form);
  const auto parsed = json::parse(json::to_canonical(findings));
  promise(parsed.ok() && parsed.value() == findings, "findings are JSON");
  return findings;
}

void examine_computing(const form::Form& form, document::Document document) {
  check::recompute(form, document, document.context);
  document::Document again = document;
  check::recompute(form, again, again.context);
  promise(document.cells == again.cells, "computing twice is computing once");
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    promise(finding.code != "computed_differs", "no fault is found with what was computed");
  }
  examine_writing(form, document);
}

/// A keystroke re-checks only what it touches, and finds what a full check finds.
void examine_keystrokes(const form::Form& form, document::Document document) {
  constexpr std::size_t keystrokes = 4;
  constexpr std::array<std::string_view, keystrokes> typed = {"是", "7", "约500", ""};
  check::IncrementalCheck checked;
  checked.restart(form, document, document.context);
  for (std::size_t turn = 0; turn < keystrokes && !form.fields.empty(); ++turn) {
    const std::size_t field = turn * form.fields.size() / keystrokes;
    document.cells[field] = document::read_cell(form.fields[field], typed[turn]);
    const check::Change change{field};
    checked.update(form, document, document.context, {&change, 1});
    promise(checked.outcome() == check::check(form, document, document.context),
            "after a keystroke the outcome is that of a full check");
  }
}

void examine_print(const form::Form& form, const document::Document& document) {
  const layout::Grid grid = layout::lay_out_for_paper(form, document);
  examine_grid(grid);
  promise_readable(layout::to_html_page(grid), "a page is printed");
  examine_html(layout::to_html(grid));
}

}  // namespace

void examine_writing(const form::Form& form, const document::Document& document) {
  const json::Value written = document::write(document, form);
  const std::string canonical = json::to_canonical(written);
  const auto parsed = json::parse(canonical);
  promise(parsed.ok() && parsed.value() == written, "what is written is JSON");
  const auto again = document::read(parsed.value(), form);
  if (!again.ok()) promise(false, "what is written is read: " + document::describe(again.error().front()));
  promise_same(document, again.value());
  promise(json::to_canonical(document::write(again.value(), form)) == canonical,
          "written again, it is the same");
  promise(document::digest(document, form) == digest::sha256_hex(canonical),
          "the digest is that of the canonical form");
}

void examine_document(const form::Form& form, const document::Document& document) {
  examine_writing(form, document);
  examine_file(form, document, examine_check(form, document));
  examine_computing(form, document);
  examine_keystrokes(form, document);
  examine_print(form, document);
}

void examine_grid(const layout::Grid& grid) {
  std::vector<bool> taken(grid.row_count * grid.column_count);
  std::vector<bool> begins(grid.column_count);
  for (const layout::GridCell& cell : grid.cells) {
    promise(cell.row_span > 0 && cell.column_span > 0 && cell.row + cell.row_span <= grid.row_count &&
                cell.column + cell.column_span <= grid.column_count,
            "a cell lies in the table");
    begins[cell.column] = true;
    for (std::size_t row = cell.row; row < cell.row + cell.row_span; ++row) {
      for (std::size_t column = cell.column; column < cell.column + cell.column_span; ++column) {
        promise(!taken[row * grid.column_count + column], "cells do not overlap");
        taken[row * grid.column_count + column] = true;
      }
    }
  }
  const auto is_set = [](bool set) { return set; };
  promise(std::all_of(taken.begin(), taken.end(), is_set), "cells tile the table");
  promise(grid.row_count == 0 || std::all_of(begins.begin(), begins.end(), is_set),
          "a cell begins in every column");
  const std::vector<std::size_t>& widths = grid.column_widths_percent;
  promise(widths.size() == grid.column_count, "every column has a width");
  promise(widths.empty() || std::accumulate(widths.begin(), widths.end(), std::size_t{0}) == 100,
          "the widths sum up to 100");
  promise(std::is_sorted(grid.section_rows.begin(), grid.section_rows.end()), "sections ascend");
}

}  // namespace tianbao::fuzz
