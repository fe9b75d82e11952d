#include "tests/wasm/page/model.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "shared/json/parse.h"
#include "shared/json/value.h"

namespace tianbao::page {
namespace {

using screen::Node;

template <typename Enum, std::size_t size>
bool read_enum(const json::Value& value, const std::array<std::string_view, size>& names, Enum& out) {
  const std::string* const text = value.as_string();
  if (text == nullptr) return false;
  const auto found = std::find(names.begin(), names.end(), *text);
  if (found == names.end()) return false;
  out = static_cast<Enum>(found - names.begin());
  return true;
}

bool read_enum_member(const json::Member& member, Node& node) {
  static constexpr std::array<std::string_view, 16> kinds = {
      "page", "region", "heading",  "text",    "field",   "choice", "option",     "grid",
      "row",  "cell",   "findings", "finding", "actions", "button", "navigation", "link"};
  static constexpr std::array<std::string_view, 6> tones = {"normal",  "muted",  "error",
                                                            "warning", "notice", "success"};
  static constexpr std::array<std::string_view, 7> inputs = {"text",  "multiline", "number", "date",
                                                             "phone", "email",     "url"};
  static constexpr std::array<std::string_view, 6> cells = {"section", "group", "label",
                                                            "column",  "value", "side"};
  static constexpr std::array<std::string_view, 3> disclosures = {"none", "closed", "open"};
  if (member.key == "kind") return read_enum(member.value, kinds, node.kind);
  if (member.key == "tone") return read_enum(member.value, tones, node.tone);
  if (member.key == "input") return read_enum(member.value, inputs, node.input);
  if (member.key == "cell") return read_enum(member.value, cells, node.cell);
  if (member.key == "disclosure") return read_enum(member.value, disclosures, node.disclosure);
  return false;
}

bool read_text_member(const json::Member& member, const std::string& text, Node& node) {
  const std::array<std::pair<std::string_view, std::string*>, 7> texts = {{{"id", &node.id},
                                                                           {"text", &node.text},
                                                                           {"label", &node.label},
                                                                           {"value", &node.value},
                                                                           {"unit", &node.unit},
                                                                           {"note", &node.note},
                                                                           {"target", &node.target}}};
  for (const auto& [name, place] : texts) {
    if (member.key != name) continue;
    *place = text;
    return true;
  }
  return read_enum_member(member, node);
}

bool read_flag_member(const json::Member& member, bool flag, Node& node) {
  const std::array<std::pair<std::string_view, bool*>, 8> flags = {{{"required", &node.required},
                                                                    {"invalid", &node.invalid},
                                                                    {"disabled", &node.disabled},
                                                                    {"checked", &node.checked},
                                                                    {"multiple", &node.multiple},
                                                                    {"primary", &node.primary},
                                                                    {"current", &node.current},
                                                                    {"live", &node.live}}};
  for (const auto& [name, place] : flags) {
    if (member.key != name) continue;
    *place = flag;
    return true;
  }
  return false;
}

bool read_count_member(const json::Member& member, std::uint32_t count, Node& node) {
  if (member.key == "level") {
    node.level = static_cast<std::uint8_t>(count);
    return true;
  }
  const std::array<std::pair<std::string_view, std::uint32_t*>, 3> counts = {
      {{"column", &node.column}, {"row_span", &node.row_span}, {"column_span", &node.column_span}}};
  for (const auto& [name, place] : counts) {
    if (member.key != name) continue;
    *place = count;
    return true;
  }
  return false;
}

bool read_list_member(const json::Member& member, const json::Array& list, Node& node) {
  if (member.key == "described_by") {
    node.described_by.clear();
    for (const json::Value& id : list) node.described_by.push_back(*id.as_string());
    return true;
  }
  if (member.key == "column_widths_percent") {
    node.column_widths_percent.clear();
    for (const json::Value& width : list) {
      node.column_widths_percent.push_back(
          static_cast<std::uint8_t>(width.as_number()->to_integer().value_or(0)));
    }
    return true;
  }
  return false;
}

bool read_member(const json::Member& member, Node& node) {
  if (const std::string* const text = member.value.as_string()) return read_text_member(member, *text, node);
  if (const bool* const flag = member.value.as_bool()) return read_flag_member(member, *flag, node);
  if (const json::Array* const list = member.value.as_array()) return read_list_member(member, *list, node);
  const number::Decimal* const number = member.value.as_number();
  if (number == nullptr) return false;
  return read_count_member(member, static_cast<std::uint32_t>(number->to_integer().value_or(0)), node);
}

bool read_element(const json::Value& value, int& last_serial, Element& element) {
  const json::Object* const object = value.as_object();
  if (object == nullptr || object->size() < 2 || (*object)[0].key != "kind" || (*object)[1].key != "id") {
    return false;
  }
  element.serial = ++last_serial;
  for (const json::Member& member : *object) {
    if (member.key != "children") {
      if (!read_member(member, element.node)) return false;
      continue;
    }
    for (const json::Value& child : *member.value.as_array()) {
      element.children.emplace_back();
      if (!read_element(child, last_serial, element.children.back())) return false;
    }
  }
  return true;
}

struct Place {
  std::vector<Element>* siblings = nullptr;
  std::size_t index = 0;
};

Place find(std::vector<Element>& elements, std::string_view id) {
  for (std::size_t index = 0; index < elements.size(); ++index) {
    if (elements[index].node.id == id) return {&elements, index};
    const Place below = find(elements[index].children, id);
    if (below.siblings != nullptr) return below;
  }
  return {};
}

Node to_node(const Element& element) {
  Node node = element.node;
  for (const Element& child : element.children) node.children.push_back(to_node(child));
  return node;
}

bool all_ids_new(std::vector<Element>& root, const Element& element) {
  if (find(root, element.node.id).siblings != nullptr) return false;
  return std::all_of(element.children.begin(), element.children.end(),
                     [&root](const Element& child) { return all_ids_new(root, child); });
}

bool create(std::vector<Element>& root, const json::Array& operation, int& last_serial) {
  Element element;
  if (operation.size() != 4 || !read_element(operation[3], last_serial, element)) return false;
  if (!all_ids_new(root, element)) return false;
  const std::string& parent = *operation[1].as_string();
  const auto index = static_cast<std::size_t>(operation[2].as_number()->to_integer().value_or(0));
  if (parent.empty()) {
    root.assign(1, element);
    return index == 0;
  }
  const Place place = find(root, parent);
  if (place.siblings == nullptr) return false;
  std::vector<Element>& children = (*place.siblings)[place.index].children;
  if (index > children.size()) return false;
  children.insert(children.begin() + static_cast<std::ptrdiff_t>(index), element);
  return true;
}

bool update(const Place& place, const json::Value& members) {
  static constexpr std::array<std::string_view, 7> fixed = {"kind",  "id",       "input",   "cell",
                                                            "level", "multiple", "children"};
  for (const json::Member& member : *members.as_object()) {
    if (std::find(fixed.begin(), fixed.end(), member.key) != fixed.end()) return false;
    if (!read_member(member, (*place.siblings)[place.index].node)) return false;
  }
  return true;
}

}  // namespace

bool Model::apply(std::string_view patch) {
  const auto parsed = json::parse(patch);
  if (!parsed || parsed.value().as_array() == nullptr) return false;
  bool removing = true;
  for (const json::Value& value : *parsed.value().as_array()) {
    const json::Array& operation = *value.as_array();
    const std::string& name = *operation[0].as_string();
    if (name == "create") {
      removing = false;
      if (!create(root_, operation, last_serial_)) return false;
      continue;
    }
    const Place place = find(root_, *operation[1].as_string());
    if (place.siblings == nullptr) return false;
    if (name == "remove") {
      if (!removing) return false;
      place.siblings->erase(place.siblings->begin() + static_cast<std::ptrdiff_t>(place.index));
    } else {
      removing = false;
      if (name != "update" || !update(place, operation[2])) return false;
    }
  }
  return true;
}

screen::Node Model::tree() const {
  return root_.empty() ? Node{} : to_node(root_.front());
}

int Model::serial(std::string_view id) const {
  std::vector<Element> copy = root_;
  const Place place = find(copy, id);
  return place.siblings == nullptr ? 0 : (*place.siblings)[place.index].serial;
}

}  // namespace tianbao::page
