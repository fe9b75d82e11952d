#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "shared/expression/library/bounded_text.h"
#include "shared/expression/library/library.h"
#include "shared/expression/library/occurrences.h"
#include "shared/expression/library/string_format.h"
#include "shared/text/characters.h"
#include "shared/text/utf8.h"

// CEL's extension "strings" (cel-go ext/README.md; format: cel-spec doc/extensions/strings.md). Positions are
// counted in code points, from 0 to the length.

namespace tianbao::expression {
namespace {

Value invalid_argument() {
  return make_error_value(ErrorCode::invalid_argument);
}

std::string_view string_at(Arguments arguments, std::size_t index) {
  return *arguments[index]->string();
}

std::int64_t integer_at(Arguments arguments, std::size_t index) {
  return *std::get_if<std::int64_t>(&arguments[index]->content);
}

/// In bytes; nullopt for a position that the text has not.
std::optional<std::size_t> offset_of(std::string_view text, std::int64_t position) {
  if (position < 0) return std::nullopt;
  std::size_t offset = 0;
  for (; position > 0 && offset < text.size(); --position) text::next_code_point(text, offset);
  return position == 0 ? std::optional(offset) : std::nullopt;
}

Value position_of(std::string_view text, std::optional<std::size_t> offset) {
  if (!offset) return {std::int64_t{-1}};
  return {static_cast<std::int64_t>(text::count_code_points(text.substr(0, *offset)))};
}

Value char_at(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  const std::optional<std::size_t> begin = offset_of(text, integer_at(arguments, 1));
  if (!begin) return invalid_argument();
  std::size_t end = *begin;
  if (end < text.size()) text::next_code_point(text, end);
  return {std::string(text.substr(*begin, end - *begin))};
}

Value index_of(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  const std::optional<std::size_t> from =
      offset_of(text, arguments.size() > 2 ? integer_at(arguments, 2) : 0);
  if (!from) return invalid_argument();
  return position_of(text, Occurrences(text, string_at(arguments, 1), *from).next());
}

Value last_index_of(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  std::optional<std::size_t> last_begin = text.size();
  if (arguments.size() > 2) last_begin = offset_of(text, integer_at(arguments, 2));
  if (!last_begin) return invalid_argument();
  Occurrences occurrences(text, string_at(arguments, 1));
  std::optional<std::size_t> last;
  for (auto found = occurrences.next(); found && *found <= *last_begin; found = occurrences.next())
    last = found;
  return position_of(text, last);
}

Value substring(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  const std::optional<std::size_t> begin = offset_of(text, integer_at(arguments, 1));
  std::optional<std::size_t> end = text.size();
  if (arguments.size() > 2) end = offset_of(text, integer_at(arguments, 2));
  if (!begin || !end || *begin > *end) return invalid_argument();
  return {std::string(text.substr(*begin, *end - *begin))};
}

Value join(Arguments arguments) {
  const std::string_view separator = arguments.size() > 1 ? string_at(arguments, 1) : std::string_view();
  BoundedText text;
  const List& items = *arguments[0]->list();
  for (std::size_t index = 0; index < items.size() && !text.overflow(); ++index) {
    if (index > 0) text.append(separator);
    text.append(*items[index].string());
  }
  return text.take();
}

/// At most so many, or all when it is negative.
bool is_reached(std::int64_t limit, std::size_t count) {
  return limit >= 0 && count >= static_cast<std::uint64_t>(limit);
}

Value replace(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  const std::string_view part = string_at(arguments, 1);
  const std::string_view replacement = string_at(arguments, 2);
  const std::int64_t limit = arguments.size() > 3 ? integer_at(arguments, 3) : -1;
  BoundedText result;
  Occurrences occurrences(text, part);
  std::size_t begin = 0;  // of what is not copied yet
  std::size_t count = 0;
  while (!is_reached(limit, count) && !result.overflow()) {
    const std::optional<std::size_t> found = occurrences.next();
    if (!found) break;
    if (*found < begin) continue;
    result.append(text.substr(begin, *found - begin));
    result.append(replacement);
    begin = *found + part.size();
    ++count;
  }
  result.append(text.substr(begin));
  return result.take();
}

Value split(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  const std::string_view separator = string_at(arguments, 1);
  const std::int64_t limit = arguments.size() > 2 ? integer_at(arguments, 2) : -1;
  List items;
  if (limit == 0 || (text.empty() && separator.empty())) return {std::move(items)};
  Occurrences occurrences(text, separator);
  std::size_t begin = 0;
  while (!is_reached(limit, items.size() + 1)) {
    const std::optional<std::size_t> found = occurrences.next();
    if (!found) break;
    // The empty separator stands between code points, not around them all.
    if (*found < begin || (separator.empty() && (*found == 0 || *found == text.size()))) continue;
    if (items.size() + 1 == max_result_items) return make_error_value(ErrorCode::overflow);
    items.push_back({std::string(text.substr(begin, *found - begin))});
    begin = *found + separator.size();
  }
  items.push_back({std::string(text.substr(begin))});
  return {std::move(items)};
}

/// Unicode's property White_Space.
bool is_white_space(char32_t code_point) {
  return text::is_blank(code_point) || text::is_line_break(code_point);
}

Value trim(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  std::size_t begin = text.size();  // of the first that is no white space
  std::size_t end = 0;              // of the last one
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    if (is_white_space(text::next_code_point(text, offset))) continue;
    begin = std::min(begin, here);
    end = offset;
  }
  return {begin < end ? std::string(text.substr(begin, end - begin)) : std::string()};
}

Value reverse(Arguments arguments) {
  const std::string_view text = string_at(arguments, 0);
  std::string reversed(text.size(), '\0');
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    text::next_code_point(text, offset);
    text.copy(reversed.data() + (text.size() - offset), offset - begin, begin);
  }
  return {std::move(reversed)};
}

