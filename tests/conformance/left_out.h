#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.h"

namespace tianbao::conformance {

/// One list of left_out.json. It holds groups, each with its reason:
///
///     {"because": "needs the time zone database", "cases": ["timestamps/a/b",
///     "timestamps/timestamp_selectors_tz/"]}
///
/// What ends in a slash stands for every case that begins so.
class LeftOut {
 public:
  explicit LeftOut(const json::Value& groups);

  /// Whether this case is left out; asked once of every case there is.
  bool take(std::string_view id);

  /// One sentence for each entry that no case was taken by, and each case that two entries name.
  std::vector<std::string> mistakes() const;

 private:
  struct Entry {
    std::string name;
    std::size_t cases = 0;
  };

  std::vector<Entry> entries_;
  std::vector<std::string> named_twice_;
};

}  // namespace tianbao::conformance
