// Runs the public CEL cases, in strict mode and in form mode. scripts/test builds this source natively and as
// WASM and compares what it prints on standard output byte by byte.
//
//   conformance CASES NAME      CASES: the file that write_cases.mjs wrote, below the source tree; NAME:
//   native or wasm
//
// Standard output: one JSON object a case. Standard error: a line for each case that is not as left_out.json
// has it, and how many are.

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/write.h"
#include "tests/conformance/adapter.h"
#include "tests/conformance/cases.h"
#include "tests/conformance/left_out.h"
#include "tests/conformance/members.h"
#include "tests/conformance/values.h"
#include "tests/support/require.h"

namespace {

using namespace tianbao;
using namespace tianbao::conformance;

constexpr std::array<std::string_view, 3> words_of_names = {"unbound", "undeclared", "unknown"};

void print(const json::Object& line) {
  std::printf("%s\n", json::to_compact(line).c_str());
}

void complain(const std::string& sentence) {
  std::fprintf(stderr, "%s\n", sentence.c_str());
}

/// How the cases of one kind came out, held against what is left out of them.
class Score {
 public:
  Score(std::string_view kind, const json::Value& left_out)
      : kind_(kind), left_out_(member(left_out, kind)) {}

  /// `why`: what is wrong with it, "" when it passed.
  void count(const std::string& id, const std::string& why) {
    const bool left_out = left_out_.take(id);
    ++total_;
    if (why.empty()) ++passed_;
    if (left_out) ++left_out_count_;
    if (left_out == !why.empty()) return;
    ++surprises_;
    complain(left_out ? id + ": passes, but left_out.json leaves it out" : id + ": " + why);
  }

  /// Whether every case came out as it should.
  bool report(std::string_view build, const std::string& remark = {}) const {
    const std::vector<std::string> mistakes = left_out_.mistakes();
    for (const std::string& mistake : mistakes) complain(mistake);
    complain("CEL " + std::string(kind_) + " " + std::string(build) + ": " + std::to_string(passed_) +
             " of " + std::to_string(total_) + ", left out " + std::to_string(left_out_count_) +
             (surprises_ > 0 ? ", unexpected " + std::to_string(surprises_) : "") + remark);
    return surprises_ == 0 && mistakes.empty();
  }

