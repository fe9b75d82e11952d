#include "shared/schema/cell.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "shared/document/cell.h"
#include "shared/pattern/ecma.h"
#include "shared/schema/build.h"
#include "shared/schema/comment.h"
#include "shared/schema/texts.h"

namespace tianbao::schema {
namespace {

using form::Field;
using form::FieldType;

/// In the order of FieldType; of a type that is no shaped text the name is not used.
constexpr std::string_view type_names[] = {"text",       "long_text",     "whole_number", "decimal",
                                           "yes_no",     "one_choice",    "many_choices", "date",
                                           "url",        "phone",         "email",        "site_code",
                                           "icp_number", "police_number", "text_list",    "url_list"};

std::string_view type_name(FieldType type) {
  return type_names[static_cast<std::size_t>(type)];
}

/// 无 is what a cell says that does not apply, whether or not the field takes it otherwise.
bool takes_none(const Field& field) {
  return field.allows_none || field.relevant;
}

std::string object_name(const Field& field) {
  return std::string(form::other_choice(field) ? "cell_with_other" : "cell") +
         (takes_none(field) ? "_or_none" : "");
}

json::Object object_shape(bool with_other, bool or_none) {
  json::Object properties = {{"value", true}};
  if (or_none) properties.push_back({"none", json::Object{{"const", true}}});
  for (const std::string_view member : {"raw", "remark"})
    properties.push_back({std::string(member), refer_to("note")});
  if (with_other) properties.push_back({"other", refer_to("note")});
  json::Object schema = closed_object(std::move(properties), {});
  if (!or_none) {
    schema.push_back({"required", json::Array{"value"}});
  } else {
    schema.push_back({"oneOf", json::Array{json::Object{{"required", json::Array{"value"}}},
                                           json::Object{{"required", json::Array{"none"}}}}});
  }
  return schema;
}

/// A document holds numbers of at most max_number_digits digits, whatever the form says.
json::Object number_schema(const Field& field) {
  const bool is_whole = field.type == FieldType::whole_number;
  const number::Decimal end = number::Decimal::from_integer(1'000'000'000'000'000);
  static_assert(document::max_number_digits == 15);
  json::Object schema = {{"type", is_whole ? "integer" : "number"}};
  if (field.minimum) schema.push_back({"minimum", *field.minimum});
  if (!field.minimum || *field.minimum <= end.negated())
    schema.push_back({"exclusiveMinimum", end.negated()});
  if (field.maximum) schema.push_back({"maximum", *field.maximum});
  if (!field.maximum || *field.maximum >= end) schema.push_back({"exclusiveMaximum", end});
  // A cell that does not apply may say 0.
  const number::Decimal zero;
  const bool refuses_zero =
      (field.minimum && zero < *field.minimum) || (field.maximum && zero > *field.maximum);
  if (!field.relevant || !refuses_zero) return schema;
  return {{"anyOf", json::Array{std::move(schema), json::Object{{"const", zero}}}}};
}

/// What stands for 其他 needs its text and so an object; without it there is no text.
json::Object choices_schema(const Field& field) {
  return {
      {"type", "array"}, {"items", refer_to(field.address)}, {"minItems", whole(1)}, {"uniqueItems", true}};
}

json::Object holds_other(const form::Choice& other) {
  return {{"contains", json::Object{{"const", other.id}}}};
}

void add_other_text(json::Object& object, const Field& field, const form::Choice& other) {
  object.push_back({"if", json::Object{{"properties", json::Object{{"value", holds_other(other)}}},
                                       {"required", json::Array{"value"}}}});
  json::Object text = {{"minLength", whole(1)}, {"maxLength", whole(field.max_length)}};
  object.push_back({"then", json::Object{{"properties", json::Object{{"other", std::move(text)}}},
                                         {"required", json::Array{"other"}}}});
  json::Object untold = {{"properties", json::Object{{"other", json::Object{{"maxLength", whole(0)}}}}}};
  // Beside 无 the text says nothing.
  if (takes_none(field)) {
    untold = {{"anyOf", json::Array{json::Object{{"required", json::Array{"none"}}}, std::move(untold)}}};
  }
  object.push_back({"else", std::move(untold)});
}

json::Object value_schema(const Field& field) {
  switch (field.type) {
    case FieldType::whole_number:
    case FieldType::decimal:
      return number_schema(field);
    case FieldType::yes_no:
      return {{"type", "boolean"}};
    case FieldType::one_choice:
      return refer_to(field.address);
    case FieldType::many_choices:
      return choices_schema(field);
    default:
      break;
  }
  json::Object schema = refer_to(type_name(field.type));
  if (field.max_length > 0) schema.push_back({"maxLength", whole(field.max_length)});
  if (field.pattern) schema.push_back({"pattern", pattern::whole_in_ecma(field.pattern->source)});
  return schema;
}

json::Object choice_ids(const Field& field) {
  std::string labels;
  json::Array ids;
  for (const form::Choice& choice : field.choices) {
    labels += (labels.empty() ? "" : "；") + choice.id + "：" + choice.label;
    ids.emplace_back(choice.id);
  }
  return {{"description", std::move(labels)}, {"enum", std::move(ids)}};
}

void add_once(json::Object& definitions, std::string_view name, json::Object schema) {
  const bool is_there = std::any_of(definitions.begin(), definitions.end(),
                                    [&](const json::Member& member) { return member.key == name; });
  if (!is_there) definitions.push_back({std::string(name), std::move(schema)});
}

/// What is written for people: the text itself, or what the value counts.
std::string description(const Field& field) {
  std::string text = field.help;
  if (!field.unit.empty()) text += (text.empty() ? "单位：" : "\n单位：") + field.unit;
  if (field.pattern) text += (text.empty() ? "写法：" : "\n写法：") + field.pattern->hint;
  return text;
}

}  // namespace

json::Object cell_definitions(const form::Form& form) {
  json::Object definitions = {
      {"note", json::Object{{"$comment", "too_long：至多 16384 个 UTF-8 字节，这里只能按字符计。"},
                            {"type", "string"},
                            {"maxLength", whole(document::max_cell_bytes)}}}};
  for (const Field& field : form.fields) {
    if (is_shaped_text(field.type)) add_once(definitions, type_name(field.type), text_shape(field.type));
    if (!field.choices.empty()) definitions.push_back({field.address, choice_ids(field)});
    add_once(definitions, object_name(field),
             object_shape(form::other_choice(field) != nullptr, takes_none(field)));
  }
  return definitions;
}

json::Object cell_schema(const form::Form& form, std::size_t index) {
  const Field& field = form.fields[index];
  json::Object schema = {{"title", field.name}};
  if (std::string text = description(field); !text.empty())
    schema.push_back({"description", std::move(text)});
  if (std::string text = field_comment(form, index); !text.empty())
    schema.push_back({"$comment", std::move(text)});
  if (field.computed) schema.push_back({"readOnly", true});

  json::Object object = refer_to(object_name(field));
  object.push_back({"properties", json::Object{{"value", value_schema(field)}}});
  json::Object bare = value_schema(field);
  if (const form::Choice* const other = form::other_choice(field)) {
    add_other_text(object, field, *other);
    bare.push_back({"not", holds_other(*other)});
  }
  schema.push_back({"if", json::Object{{"type", "object"}}});
  schema.push_back({"then", std::move(object)});
  schema.push_back({"else", std::move(bare)});
  return schema;
}

}  // namespace tianbao::schema
