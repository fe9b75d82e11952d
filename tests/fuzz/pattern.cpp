// Patterns, each held against a text: the input is the pattern, NUL, the text.

#include "shared/pattern/pattern.h"

#include <cstdint>
#include <string>
#include <string_view>

#include "shared/pattern/match.h"
#include "shared/pattern/parse.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/pattern_tree.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"
#include "tests/shared/pattern/reference.h"

namespace {

using namespace tianbao;
using fuzz::promise;

void examine_error(const pattern::PatternError& error, std::string_view source) {
  promise(error.offset <= source.size(), "a fault lies inside of the pattern");
  fuzz::promise_readable(pattern::describe(error), "a fault has a message");
}

void examine_time(std::string_view source, std::string_view text) {
  pattern::Program program;
  promise(!pattern::parse(source, program), "what compiles is parsed");
  promise(program.instructions.size() <= pattern::max_instructions, "a pattern has a limit");
  const std::size_t most = (program.instructions.size() + 1) * (text::count_code_points(text) + 1);
  for (const pattern::Extent extent : {pattern::Extent::anywhere, pattern::Extent::whole}) {
    promise(pattern::match(program, text, extent).steps <= most, "a match takes linear time");
  }
}

std::u32string decoded(std::string_view text) {
  std::u32string code_points;
  for (std::size_t offset = 0; offset < text.size();) code_points += text::next_code_point(text, offset);
  return code_points;
}

void examine_meaning(const pattern::Pattern& compiled, std::string_view source, std::string_view text) {
  // The reference takes a time that grows fast.
  constexpr std::size_t max_text = 24;
  constexpr std::size_t max_cost = 2'000;
  const std::u32string code_points = decoded(text);
  if (code_points.size() > max_text) return;
  const testing::Expression tree = fuzz::read_pattern(source, code_points);
  if (fuzz::matching_cost(tree) > max_cost) return;
  promise(compiled.search(text) == testing::reference_search(tree, code_points),
          "a search finds what there is");
  promise(compiled.matches_whole(text) == testing::reference_matches_whole(tree, code_points),
          "the whole text matches as defined");
}

}  // namespace

void tianbao::fuzz::examine(const std::uint8_t* data, std::size_t size) {
  const std::string input = fuzz::utf8_of(data, size);
  const std::size_t end = input.find('\0');
  const std::string_view source = std::string_view(input).substr(0, end);
  const std::string_view text = end == std::string::npos ? source : std::string_view(input).substr(end + 1);
  const auto compiled = pattern::compile(source);
  if (!compiled) {
    examine_error(compiled.error(), source);
    return;
  }
  examine_time(source, text);
  promise(!compiled.value().matches_whole(text) || compiled.value().search(text),
          "what matches whole is found");
  examine_meaning(compiled.value(), source, text);
}
