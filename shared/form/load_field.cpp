#include <array>
#include <utility>

#include "shared/expression/weight.h"
#include "shared/form/loading.h"
#include "shared/text/utf8.h"

namespace tianbao::form {
namespace {

// In the order of FieldType.
constexpr std::array<std::string_view, 16> type_words = {
    "text",         "long_text",     "whole_number", "decimal", "yes_no", "one_choice",
    "many_choices", "date",          "url",          "phone",   "email",  "site_code",
    "icp_number",   "police_number", "text_list",    "url_list"};

bool has_choices(FieldType type) {
  return type == FieldType::one_choice || type == FieldType::many_choices;
}

bool is_text(FieldType type) {
  return type == FieldType::text || type == FieldType::long_text;
}

std::optional<number::Decimal> read_bound(ObjectReader& reader, std::string_view key, const Field& field) {
  const std::optional<number::Decimal> bound = reader.decimal(key);
  if (!bound) return std::nullopt;
  if (bound->significant_digits() > max_bound_digits) {
    reader.add(key, DefinitionErrorCode::out_of_range, bound->to_string(),
               Expected::at_most_max_bound_digits);
  } else if (bound->decimal_places() > field.max_decimal_places) {
    reader.add(key, DefinitionErrorCode::out_of_range, bound->to_string(), Expected::at_most_decimal_places)
        .most = field.max_decimal_places;
  }
  return bound;
}

void read_number_members(ObjectReader& reader, std::string_view inherited_unit, Field& field) {
  field.unit = reader.text("unit", {.max_characters = max_unit_characters});
  field.prints_unit = !field.unit.empty();
  if (field.unit.empty()) field.unit = inherited_unit;

  if (field.type == FieldType::decimal) {
    const std::optional<std::int64_t> places =
        reader.whole("max_decimal_places", Presence::optional, {1, max_decimal_places});
    field.max_decimal_places = static_cast<int>(places.value_or(default_decimal_places));
  } else {
    reader.refuse({"max_decimal_places"}, Expected::only_decimal);
  }
  field.minimum = read_bound(reader, "minimum", field);
  field.maximum = read_bound(reader, "maximum", field);
  if (field.minimum && field.maximum && *field.maximum < *field.minimum) {
    reader
        .add("minimum", DefinitionErrorCode::minimum_above_maximum, field.minimum->to_string(),
             Expected::not_above_maximum)
        .bound = field.maximum->to_string();
  }
}

void read_max_length(ObjectReader& reader, std::size_t absent, Field& field) {
  const std::optional<std::int64_t> length =
      reader.whole("max_length", Presence::optional, {1, static_cast<std::int64_t>(max_text_length)});
  field.max_length = length ? static_cast<std::size_t>(*length) : absent;
}

void read_pattern(ObjectReader& reader, Field& field, Loading& loading) {
  if (!reader.has("pattern")) {
    reader.refuse({"pattern", "pattern_hint"}, Expected::pattern_beside_hint);
    return;
  }
  std::string source = reader.text("pattern", {.max_characters = pattern::max_source_bytes});
  std::string hint = reader.text("pattern_hint", {.presence = Presence::required});
  if (source.empty() || loading.costs_too_much()) return;
  Result<pattern::Pattern, pattern::PatternError> program = pattern::compile(source);
  if (program.ok()) {
    const std::uint64_t most_bytes = field.max_length * text::max_utf8_bytes;
    loading.costs.add(expression::steps_to_match(most_bytes, program.value().instruction_count()),
                      reader.pointer_to("pattern"));
    field.pattern = FieldPattern{std::move(source), std::move(hint), std::move(program).value()};
    return;
  }
  loading.mistakes
      .add(reader.pointer_to("pattern"), DefinitionErrorCode::wrong_pattern, "",
           Expected::pattern_without_error)
      .pattern_error = std::move(program).error();
}

void read_type_members(ObjectReader& reader, std::string_view inherited_unit, Field& field,
                       Loading& loading) {
  if (is_number(field.type)) {
    read_number_members(reader, inherited_unit, field);
  } else {
    reader.refuse({"unit", "minimum", "maximum", "max_decimal_places"}, Expected::only_numbers);
  }
  if (has_choices(field.type)) {
    load_choices(reader, field, loading);
  } else {
    reader.refuse({"choices"}, Expected::only_choices);
  }
  if (is_text(field.type)) {
    read_max_length(reader, field.type == FieldType::text ? default_text_length : max_text_length, field);
    read_pattern(reader, field, loading);
  } else if (field.type == FieldType::text_list) {
    read_max_length(reader, max_text_length, field);
  } else if (other_choice(field) != nullptr) {
    read_max_length(reader, default_text_length, field);
  } else {
    reader.refuse({"max_length"}, Expected::only_texts);
  }
  if (!is_text(field.type)) reader.refuse({"pattern", "pattern_hint"}, Expected::only_plain_texts);
  if (is_choice(field.type)) {
    reader.refuse({"allows_none"}, Expected::no_none_among_choices);
  } else {
    field.allows_none = reader.flag("allows_none", false);
  }
}

void defer(ObjectReader& reader, std::string_view key, FieldProgram purpose, Loading& loading) {
  std::string source =
      reader.text(key, {.max_characters = expression::max_source_bytes, .several_lines = true});
  // A row says so to be free of what its table asks.
  const bool is_always_relevant = purpose == FieldProgram::relevant && source == "true";
  if (source.empty() || is_always_relevant) return;
  loading.pending.push_back({loading.form.fields.size(), purpose, reader.pointer_to(key), std::move(source)});
}

void read_required(ObjectReader& reader, Loading& loading) {
  const json::Value* value = reader.member("required", Presence::optional);
  if (value == nullptr) return;
  if (const bool* always = value->as_bool()) {
    if (!*always) return;
    loading.pending.push_back(
        {loading.form.fields.size(), FieldProgram::required, reader.pointer_to("required"), "true"});
  } else if (value->as_string() != nullptr) {
    defer(reader, "required", FieldProgram::required, loading);
  } else {
    reader.add("required", DefinitionErrorCode::wrong_type, shown(*value),
               Expected::true_false_or_expression);
  }
}

void read_programs(ObjectReader& reader, const Field& field, Loading& loading) {
  defer(reader, "relevant", FieldProgram::relevant, loading);
  if (!reader.has("computed")) {
    reader.leave({"computed"});
    read_required(reader, loading);
    return;
  }
  reader.refuse({"required"}, Expected::nothing_required_of_computed);
  if (is_number(field.type) || is_text(field.type) || field.type == FieldType::yes_no) {
    defer(reader, "computed", FieldProgram::computed, loading);
  } else {
    reader.refuse({"computed"}, Expected::only_types_with_values);
  }
}

/// How many of the last fields share a row.
std::size_t fields_in_row(const std::vector<Field>& fields) {
  std::size_t count = 1;
  while (count < fields.size() && fields[fields.size() - count].print.same_row) ++count;
  return count;
}

void read_print(ObjectReader& reader, bool first_in_group, Field& field, Loading& loading) {
  const json::Value* value = reader.member("print", Presence::optional);
  if (value == nullptr) return;
  ObjectReader print(*value, reader.pointer_to("print"), loading.mistakes);
  field.print.same_row = print.flag("same_row", false);
  field.print.break_after = print.flag("break_after", false);
  if (field.print.same_row && first_in_group) {
    print.add("same_row", DefinitionErrorCode::same_row_first, "true", Expected::field_before_in_group);
  } else if (field.print.same_row && fields_in_row(loading.form.fields) >= max_fields_in_row) {
    print.add("same_row", DefinitionErrorCode::too_many, "true", Expected::at_most_elements).most =
        static_cast<std::int64_t>(max_fields_in_row);
  }
  print.refuse_others();
}

void refuse_print(ObjectReader& reader) {
  if (reader.member("print", Presence::optional) == nullptr) return;
  reader.add("print", DefinitionErrorCode::unexpected_member, "print", Expected::nothing_printed_otherwise);
}

}  // namespace

bool has_room(std::string_view pointer, Loading& loading) {
  if (loading.form.fields.size() + loading.fixed_places < max_fields) return true;
  loading.mistakes.add(pointer, DefinitionErrorCode::too_many, "", Expected::at_most_max_fields);
  return false;
}

void load_answer(ObjectReader& reader, std::string_view inherited_unit, Field field, Loading& loading) {
  const Section& section = loading.form.sections.back();
  field.section = loading.form.sections.size() - 1;
  field.group = section.groups.size() - 1;
  field.address = section.id + "." + field.id;
  field.help = reader.text("help", {.max_characters = max_help_characters, .several_lines = true});

  const std::size_t type = reader.word("type", type_words, Presence::required, type_words.size());
  if (type < type_words.size()) {
    field.type = static_cast<FieldType>(type);
    read_type_members(reader, inherited_unit, field, loading);
    read_programs(reader, field, loading);
    read_offer(reader, field);
    if (field.table_cell) {
      refuse_print(reader);
    } else {
      read_print(reader, loading.form.fields.size() == section.groups.back().first_field, field, loading);
    }
    reader.refuse_others();
  }

  loading.form.fields.push_back(std::move(field));
  const Field& last = loading.form.fields.back();
  const bool is_new = loading.form.addresses.insert_last(loading.form.fields) &&
                      !loading.form.addresses.has_cells(loading.form.fields, last.address);
  if (!is_new && !last.id.empty()) {
    reader.add("id", DefinitionErrorCode::duplicate_id, last.address, Expected::unlike_other_fields);
  }
}

void load_field(const json::Value& value, std::string pointer, std::string_view inherited_unit,
                Loading& loading) {
  ObjectReader reader(value, std::move(pointer), loading.mistakes);
  Field field;
  field.id = read_id(reader);
  field.label = reader.text("label", {.presence = Presence::required});
  field.short_label = reader.text("short_label", {});
  field.provenance = read_provenance(reader).value_or(loading.provenance);
  load_answer(reader, inherited_unit, std::move(field), loading);
}

}  // namespace tianbao::form
