#include <algorithm>
#include <array>
#include <utility>

#include "shared/form/loading.h"
#include "shared/form/placeholder.h"
#include "shared/text/nearest.h"

namespace tianbao::form {
namespace {

// In the orders of Severity and Explain.
constexpr std::array<std::string_view, 3> severity_words = {"error", "warning", "notice"};
constexpr std::array<std::string_view, 3> explain_words = {"none", "optional", "required"};
constexpr std::string_view code_letters = "EWN";

bool is_code(std::string_view code, char letter) {
  return code.size() == 4 && code.front() == letter &&
         std::all_of(code.begin() + 1, code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// `first_alike`: of the rules that stand as one in the file, where those begin that are read now.
void read_code_and_severity(ObjectReader& reader, std::size_t first_alike, Rule& rule, Loading& loading) {
  rule.code = reader.text("code", {.presence = Presence::required, .max_characters = max_id_bytes});
  const std::size_t severity =
      reader.word("severity", severity_words, Presence::required, severity_words.size());
  if (severity == severity_words.size()) return;
  rule.severity = static_cast<Severity>(severity);
  if (!rule.code.empty() && !is_code(rule.code, code_letters[severity])) {
    reader.add("code", DefinitionErrorCode::bad_code, rule.code, Expected::rule_code).bound =
        severity_words[severity];
  }
  const std::vector<Rule>& earlier = loading.form.rules;
  const auto others_end = earlier.begin() + static_cast<std::ptrdiff_t>(first_alike);
  if (std::any_of(earlier.begin(), others_end,
                  [&rule](const Rule& other) { return !rule.code.empty() && other.code == rule.code; })) {
    reader.add("code", DefinitionErrorCode::duplicate_code, rule.code, Expected::unlike_other_rules);
  }
}

void read_explain(ObjectReader& reader, Rule& rule) {
  if (rule.severity == Severity::warning) {
    rule.explain = static_cast<Explain>(
        reader.word("explain", explain_words, Presence::optional, static_cast<std::size_t>(Explain::none)));
  } else {
    reader.refuse({"explain"}, Expected::only_warnings);
  }
}

std::string_view nearest_address(std::string_view word, const std::vector<Field>& fields) {
  text::Nearest nearest(word);
  for (const Field& field : fields) nearest.offer(field.address);
  return nearest.name();
}

/// True when every element names a field, each once, or none has to.
bool read_fields(ObjectReader& reader, Presence presence, Rule& rule, Loading& loading) {
  const bool is_there = reader.has("fields");
  const json::Array* names = reader.array("fields", presence, max_rule_fields);
  if (names == nullptr) return !is_there && presence == Presence::optional;
  const std::string base = reader.pointer_to("fields");
  for (std::size_t index = 0; index < names->size(); ++index) {
    const std::string pointer = json::pointer_to(base, index);
    const std::optional<std::size_t> field = read_address((*names)[index], pointer, loading);
    if (!field) continue;
    if (std::find(rule.fields.begin(), rule.fields.end(), *field) != rule.fields.end()) {
      loading.mistakes.add(pointer, DefinitionErrorCode::duplicate_id, loading.form.fields[*field].address,
                           Expected::each_field_once);
    } else {
      rule.fields.push_back(*field);
    }
  }
  return rule.fields.size() == names->size();
}

void add_read_fields(const expression::Program& program, std::size_t field_count,
                     std::vector<std::size_t>& fields) {
  for (const std::size_t slot : program.slots()) {
    if (slot < field_count && std::find(fields.begin(), fields.end(), slot) == fields.end()) {
      fields.push_back(slot);
    }
  }
}

/// The cells of this year: those of a fact in its order, then as `when`, the condition and the message have
/// them.
std::vector<std::size_t> fields_read(const Rule& rule, std::size_t field_count) {
  std::vector<std::size_t> read = rule.fact ? rule.fact->fields : std::vector<std::size_t>();
  if (rule.when) add_read_fields(*rule.when, field_count, read);
  add_read_fields(rule.condition, field_count, read);
  for (const MessagePart& part : rule.message) {
    if (part.expression) add_read_fields(*part.expression, field_count, read);
  }
  return read;
}

/// What a rule says it is about and what it reads have to be the same cells: these are shown with the finding
/// and are what an explanation holds for. Last year's cells are not part of it.
void compare_fields(ObjectReader& reader, const Rule& rule, Loading& loading) {
  const std::vector<Field>& fields = loading.form.fields;
  const std::vector<std::size_t> read = fields_read(rule, fields.size());
  const auto holds = [](const std::vector<std::size_t>& list, std::size_t field) {
    return std::find(list.begin(), list.end(), field) != list.end();
  };
  for (const std::size_t field : read) {
    if (!holds(rule.fields, field)) {
      reader.add("fields", DefinitionErrorCode::unlisted_field, fields[field].address,
                 Expected::every_field_read);
    }
  }
  for (std::size_t index = 0; index < rule.fields.size(); ++index) {
    if (!holds(read, rule.fields[index])) {
      loading.mistakes.add(json::pointer_to(reader.pointer_to("fields"), index),
                           DefinitionErrorCode::unread_field, fields[rule.fields[index]].address,
                           Expected::only_fields_read);
    }
  }
}

std::optional<expression::Program> compile_condition(const std::string& source, ObjectReader& reader,
                                                     std::string_view key, Loading& loading) {
  if (source.empty()) return std::nullopt;
  return compile(source, reader.pointer_to(key), expression::Type::boolean, loading);
}

std::optional<std::vector<MessagePart>> read_message(ObjectReader& reader, Presence presence,
                                                     Loading& loading) {
  const std::string message =
      reader.text("message", {.presence = presence, .max_characters = max_message_characters});
  if (message.empty()) return std::nullopt;
  return load_message(message, reader.pointer_to("message"), loading);
}

/// True when all of them compile.
bool read_programs(ObjectReader& reader, Presence presence, Rule& rule, Loading& loading) {
  constexpr TextShape source = {.max_characters = expression::max_source_bytes, .several_lines = true};
  const bool has_message = reader.has("message");
  const std::string when = reader.text("when", source);
  Spelling spelling;
  if (rule.fact) {
    spelling = cel_spelling(loading.form, *rule.fact);
  } else {
    spelling.rule = reader.text("rule", source);
  }
  std::optional<std::vector<MessagePart>> message = read_message(reader, presence, loading);
  if (rule.fact && !has_message) message = fact_message(*rule.fact, reader.pointer(), loading);

  rule.when = compile_condition(when, reader, "when", loading);
  if (rule.when) refuse_never_true(*rule.when, reader.pointer_to("when"), loading);
  rule.fact_when = compile_condition(spelling.when, reader, "change", loading);
  std::optional<expression::Program> program = compile_condition(spelling.rule, reader, "rule", loading);
  if (!program || !message || reader.has("when") != rule.when.has_value() ||
      spelling.when.empty() == rule.fact_when.has_value()) {
    return false;
  }
  rule.condition = *std::move(program);
  rule.message = *std::move(message);
  return true;
}

/// What has to hold, as an expression or as a fact; false when there was a mistake.
bool read_condition(ObjectReader& reader, Rule& rule, Loading& loading) {
  if (!has_fact(reader)) {
    refuse_fact(reader);
    if (!reader.has("rule")) {
      reader.add("rule", DefinitionErrorCode::missing_member, "", Expected::rule_or_fact);
    }
    return read_programs(reader, Presence::required, rule, loading);
  }
  rule.fact = load_fact(reader, loading);
  const bool compiled = read_programs(reader, Presence::optional, rule, loading);
  return rule.fact && compiled;
}

/// A finding is known by its code and the cell at which it stands.
void refuse_same_cell(ObjectReader& reader, std::size_t first_alike, const Rule& rule, Loading& loading) {
  const std::vector<Rule>& rules = loading.form.rules;
  if (rule.fields.empty()) return;
  const bool is_taken = std::any_of(
      rules.begin() + static_cast<std::ptrdiff_t>(first_alike), rules.end(),
      [&rule](const Rule& other) { return !other.fields.empty() && other.fields[0] == rule.fields[0]; });
  if (!is_taken) return;
  reader.add(reader.has("fields") ? "fields" : "each", DefinitionErrorCode::duplicate_id,
             loading.form.fields[rule.fields[0]].address, Expected::another_first_field);
}

/// A rule about a row that is repeated as needed applies where the row is in use.
void apply_where_in_use(ObjectReader& reader, Rule& rule, Loading& loading) {
  const std::string in_use = in_use_source(loading.form, rule.fields.front());
  if (in_use.empty()) return;
  const std::string when = rule.when ? rule.when->source() : "true";
  rule.when =
      compile(only_where(in_use, when), reader.pointer_to("when"), expression::Type::boolean, loading);
}

void load_rule(const json::Value& value, const std::string& pointer, std::size_t first_alike,
               Loading& loading) {
  ObjectReader reader(value, pointer, loading.mistakes);
  reader.leave({"each"});
  Rule rule;
  read_code_and_severity(reader, first_alike, rule, loading);
  read_explain(reader, rule);
  rule.basis = reader.text("basis", {.presence = Presence::required, .max_characters = max_basis_characters});
  rule.provenance = read_provenance(reader).value_or(loading.provenance);
  const Presence presence = has_fact(reader) ? Presence::optional : Presence::required;
  const bool fields_known = read_fields(reader, presence, rule, loading);
  const bool compiled = read_condition(reader, rule, loading);
  if (compiled && rule.fact && !reader.has("fields")) {
    rule.fields = fields_read(rule, loading.form.fields.size());
  } else if (fields_known && compiled) {
    compare_fields(reader, rule, loading);
  }
  if (compiled && !rule.fields.empty()) apply_where_in_use(reader, rule, loading);
  refuse_same_cell(reader, first_alike, rule, loading);
  reader.refuse_others();
  loading.form.rules.push_back(std::move(rule));
}

/// The rule once for every choice of a text from each series, the last of them changing first.
void load_each(const json::Value& value, const std::string& pointer, const std::vector<Series>& each,
               Loading& loading) {
  const std::size_t first_alike = loading.form.rules.size();
  std::size_t count = 1;
  for (const Series& series : each) count = std::min(count * series.texts.size(), max_rules + 1);
  loading.mistakes.say_once(true);
  for (std::size_t place = 0; place < count; ++place) {
    if (loading.form.rules.size() == max_rules) {
      loading.mistakes
          .add(pointer, DefinitionErrorCode::too_many, std::to_string(max_rules + 1),
               Expected::at_most_elements)
          .most = static_cast<std::int64_t>(max_rules);
      break;
    }
    std::vector<Placeholder> placeholders;
    std::size_t rest = place;
    for (auto series = each.rbegin(); series != each.rend(); ++series) {
      placeholders.push_back({series->name, series->texts[rest % series->texts.size()]});
      rest /= series->texts.size();
    }
    load_rule(filled_in(value, placeholders), pointer, first_alike, loading);
  }
  loading.mistakes.say_once(false);
}

}  // namespace

std::optional<std::size_t> read_address(const json::Value& value, std::string_view pointer,
                                        Loading& loading) {
  const std::string* const name = value.as_string();
  if (name == nullptr) {
    loading.mistakes.add(pointer, DefinitionErrorCode::wrong_type, shown(value), Expected::field_address);
    return std::nullopt;
  }
  const std::optional<std::size_t> field = loading.form.field_index(*name);
  if (!field) {
    DefinitionError& error =
        loading.mistakes.add(pointer, DefinitionErrorCode::unknown_field, *name, Expected::known_field);
    if (loading.suggests_names()) error.nearest = nearest_address(*name, loading.form.fields);
    ++loading.unknown_names;
  }
  return field;
}

void load_rules(ObjectReader& definition, Loading& loading) {
  const json::Array* rules = definition.array("rules", Presence::optional, max_rules);
  if (rules == nullptr) return;
  const std::string base = definition.pointer_to("rules");
  for (std::size_t index = 0; index < rules->size(); ++index) {
    const std::string pointer = json::pointer_to(base, index);
    const std::vector<Series> each = read_each((*rules)[index], pointer, loading);
    if (each.empty()) {
      load_rule((*rules)[index], pointer, loading.form.rules.size(), loading);
    } else {
      load_each((*rules)[index], pointer, each, loading);
    }
  }
}

}  // namespace tianbao::form
