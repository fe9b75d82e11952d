#include "shared/document/ticks.h"

#include <algorithm>
#include <optional>

#include "shared/flags.h"
#include "shared/text/characters.h"
#include "shared/text/normalize.h"

namespace tianbao::document {
namespace {

// ☒ is what Word's own check box shows when ticked. The private-use characters are Wingdings and Wingdings 2
// as Word writes them (U+F000 + the font's code).
constexpr std::string_view ticked_marks[] = {"☑", "☒", "√", "✓",      "✔",      "■",     "▣",
                                             "●", "◉", "þ", "\uf052", "\uf0fe", "\uf0fc"};
constexpr std::string_view unticked_marks[] = {"□", "☐", "○", "▢", "£", "¨", "\uf0a3", "\uf0a8", "\uf06f"};
constexpr std::string_view opening_brackets[] = {"[", "(", "（", "［", "【"};
constexpr std::string_view closing_brackets[] = {"]", ")", "）", "］", "】"};
constexpr std::string_view line_parts[] = {" ", "\n", "_", "＿"};
constexpr std::string_view list_separators[] = {" ", "\n", "_", "＿", "、", "，", ",", "；", ";", "/"};
constexpr std::string_view colons[] = {"：", ":"};

struct Mark {
  bool ticked = false;
  std::size_t length = 0;  // in bytes
};

/// A mark or a run of text between marks.
struct Part {
  std::optional<Mark> mark;
  std::string_view text;
};

std::size_t skip_blanks(std::string_view text, std::size_t offset) {
  while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\n')) ++offset;
  return offset;
}

template <std::size_t Count>
std::size_t length_of_any(const std::string_view (&tokens)[Count], std::string_view rest) {
  for (const std::string_view token : tokens) {
    if (rest.starts_with(token)) return token.size();
  }
  return 0;
}

/// Bytes of `text` from `offset` that print `label`; blanks and line breaks in either do not count (labels
/// are broken by hand).
std::optional<std::size_t> label_length(std::string_view label, std::string_view text, std::size_t offset) {
  std::size_t position = offset;
  for (const char expected : label) {
    if (expected == ' ' || expected == '\n') continue;
    const std::size_t next = skip_blanks(text, position);
    if (next == text.size() || text[next] != expected) return std::nullopt;
    position = next + 1;
  }
  return position - offset;
}

struct LabelMatch {
  std::size_t option = 0;
  std::size_t length = 0;
};

/// The option whose label stands at `offset`; of 其他 and 其他方式 the longer one.
std::optional<LabelMatch> label_at(const std::vector<TickOption>& options, std::string_view text,
                                   std::size_t offset) {
  std::optional<LabelMatch> best;
  for (std::size_t i = 0; i < options.size(); ++i) {
    const std::optional<std::size_t> length = label_length(options[i].label, text, offset);
    if (length && (!best || *length > best->length)) best = LabelMatch{i, *length};
  }
  return best;
}

std::optional<Mark> bracketed_mark(std::string_view rest) {
  const std::size_t opening = length_of_any(opening_brackets, rest);
  if (opening == 0) return std::nullopt;
  std::size_t offset = skip_blanks(rest, opening);
  std::size_t inside = length_of_any(ticked_marks, rest.substr(offset));
  if (inside == 0 && offset < rest.size() && (rest[offset] == 'x' || rest[offset] == 'X')) inside = 1;
  offset = skip_blanks(rest, offset + inside);
  const std::size_t closing = length_of_any(closing_brackets, rest.substr(offset));
  if (closing == 0) return std::nullopt;
  return Mark{inside > 0, offset + closing};
}

std::optional<Mark> mark_at(const std::vector<TickOption>& options, std::string_view text,
                            std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  if (const std::size_t length = length_of_any(ticked_marks, rest)) return Mark{true, length};
  if (const std::size_t length = length_of_any(unticked_marks, rest)) return Mark{false, length};
  // A plain R is Wingdings 2's ticked box when its font got lost, but only in front of an option: it is a
  // letter too.
  if (rest.starts_with('R') && label_at(options, text, skip_blanks(text, offset + 1))) return Mark{true, 1};
  return bracketed_mark(rest);
}

std::vector<Part> split_at_marks(const std::vector<TickOption>& options, std::string_view text) {
  std::vector<Part> parts;
  std::size_t text_start = 0;
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::optional<Mark> mark = mark_at(options, text, offset);
    if (!mark) {
      ++offset;
      continue;
    }
    if (offset > text_start) parts.push_back({std::nullopt, text.substr(text_start, offset - text_start)});
    parts.push_back({mark, text.substr(offset, mark->length)});
    offset += mark->length;
    text_start = offset;
  }
  if (offset > text_start) parts.push_back({std::nullopt, text.substr(text_start)});
  return parts;
}

/// Without the blanks at both ends and without the printed line `____`.
std::string_view trim_line(std::string_view text) {
  while (const std::size_t length = length_of_any(line_parts, text)) text.remove_prefix(length);
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view part : line_parts) {
      if (!text.ends_with(part)) continue;
      text.remove_suffix(part.size());
      trimmed = true;
    }
  }
  return text;
}

