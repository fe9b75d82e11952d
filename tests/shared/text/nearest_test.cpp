#include "shared/text/nearest.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

namespace tianbao::text {

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
