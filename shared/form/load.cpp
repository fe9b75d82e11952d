#include "shared/form/load.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/digest/sha256.h"
#include "shared/form/loading.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/text/characters.h"

namespace tianbao::form {
namespace {

constexpr std::array<std::string_view, 1> format_words = {"tianbao-form/1"};
constexpr std::array<std::string_view, 2> party_words = {"site", "unit"};  // in the order of Party

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}

/// An edition names a file, and mostly is a year: a digit may come first.
bool is_edition(std::string_view name) {
  return !name.empty() && (is_lower(name.front()) || text::is_digit(name.front())) &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_lower(c) || text::is_digit(c) || c == '-' || c == '_'; });
}

std::string read_name(ObjectReader& reader, std::string_view key, bool (*is_name)(std::string_view),
                      Expected expected) {
  std::string name = reader.text(key, {.presence = Presence::required, .max_characters = max_id_bytes});
  if (!name.empty() && !is_name(name)) reader.add(key, DefinitionErrorCode::bad_id, name, expected);
  return name;
}

Party read_party(ObjectReader& definition, std::string_view key) {
  return static_cast<Party>(
      definition.word(key, party_words, Presence::optional, static_cast<std::size_t>(Party::site)));
}

void read_authority(ObjectReader& definition, Loading& loading) {
  const json::Value* value = definition.member("authority", Presence::optional);
  if (value == nullptr) return;
  ObjectReader reader(*value, definition.pointer_to("authority"), loading.mistakes);
  loading.form.authority = reader.text("number", {.presence = Presence::required});
  loading.form.authority_title = reader.text("title", {.presence = Presence::required});
  reader.refuse_others();
}

void read_periods(ObjectReader& definition, Loading& loading) {
  const json::Value* value = definition.member("periods", Presence::required);
  if (value == nullptr) return;
  ObjectReader reader(*value, definition.pointer_to("periods"), loading.mistakes);
  const auto first = reader.whole("first", Presence::required, {min_year, max_year});
  const auto last = reader.whole("last", Presence::optional, {min_year, max_year});
  reader.refuse_others();
  if (first) loading.form.first_period = static_cast<int>(*first);
  if (last) loading.form.last_period = static_cast<int>(*last);
  if (first && last && *last < *first) {
    reader.add("last", DefinitionErrorCode::bad_order, std::to_string(*last), Expected::not_before_first)
        .least = *first;
  }
}

/// `MM-DD`, a day that every year has.
bool is_day_of_year(std::string_view text) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto digit = [text](std::size_t index) {
    const char c = text[index];
    return c >= '0' && c <= '9' ? c - '0' : -100;
  };
  if (text.size() != 5 || text[2] != '-') return false;
  const int month = digit(0) * 10 + digit(1);
  const int day = digit(3) * 10 + digit(4);
  return month >= 1 && month <= 12 && day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

std::string read_day(ObjectReader& reader, std::string_view key) {
  std::string day = reader.text(key, {.presence = Presence::required});
  if (day.empty() || is_day_of_year(day)) return day;
  reader.add(key, DefinitionErrorCode::bad_date, day, Expected::day_of_every_year);
  return {};
}

void read_due(ObjectReader& definition, Loading& loading) {
  const json::Value* value = definition.member("due", Presence::optional);
  if (value == nullptr) return;
  ObjectReader reader(*value, definition.pointer_to("due"), loading.mistakes);
  loading.form.due_from = read_day(reader, "from");
  loading.form.due_until = read_day(reader, "until");
  reader.refuse_others();
  if (!loading.form.due_until.empty() && loading.form.due_until < loading.form.due_from) {
    reader.add("until", DefinitionErrorCode::bad_order, loading.form.due_until, Expected::not_before_from)
        .bound = loading.form.due_from;
  }
}

void read_notes(ObjectReader& definition, Loading& loading) {
  const json::Array* notes = definition.array("notes", Presence::optional, max_notes);
  if (notes == nullptr) return;
  const std::string base = definition.pointer_to("notes");
  for (std::size_t index = 0; index < notes->size(); ++index) {
    std::optional<std::string> note =
        read_text((*notes)[index], json::pointer_to(base, index),
                  {.max_characters = max_help_characters, .several_lines = true}, loading.mistakes);
    if (note) loading.form.notes.push_back(*std::move(note));
  }
}

void read_head(ObjectReader& definition, Loading& loading) {
  definition.word("format", format_words, Presence::required, 0);
  loading.form.id = read_name(definition, "id", is_form_id, Expected::form_name);
  loading.form.edition = read_name(definition, "edition", is_edition, Expected::edition_name);
  loading.form.title = definition.text("title", {.presence = Presence::required});
  read_authority(definition, loading);
  loading.form.reporter = read_party(definition, "reporter");
  loading.form.subject = read_party(definition, "subject");
  read_periods(definition, loading);
  read_due(definition, loading);
  loading.provenance = read_provenance(definition).value_or(Provenance::official);
}

bool is_draft(const Loading& loading) {
  const Form& form = loading.form;
  return loading.provenance == Provenance::draft ||
         std::any_of(form.fields.begin(), form.fields.end(),
                     [](const Field& field) { return field.provenance == Provenance::draft; }) ||
         std::any_of(form.rules.begin(), form.rules.end(), [](const Rule& rule) {
           return rule.severity == Severity::error && rule.provenance == Provenance::draft;
         });
}

}  // namespace

bool is_form_id(std::string_view text) {
  return is_edition(text) && is_lower(text.front()) && text.size() <= max_id_bytes;
}

Result<Form, std::vector<DefinitionError>> load(std::string_view json_text) {
  const Result<json::Value, json::ParseError> parsed =
      json::parse(json_text, {.max_bytes = max_definition_bytes,
                              .max_depth = max_definition_depth,
                              .max_values = max_definition_values});
  Loading loading;
  if (!parsed.ok()) {
    loading.mistakes.add("", DefinitionErrorCode::not_json, "", Expected::json_object).parse_error =
        parsed.error();
    return loading.mistakes.take();
  }

  ObjectReader definition(parsed.value(), "", loading.mistakes);
  read_head(definition, loading);
  load_whole_table(definition, loading);
  load_sections(definition, loading);
  name_fields(loading.form);
  load_field_programs(loading);
  refuse_idle_none(loading);
  load_rules(definition, loading);
  read_notes(definition, loading);
  definition.refuse_others();
  limit_costs(loading);
  if (!loading.mistakes.empty()) return loading.mistakes.take();

  loading.form.dependents = dependents_of(loading.form);
  loading.form.draft = is_draft(loading);
  loading.form.digest = digest::sha256_hex(json::to_canonical(parsed.value()));
  return std::move(loading.form);
}

}  // namespace tianbao::form
