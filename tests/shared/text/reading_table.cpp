#include "tests/shared/text/reading_table.h"

#include <catch2/catch_test_macros.hpp>

using tianbao::text::Reading;
using tianbao::text::ReadingState;

namespace tianbao::testing {
namespace {

void check_that_value_stands(Reader reader, const std::string& value) {
  CAPTURE(value);
  CHECK(told(reader(value)) == value);
}

}  // namespace

std::string told(const Reading& reading) {
  const std::string remark = reading.remark.empty() ? "" : " # " + reading.remark;
  switch (reading.state) {
    case ReadingState::blank:
      return "blank" + remark;
    case ReadingState::none:
      return "none" + remark;
    case ReadingState::value:
      return reading.value + remark;
    case ReadingState::unread:
      break;
  }
  return "unread" + (reading.proposal.empty() ? "" : ": " + reading.proposal) + remark;
}

void check_readings(Reader reader, const std::vector<ReadingCase>& table) {
  for (const ReadingCase& row : table) {
    CAPTURE(row.typed);
    const Reading reading = reader(row.typed);
    CHECK(told(reading) == row.expected);
    CHECK((reading.state == ReadingState::value) == !reading.value.empty());
    CHECK((reading.proposal.empty() || reading.state == ReadingState::unread));
    if (!reading.value.empty()) check_that_value_stands(reader, reading.value);
    if (!reading.proposal.empty()) check_that_value_stands(reader, reading.proposal);
    CHECK(told(reader("\u00A0\t" + row.typed + "\u3000 \r\n")) == row.expected);
    CHECK(told(reader("[bookmark: _GoBack]\uFEFF" + row.typed + "\u200B")) == row.expected);
  }
}

}  // namespace tianbao::testing
