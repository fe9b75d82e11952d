#include <utility>

#include "shared/document/document.h"

namespace tianbao::document {
namespace {

json::Value write_value(const CellValue& value) {
  if (const bool* const answer = std::get_if<bool>(&value)) return *answer;
  if (const auto* const amount = std::get_if<number::Decimal>(&value)) return *amount;
  if (const auto* const text = std::get_if<std::string>(&value)) return *text;
  json::Array ids;
  if (const auto* const chosen = std::get_if<ChoiceIds>(&value)) {
    for (const std::string& id : *chosen) ids.emplace_back(id);
  }
  return ids;
}

/// {section: {field: cell}} in the form's order; blank cells and sections without any other are left out.
json::Object write_values(const std::vector<Cell>& cells, const form::Form& form) {
  json::Object values;
  json::Object section;
  for (std::size_t i = 0; i < form.fields.size() && i < cells.size(); ++i) {
    const form::Field& field = form.fields[i];
    if (cells[i].state != CellState::blank) section.push_back({field.id, write_cell(cells[i])});
    const bool section_ends = i + 1 == form.fields.size() || form.fields[i + 1].section != field.section;
    if (section_ends && !section.empty()) {
      values.push_back({form.sections[field.section].id, std::exchange(section, {})});
    }
  }
  return values;
}

json::Array write_explanations(const std::vector<Explanation>& explanations) {
  json::Array written;
  for (const Explanation& each : explanations) {
    json::Object object;
    object.push_back({"code", each.code});
    object.push_back({"cell", each.cell});
    object.push_back({"values", each.values});
    object.push_back({"text", each.text});
    written.emplace_back(std::move(object));
  }
  return written;
}

}  // namespace

json::Value write_cell(const Cell& cell) {
  const bool is_value = cell.state == CellState::value;
  if (is_value && cell.raw.empty() && cell.remark.empty() && cell.other.empty())
    return write_value(cell.value);
  json::Object object;
  if (is_value) object.push_back({"value", write_value(cell.value)});
  if (cell.state == CellState::none) object.push_back({"none", true});
  if (!cell.raw.empty()) object.push_back({"raw", cell.raw});
  if (!cell.remark.empty()) object.push_back({"remark", cell.remark});
  if (!cell.other.empty()) object.push_back({"other", cell.other});
  return object;
}

json::Object write_site(const Site& site) {
  json::Object object;
  for (const SiteFact& fact : site_facts) {
    const std::string& text = site.*fact.text;
    if (fact.is_required || !text.empty()) object.push_back({std::string(fact.name), text});
  }
  return object;
}

json::Object write_context(const Context& context, const form::Form& form) {
  json::Object object;
  if (!context.today.empty()) object.push_back({"today", context.today});
  if (context.site) {
    object.push_back({"site", write_site(*context.site)});
  }
  if (context.prior_known == PriorKnown::none) object.push_back({"prior", nullptr});
  if (context.prior_known == PriorKnown::present) {
    json::Object prior;
    prior.push_back({"period", context.prior.period});
    prior.push_back({"values", write_values(context.prior.cells, form)});
    object.push_back({"prior", std::move(prior)});
  }
  return object;
}

json::Value write(const Document& document, const form::Form& form) {
  json::Object form_reference;
  form_reference.push_back({"id", document.form.id});
  form_reference.push_back({"edition", document.form.edition});
  form_reference.push_back({"digest", document.form.digest});

  json::Object object;
  object.push_back({"format", document_format});
  object.push_back({"form", std::move(form_reference)});
  object.push_back({"period", document.period});
  object.push_back({"subject", document.subject});
  object.push_back({"reporter", document.reporter});
  json::Object values = write_values(document.cells, form);
  if (!values.empty()) object.push_back({"values", std::move(values)});
  if (!document.explanations.empty()) {
    object.push_back({"explanations", write_explanations(document.explanations)});
  }
  json::Object context = write_context(document.context, form);
  if (!context.empty()) object.push_back({"context", std::move(context)});
  return object;
}

}  // namespace tianbao::document
