#include "shared/form/form.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace tianbao::form {

bool AddressIndex::insert_last(const std::vector<Field>& fields) {
  const std::string& address = fields.back().address;
  const auto place = std::lower_bound(
      by_address_.begin(), by_address_.end(), address,
      [&fields](std::size_t index, const std::string& wanted) { return fields[index].address < wanted; });
  if (place != by_address_.end() && fields[*place].address == address) return false;
  by_address_.insert(place, fields.size() - 1);
  return true;
}

std::optional<std::size_t> AddressIndex::find(const std::vector<Field>& fields,
                                              std::string_view address) const {
  const auto place = std::lower_bound(
      by_address_.begin(), by_address_.end(), address,
      [&fields](std::size_t index, std::string_view wanted) { return fields[index].address < wanted; });
  if (place == by_address_.end() || fields[*place].address != address) return std::nullopt;
  return *place;
}

bool AddressIndex::has_cells(const std::vector<Field>& fields, std::string_view row) const {
  const std::string begin = std::string(row) + ".";
  const auto place = std::lower_bound(
      by_address_.begin(), by_address_.end(), begin,
      [&fields](std::size_t index, const std::string& wanted) { return fields[index].address < wanted; });
  return place != by_address_.end() && fields[*place].address.compare(0, begin.size(), begin) == 0;
}

std::optional<std::size_t> Form::field_index(std::string_view address) const {
  return addresses.find(fields, address);
}

std::string when_source(const Rule& rule) {
  if (!rule.when) return rule.fact_when ? rule.fact_when->source() : std::string();
  if (!rule.fact_when) return rule.when->source();
  // What is written may end in a comment.
  return "(" + rule.when->source() + "\n) && " + rule.fact_when->source();
}

std::optional<std::size_t> Form::rule_index(std::string_view code, std::size_t field) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [code, field](const Rule& rule) {
    return rule.code == code && rule.fields.front() == field;
  });
  if (found == rules.end()) return std::nullopt;
  return static_cast<std::size_t>(found - rules.begin());
}

expression::Type expression_type(FieldType type) {
  switch (type) {
    case FieldType::whole_number:
    case FieldType::decimal:
      return expression::Type::decimal;
    case FieldType::yes_no:
      return expression::Type::boolean;
    case FieldType::many_choices:
    case FieldType::text_list:
    case FieldType::url_list:
      return expression::Type::list;
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::one_choice:
    case FieldType::date:
    case FieldType::url:
    case FieldType::phone:
    case FieldType::email:
    case FieldType::site_code:
    case FieldType::icp_number:
    case FieldType::police_number:
      return expression::Type::string;
  }
  return expression::Type::dynamic;
}

bool is_number(FieldType type) {
  return type == FieldType::whole_number || type == FieldType::decimal;
}

bool is_list(FieldType type) {
  return type == FieldType::text_list || type == FieldType::url_list;
}

bool is_choice(FieldType type) {
  return type == FieldType::yes_no || type == FieldType::one_choice || type == FieldType::many_choices;
}

NoneAnswer none_answer(const Field& field) {
  if (field.computed) return NoneAnswer::impossible;
  if (field.type == FieldType::yes_no) return NoneAnswer::no;
  const bool takes_zero = is_number(field.type) && (!field.minimum || *field.minimum <= number::Decimal()) &&
                          (!field.maximum || *field.maximum >= number::Decimal());
  if (takes_zero) return NoneAnswer::zero;
  return field.allows_none ? NoneAnswer::none : NoneAnswer::impossible;
}

bool has_region(FieldType type) {
  return type == FieldType::site_code || type == FieldType::police_number;
}

bool can_hold_again(FieldType type) {
  return !is_number(type) && type != FieldType::date;
}

const Choice* other_choice(const Field& field) {
  for (const Choice& choice : field.choices) {
    if (choice.other) return &choice;
  }
  return nullptr;
}

const Group& group_of(const Form& form, const Field& field) {
  return form.sections[field.section].groups[field.group];
}

const Column* column_of(const Form& form, const Field& field) {
  return field.table_cell ? &group_of(form, field).columns[field.table_cell->column] : nullptr;
}

bool is_unit_around(const Form& form, const Field& cell) {
  return cell.unit.empty() || cell.prints_unit || cell.unit == column_of(form, cell)->unit ||
         cell.unit == group_of(form, cell).unit || cell.unit == form.sections[cell.section].unit;
}

FieldRange row_of(const Form& form, std::size_t field) {
  const Field& cell = form.fields[field];
  const auto is_in_row = [&form, &cell](std::size_t index) {
    const Field& other = form.fields[index];
    return other.section == cell.section && other.group == cell.group && other.table_cell &&
           other.table_cell->row == cell.table_cell->row;
  };
  FieldRange row{field, field + 1};
  while (row.begin > 0 && is_in_row(row.begin - 1)) --row.begin;
  while (row.end < form.fields.size() && is_in_row(row.end)) ++row.end;
  return row;
}

Slots slots_of(const Form& form) {
  return {form.fields.size(), form.region_fields.size()};
}

std::string region_name(const Field& field) {
  return "region(" + field.address + ")";
}

std::vector<expression::Declaration> declarations(const Form& form) {
  std::vector<expression::Declaration> names;
  names.reserve(slots_of(form).count());
  const auto declare = [&names](std::string name, const Field& field) {
    const expression::Type type = expression_type(field.type);
    const bool is_list = type == expression::Type::list;
    names.push_back({std::move(name), type, is_list ? expression::Type::string : expression::Type::dynamic});
  };
  for (const Field& field : form.fields) declare(field.address, field);
  for (const Field& field : form.fields) declare("prior." + field.address, field);
  for (const std::string_view name : context_names) {
    names.push_back(
        {std::string(name), name == "period" ? expression::Type::decimal : expression::Type::string});
  }
  for (const std::size_t index : form.region_fields) {
    names.push_back({region_name(form.fields[index]), expression::Type::string});
  }
  return names;
}

}  // namespace tianbao::form