 private:
  std::string_view kind_;
  LeftOut left_out_;
  std::size_t total_ = 0;
  std::size_t passed_ = 0;
  std::size_t left_out_count_ = 0;
  std::size_t surprises_ = 0;
};

json::Value to_json(const Outcome& outcome) {
  if (outcome.refused) return json::Object{{"refused", *outcome.refused}};
  return write_value(outcome.value);
}

std::string to_text(const Outcome& outcome) {
  return json::to_compact(to_json(outcome));
}

/// A name or a function that is missing here must not pass for one that refuses its operands: that it is
/// missing counts only where this is what the case is about.
bool is_expected_error(const std::string& expected, const Outcome& outcome) {
  const bool is_about_names =
      std::any_of(words_of_names.begin(), words_of_names.end(),
                  [&](std::string_view word) { return expected.find(word) != std::string::npos; });
  if (outcome.refused) return !outcome.lacks_name || is_about_names;
  const expression::Error* const error = outcome.value.error();
  return error != nullptr && (error->code != expression::ErrorCode::unknown || is_about_names);
}

/// What is wrong with the outcome; "" when it is as expected.
std::string difference(const Case& item, const Outcome& outcome) {
  const Expected& expected = item.expected;
  if (expected.error) {
    return is_expected_error(*expected.error, outcome) ? ""
                                                       : item.expression + " gives " + to_text(outcome) +
                                                             ", expected is the error " + *expected.error;
  }
  if (!expected.type.empty() && (outcome.refused || outcome.type != expected.type)) {
    return item.expression + " is of type " + (outcome.refused ? to_text(outcome) : outcome.type) +
           ", expected is " + expected.type;
  }
  if (!expected.value || (!outcome.refused && is_same(*expected.value, outcome.value))) return "";
  return item.expression + " gives " + to_text(outcome) + ", expected is " +
         json::to_compact(write_value(*expected.value));
}

bool gives_value(const Outcome& outcome) {
  return !outcome.refused && outcome.value.error() == nullptr;
}

/// The form profile adds values only where strict CEL has none.
bool form_mode_agrees(const Outcome& strict, const Outcome& form) {
  return !gives_value(strict) || (gives_value(form) && is_same(strict.value, form.value));
}

bool run_conformance(const std::vector<Case>& cases, const json::Value& left_out, std::string_view build) {
  Score conformance("conformance", left_out);
  Score trees("trees", left_out);
  std::size_t values = 0;
  std::size_t changed = 0;
  for (const Case& item : cases) {
    const Outcome strict = run(item, expression::Mode::strict);
    const Outcome form = run(item, expression::Mode::form);
    json::Object line = {{"case", item.id}, {"strict", to_json(strict)}, {"form", to_json(form)}};
    conformance.count(item.id, difference(item, strict));
    if (gives_value(strict)) ++values;
    if (!form_mode_agrees(strict, form)) {
      ++changed;
      complain(item.id + ": " + item.expression + " gives " + to_text(strict) + " in strict mode, but " +
               to_text(form) + " in form mode");
    }
    if (item.tree) {
      const std::optional<std::string> tree = parse_to_tree(item.expression);
      line.push_back({"tree", tree == item.tree ? json::Value(true) : json::Value(tree.value_or(""))});
      trees.count(item.id, tree == item.tree ? ""
                                             : "the tree of " + item.expression + " differs\n" +
                                                   tree.value_or("(refused)"));
    }
    print(line);
  }
  complain("CEL form mode " + std::string(build) + ": " + std::to_string(values - changed) + " of " +
           std::to_string(values) + " values of strict mode are the same");
  const bool trees_pass = trees.report(build);
  return conformance.report(build) && trees_pass && changed == 0;
}

/// What is wrong with how the parser takes it; "" when it is as expected.
std::string difference(const ParsingCase& item, const std::optional<std::string>& tree) {
  switch (item.expected) {
    case Parsing::tree:
      return tree == item.tree ? ""
                               : "the tree of " + item.expression + " differs\n" + tree.value_or("(refused)");
    case Parsing::error:
      return !tree ? "" : item.expression + " is no expression, but is taken for\n" + *tree;
    case Parsing::macro_error:
      return is_refused(item.expression) ? "" : item.expression + " should be refused";
    case Parsing::switched_off:
      return tree ? "" : item.expression + " is refused";
    case Parsing::limit:
      break;
  }
  return "";
}

bool run_parsing(const std::vector<ParsingCase>& cases, const json::Value& left_out, std::string_view build) {
  Score parsing("parsing", left_out);
  std::size_t without_tree = 0;
  for (const ParsingCase& item : cases) {
    const std::optional<std::string> tree = parse_to_tree(item.expression);
    parsing.count(item.id, difference(item, tree));
    if (item.expected == Parsing::switched_off || item.expected == Parsing::limit) ++without_tree;
    print({{"case", item.id}, {"tree", tree ? json::Value(*tree) : json::Value()}});
  }
  return parsing.report(build, " (of " + std::to_string(without_tree) + " the package has no tree)");
}

}  // namespace

int main(int argument_count, char** arguments) {
  testing::require(argument_count == 3, "the cases file and the name of the build");
  const Cases cases = read_cases(arguments[1]);
  const json::Value left_out = read_json("tests/conformance/left_out.json");
  const bool parsing_passes = run_parsing(cases.parsing, left_out, arguments[2]);
  const bool conformance_passes = run_conformance(cases.conformance, left_out, arguments[2]);
  return parsing_passes && conformance_passes ? 0 : 1;
}
