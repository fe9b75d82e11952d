#include "wasm/page/node_json.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tianbao::page {
namespace {

using screen::Node;

constexpr std::array<std::string_view, 16> kind_names = {
    "page", "region", "heading",  "text",    "field",   "choice", "option",     "grid",
    "row",  "cell",   "findings", "finding", "actions", "button", "navigation", "link"};
constexpr std::array<std::string_view, 6> tone_names = {"normal",  "muted",  "error",
                                                        "warning", "notice", "success"};
constexpr std::array<std::string_view, 7> input_names = {"text",  "multiline", "number", "date",
                                                         "phone", "email",     "url"};
constexpr std::array<std::string_view, 3> disclosure_names = {"none", "closed", "open"};
constexpr std::array<std::string_view, 6> cell_names = {"section", "group", "label",
                                                        "column",  "value", "side"};

static_assert(kind_names.size() == static_cast<std::size_t>(screen::Kind::link) + 1);
static_assert(tone_names.size() == static_cast<std::size_t>(screen::Tone::success) + 1);
static_assert(input_names.size() == static_cast<std::size_t>(screen::InputKind::url) + 1);
static_assert(disclosure_names.size() == static_cast<std::size_t>(screen::Disclosure::open) + 1);
static_assert(cell_names.size() == static_cast<std::size_t>(screen::CellKind::side) + 1);

/// Writes the members of one object; opens it at the first.
class Members {
 public:
  explicit Members(std::string& out) : out_(out) {}

  bool any() const { return any_; }
  void key(std::string_view name) {
    out_ += any_ ? ",\"" : "{\"";
    any_ = true;
    out_ += name;
    out_ += "\":";
  }
  void close() { out_ += '}'; }

  void text(std::string_view name, const std::string& before, const std::string& after) {
    if (before == after) return;
    key(name);
    append_string(out_, after);
  }
  void flag(std::string_view name, bool before, bool after) {
    if (before == after) return;
    key(name);
    out_ += after ? "true" : "false";
  }
  void count(std::string_view name, std::uint32_t before, std::uint32_t after) {
    if (before == after) return;
    key(name);
    out_ += std::to_string(after);
  }
  template <typename Enum, std::size_t size>
  void name(std::string_view key_name, Enum before, Enum after,
            const std::array<std::string_view, size>& names) {
    if (before == after) return;
    key(key_name);
    append_string(out_, names[static_cast<std::size_t>(after)]);
  }

 private:
  std::string& out_;
  bool any_ = false;
};

void append_lists(std::string& out, Members& members, const Node& before, const Node& after) {
  if (before.described_by != after.described_by) {
    members.key("described_by");
    out += '[';
    for (const std::string& id : after.described_by) {
      if (out.back() != '[') out += ',';
      append_string(out, id);
    }
    out += ']';
  }
  if (before.column_widths_percent != after.column_widths_percent) {
    members.key("column_widths_percent");
    out += '[';
    for (const std::uint8_t width : after.column_widths_percent) {
      if (out.back() != '[') out += ',';
      out += std::to_string(width);
    }
    out += ']';
  }
}

void append_members(std::string& out, Members& members, const Node& before, const Node& after) {
  members.text("text", before.text, after.text);
  members.text("label", before.label, after.label);
  members.text("value", before.value, after.value);
  members.text("unit", before.unit, after.unit);
  members.text("note", before.note, after.note);
  members.text("target", before.target, after.target);
  append_lists(out, members, before, after);
  members.name("tone", before.tone, after.tone, tone_names);
  members.name("input", before.input, after.input, input_names);
  members.name("cell", before.cell, after.cell, cell_names);
  members.name("disclosure", before.disclosure, after.disclosure, disclosure_names);
  members.count("level", before.level, after.level);
  members.count("column", before.column, after.column);
  members.count("row_span", before.row_span, after.row_span);
  members.count("column_span", before.column_span, after.column_span);
  members.flag("required", before.required, after.required);
  members.flag("invalid", before.invalid, after.invalid);
  members.flag("disabled", before.disabled, after.disabled);
  members.flag("checked", before.checked, after.checked);
  members.flag("multiple", before.multiple, after.multiple);
  members.flag("primary", before.primary, after.primary);
  members.flag("current", before.current, after.current);
  members.flag("live", before.live, after.live);
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  out += '"';
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (character == '"' || character == '\\') {
      out += '\\';
      out += character;
    } else if (character == '\n') {
      out += "\\n";
    } else if (byte < 0x20) {
      out += "\\u00";
      out += hexadecimal[byte >> 4U];
      out += hexadecimal[byte & 0xFU];
    } else {
      out += character;
    }
  }
  out += '"';
}

void append_node(std::string& out, const Node& node) {
  Members members(out);
  members.key("kind");
  append_string(out, kind_names[static_cast<std::size_t>(node.kind)]);
  members.key("id");
  append_string(out, node.id);
  const Node plain;
  append_members(out, members, plain, node);
  if (!node.children.empty()) {
    members.key("children");
    out += '[';
    for (const Node& child : node.children) {
      if (&child != &node.children.front()) out += ',';
      append_node(out, child);
    }
    out += ']';
  }
  members.close();
}

bool append_changes(std::string& out, const Node& before, const Node& after) {
  Members members(out);
  append_members(out, members, before, after);
  if (members.any()) members.close();
  return members.any();
}

}  // namespace tianbao::page
