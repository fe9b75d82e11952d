#include "shared/text/normalize.h"

#include <algorithm>
#include <initializer_list>

#include "shared/text/characters.h"
#include "shared/text/utf8.h"

namespace tianbao::text {
namespace {

constexpr std::string_view bookmark_start = "[bookmark:";

/// Text under construction. Each rule looks only at what has been written so far, so that what comes out is
/// left as it is by a second cleaning.
class CleanText {
 public:
  void append(char32_t code_point) {
    if (is_line_break(code_point)) {
      append_line_break();
    } else if (is_blank(code_point)) {
      if (!text_.empty() && text_.back() != ' ' && text_.back() != '\n') text_.push_back(' ');
    } else {
      append_code_point(text_, code_point);
      if (code_point == ']') drop_bookmark();
    }
  }

  std::string take() && {
    while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\n')) text_.pop_back();
    return std::move(text_);
  }

 private:
  void append_line_break() {
    if (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (!text_.empty()) text_.push_back('\n');
  }

  /// Called behind each `]`; looks back no further than the bracket before it.
  void drop_bookmark() {
    if (text_.size() <= bookmark_start.size()) return;
    const std::size_t start = text_.find_last_of("[]", text_.size() - 2);
    if (start == std::string::npos || text_.compare(start, bookmark_start.size(), bookmark_start) != 0)
      return;
    text_.resize(start);
  }

  std::string text_;
};

bool is_full_width_ascii(char32_t code_point) {
  return code_point >= 0xFF01 && code_point <= 0xFF5E;
}

bool is_ascii_letter_or_digit(char32_t code_point) {
  return (code_point >= '0' && code_point <= '9') || (code_point >= 'A' && code_point <= 'Z') ||
         (code_point >= 'a' && code_point <= 'z');
}

enum class Punctuation { half_width, as_typed };

std::string clean_with(std::string_view typed, Punctuation punctuation) {
  constexpr char32_t full_width_offset = 0xFEE0;
  CleanText cleaned;
  for (std::size_t offset = 0; offset < typed.size();) {
    char32_t code_point = next_code_point(typed, offset);
    if (code_point == '\r' && offset < typed.size() && typed[offset] == '\n') continue;
    if (is_invisible(code_point)) continue;
    if (is_full_width_ascii(code_point)) {
      const char32_t half_width = code_point - full_width_offset;
      if (punctuation == Punctuation::half_width || is_ascii_letter_or_digit(half_width)) {
        code_point = half_width;
      }
    }
    cleaned.append(code_point);
  }
  return std::move(cleaned).take();
}

/// The character that stands in a label's key for all that look alike.
char32_t unified(char32_t code_point) {
  switch (code_point) {
    case U'〔':
    case U'【':
    case '[':
      return '(';
    case U'〕':
    case U'】':
    case ']':
      return ')';
    case U'∶':   // RATIO
    case U'﹕':  // SMALL COLON
      return ':';
    default:
      return code_point;
  }
}

}  // namespace

std::string clean(std::string_view typed) {
  return clean_with(typed, Punctuation::half_width);
}

std::string clean_prose(std::string_view typed) {
  return clean_with(typed, Punctuation::as_typed);
}

bool says_none(std::string_view cleaned) {
  constexpr std::string_view full_stop = "。";
  if (cleaned.size() > full_stop.size() && cleaned.substr(cleaned.size() - full_stop.size()) == full_stop) {
    cleaned.remove_suffix(full_stop.size());
  }
  if (cleaned == "无" || cleaned == "暂无" || cleaned == "没有") return true;
  if (cleaned.empty()) return false;
  bool only_dashes = true;
  bool only_slashes = true;
  for (std::size_t offset = 0; offset < cleaned.size();) {
    const char32_t code_point = next_code_point(cleaned, offset);
    only_dashes = only_dashes && is_dash(code_point);
    only_slashes = only_slashes && (code_point == '/' || code_point == U'／');
  }
  return only_dashes || only_slashes;
}

bool says_pending(std::string_view cleaned) {
  const auto take_one = [&cleaned](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return take_prefix(cleaned, word); });
  };
  const bool announced = take_one({"正在", "尚未", "暂未", "还未", "尚在", "未", "待", "在"});
  if (!take_one({"办理", "备案", "申请", "申报", "审核", "审批"})) return false;
  take_one({"备案"});  // 正在办理备案, 正在申请备案
  const bool under_way = take_one({"之中", "中"});
  return (announced || under_way) && cleaned.empty();
}

std::string label_key(std::string_view label) {
  const std::string cleaned = clean(label);
  std::string key;
  for (std::size_t offset = 0; offset < cleaned.size();) {
    const char32_t code_point = next_code_point(cleaned, offset);
    if (code_point != ' ' && code_point != '\n') append_code_point(key, unified(code_point));
  }
  return key;
}

}  // namespace tianbao::text
