#include <algorithm>
#include <array>
#include <cstddef>

#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"
#include "shared/text/utf8.h"

namespace tianbao::text {
namespace {

constexpr std::size_t max_digits = 34;  // what number::Decimal holds

/// The units that the forms print; written behind a figure they say nothing new.
constexpr std::array<std::string_view, 9> form_units = {"条", "个", "次", "件",  "项",
                                                        "期", "篇", "天", "人次"};

/// Units that the forms do not use (domain.md §9.2: 宗 for 件, 封 for 条). Whether the figure still counts
/// the same thing is for the clerk to say.
/// `%` is not among them: 5% of a ratio may mean 5 or 0.05.
constexpr std::array<std::string_view, 11> other_units = {"宗",       "封",     "人", "户", "家", "份",
                                                          "个工作日", "工作日", "日", "。", "元"};

struct Multiplier {
  std::string_view word;
  std::size_t zeros;
};

constexpr std::array<Multiplier, 4> multipliers = {{{"万", 4}, {"亿", 8}, {"千", 3}, {"百", 2}}};

template <typename Words>
bool contains(const Words& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Commented {
  std::string_view body;
  std::string_view comment;
};

/// Splits `135 (主动公开)` into the figure and what the brackets at its end say.
Commented split_comment(std::string_view text) {
  int depth = 0;
  std::size_t end = 0;  // of the innermost text: where the last bracket begins
  for (std::size_t offset = text.size(); offset > 0;) {
    const std::size_t behind = offset--;
    while ((static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
    const std::string_view character = text.substr(offset, behind - offset);
    if (character == ")" || character == "）") {
      if (++depth == 1) end = offset;
    } else if (character == "(" || character == "（") {
      if (--depth == 0) return {text.substr(0, offset), text.substr(behind, end - behind)};
    }
    if (depth == 0) break;
  }
  return {text, {}};
}

/// Takes thousand separators out, if they stand where they should: the first group has one to three digits
/// and does not begin with 0, every other has three. `1,5` may be a decimal comma or a slip.
bool remove_separators(std::string& whole) {
  if (whole.find(',') == std::string::npos) return true;
  constexpr std::size_t group_digits = 3;
  const std::size_t first_group = whole.find(',');
  if (first_group == 0 || first_group > group_digits || whole.front() == '0') return false;
  for (std::size_t offset = first_group; offset < whole.size(); offset += group_digits + 1) {
    if (whole[offset] != ',' || !is_all_digits(whole.substr(offset + 1, group_digits))) return false;
    if (whole.size() - offset <= group_digits) return false;
  }
  whole.erase(std::remove(whole.begin(), whole.end(), ','), whole.end());
  return true;
}

/// A figure without sign as digits before and behind the decimal point; empty `whole` when it is none.
struct Figure {
  std::string whole;
  std::string places;
};

Figure parse_figure(std::string_view text) {
  const std::size_t point = text.find('.');
  Figure figure{std::string(text.substr(0, point)), {}};
  if (point != std::string_view::npos) {
    figure.places = text.substr(point + 1);
    if (!is_all_digits(figure.places)) return {};
  }
  if (!remove_separators(figure.whole) || !is_all_digits(figure.whole)) return {};
  return figure;
}

/// Without needless zeros; empty when no Decimal holds it.
std::string canonical(Figure figure, bool negative) {
  figure.places.erase(figure.places.find_last_not_of('0') + 1);
  figure.whole.erase(0, std::min(figure.whole.find_first_not_of('0'), figure.whole.size()));
  if (figure.whole.size() + figure.places.size() > max_digits) return {};
  if (figure.whole.empty()) figure.whole = "0";
  if (figure.places.empty()) return negative && figure.whole != "0" ? "-" + figure.whole : figure.whole;
  return (negative ? "-" : "") + figure.whole + "." + figure.places;
}

Figure multiplied(Figure figure, std::size_t zeros) {
  figure.places.resize(std::max(figure.places.size(), zeros), '0');
  figure.whole += figure.places.substr(0, zeros);
  figure.places.erase(0, zeros);
  return figure;
}

/// A figure that was not written as it should be but can hardly mean anything else: groups set off by blanks,
/// nothing before or behind the decimal point.
std::string straightened(std::string_view numeral) {
  std::string text;
  for (const char character : numeral) {
    const bool behind_separator = !text.empty() && text.back() == ',';
    if (character == ' ' && !behind_separator) text.push_back(',');
    if (character == ',' && behind_separator) text.pop_back();
    if (character != ' ') text.push_back(character);
  }
  if (!text.empty() && text.back() == '.') text.pop_back();
  if (!text.empty() && text.front() == '.') text.insert(0, "0");
  return text;
}

/// `text` has half-width punctuation. A line break may stand before the unit, but two lines of figures are
/// two figures.
Reading read_figure(std::string_view text) {
  const bool plus = take_prefix(text, "+");
  const bool negative = !plus && take_prefix(text, "-");
  const std::size_t numeral_length = std::min(text.find_first_not_of("0123456789,. "), text.size());
  std::string_view numeral = text.substr(0, numeral_length);
  while (take_suffix(numeral, " ")) {
  }
  const std::string unit_text = without_blanks(text.substr(numeral_length));
  std::string_view unit = unit_text;

  std::size_t zeros = 0;
  for (const Multiplier& multiplier : multipliers) {
    if (zeros == 0 && take_prefix(unit, multiplier.word)) zeros = multiplier.zeros;
  }
  const bool unit_is_plain = unit.empty() || contains(form_units, unit);
  if (!unit_is_plain && !contains(other_units, unit)) return unread_reading();

  const Figure written = parse_figure(numeral);
  if (!written.whole.empty() && unit_is_plain && zeros == 0 && !plus) {
    std::string value = canonical(written, negative);
    return value.empty() ? unread_reading() : value_reading(std::move(value));
  }
  const Figure meant = parse_figure(straightened(numeral));
  if (meant.whole.empty()) return unread_reading();
  return unread_reading(canonical(multiplied(meant, zeros), negative));
}

}  // namespace

Reading read_number(std::string_view typed) {
  const std::string text = clean_prose(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(text)) return *nothing;
  // The comment keeps its full-width punctuation, the figure does not.
  const Commented parts = split_comment(text);
  const std::string body = with_plain_hyphens(clean(parts.body));
  if (body.empty()) return unread_reading();
  Reading reading = reading_of_nothing(body).value_or(Reading{});
  if (reading.state == ReadingState::blank) reading = read_figure(body);
  if (reading.state != ReadingState::unread && !contains(form_units, parts.comment)) {
    reading.remark = in_one_line(clean_prose(parts.comment));
  }
  return reading;
}

}  // namespace tianbao::text
