#include "shared/schema/kept_cell.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "shared/document/cell.h"
#include "shared/form/load.h"
#include "shared/schema/build.h"
#include "shared/schema/texts.h"

namespace tianbao::schema {
namespace {

/// They differ in what leaves a cell blank, which an object with a `value` must not be.
enum class Kind : std::uint8_t { plain, prose, ticks, ticks_with_other };

constexpr std::array<std::string_view, 4> names = {"kept_value", "kept_text", "kept_choices",
                                                   "kept_choices_with_other"};

Kind kind_of(const form::Field& field) {
  if (form::other_choice(field) != nullptr) return Kind::ticks_with_other;
  if (field.type == form::FieldType::many_choices) return Kind::ticks;
  return is_shaped_text(field.type) ? Kind::prose : Kind::plain;
}

json::Object value_schema(Kind kind) {
  json::Object schema = {{"type", json::Array{"boolean", "number", "string", "array"}},
                         {"maxLength", whole(document::max_cell_bytes)},
                         {"maxItems", whole(form::max_choices)}};
  if (kind == Kind::prose) {
    schema.push_back({"pattern", visible_pattern()});
  } else {
    schema.push_back({"minLength", whole(1)});
  }
  if (kind == Kind::ticks) schema.push_back({"minItems", whole(1)});
  return schema;
}

json::Object requires_member(std::string_view member) {
  return {{"required", json::Array{member}}};
}

/// Only what was typed, because it could not be read.
json::Object unread_schema() {
  json::Object properties = {
      {"raw", json::Object{{"minLength", whole(1)}}}, {"value", false}, {"none", false}};
  return {{"properties", std::move(properties)}, {"required", json::Array{"raw"}}};
}

json::Object object_schema(Kind kind) {
  json::Object properties = {{"value", value_schema(kind)},
                             {"none", json::Object{{"const", true}}},
                             {"raw", refer_to("note")},
                             {"remark", refer_to("note")}};
  if (kind == Kind::ticks_with_other) properties.push_back({"other", refer_to("note")});
  json::Object schema = closed_object(std::move(properties), {});
  schema.push_back(
      {"oneOf", json::Array{requires_member("value"), requires_member("none"), unread_schema()}});
  if (kind != Kind::ticks_with_other) return schema;

  json::Object no_tick = {{"type", "array"}, {"maxItems", whole(0)}};
  schema.push_back({"if", json::Object{{"properties", json::Object{{"value", std::move(no_tick)}}},
                                       {"required", json::Array{"value"}}}});
  schema.push_back(
      {"then", json::Object{{"properties", json::Object{{"other", json::Object{{"minLength", whole(1)}}}}},
                            {"required", json::Array{"other"}}}});
  return schema;
}

json::Object cell_schema(Kind kind) {
  return {{"$comment", "too_long：文字、列表写成 JSON 至多 16384 个 UTF-8 字节，这里只能按字符和个数计"},
          {"type", json::Array{"boolean", "number", "string", "array", "object"}},
          {"maxLength", whole(document::max_cell_bytes)},
          {"maxItems", whole(form::max_choices)},
          {"if", json::Object{{"type", "object"}}},
          {"then", object_schema(kind)}};
}

}  // namespace

json::Object kept_cell_schema(const form::Field& field) {
  return refer_to(names[static_cast<std::size_t>(kind_of(field))]);
}

json::Object kept_cell_definitions(const form::Form& form) {
  json::Object definitions;
  for (const Kind kind : {Kind::plain, Kind::prose, Kind::ticks, Kind::ticks_with_other}) {
    const bool is_needed = std::any_of(form.fields.begin(), form.fields.end(),
                                       [&](const form::Field& field) { return kind_of(field) == kind; });
    if (is_needed)
      definitions.push_back({std::string(names[static_cast<std::size_t>(kind)]), cell_schema(kind)});
  }
  return definitions;
}

}  // namespace tianbao::schema
