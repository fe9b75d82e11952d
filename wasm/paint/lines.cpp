#include "wasm/paint/lines.h"

#include <cstddef>

#include "shared/text/utf8.h"

namespace tianbao::paint {
namespace {

constexpr std::u32string_view never_begins = U"，。、；：？！）》」』】〕〉”’…—·～％℃,.;:?!)]}%";
constexpr std::u32string_view never_ends = U"（《「『【〔〈“‘([{";

bool is_wide(char32_t code_point) {
  return code_point >= 0x2E80;
}

bool contains(std::u32string_view set, char32_t code_point) {
  return set.find(code_point) != std::u32string_view::npos;
}

bool may_break_between(char32_t left, char32_t right) {
  if (contains(never_begins, right) || contains(never_ends, left)) {
    return false;
  }
  return left == U' ' || is_wide(left) || is_wide(right);
}

/// One line being filled, and the last place at which it could end.
struct Filling {
  std::size_t begin = 0;
  float width = 0;
  std::size_t stop = 0;  // begin: none yet
  float width_at_stop = 0;
};

std::string_view without_trailing_blanks(std::string_view text) {
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

}  // namespace

std::vector<TextLine> break_lines(std::string_view text, TextStyle style, float width, TextMeasure& measure) {
  std::vector<TextLine> lines;
  Filling line;
  char32_t before = U' ';
  const auto end_line = [&](std::size_t end, float end_width) {
    const std::string_view whole = text.substr(line.begin, end - line.begin);
    const std::string_view shown = without_trailing_blanks(whole);
    const auto blanks = static_cast<float>(whole.size() - shown.size());
    lines.push_back({shown, end_width - blanks * measure.advance(U' ', style)});
  };
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    const char32_t code_point = text::next_code_point(text, offset);
    if (code_point == U'\n') {
      end_line(here, line.width);
      line = {offset, 0, offset, 0};
      before = U' ';
      continue;
    }
    if (here > line.begin && may_break_between(before, code_point)) {
      line.stop = here;
      line.width_at_stop = line.width;
    }
    const float advance = measure.advance(code_point, style);
    if (line.width + advance > width && here > line.begin && code_point != U' ') {
      const bool at_stop = line.stop > line.begin;
      const std::size_t end = at_stop ? line.stop : here;
      const float end_width = at_stop ? line.width_at_stop : line.width;
      end_line(end, end_width);
      line = {end, line.width - end_width, end, 0};
    }
    line.width += advance;
    before = code_point;
  }
  end_line(text.size(), line.width);
  return lines;
}

float text_width(std::string_view text, TextStyle style, TextMeasure& measure) {
  float width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    width += measure.advance(text::next_code_point(text, offset), style);
  }
  return width;
}

}  // namespace tianbao::paint
