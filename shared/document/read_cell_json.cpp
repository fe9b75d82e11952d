#include <algorithm>
#include <optional>

#include "shared/document/read_members.h"
#include "shared/form/load.h"
#include "shared/json/write.h"

namespace tianbao::document {
namespace {

Cell unread_cell(std::string raw) {
  Cell cell;
  cell.state = CellState::unread;
  cell.raw = std::move(raw);
  return cell;
}

/// The ids in the form's order, each once; those that the form has not come last. nullopt for anything but
/// texts.
std::optional<ChoiceIds> read_ids(const form::Field& field, const json::Array& array) {
  for (const json::Value& each : array) {
    if (!each.as_string() || each.as_string()->empty()) return std::nullopt;
  }
  ChoiceIds ids;
  for (const form::Choice& choice : field.choices) {
    const bool ticked = std::any_of(array.begin(), array.end(),
                                    [&](const json::Value& each) { return *each.as_string() == choice.id; });
    if (ticked) ids.push_back(choice.id);
  }
  for (const json::Value& each : array) {
    if (std::find(ids.begin(), ids.end(), *each.as_string()) == ids.end()) ids.push_back(*each.as_string());
  }
  return ids;
}

/// A value of the JSON type that the field asks for; nullopt when it is of another.
std::optional<Cell> read_typed(const form::Field& field, const json::Value& value) {
  Cell cell;
  cell.state = CellState::value;
  switch (field.type) {
    case form::FieldType::yes_no:
      if (!value.as_bool()) return std::nullopt;
      cell.value = *value.as_bool();
      return cell;
    case form::FieldType::whole_number:
    case form::FieldType::decimal:
      if (!value.as_number() || !fits_cell(*value.as_number())) return std::nullopt;
      cell.value = *value.as_number();
      return cell;
    case form::FieldType::many_choices: {
      if (!value.as_array()) return std::nullopt;
      std::optional<ChoiceIds> ids = read_ids(field, *value.as_array());
      if (!ids) return std::nullopt;
      cell.value = *std::move(ids);
      return cell;
    }
    case form::FieldType::one_choice:
      if (!value.as_string()) return std::nullopt;
      if (value.as_string()->empty()) return Cell{};
      cell.value = *value.as_string();
      return cell;
    default:
      if (!value.as_string()) return std::nullopt;
      return read_cell(field, *value.as_string());
  }
}

bool has_no_choice(const Cell& cell) {
  const auto* const ids = std::get_if<ChoiceIds>(&cell.value);
  return cell.state == CellState::value && ids && ids->empty();
}

std::string optional_text(const json::Value& object, std::string_view pointer, std::string_view member,
                          Mistakes& mistakes) {
  return object.find(member) ? read_string(object, pointer, member, max_cell_bytes, mistakes) : std::string();
}

/// The state that the members `value` and `none` give.
Cell read_state(const form::Field& field, const json::Value& object, std::string_view pointer,
                const std::string& raw, Mistakes& mistakes) {
  const json::Value* const value = object.find("value");
  const json::Value* const none = object.find("none");
  if (value && none) {
    mistakes.add(std::string(pointer), "wrong_value", "value 和 none", "其中之一");
    return {};
  }
  if (none) {
    if (!none->as_bool() || !*none->as_bool()) {
      mistakes.add(json::pointer_to(pointer, "none"), "wrong_value", excerpt(*none), "true");
      return {};
    }
    Cell cell;
    cell.state = CellState::none;
    return cell;
  }
  if (value) {
    if (value->as_object()) {
      mistakes.wrong_type(json::pointer_to(pointer, "value"), *value, "值");
      return {};
    }
    return read_cell_member(field, *value, json::pointer_to(pointer, "value"), mistakes);
  }
  if (raw.empty()) mistakes.missing(pointer, "value");
  return raw.empty() ? Cell{} : unread_cell(raw);
}

Cell read_cell_object(const form::Field& field, const json::Value& object, std::string_view pointer,
                      Mistakes& mistakes) {
  std::vector<std::string_view> members = {"value", "none", "raw", "remark"};
  const bool asks_for_text = form::other_choice(field) != nullptr;
  if (asks_for_text) members.push_back("other");
  expect_members(object, pointer, members, mistakes);
  const std::string raw = optional_text(object, pointer, "raw", mistakes);
  const std::string remark = optional_text(object, pointer, "remark", mistakes);
  const std::string other = asks_for_text ? optional_text(object, pointer, "other", mistakes) : std::string();

  const std::size_t mistakes_before = mistakes.count();
  Cell cell = read_state(field, object, pointer, raw, mistakes);
  // The one value that is blank by itself and not beside a text: no tick, but something written next to 其他.
  const json::Value* const value = object.find("value");
  if (cell.state == CellState::blank && value && value->as_array() && !other.empty()) {
    cell.state = CellState::value;
    cell.value = ChoiceIds{};
  }
  if (cell.state == CellState::blank) {
    if (value && mistakes.count() == mistakes_before)
      mistakes.add(json::pointer_to(pointer, "value"), "wrong_value", excerpt(*value), "值");
    return cell;
  }
  if (!raw.empty()) cell.raw = raw;
  if (!remark.empty()) cell.remark = remark;
  cell.other = other;
  return cell;
}

}  // namespace

Cell read_cell_member(const form::Field& field, const json::Value& value, std::string_view pointer,
                      Mistakes& mistakes) {
  if (value.is_null()) {
    mistakes.wrong_type(pointer, value, "值；没有填写的项不写");
    return {};
  }
  if (value.as_object()) return read_cell_object(field, value, pointer, mistakes);
  if (value.as_array() && value.as_array()->size() > form::max_choices) {
    mistakes.add(std::string(pointer), "too_many", std::to_string(value.as_array()->size()) + " 个选项",
                 "至多 " + std::to_string(form::max_choices) + " 个");
    return {};
  }

  std::optional<Cell> cell = read_typed(field, value);
  std::string text = value.as_string() ? *value.as_string() : std::string();
  if (!value.as_string() && (!cell || value.as_array())) text = json::to_compact(value);
  if (text.size() > max_cell_bytes) {
    mistakes.add(std::string(pointer), "too_long", std::to_string(text.size()) + " 字节",
                 "至多 " + std::to_string(max_cell_bytes) + " 字节");
    return {};
  }
  if (!cell) return text.empty() ? Cell{} : unread_cell(std::move(text));
  return has_no_choice(*cell) ? Cell{} : *std::move(cell);
}

Result<Cell, std::vector<DocumentError>> read_cell_json(const form::Field& field, const json::Value& value) {
  Mistakes mistakes;
  Cell cell = read_cell_member(field, value, "", mistakes);
  if (!mistakes.empty()) return mistakes.take();
  return cell;
}

}  // namespace tianbao::document
