#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tianbao::screen {

/// The few kinds of which every screen is made. Two interpreters present them: paint/ (Dear ImGui) and page/
/// (DOM). A new screen needs no new kind; a new kind needs one function in each interpreter.
enum class Kind : std::uint8_t {
  page,     // the root: its children stand one below the other; `note` in `tone` stands in the bar, always in
            // view
  region,   // children below each other under an accessible name (`label`)
  heading,  // `text`, `level` 1…3
  text,     // a paragraph, `text` in `tone`
  field,    // one text control; `text` is its visible label where no cell of a grid shows one
  choice,   // radio buttons or check boxes: options, then at most one field (the text of 其他)
  option,   // `text`, `checked`, `multiple`
  grid,     // the official table: children of kind row
  row,      // children of kind cell, in column order; `row_span` etc. stand on the cells
  cell,  // section, group, label, column: `text`, `unit`; value: field, choice; side: text, findings, button
  findings,  // a list of findings at one place: children of kind finding
  finding,  // `text` in `tone`, `target`; below it buttons (a proposal, 为什么？), what they open, at most
            // one field (its 说明)
  actions,     // children of kind button in one line
  button,      // `text`; `primary` for the one that goes on
  navigation,  // children of kind link
  link,        // `text`, `note`, `target`, `current`, `tone` of the worst that is wrong there
};

enum class Tone : std::uint8_t { normal, muted, error, warning, notice, success };

enum class InputKind : std::uint8_t { text, multiline, number, date, phone, email, url };

/// Of a button that shows and hides what stands behind it.
enum class Disclosure : std::uint8_t { none, closed, open };

enum class CellKind : std::uint8_t { section, group, label, column, value, side };

/// One thing on the screen. `id` is unique on the page and the same from frame to frame, so that the DOM
/// element, its focus and a running composition of the input method survive every update.
struct Node {
  Kind kind = Kind::text;
  std::string id;
  std::string text;
  std::string label;   // accessible name where it is more than `text`: 信息发布 总数
  std::string value;   // field: what stands in the control
  std::string unit;    // field: printed behind the control (条); cell: behind the label （单位：条）
  std::string note;    // link: progress (12/14，错误 2); button: a second line; page: what the bar says
  std::string target;  // link, finding: the id that it leads to, "" for none
  std::vector<std::string> described_by;  // ids of the nodes that explain this control: help, findings
  Tone tone = Tone::normal;
  InputKind input = InputKind::text;
  CellKind cell = CellKind::value;
  Disclosure disclosure = Disclosure::none;  // button
  std::uint8_t level = 1;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::vector<std::uint8_t> column_widths_percent;  // grid: one per column, 100 in all
  bool required = false;
  bool invalid = false;   // aria-invalid: an error stands at it
  bool disabled = false;  // not applicable now
  bool checked = false;   // option
  bool multiple = false;  // choice and its options: check boxes instead of radio buttons
  bool primary = false;   // button
  bool current = false;   // link: where the reader is
  bool live = false;      // changes are announced (aria-live)
  std::vector<Node> children;

  friend bool operator==(const Node&, const Node&) = default;
};

/// Where paint/ has put a node: CSS pixels from the page's top left corner (pinned ones: from the window's).
struct Box {
  float left = 0;
  float top = 0;
  float width = 0;
  float height = 0;

  friend bool operator==(const Box&, const Box&) = default;
};

}  // namespace tianbao::screen
