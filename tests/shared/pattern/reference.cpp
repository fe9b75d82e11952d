#include "tests/shared/pattern/reference.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace tianbao::testing {
namespace {

constexpr std::size_t unbounded = static_cast<std::size_t>(-1);
constexpr std::u32string_view alphabet = U"ab1- \n洞😀";

struct Set {
  std::string_view source;
  std::u32string_view members;
};

/// Ways to write one character, each with those of the alphabet that it stands for.
constexpr std::array sets = {
    Set{"a", U"a"},
    Set{"b", U"b"},
    Set{"洞", U"洞"},
    Set{"😀", U"😀"},
    Set{"-", U"-"},
    Set{"\\-", U"-"},
    Set{"\\n", U"\n"},
    Set{".", U"ab1- 洞😀"},
    Set{"\\d", U"1"},
    Set{"\\D", U"ab- \n洞😀"},
    Set{"\\w", U"ab1"},
    Set{"\\W", U"- \n洞😀"},
    Set{"\\s", U" \n"},
    Set{"\\S", U"ab1-洞😀"},
    Set{"[ab]", U"ab"},
    Set{"[^ab]", U"1- \n洞😀"},
    Set{"[-a]", U"-a"},
    Set{"[^a-]", U"b1 \n洞😀"},
    Set{"[a-z]", U"ab"},
    Set{"[ -a]", U" -1a"},
    Set{"[一-鿿]", U"洞"},
    Set{"[^一-鿿\\d]", U"ab- \n😀"},
    Set{"[\\s\\w]", U"ab1 \n"},
    Set{"[\\Da-]", U"ab- \n洞😀"},
    Set{"[^\\S\\n]", U" "},
    Set{"[^\\d\\D]", U""},
};

std::size_t below(std::mt19937& random, std::size_t bound) {
  return random() % bound;
}

Expression random_set(std::mt19937& random) {
  // Half of them a or b, so that texts are matched often enough.
  const Set& set = sets[below(random, 2) == 0 ? below(random, 2) : below(random, sets.size())];
  return {Expression::Kind::set, std::string(set.source), std::u32string(set.members), {}};
}

Expression random_repetition(std::mt19937& random, Expression part) {
  Expression expression{Expression::Kind::repetition, {}, {}, {std::move(part)}};
  expression.least = below(random, 3);
  expression.most = below(random, 2) == 0 ? unbounded : expression.least + below(random, 3);
  return expression;
}

using Places = std::set<std::size_t>;

Places ends(const Expression& expression, std::u32string_view text, const Places& begins);

Places ends_of_one(const Expression& part, std::u32string_view text, const Places& begins,
                   std::size_t count) {
  Places places = begins;
  for (std::size_t index = 0; index < count; ++index) places = ends(part, text, places);
  return places;
}

Places ends_of_repetition(const Expression& expression, std::u32string_view text, const Places& begins) {
  Places places = ends_of_one(expression.parts.front(), text, begins, expression.least);
  // Beyond one more than the text's length, another time can only be an empty one.
  const std::size_t more = std::min(expression.most, expression.least + text.size() + 1) - expression.least;
  Places last = places;
  for (std::size_t index = 0; index < more; ++index) {
    last = ends(expression.parts.front(), text, last);
    places.insert(last.begin(), last.end());
  }
  return places;
}

Places ends(const Expression& expression, std::u32string_view text, const Places& begins) {
  Places places;
  switch (expression.kind) {
    case Expression::Kind::set:
      for (const std::size_t place : begins) {
        const bool taken =
            place < text.size() && expression.members.find(text[place]) != std::u32string::npos;
        if (taken) places.insert(place + 1);
      }
      break;
    case Expression::Kind::text_begin:
      if (begins.count(0) > 0) places.insert(0);
      break;
    case Expression::Kind::text_end:
      if (begins.count(text.size()) > 0) places.insert(text.size());
      break;
    case Expression::Kind::sequence:
      places = begins;
      for (const Expression& part : expression.parts) places = ends(part, text, places);
      break;
    case Expression::Kind::alternatives:
      for (const Expression& part : expression.parts) {
        const Places of_part = ends(part, text, begins);
        places.insert(of_part.begin(), of_part.end());
      }
      break;
    case Expression::Kind::repetition:
      places = ends_of_repetition(expression, text, begins);
      break;
  }
  return places;
}

std::string written_quantifier(std::size_t least, std::size_t most) {
  if (least == 0 && most == unbounded) return "*";
  if (least == 1 && most == unbounded) return "+";
  if (least == 0 && most == 1) return "?";
  if (least == most) return "{" + std::to_string(least) + "}";
  return "{" + std::to_string(least) + "," + (most == unbounded ? "" : std::to_string(most)) + "}";
}

std::string written_parts(const Expression& expression, std::string_view separator) {
  std::string text;
  for (const Expression& part : expression.parts) {
    if (&part != &expression.parts.front()) text += separator;
    const bool needs_group = part.kind == Expression::Kind::alternatives;
    text += needs_group ? "(" + written(part) + ")" : written(part);
  }
  return text;
}

}  // namespace

Expression random_expression(std::mt19937& random, std::size_t depth) {
  const std::size_t choice = depth == 0 ? below(random, 10) : below(random, 40);
  if (choice == 0) return {Expression::Kind::text_begin, {}, {}, {}};
  if (choice == 1) return {Expression::Kind::text_end, {}, {}, {}};
  if (choice < 10) return random_set(random);
  if (choice < 20) return random_repetition(random, random_expression(random, depth - 1));
  Expression expression;
  expression.kind = choice < 30 ? Expression::Kind::alternatives : Expression::Kind::sequence;
  const std::size_t count = below(random, 4);
  for (std::size_t index = 0; index < count; ++index) {
    expression.parts.push_back(random_expression(random, depth - 1));
  }
  // No alternative at all cannot be written; one that is empty can.
  if (expression.parts.empty()) expression.kind = Expression::Kind::sequence;
  return expression;
}

std::u32string random_text(std::mt19937& random) {
  std::u32string text;
  const std::size_t length = below(random, 9);
  for (std::size_t index = 0; index < length; ++index) {
    text += alphabet[below(random, 2) == 0 ? below(random, 2) : below(random, alphabet.size())];
  }
  return text;
}

std::string written(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::set:
      return expression.source;
    case Expression::Kind::text_begin:
      return "^";
    case Expression::Kind::text_end:
      return "$";
    case Expression::Kind::sequence:
      return written_parts(expression, "");
    case Expression::Kind::alternatives:
      return written_parts(expression, "|");
    case Expression::Kind::repetition: {
      const Expression& part = expression.parts.front();
      const bool is_atom = part.kind < Expression::Kind::sequence;
      const std::string atom = is_atom ? written(part) : "(?:" + written(part) + ")";
      return atom + written_quantifier(expression.least, expression.most);
    }
  }
  return {};
}

bool reference_search(const Expression& expression, std::u32string_view text) {
  Places begins;
  for (std::size_t place = 0; place <= text.size(); ++place) begins.insert(place);
  return !ends(expression, text, begins).empty();
}

bool reference_matches_whole(const Expression& expression, std::u32string_view text) {
  return ends(expression, text, {0}).count(text.size()) > 0;
}

}  // namespace tianbao::testing
