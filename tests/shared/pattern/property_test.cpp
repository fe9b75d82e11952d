#include <catch2/catch_test_macros.hpp>
#include <random>
#include <string>
#include <string_view>

#include "shared/pattern/pattern.h"
#include "shared/text/utf8.h"
#include "tests/shared/pattern/reference.h"

using namespace tianbao::pattern;
using namespace tianbao::testing;

namespace {

std::string encoded(std::u32string_view text) {
  std::string bytes;
  for (const char32_t code_point : text) tianbao::text::append_code_point(bytes, code_point);
  return bytes;
}

}  // namespace

TEST_CASE("random patterns match what their definition says") {
  std::mt19937 random(9485);
  constexpr std::size_t pattern_count = 5000;
  constexpr std::size_t texts_per_pattern = 10;
  std::size_t whole_matches = 0;
  std::size_t searches_without_match = 0;
  for (std::size_t index = 0; index < pattern_count; ++index) {
    const Expression expression = random_expression(random, 4);
    const std::string source = written(expression);
    const auto compiled = compile(source);
    if (!compiled) FAIL(source << ": " << describe(compiled.error()));
    for (std::size_t trial = 0; trial < texts_per_pattern; ++trial) {
      const std::u32string text = random_text(random);
      const std::string bytes = encoded(text);
      const bool search = reference_search(expression, text);
      const bool whole = reference_matches_whole(expression, text);
      const bool same =
          compiled.value().search(bytes) == search && compiled.value().matches_whole(bytes) == whole;
      if (!same) FAIL(source << " on " << bytes << ": search " << search << ", whole " << whole);
      if (whole) ++whole_matches;
      if (!search) ++searches_without_match;
    }
  }
  // Otherwise the patterns say nothing.
  CHECK(whole_matches > pattern_count);
  CHECK(searches_without_match > pattern_count);
}

TEST_CASE("any text is a pattern or is refused at a place inside it") {
  constexpr std::string_view pieces[] = {"a",  "b",    "洞", "(",   ")", "(?:", "[", "]",   "^",  "-",
                                         "$",  "|",    ".",  "*",   "+", "?",   "{", "}",   "2",  ",",
                                         "{2", "{1,}", "\\", "\\d", "0", "-z",  "9", "\\p", "\n", "[^"};
  std::mt19937 random(9485);
  std::size_t compiled_count = 0;
  for (std::size_t index = 0; index < 50000; ++index) {
    std::string source;
    const std::size_t length = random() % 8;
    for (std::size_t part = 0; part < length; ++part) source += pieces[random() % std::size(pieces)];
    const auto compiled = compile(source);
    if (compiled) {
      ++compiled_count;
      compiled.value().search("ab洞");
      continue;
    }
    const PatternError& error = compiled.error();
    const bool right = error.offset + error.found.size() <= source.size() && !error.found.empty() &&
                       source.compare(error.offset, error.found.size(), error.found) == 0;
    if (!right) FAIL(source << ": " << describe(error));
  }
  CHECK(compiled_count > 2500);
}
