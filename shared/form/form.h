#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/expression/program.h"
#include "shared/form/dependents.h"
#include "shared/form/fact.h"
#include "shared/number/decimal.h"
#include "shared/pattern/pattern.h"

namespace tianbao::form {

enum class FieldType : std::uint8_t {
  text,
  long_text,
  whole_number,
  decimal,
  yes_no,
  one_choice,
  many_choices,
  date,
  url,
  phone,
  email,
  site_code,      // 政府网站标识码
  icp_number,     // ICP备案号
  police_number,  // 公安机关备案号
  text_list,      // several texts, joined by “；”
  url_list,
};

/// Where a label, help, point value or rule comes from. Anything `draft` in a label, help, point value or
/// error-level rule makes the whole form say 草稿.
enum class Provenance : std::uint8_t { official, deduced, draft };

enum class Severity : std::uint8_t { error, warning, notice };

/// Whether a warning that stays must be explained (有错误请改正，没错误请写说明).
enum class Explain : std::uint8_t { none, optional, required };

struct Choice {
  std::string id;
  std::string label;
  std::string help;
  bool other = false;        // 其他: asks for a text beside the tick
  bool break_after = false;  // the printed line ends behind it
};

/// How a field stands in the printed table where that does not follow from its place in the form.
struct Print {
  bool same_row = false;     // shares a row with the field before it (ICP备案号 | 公安机关备案号)
  bool break_after = false;  // the line of signatures ends behind it
};

/// What the whole of a text has to be like.
struct FieldPattern {
  std::string source;
  std::string hint;  // what the person should write: 4 位年份
  pattern::Pattern program;
};

/// Where a field stands in a group that is a table.
struct TableCell {
  std::size_t row = 0;     // counted in the group
  std::size_t column = 0;  // index into Group::columns
};

struct Field {
  std::string id;       // lower_snake, unique within its section; of a table's cell "row.column"
  std::string address;  // "section.id": what rules, findings and documents call the cell
  std::string label;    // of a table's cell: its row's
  /// What messages call it where the label is long or stands more than once: 首页上的链接. "" for the label.
  std::string short_label;
  /// The label, with its group's or section's in front where it stands more than once in the form and its
  /// column's behind: “信息发布·总数”, “办件量·总数”, “问责人次·第一季度”.
  std::string name;
  std::string unit;  // of its own or inherited from its group or section; "" for none
  std::string help;  // 填写说明, verbatim
  FieldType type = FieldType::text;
  std::vector<Choice> choices;
  bool allows_none = false;
  bool prints_unit = false;  // the unit stands in the field's own label, not in its group's or section's
  std::optional<expression::Program> relevant;  // absent: always
  std::optional<expression::Program> required;  // absent: never; `true` always
  std::optional<expression::Program> computed;
  std::optional<std::size_t> offer;  // into context_names: what is offered while the cell is blank
  /// Of a 标识码 or 公安机关备案号: where region() of it stands in Slots.
  std::optional<std::size_t> region_slot;
  bool offers_prior = true;    // and what last year's report has, where that can hold again
  std::size_t max_length = 0;  // in code points; for texts and for the text of 其他
  std::optional<FieldPattern> pattern;
  std::optional<number::Decimal> minimum;
  std::optional<number::Decimal> maximum;
  int max_decimal_places = 0;
  Provenance provenance = Provenance::official;
  Print print;
  std::size_t section = 0;  // index into Form::sections
  std::size_t group = 0;    // index into Section::groups
  std::optional<TableCell> table_cell;
};

/// A column of a table: 第一季度.
struct Column {
  std::string id;
  std::string label;
  std::string unit;                              // printed behind the label
  Provenance provenance = Provenance::official;  // of the label
  bool is_fixed = false;                         // its texts are the form's: 扣分细则
  bool is_printed = true;                        // on paper too; on the screen always
  std::size_t width = 1;                         // its share of the width behind the rows' labels
};

/// What the form itself says in a table.
struct FixedText {
  TableCell place;
  std::string text;
};

/// A run of fields: with a label when the official table has a cell for it (解读信息发布), without when it
/// has not. With columns it is a table, and its fields are the cells of its rows, row by row.
struct Group {
  std::string label;
  std::string unit;
  std::size_t first_field = 0;  // into Form::fields
  std::size_t field_count = 0;
  std::vector<Column> columns;
  std::vector<FixedText> fixed_texts;  // row by row
  /// Of rows that are repeated as needed: how many there may be, and how many there have to be. 0 where the
  /// form names its rows.
  std::size_t most_rows = 0;
  std::size_t least_rows = 0;
};

enum class SectionPlace : std::uint8_t {
  header,  // above the table: 填报单位
  table,
  footer,  // below the table: 单位负责人 … 填报日期
};

struct Section {
  std::string id;
  std::string label;
  std::string numeral;  // 一, 二 … as the 填写说明 number it; "" when they do not
  std::string unit;
  std::string help;
  std::string note;  // 注: printed below its rows
  SectionPlace place = SectionPlace::table;
  bool prints_label = true;  // 基本信息 has no cell of its own in the table
  bool allows_none = false;  // 本节无: one act answers what is blank, as none_answer() says
  std::vector<Group> groups;
};

/// A message with expressions in braces: `总数 {release.total} 与…不等`.
struct MessagePart {
  std::string text;
  std::optional<expression::Program> expression;  // printed behind `text`
};

struct Rule {
  /// E…, W… or N… and three digits. Rules that stand as one in the file, for each row, have the same.
  std::string code;
  Severity severity = Severity::warning;
  Explain explain = Explain::none;
  std::optional<expression::Program> when;       // as the definition has it
  std::optional<expression::Program> fact_when;  // what the fact asks besides before the rule applies, in CEL
  expression::Program condition;                 // what must hold: the JSON member `rule`, or the fact in CEL
  std::optional<Fact> fact;                      // of a rule that is written short
  std::vector<MessagePart> message;
  std::vector<std::size_t> fields;  // into Form::fields, the first is where the finding stands
  std::string basis;                // what it rests on: 填写说明 text or document number
  Provenance provenance = Provenance::official;
};

/// `when` and `fact_when` together, in CEL; "" for a rule that always applies. For people and other programs:
/// it may be longer than what compiles.
std::string when_source(const Rule& rule);

/// Fields by address, for thousands of look-ups.
class AddressIndex {
 public:
  /// False when the last of `fields` has an address that an earlier one has.
  bool insert_last(const std::vector<Field>& fields);
  std::optional<std::size_t> find(const std::vector<Field>& fields, std::string_view address) const;
  /// Whether an address begins with `row` and a full stop.
  bool has_cells(const std::vector<Field>& fields, std::string_view row) const;

