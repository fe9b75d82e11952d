// Prints what the core says of made-up documents, forms and expressions, a line a case: its kind, its number,
// what became of it, and everything that was said. compare.mjs runs this program of three builds and compares
// what they print byte by byte.
//
//   differential CASES [SEED]          so many cases, of each kind its share, at least one
//   differential KIND NUMBER [SEED]    that case alone

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "tests/differential/case.h"
#include "tests/support/require.h"

namespace {

using namespace tianbao;
using differential::Case;
using testing::Random;
using testing::require;

struct Kind {
  std::string_view name;
  std::uint64_t share;  // of a thousand cases
  Case (*make)(Random& random);
};

constexpr std::array<Kind, 8> kinds = {{{"report", 80, differential::report_case},
                                        {"document", 150, differential::document_case},
                                        {"form", 70, differential::form_case},
                                        {"definition", 130, differential::definition_case},
                                        {"rule", 260, differential::rule_case},
                                        {"cel", 280, differential::cel_case},
                                        {"print", 20, differential::print_case},
                                        {"schema", 10, differential::schema_case}}};
constexpr std::uint64_t all_shares = 1000;

/// Everything in one line: the control characters in a text (of which JSON has none) as escapes.
std::string one_line(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string line;
  line.reserve(text.size());
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    if (byte >= 0x20) {
      line += character;
    } else {
      line.append("\\x").append({digits[byte / 16], digits[byte % 16]});
    }
  }
  return line;
}

/// Of every case its own: numbers of different cases have nothing in common.
Random random_of(std::uint64_t seed, std::string_view kind, std::uint64_t number) {
  std::uint64_t state = Random(seed).next();
  for (const char character : kind) state = Random(state + static_cast<unsigned char>(character)).next();
  return Random(Random(state + number).next());
}

void print(const Kind& kind, std::uint64_t number, std::uint64_t seed) {
  Random random = random_of(seed, kind.name, number);
  const Case made = kind.make(random);
  std::string line(kind.name);
  line.append(" ").append(std::to_string(number)).append(" ").append(made.outcome).append(" ");
  line += one_line(made.output) + "\n";
  require(std::fwrite(line.data(), 1, line.size(), stdout) == line.size(), "somewhere to print to");
}

std::uint64_t read_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  require(error == std::errc() && end == text.data() + text.size(),
          "a number in place of " + std::string(text));
  return number;
}

}  // namespace

int main(int argument_count, char** arguments) {
  require(argument_count >= 2, "how many cases, or which one");
  const std::string_view first = arguments[1];
  const auto* const kind =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& each) { return each.name == first; });
  const int seed_position = kind != kinds.end() ? 3 : 2;
  require(argument_count == seed_position || argument_count == seed_position + 1,
          "CASES [SEED] or KIND NUMBER [SEED]");
  const std::uint64_t seed = argument_count > seed_position ? read_number(arguments[seed_position]) : 1;
  constexpr std::size_t buffer_bytes = std::size_t{1} << 16;
  require(std::setvbuf(stdout, nullptr, _IOFBF, buffer_bytes) == 0, "a buffer");
  if (kind != kinds.end()) {
    print(*kind, read_number(arguments[2]), seed);
  } else {
    const std::uint64_t cases = read_number(first);
    for (const Kind& each : kinds) {
      const std::uint64_t count = std::max<std::uint64_t>(1, cases * each.share / all_shares);
      for (std::uint64_t number = 0; number < count; ++number) print(each, number, seed);
    }
  }
  require(std::fflush(stdout) == 0, "somewhere to print to");
  return 0;
}
