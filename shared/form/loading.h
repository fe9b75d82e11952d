#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/domain.h"
#include "shared/expression/program.h"
#include "shared/form/form.h"
#include "shared/form/reader.h"
#include "shared/json/value.h"

/// What the parts of the loader share; nothing outside load.cpp and the load_*.cpp beside it includes this.
namespace tianbao::form {

enum class FieldProgram : std::uint8_t { relevant, required, computed };

/// An expression of a field that can only be compiled when every field is known.
struct PendingProgram {
  std::size_t field = 0;
  FieldProgram purpose = FieldProgram::relevant;
  std::string pointer;
  std::string source;
};

/// What the form's expressions and patterns cost together at most, and which of them the most.
struct Costs {
  std::uint64_t steps = 0;
  std::uint64_t most_steps = 0;  // of one
  std::string most_costly;       // JSON Pointer to it

  /// Of the expression or the pattern at `pointer`.
  void add(std::uint64_t cost, std::string_view pointer);
};

/// What the cells of each column of a table have in common, and what all cells have.
struct TableDefinition {
  std::vector<Column> columns;
  std::vector<Layer> of_column;
  std::optional<Layer> of_all;
};

struct Loading {
  Form form;
  Mistakes mistakes;
  Provenance provenance = Provenance::official;  // of what does not state its own
  std::vector<PendingProgram> pending;
  std::optional<TableDefinition> table;  // of a form that is one table
  expression::Declarations declarations;
  std::vector<expression::Domain> domains;  // of the declarations
  Costs costs;
  std::size_t fixed_places = 0;   // in tables so far, where nothing is filled
  std::size_t choices = 0;        // of all fields so far
  std::size_t unknown_names = 0;  // so far

  /// Whether what has been compiled costs too much already: a table's expressions stand once in the file, and
  /// compiling all of them would take as long as their cost.
  bool costs_too_much() const { return costs.steps > max_form_steps; }
  /// Whether to look for what an unknown name may have meant: in a large form that takes its time.
  bool suggests_names() const { return unknown_names < max_suggestions; }
};

std::optional<Provenance> read_provenance(ObjectReader& reader);

/// The member `id` of a section, field or choice: lower_snake, so that expressions can name it.
std::string read_id(ObjectReader& reader);

/// The member `table`.
void load_whole_table(ObjectReader& definition, Loading& loading);
void load_sections(ObjectReader& definition, Loading& loading);

/// Appends a field to the last group of the last section. `inherited_unit` is that of its group or section.
void load_field(const json::Value& value, std::string pointer, std::string_view inherited_unit,
                Loading& loading);
/// The same of which the id, the label and the place in a table are known: reads what may be answered.
void load_answer(ObjectReader& reader, std::string_view inherited_unit, Field field, Loading& loading);
/// The members `columns` and `cells` of a group or of the whole form.
TableDefinition load_columns(ObjectReader& reader, Loading& loading);
/// Reads the columns of the last group of the last section, if it has its own, and appends the cells of its
/// rows.
void load_table(ObjectReader& group, std::string_view inherited_unit, Loading& loading);
/// CEL for whether anything has been answered in a row: in one of its cells that are not computed.
std::string in_use_source(const Form& form, FieldRange row, const std::vector<std::size_t>& computed);
/// The same of the row that a field stands in; "" where it asks for its answers in any case.
std::string in_use_source(const Form& form, std::size_t field);
/// `source` where that holds too.
std::string only_where(const std::string& in_use, const std::string& source);
/// Refuses more than max_fields.
bool has_room(std::string_view pointer, Loading& loading);
void load_choices(ObjectReader& reader, Field& field, Loading& loading);
/// The member `offer`.
void read_offer(ObjectReader& reader, Field& field);
/// Refuses 本节无 where it has no place or nothing to answer.
void refuse_idle_none(Loading& loading);

/// Compiles what the fields asked for.
void load_field_programs(Loading& loading);
/// Fills Field::name.
void name_fields(Form& form);
/// Fills Form::dependency_order; refuses relevance and computation in circles.
void order_fields(Loading& loading);

std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           Loading& loading);
/// As compile, and the expression must be of that type.
std::optional<expression::Program> compile(std::string_view source, std::string_view pointer,
                                           expression::Type type, Loading& loading);

/// Refuses a condition that can never hold.
void refuse_never_true(const expression::Program& condition, std::string_view pointer, Loading& loading);

/// Refuses a form whose expressions and patterns cost more than max_form_steps.
void limit_costs(Loading& loading);

/// Splits `总数 {release.total} 与…` at its braces and compiles what stands between them. `{{` and `}}` are
/// braces of the text itself. nullopt when there was a mistake.
std::optional<std::vector<MessagePart>> load_message(std::string_view message, std::string_view pointer,
                                                     Loading& loading);

void load_rules(ObjectReader& definition, Loading& loading);

/// One name of `each` and what it stands for in turn.
struct Series {
  std::string name;
  std::vector<std::string> texts;
};
/// The member `each` of a rule; none for a rule that stands for itself.
std::vector<Series> read_each(const json::Value& rule, const std::string& pointer, Loading& loading);

/// The field that an element or a member names.
std::optional<std::size_t> read_address(const json::Value& value, std::string_view pointer, Loading& loading);

/// Whether a rule is written short: `total`, `at_most` or `change` in place of `rule`.
bool has_fact(const ObjectReader& reader);
/// nullopt when there was a mistake.
std::optional<Fact> load_fact(ObjectReader& reader, Loading& loading);
/// Refuses the members of facts in a rule that has an expression.
void refuse_fact(ObjectReader& reader);
/// What a fact that does not hold says with its numbers where the definition has no message for it.
std::vector<MessagePart> fact_message(const Fact& fact, std::string_view pointer, Loading& loading);

}  // namespace tianbao::form