 private:
  std::vector<std::size_t> by_address_;
};

/// Who makes reports, and what they are about.
enum class Party : std::uint8_t {
  site,  // a website, by its 标识码
  unit,  // a 组织单位
};

/// What stands above the sections, groups and rows of a form that is one table. Where only `row` is said, it
/// stands above all of them.
struct TableHead {
  std::string section;
  std::string group;
  std::string row;
};

/// One edition of one form, loaded and checked: everything the program knows about what is asked.
struct Form {
  std::string id;
  std::string edition;
  std::string digest;  // SHA-256 over the canonical definition, lower-case hex
  std::string title;
  std::string authority;        // 国办函〔2018〕12号
  std::string authority_title;  // its name
  Party reporter = Party::site;
  Party subject = Party::site;
  int first_period = 0;  // years; both inclusive
  std::optional<int> last_period;
  std::string due_from;  // "01-01": month and day in the year after the period
  std::string due_until;
  std::optional<TableHead> table_head;  // of a form that is one table, whose columns are named once
  std::vector<Section> sections;
  std::vector<Field> fields;  // in the order of the form
  AddressIndex addresses;
  /// Fields with a region_slot, in the order of the form.
  std::vector<std::size_t> region_fields;
  /// Every field, each behind those that its relevance and its computed value read.
  std::vector<std::size_t> dependency_order;
  std::vector<Rule> rules;
  Dependents dependents;  // derived from the fields and the rules
  std::vector<std::string> notes;
  bool draft = false;  // derived: see Provenance

  std::optional<std::size_t> field_index(std::string_view address) const;
  /// Into rules: of that code, and of those that stand as one in the file, the one whose finding stands at
  /// `field`.
  std::optional<std::size_t> rule_index(std::string_view code, std::size_t field) const;
};

const Group& group_of(const Form& form, const Field& field);
/// nullptr for a field outside of tables.
const Column* column_of(const Form& form, const Field& field);

/// Whether the unit of a table's cell stands at its row, its column or around them.
bool is_unit_around(const Form& form, const Field& cell);

/// Fields behind each other: the first, and the one behind the last.
struct FieldRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};
/// The cells of the table's row that a field stands in.
FieldRange row_of(const Form& form, std::size_t field);

/// The names of what the context says, as they stand behind the fields in Slots.
inline constexpr std::array<std::string_view, 8> context_names = {
    "site.code",       "site.name",          "site.url", "site.organiser",
    "site.icp_number", "site.police_number", "today",    "period"};

/// The names that a form's expressions may use. Slots: first every field in order, then the same fields of
/// the last approved period as `prior.…`, then the register's facts and the plain names below, then
/// `region(…)` of the fields that have one.
struct Slots {
  std::size_t field_count = 0;
  std::size_t region_count = 0;

  std::size_t field(std::size_t index) const { return index; }
  std::size_t prior(std::size_t index) const { return field_count + index; }
  std::size_t site_code() const { return 2 * field_count; }
  std::size_t today() const { return regions() - 2; }
  std::size_t period() const { return regions() - 1; }
  std::size_t regions() const { return site_code() + context_names.size(); }
  std::size_t count() const { return regions() + region_count; }
};

Slots slots_of(const Form& form);

/// What region() of a field is called in expressions.
std::string region_name(const Field& field);

std::vector<expression::Declaration> declarations(const Form& form);

expression::Type expression_type(FieldType type);

/// Whether it may begin with the code of a region (shared/region).
bool has_region(FieldType type);

bool is_number(FieldType type);
bool is_list(FieldType type);

/// Whether answering means to choose: 是/否, one choice, many choices.
bool is_choice(FieldType type);

/// How a field is answered where there is nothing to report.
enum class NoneAnswer : std::uint8_t {
  impossible,  // somebody has to choose or write
  zero,
  no,    // 否
  none,  // 无
};

NoneAnswer none_answer(const Field& field);

/// Whether what stood there last year may hold this year too: a name, a telephone number, a choice; no figure
/// and no date.
bool can_hold_again(FieldType type);

/// 其他, the choice with a text beside it; nullptr when the field has none.
const Choice* other_choice(const Field& field);

}  // namespace tianbao::form
