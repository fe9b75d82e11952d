#include "tests/conformance/left_out.h"

#include "tests/conformance/members.h"
#include "tests/support/require.h"

namespace tianbao::conformance {
namespace {

bool stands_for(std::string_view entry, std::string_view id) {
  return entry.back() == '/' ? id.starts_with(entry) : id == entry;
}

}  // namespace

LeftOut::LeftOut(const json::Value& groups) {
  for (const json::Value& group : items_of(groups)) {
    testing::require(!text_of(member(group, "because")).empty(), "why cases are left out");
    for (const json::Value& each : items_of(member(group, "cases"))) {
      testing::require(!text_of(each).empty(), "the name of a case that is left out");
      entries_.push_back({text_of(each)});
    }
  }
}

bool LeftOut::take(std::string_view id) {
  std::size_t count = 0;
  for (Entry& entry : entries_) {
    if (!stands_for(entry.name, id)) continue;
    ++entry.cases;
    ++count;
  }
  if (count > 1) named_twice_.emplace_back(id);
  return count > 0;
}

std::vector<std::string> LeftOut::mistakes() const {
  std::vector<std::string> sentences;
  for (const Entry& entry : entries_) {
    if (entry.cases == 0) sentences.push_back("left_out.json names " + entry.name + ", which is no case");
  }
  for (const std::string& id : named_twice_) sentences.push_back("left_out.json names " + id + " twice");
  return sentences;
}

}  // namespace tianbao::conformance
