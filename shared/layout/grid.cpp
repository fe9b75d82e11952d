#include "shared/layout/grid.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "shared/layout/printed.h"
#include "shared/layout/table.h"
#include "shared/text/normalize.h"

namespace tianbao::layout {

namespace {

SignatureItem signature(const form::Form& form, const document::Document& document, std::size_t index) {
  const form::Field& field = form.fields[index];
  const Printed printed = print_cell(field, document.cells[index]);
  SignatureItem item;
  item.field = index;
  item.label = field.label;
  if (!field.unit.empty()) item.label += "（单位：" + field.unit + "）";
  item.text = to_text(printed.options);
  item.text += printed.text;
  return item;
}

/// The items of all sections at `place`; a line ends where the form says so, and with its section.
std::vector<std::vector<SignatureItem>> signature_lines(const form::Form& form,
                                                        const document::Document& document,
                                                        form::SectionPlace place) {
  std::vector<std::vector<SignatureItem>> lines;
  for (const form::Section& section : form.sections) {
    if (section.place != place) continue;
    bool begins_line = true;
    for (const form::Group& group : section.groups) {
      for (std::size_t i = 0; i < group.field_count; ++i) {
        const std::size_t field = group.first_field + i;
        if (begins_line) lines.emplace_back();
        lines.back().push_back(signature(form, document, field));
        begins_line = form.fields[field].print.break_after;
      }
    }
  }
  return lines;
}

/// What was written to keep a warning, beside what it answers. Only what still holds: a stale 说明 was
/// written for other figures.
std::vector<std::string> annex_lines(const form::Form& form, const document::Document& document) {
  std::vector<std::string> lines;
  if (document.explanations.empty()) return lines;
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    if (finding.explanation != check::ExplanationState::given || finding.fields.empty()) continue;
    const std::string& address = form.fields[finding.fields.front()].address;
    const auto written =
        std::find_if(document.explanations.begin(), document.explanations.end(),
                     [&](const document::Explanation& explanation) {
                       return explanation.code == finding.code && explanation.cell == address;
                     });
    if (written == document.explanations.end()) continue;
    lines.push_back(finding.code + " " + full_label(form, finding.fields.front()) + "：" + finding.message +
                    "说明：" + written->text);
  }
  return lines;
}

Grid lay_out(const form::Form& form, const document::Document& document, Medium medium,
             const std::vector<std::size_t>& open_rows) {
  Grid grid = lay_out_table(form, document, medium, open_rows);
  grid.title = form.title;
  grid.period_line = "（" + document.period + "年度）";
  for (std::vector<SignatureItem>& line : signature_lines(form, document, form::SectionPlace::header)) {
    std::move(line.begin(), line.end(), std::back_inserter(grid.header));
  }
  grid.footer = signature_lines(form, document, form::SectionPlace::footer);
  grid.has_seal = std::any_of(form.fields.begin(), form.fields.end(), [&form](const form::Field& field) {
    return field.type == form::FieldType::date &&
           form.sections[field.section].place == form::SectionPlace::footer;
  });
  grid.draft = form.draft;
  return grid;
}

}  // namespace

Grid lay_out(const form::Form& form, const document::Document& document,
             const std::vector<std::size_t>& open_rows) {
  return lay_out(form, document, Medium::screen, open_rows);
}

Grid lay_out_for_paper(const form::Form& form, const document::Document& document, Annex annex) {
  Grid grid = lay_out(form, document, Medium::paper, {});
  if (annex == Annex::with) grid.annex = annex_lines(form, document);
  return grid;
}

bool same_label(std::string_view left, std::string_view right) {
  return text::label_key(left) == text::label_key(right);
}

std::string full_label(const form::Form& form, std::size_t field) {
  const form::Field& asked = form.fields[field];
  const form::Section& section = form.sections[asked.section];
  const std::string& group = form::group_of(form, asked).label;
  const std::string& own = asked.short_label.empty() ? asked.label : asked.short_label;
  std::string label = section.label;
  for (const std::string* part : {&group, &own}) {
    const bool repeats = part->empty() || (part == &own && same_label(*part, label));
    if (repeats) continue;
    if (!label.empty()) label += " ";
    label += *part;
  }
  if (const form::Column* const column = form::column_of(form, asked)) label += " " + column->label;
  return label;
}

std::string to_text(const GridCell& cell) {
  std::string text = to_text(cell.options);
  if (!text.empty() && !cell.text.empty()) text += "\u3000\u3000\u3000";
  text += cell.text;
  if (!cell.unit.empty()) text += "（单位：" + cell.unit + "）";
  return text;
}

}  // namespace tianbao::layout
