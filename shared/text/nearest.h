#pragma once

#include <cstddef>
#include <string_view>

namespace tianbao::text {

/// Names longer than this are not compared: nobody slips that often in one word.
constexpr std::size_t max_compared_bytes = 96;

/// Picks among offered names the one that a misspelled word most likely meant: 是否想写…?
/// Offered names must outlive the object.
class Nearest {
 public:
  explicit Nearest(std::string_view word);

  void offer(std::string_view candidate);

  /// The closest name offered so far, the first of equals; "" when none is close: more than a third of the
  /// word wrong is another word.
  std::string_view name() const { return name_; }

 private:
  std::string_view word_;
  std::string_view name_;
  std::size_t limit_ = 0;  // the most slips that would still improve the answer
};

/// How many slips (a byte missing, too many, wrong, or two neighbours swapped) lie between two names; limit +
/// 1 when there are more than `limit`.
std::size_t edit_distance(std::string_view left, std::string_view right, std::size_t limit);

}  // namespace tianbao::text
