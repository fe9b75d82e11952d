#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tianbao::expression {

/// The places at which one text occurs in another, from left to right, overlapping ones too; the empty text
/// occurs before every code point and at the end.
///
/// Knuth, Morris and Pratt's search: its time is linear in the lengths of both texts whatever they hold, so
/// that no expression is slow because of the data that it meets.
class Occurrences {
 public:
  /// `from`: the offset in bytes at which the first one may begin; not inside a code point, not behind the
  /// end.
  Occurrences(std::string_view text, std::string_view part, std::size_t from = 0);

  /// The next one's offset in bytes.
  std::optional<std::size_t> next();

 private:
  std::optional<std::size_t> next_boundary();

  std::string_view text_;
  std::string_view part_;
  std::size_t position_;
  std::size_t matched_ = 0;             // so many bytes of the part end at the position
  std::vector<std::uint32_t> borders_;  // of each beginning of the part: its longest end that also begins it
  bool exhausted_ = false;
};

}  // namespace tianbao::expression