/// The text beside 其他 without the colon or the brackets around it; 无 on the line is no text.
std::string other_text(std::string_view behind_label) {
  std::string_view text = trim_line(behind_label);
  if (const std::size_t colon = length_of_any(colons, text)) {
    text = trim_line(text.substr(colon));
  } else if (text.starts_with("（") && text.ends_with("）")) {
    text = trim_line(text.substr(3, text.size() - 6));
  } else if (text.starts_with('(') && text.ends_with(')')) {
    text = trim_line(text.substr(1, text.size() - 2));
  }
  std::string line = text::in_one_line(text);
  return text::says_none(line) ? std::string() : line;
}

std::size_t skip_separators(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    const std::size_t separator = length_of_any(list_separators, text.substr(offset));
    if (separator == 0) break;
    offset += separator;
  }
  return offset;
}

struct LabelRun {
  std::vector<std::size_t> options;
  std::string other;
};

/// The labels that a run of text consists of; nullopt when anything else stands in it.
std::optional<LabelRun> read_labels(const std::vector<TickOption>& options, std::string_view text) {
  LabelRun run;
  std::size_t offset = skip_separators(text, 0);
  while (offset < text.size()) {
    const std::optional<LabelMatch> match = label_at(options, text, offset);
    if (!match) return std::nullopt;
    run.options.push_back(match->option);
    offset += match->length;
    const std::size_t next = skip_separators(text, offset);
    const bool list_goes_on = next == text.size() || label_at(options, text, next);
    if (options[match->option].other && !list_goes_on) {
      if (mark_at(options, text, next)) return std::nullopt;
      run.other = other_text(text.substr(offset));
      return run;
    }
    offset = next;
  }
  return run;
}

/// Gathers what is ticked; each option may be named once.
class Ticks {
 public:
  explicit Ticks(std::size_t option_count) : named_(option_count, false), ticked_(option_count, false) {}

  void add(const LabelRun& run, std::optional<std::size_t> marked, bool is_ticked) {
    for (std::size_t i = 0; i < run.options.size(); ++i) {
      const std::size_t option = run.options[i];
      if (named_[option]) consistent_ = false;
      named_[option] = true;
      ticked_[option] = is_ticked && (!marked || *marked == i);
    }
    if (!run.other.empty()) other_ = run.other;
  }

  TickReading reading() const {
    TickReading result;
    result.understood = consistent_;
    result.other = other_;
    for (std::size_t i = 0; i < ticked_.size(); ++i) {
      if (ticked_[i]) result.ticked.push_back(i);
    }
    return result;
  }

 private:
  Flags named_;
  Flags ticked_;
  std::string other_;
  bool consistent_ = true;
};

enum class MarkSide { before_label, behind_label };

/// On which side of its label each mark stands; nullopt when that cannot be told (`是 √ 否`).
std::optional<MarkSide> mark_side(const std::vector<Part>& parts) {
  if (parts.front().mark) return MarkSide::before_label;
  if (parts.back().mark) return MarkSide::behind_label;
  bool all_touch_left_only = true;
  bool all_touch_right_only = true;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
    if (!parts[i].mark) continue;
    const bool touches_left = !parts[i - 1].text.ends_with(' ');
    const bool touches_right = !parts[i + 1].text.starts_with(' ');
    all_touch_left_only = all_touch_left_only && touches_left && !touches_right;
    all_touch_right_only = all_touch_right_only && touches_right && !touches_left;
  }
  if (all_touch_left_only) return MarkSide::behind_label;
  if (all_touch_right_only) return MarkSide::before_label;
  return std::nullopt;
}

TickReading read_marked(const std::vector<TickOption>& options, const std::vector<Part>& parts) {
  const std::optional<MarkSide> side = mark_side(parts);
  if (!side) return {};
  Ticks ticks(options.size());
  std::size_t marks_used = 0;
  std::size_t mark_count = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].mark) {
      ++mark_count;
      continue;
    }
    const std::optional<LabelRun> run = read_labels(options, parts[i].text);
    if (!run) return {};
    if (run->options.empty()) continue;
    const bool has_neighbour = *side == MarkSide::before_label ? i > 0 : i + 1 < parts.size();
    const std::size_t neighbour = *side == MarkSide::before_label ? i - 1 : i + 1;
    const std::size_t marked = *side == MarkSide::before_label ? 0 : run->options.size() - 1;
    if (has_neighbour) ++marks_used;
    ticks.add(*run, marked, has_neighbour && parts[neighbour].mark->ticked);
  }
  if (marks_used != mark_count) return {};
  return ticks.reading();
}

}  // namespace

TickReading read_ticks(const std::vector<TickOption>& options, std::string_view cleaned) {
  if (cleaned.empty()) return {};
  if (!mark_at(options, cleaned, 0)) {
    if (const std::optional<LabelRun> run = read_labels(options, cleaned)) {
      Ticks ticks(options.size());
      ticks.add(*run, std::nullopt, true);
      return ticks.reading();
    }
  }
  const std::vector<Part> parts = split_at_marks(options, cleaned);
  const bool any_mark =
      std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.mark.has_value(); });
  return any_mark ? read_marked(options, parts) : TickReading{};
}

}  // namespace tianbao::document