Value lower_ascii(Arguments arguments) {
  return {text::to_lower(string_at(arguments, 0))};
}

Value upper_ascii(Arguments arguments) {
  return {text::to_upper(string_at(arguments, 0))};
}

/// As a literal of CEL that reads back as the same text.
Value quote(Arguments arguments) {
  constexpr std::string_view special = "\a\b\f\n\r\t\v\\\"";
  constexpr std::string_view letters = "abfnrtv\\\"";
  BoundedText quoted;
  quoted.append('"');
  for (const char character : string_at(arguments, 0)) {
    const std::size_t index = special.find(character);
    if (index != std::string_view::npos) quoted.append('\\');
    quoted.append(index == std::string_view::npos ? character : letters[index]);
  }
  quoted.append('"');
  return quoted.take();
}

Value format(Arguments arguments) {
  return format_text(string_at(arguments, 0), *arguments[1]->list());
}

using enum Parameter;

constexpr std::array table = {
    Function{"charAt", CallStyle::receiver, {string, integer}, Type::string, char_at},
    Function{"indexOf", CallStyle::receiver, {string, string}, Type::integer, index_of},
    Function{"indexOf", CallStyle::receiver, {string, string, integer}, Type::integer, index_of},
    Function{"lastIndexOf", CallStyle::receiver, {string, string}, Type::integer, last_index_of},
    Function{"lastIndexOf", CallStyle::receiver, {string, string, integer}, Type::integer, last_index_of},
    Function{"substring", CallStyle::receiver, {string, integer}, Type::string, substring},
    Function{"substring", CallStyle::receiver, {string, integer, integer}, Type::string, substring},
    Function{"join", CallStyle::receiver, {strings}, Type::string, join},
    Function{"join", CallStyle::receiver, {strings, string}, Type::string, join},
    Function{"replace", CallStyle::receiver, {string, string, string}, Type::string, replace},
    Function{"replace", CallStyle::receiver, {string, string, string, integer}, Type::string, replace},
    Function{"split", CallStyle::receiver, {string, string}, Type::list, split},
    Function{"split", CallStyle::receiver, {string, string, integer}, Type::list, split},
    Function{"trim", CallStyle::receiver, {string}, Type::string, trim},
    Function{"reverse", CallStyle::receiver, {string}, Type::string, reverse},
    Function{"lowerAscii", CallStyle::receiver, {string}, Type::string, lower_ascii},
    Function{"upperAscii", CallStyle::receiver, {string}, Type::string, upper_ascii},
    Function{"strings.quote", CallStyle::global, {string}, Type::string, quote},
    Function{"format", CallStyle::receiver, {string, list}, Type::string, format},
};

}  // namespace

FunctionTable string_functions() {
  return table;
}

}  // namespace tianbao::expression
