#include <algorithm>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

/// Adds the field that stands there, which is a number and not among `fields` yet.
void add_number(const json::Value& value, std::string_view pointer, std::vector<std::size_t>& fields,
                Loading& loading) {
  const std::optional<std::size_t> field = read_address(value, pointer, loading);
  if (!field) return;
  const std::string& address = loading.form.fields[*field].address;
  if (!is_number(loading.form.fields[*field].type)) {
    loading.mistakes.add(pointer, DefinitionErrorCode::wrong_field_type, address, Expected::number_field);
  } else if (std::find(fields.begin(), fields.end(), *field) != fields.end()) {
    loading.mistakes.add(pointer, DefinitionErrorCode::duplicate_id, address, Expected::each_field_once);
  } else {
    fields.push_back(*field);
  }
}

/// Two numbers at least; how many there are in all.
std::size_t add_numbers(ObjectReader& reader, std::string_view key, std::size_t most,
                        std::vector<std::size_t>& fields, Loading& loading) {
  const json::Array* const names = reader.array(key, Presence::required, most);
  if (names == nullptr) return 0;
  const std::string base = reader.pointer_to(key);
  for (std::size_t index = 0; index < names->size(); ++index) {
    add_number((*names)[index], json::pointer_to(base, index), fields, loading);
  }
  if (names->size() == 1) {
    loading.mistakes.add(json::pointer_to(base, 1), DefinitionErrorCode::missing_member, "",
                         Expected::two_numbers);
  }
  return names->size();
}

bool read_total(ObjectReader& reader, Fact& fact, Loading& loading) {
  fact.kind = FactKind::total;
  add_number(*reader.member("total", Presence::required), reader.pointer_to("total"), fact.fields, loading);
  const std::size_t parts = add_numbers(reader, "of", max_total_parts, fact.fields, loading);
  return parts > 1 && fact.fields.size() == parts + 1;
}

bool read_at_most(ObjectReader& reader, Fact& fact, Loading& loading) {
  fact.kind = FactKind::at_most;
  const std::size_t count = add_numbers(reader, "at_most", max_at_most_fields, fact.fields, loading);
  return count > 1 && fact.fields.size() == count;
}

bool read_change(ObjectReader& rule, Fact& fact, Loading& loading) {
  ObjectReader reader(*rule.member("change", Presence::required), rule.pointer_to("change"),
                      loading.mistakes);
  if (const json::Value* const of = reader.member("of", Presence::required)) {
    add_number(*of, reader.pointer_to("of"), fact.fields, loading);
  }
  std::optional<std::int64_t> factor;
  if (reader.has("percent")) {
    fact.kind = FactKind::change_percent;
    factor = reader.whole("percent", Presence::required, {1, max_change_percent});
    reader.refuse({"times"}, Expected::times_or_percent);
  } else {
    fact.kind = FactKind::change_times;
    factor = reader.whole("times", Presence::required, {min_change_times, max_change_times});
    reader.refuse({"percent"}, Expected::times_or_percent);
  }
  reader.refuse_others();
  fact.factor = static_cast<int>(factor.value_or(0));
  return factor && !fact.fields.empty();
}

/// Puts a message together from words and from the values of names.
class MessageWriter {
 public:
  MessageWriter(std::string_view pointer, Loading& loading) : pointer_(pointer), loading_(loading) {}

  MessageWriter& words(std::string_view words) {
    text_ += words;
    return *this;
  }

  MessageWriter& value(std::string_view source) {
    std::optional<expression::Program> program = compile(source, pointer_, loading_);
    parts_.push_back({std::exchange(text_, {}), std::move(program)});
    return *this;
  }

  /// `办结留言数量 527`
  MessageWriter& named_value(std::string_view name, const Field& field) {
    return words(name).words(" ").value(field.address);
  }

  std::vector<MessagePart> take() {
    if (!text_.empty()) parts_.push_back({std::move(text_), std::nullopt});
    return std::move(parts_);
  }

 private:
  std::string_view pointer_;
  Loading& loading_;
  std::string text_;
  std::vector<MessagePart> parts_;
};

/// What a fact calls its fields.
struct Names {
  std::string shared;  // said once, in front of all
  std::vector<std::string> own;
};

/// Field::name of a cell without its column's.
std::string row_name(const Form& form, const Field& cell) {
  return cell.name.substr(0, cell.name.size() - ("·" + column_of(form, cell)->label).size());
}

