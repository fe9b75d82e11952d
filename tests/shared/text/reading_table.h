#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/text/read.h"

namespace tianbao::testing {

using Reader = text::Reading (*)(std::string_view typed);

struct ReadingCase {
  std::string typed;
  std::string expected;  // as told() writes it
};

/// A reading in short: `blank`, `none`, `12089`, `135 # 主动公开` with a remark, `unread`, `unread: 12000`
/// with a proposal.
std::string told(const text::Reading& reading);

/// Checks every row; that reading a value or a proposal gives the same again; and that what pasting adds to a
/// text (blanks of every kind, Word's bookmark, a zero-width mark) changes nothing.
void check_readings(Reader reader, const std::vector<ReadingCase>& table);

}  // namespace tianbao::testing
