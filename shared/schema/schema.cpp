#include "shared/schema/schema.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "shared/document/document.h"
#include "shared/schema/build.h"
#include "shared/schema/cell.h"
#include "shared/schema/comment.h"
#include "shared/schema/kept_cell.h"
#include "shared/schema/texts.h"

namespace tianbao::schema {
namespace {

json::Object constant(std::string_view text) {
  return {{"const", text}};
}

json::Object text_up_to(std::size_t characters) {
  return {{"type", "string"}, {"maxLength", whole(characters)}};
}

json::Object form_schema(const form::Form& form) {
  return closed_object(
      {{"id", constant(form.id)}, {"edition", constant(form.edition)}, {"digest", constant(form.digest)}},
      {"id", "edition", "digest"});
}

json::Object period_schema(const form::Form& form) {
  json::Object schema = {{"title", "年度"}, {"type", "string"}};
  if (!form.last_period) {
    schema.push_back({"pattern", years_from(form.first_period)});
    return schema;
  }
  json::Array years;
  for (int year = form.first_period; year <= *form.last_period; ++year)
    years.emplace_back(std::to_string(year));
  schema.push_back({"enum", std::move(years)});
  return schema;
}

json::Object code_schema(std::string_view title) {
  return {{"title", title},
          {"type", "string"},
          {"pattern", "^[0-9A-Za-z]{0," + std::to_string(document::max_code_bytes) + "}$"}};
}

/// {section: {field: cell}} with a cell schema for every field; `is_complete`: with what is always required.
template <typename CellSchema>
json::Object values_schema(const form::Form& form, bool is_complete, CellSchema cell) {
  json::Object sections;
  json::Array required_sections;
  for (std::size_t index = 0; index < form.sections.size(); ++index) {
    const form::Section& section = form.sections[index];
    json::Object cells;
    json::Array required;
    for (std::size_t field = 0; field < form.fields.size(); ++field) {
      if (form.fields[field].section != index) continue;
      cells.push_back({form.fields[field].id, cell(field)});
      if (is_complete && is_always_required(form.fields[field])) required.emplace_back(form.fields[field].id);
    }
    if (!required.empty()) required_sections.emplace_back(section.id);
    json::Object schema = {{"title", section.label}};
    if (is_complete && !section.help.empty()) schema.push_back({"description", section.help});
    json::Object members = closed_object(std::move(cells), std::move(required));
    std::move(members.begin(), members.end(), std::back_inserter(schema));
    sections.push_back({section.id, std::move(schema)});
  }
  return closed_object(std::move(sections), std::move(required_sections));
}

json::Object explanations_schema(const form::Form& form) {
  json::Array addresses = {""};
  json::Object values;
  for (const form::Field& field : form.fields) {
    addresses.emplace_back(field.address);
    values.push_back({field.address, kept_cell_schema(field)});
    values.push_back({"prior." + field.address, kept_cell_schema(field)});
  }
  for (const std::string_view name : form::context_names)
    values.push_back({std::string(name), json::Object{{"type", "string"}}});
  json::Object explanation = closed_object({{"code", text_up_to(document::max_code_bytes)},
                                            {"cell", json::Object{{"enum", std::move(addresses)}}},
                                            {"values", closed_object(std::move(values), {})},
                                            {"text", refer_to("note")}},
                                           {"code", "cell", "values", "text"});
  return {{"title", "说明"},
          {"$comment", "duplicate_explanation：同一规则（code）在同一项（cell）上只有一份"},
          {"type", "array"},
          {"maxItems", whole(document::max_explanations)},
          {"items", std::move(explanation)}};
}

json::Object prior_schema(const form::Form& form) {
  const auto kept = [&form](std::size_t field) { return kept_cell_schema(form.fields[field]); };
  json::Object report =
      closed_object({{"period", json::Object{{"$comment", "wrong_period：在本报表的年度之前"},
                                             {"type", "string"},
                                             {"pattern", "^(?!0000)[0-9]{4}$"}}},
                     {"values", values_schema(form, false, kept)}},
                    {"period", "values"});
  return {{"title", "上年的报表"},
          {"description", "没有上年的报表时为 null；不知道有没有时不写"},
          {"if", json::Object{{"not", json::Object{{"type", "null"}}}}},
          {"then", std::move(report)}};
}

json::Object context_schema(const form::Form& form) {
  json::Object site = closed_object({{"code", text_up_to(document::max_code_bytes)},
                                     {"name", refer_to("note")},
                                     {"url", refer_to("note")},
                                     {"organiser", refer_to("note")},
                                     {"icp_number", refer_to("note")},
                                     {"police_number", refer_to("note")}},
                                    {"code", "name", "url", "organiser"});
  json::Object today = {{"type", "string"}, {"pattern", "^(?:" + std::string(day_expression()) + ")?$"}};
  json::Object schema = {{"title", "检查所依据的：当天、登记信息、上年的报表"}};
  json::Object members = closed_object(
      {{"today", std::move(today)}, {"site", std::move(site)}, {"prior", prior_schema(form)}}, {});
  std::move(members.begin(), members.end(), std::back_inserter(schema));
  return schema;
}

json::Object definitions(const form::Form& form) {
  json::Object all = cell_definitions(form);
  json::Object kept = kept_cell_definitions(form);
  std::move(kept.begin(), kept.end(), std::back_inserter(all));
  return all;
}

std::string description(const form::Form& form) {
  std::string text = form.id + " " + form.edition;
  if (!form.authority.empty()) text += "，" + form.authority;
  if (!form.authority_title.empty()) text += "《" + form.authority_title + "》";
  return text;
}

}  // namespace

json::Value export_schema(const form::Form& form) {
  json::Object values =
      values_schema(form, true, [&form](std::size_t field) { return cell_schema(form, field); });
  json::Array required = {"format", "form", "period", "subject", "reporter"};
  const bool asks_for_values = std::any_of(form.fields.begin(), form.fields.end(), is_always_required);
  if (asks_for_values) required.emplace_back("values");

  json::Object schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"$id", "urn:tianbao:form:" + form.id + ":" + form.edition + ":" + form.digest},
                         {"title", form.title},
                         {"description", description(form)},
                         {"$comment", form_comment()}};
  json::Object members = closed_object({{"format", constant(document::document_format)},
                                        {"form", form_schema(form)},
                                        {"period", period_schema(form)},
                                        {"subject", code_schema("报告的对象：标识码或者组织单位编码")},
                                        {"reporter", code_schema("填报者的编码")},
                                        {"values", std::move(values)},
                                        {"explanations", explanations_schema(form)},
                                        {"context", context_schema(form)},
                                        {"seal", json::Object{{"type", "null"}}}},
                                       std::move(required));
  std::move(members.begin(), members.end(), std::back_inserter(schema));
  schema.push_back({"$defs", definitions(form)});
  return schema;
}

}  // namespace tianbao::schema