/// Cells of one column are told apart by their rows, and those of one row by their columns.
Names names_of(const Fact& fact, const Form& form) {
  const Field& first = form.fields[fact.fields.front()];
  bool is_one_column = first.table_cell.has_value();
  bool is_one_row = is_one_column;
  for (const std::size_t index : fact.fields) {
    const Field& field = form.fields[index];
    const bool is_same_table =
        field.table_cell && first.section == field.section && first.group == field.group;
    is_one_column = is_one_column && is_same_table && first.table_cell->column == field.table_cell->column;
    is_one_row = is_one_row && is_same_table && first.table_cell->row == field.table_cell->row;
  }
  Names names;
  if (is_one_column) names.shared = column_of(form, first)->label + "：";
  if (is_one_row) names.shared = row_name(form, first) + "：";
  for (const std::size_t index : fact.fields) {
    const Field& field = form.fields[index];
    names.own.push_back(is_one_row      ? column_of(form, field)->label
                        : is_one_column ? row_name(form, field)
                                        : field.name);
  }
  return names;
}

void write_total(const Fact& fact, const Form& form, MessageWriter& writer) {
  const std::vector<Field>& fields = form.fields;
  const Names names = names_of(fact, form);
  writer.words(names.shared).named_value(names.own.front(), fields[fact.fields.front()]).words(" 不等于");
  std::string sum;
  for (std::size_t place = 1; place < fact.fields.size(); ++place) {
    const Field& part = fields[fact.fields[place]];
    if (place > 1) writer.words("、");
    writer.named_value(names.own[place], part);
    sum += (place > 1 ? " + " : "") + part.address;
  }
  writer.words(" 之和 ").value(sum);
}

void write_at_most(const Fact& fact, const Form& form, MessageWriter& writer) {
  const std::vector<Field>& fields = form.fields;
  const Names names = names_of(fact, form);
  writer.words(names.shared);
  if (fact.fields.size() == 2) {
    writer.named_value(names.own[0], fields[fact.fields[0]]).words(" 大于");
    writer.named_value(names.own[1], fields[fact.fields[1]]);
    return;
  }
  for (std::size_t place = 0; place < fact.fields.size(); ++place) {
    if (place > 0) writer.words("、");
    writer.named_value(names.own[place], fields[fact.fields[place]]);
  }
  writer.words("：其中有大于后一项的");
}

void write_change(const Fact& fact, const std::vector<Field>& fields, MessageWriter& writer) {
  const Field& field = fields[fact.fields.front()];
  writer.words(field.name).words("由上年的 ").value("prior." + field.address);
  writer.words(" 变为 ").value(field.address);
  const std::string factor = std::to_string(fact.factor);
  if (fact.kind == FactKind::change_times) {
    writer.words("，超过上年的 " + factor + " 倍或者不足" + share_text(fact.factor));
  } else {
    writer.words("，增减超过 " + factor + "%");
  }
}

}  // namespace

bool has_fact(const ObjectReader& reader) {
  return !reader.has("rule") && (reader.has("total") || reader.has("at_most") || reader.has("change"));
}

std::optional<Fact> load_fact(ObjectReader& reader, Loading& loading) {
  Fact fact;
  bool sound = false;
  if (reader.has("total")) {
    sound = read_total(reader, fact, loading);
    reader.refuse({"rule", "at_most", "change"}, Expected::one_condition);
  } else if (reader.has("at_most")) {
    sound = read_at_most(reader, fact, loading);
    reader.refuse({"rule", "total", "of", "change"}, Expected::one_condition);
  } else {
    sound = read_change(reader, fact, loading);
    reader.refuse({"rule", "total", "of", "at_most"}, Expected::one_condition);
  }
  return sound ? std::optional(std::move(fact)) : std::nullopt;
}

void refuse_fact(ObjectReader& reader) {
  reader.refuse({"total", "of", "at_most", "change"}, Expected::one_condition);
}

std::vector<MessagePart> fact_message(const Fact& fact, std::string_view pointer, Loading& loading) {
  MessageWriter writer(pointer, loading);
  switch (fact.kind) {
    case FactKind::total:
      write_total(fact, loading.form, writer);
      break;
    case FactKind::at_most:
      write_at_most(fact, loading.form, writer);
      break;
    case FactKind::change_times:
    case FactKind::change_percent:
      write_change(fact, loading.form.fields, writer);
      break;
  }
  return writer.take();
}

}  // namespace tianbao::form
