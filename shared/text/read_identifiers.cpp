#include <cstddef>

#include "shared/text/characters.h"
#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/reading.h"

namespace tianbao::text {
namespace {

/// The 31 provinces as ICP and police numbers name them, and four second names that occur in their place
/// (domain.md §7.2).
constexpr std::string_view provinces =
    "京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼蜀黔滇藏陕陇青宁新川贵云甘";

constexpr std::size_t han_bytes = 3;  // of each of them in UTF-8

/// The province that the text starts with, taken off it, or nothing.
std::string_view take_province(std::string_view& text) {
  const std::string_view province = text.substr(0, han_bytes);
  for (std::size_t offset = 0; offset < provinces.size(); offset += han_bytes) {
    if (provinces.substr(offset, han_bytes) == province) {
      text.remove_prefix(han_bytes);
      return province;
    }
  }
  return {};
}

/// The number of the site at the end of an ICP number, `-1` or `-4A`, or nothing at all.
bool is_site_suffix(std::string_view text) {
  if (text.empty()) return true;
  if (!take_prefix(text, "-") || take_digits(text).empty()) return false;
  return text.empty() || (text.size() == 1 && is_ascii_letter(text.front()));
}

/// What the readers of a 备案号 answer first. One that is still being applied for is none as yet (domain.md
/// §7.3); the cell keeps what was typed.
std::optional<Reading> reading_of_no_filing(std::string_view cleaned) {
  if (!says_pending(without_blanks(cleaned))) return reading_of_nothing(cleaned);
  Reading reading;
  reading.state = ReadingState::none;
  return reading;
}

}  // namespace

Reading read_site_code(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_nothing(cleaned)) return *nothing;
  constexpr std::size_t code_length = 10;
  std::string code = to_lower(without_blanks(cleaned));
  std::string_view digits = code;
  take_prefix(digits, "bm");
  if (code.size() != code_length || !is_all_digits(digits)) return unread_reading();
  return value_reading(std::move(code));
}

Reading read_icp_number(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_no_filing(cleaned)) return *nothing;
  const std::string text = to_upper(with_plain_hyphens(without_blanks(cleaned)));
  std::string_view rest = text;
  const std::string province(take_province(rest));
  const bool is_licence = take_prefix(rest, "ICP证");
  if (province.empty() || (!is_licence && !take_prefix(rest, "ICP备"))) return unread_reading();
  const std::string digits(take_digits(rest));
  // Two digits of the year and six of a sequence, or since about 2020 four and six; a licence has four in its
  // sequence. It is no 备案号, but one that people enter: whoever asks for a 备案号 says so of the value.
  const bool fits = digits.size() == 8 || digits.size() == 10 || (is_licence && digits.size() == 6);
  if (!fits) return unread_reading();
  const bool named_number = take_prefix(rest, "号");
  if (!is_site_suffix(rest)) return unread_reading();
  return value_reading(province + (is_licence ? "ICP证" : "ICP备") + digits + (named_number ? "号" : "") +
                       std::string(rest));
}

Reading read_police_number(std::string_view typed) {
  const std::string cleaned = clean(typed);
  if (const std::optional<Reading> nothing = reading_of_no_filing(cleaned)) return *nothing;
  const std::string text = without_blanks(cleaned);
  std::string_view rest = text;
  const std::string province(take_province(rest));
  if (!province.empty()) {
    // 沪公安备：31010102045442号 occurs beside 沪公网安备 31010102045442号 and means the same.
    if (!take_prefix(rest, "公网安备") && !take_prefix(rest, "公安备")) return unread_reading();
    take_prefix(rest, ":");
  }
  const std::string digits(take_digits(rest));
  if (digits.size() != 12 && digits.size() != 14) return unread_reading();
  const bool named_number = take_prefix(rest, "号");
  if (!rest.empty()) return unread_reading();
  if (province.empty()) return value_reading(digits);
  return value_reading(province + "公网安备" + digits + (named_number ? "号" : ""));
}

}  // namespace tianbao::text
