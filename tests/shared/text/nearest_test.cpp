#include "shared/text/nearest.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace tianbao::text {
namespace {

/// The whole table, as the definition has it.
std::size_t slips(const std::string& left, const std::string& right) {
  std::vector<std::vector<std::size_t>> table(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t row = 0; row <= left.size(); ++row) {
    for (std::size_t column = 0; column <= right.size(); ++column) {
      std::size_t& cell = table[row][column];
      cell = std::max(row, column);
      if (row == 0 || column == 0) continue;
      cell = table[row - 1][column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
      cell = std::min({cell, table[row - 1][column] + 1, table[row][column - 1] + 1});
      const bool swapped =
          row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
      if (swapped) cell = std::min(cell, table[row - 2][column - 2] + 1);
    }
  }
  return table[left.size()][right.size()];
}

}  // namespace

TEST_CASE("Slips are counted, a swap of neighbours as one") {
  CHECK(edit_distance("release", "release", 3) == 0);
  CHECK(edit_distance("relase", "release", 3) == 1);
  CHECK(edit_distance("realese", "release", 3) == 2);
  CHECK(edit_distance("reelase", "release", 3) == 1);
  CHECK(edit_distance("hepl", "help", 3) == 1);
  CHECK(edit_distance("", "abc", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 3) == 3);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
}

TEST_CASE("Slips up to a limit are as many as without it") {
  testing::Random random(7);
  const auto word = [&random] {
    std::string text;
    for (std::size_t left = random.below(14); left > 0; --left)
      text += static_cast<char>('a' + random.below(3));
    return text;
  };
  for (int round = 0; round < 20000; ++round) {
    const std::string left = word();
    const std::string right = word();
    const std::size_t distance = edit_distance(left, right, max_compared_bytes - 1);
    INFO(left << " and " << right);
    CHECK(distance == edit_distance(right, left, max_compared_bytes - 1));
    CHECK(distance == slips(left, right));
    for (const std::size_t limit : {0U, 1U, 2U, 4U, 8U}) {
      CHECK(edit_distance(left, right, limit) == std::min(distance, limit + 1));
    }
  }
}

TEST_CASE("Names beyond the compared length are far from everything") {
  const std::string name(max_compared_bytes, 'a');
  CHECK(edit_distance(name, name, 3) == 0);
  CHECK(edit_distance(name + "a", name, 3) == 4);
}

TEST_CASE("The closest offered name wins, the first of equals, and none when all are far") {
  Nearest nearest("release.totl");
  nearest.offer("release.news");
  nearest.offer("release.total");
  nearest.offer("release.toll");
  CHECK(nearest.name() == "release.total");

  Nearest far("security");
  far.offer("media");
  far.offer("topics");
  CHECK(far.name().empty());
}

}  // namespace tianbao::text
