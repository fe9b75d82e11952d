#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/check.h"
#include "shared/expression/function.h"
#include "shared/expression/library/library.h"
#include "shared/text/characters.h"
#include "tests/support/reports.h"

/// The tables of docs/rules.md are what is tested: whoever reads them reads what the program does.
namespace {

using namespace tianbao;
using check::Verdict;

using Row = std::vector<std::string>;

/// A line `| a | b |` without its ends, its cells trimmed and unescaped; empty when it is none.
Row split(std::string_view line) {
  Row cells;
  if (!line.starts_with("|")) return cells;
  std::string cell;
  for (std::size_t i = 1; i < line.size(); ++i) {
    if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
      cell += line[++i];
    } else if (line[i] != '|') {
      cell += line[i];
    } else {
      const std::size_t first = std::min(cell.find_first_not_of(" `"), cell.size());
      cells.push_back(cell.substr(first, cell.find_last_not_of(" `") + 1 - first));
      cell.clear();
    }
  }
  return cells;
}

/// The table whose first line has that first cell: its first line, then its rows.
std::vector<Row> table(std::string_view first_cell) {
  const std::string text = testing::read_source_file("docs/rules.md");
  std::vector<Row> rows;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    Row row = split(std::string_view(text).substr(begin, end - begin));
    begin = end + 1;
    if (!rows.empty() && row.empty()) break;
    const bool is_line = !row.empty() && row.front().starts_with("---");
    if (!is_line && (!rows.empty() || (!row.empty() && row.front() == first_cell))) {
      rows.push_back(std::move(row));
    }
  }
  REQUIRE(rows.size() > 4);
  return rows;
}

/// The table says a and b for s.a and s.b.
std::string with_section(const std::string& expression) {
  std::string text;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const auto continues = [&](std::size_t at) {
      return at < expression.size() && text::is_ascii_letter(expression[at]);
    };
    const bool is_name =
        (expression[i] == 'a' || expression[i] == 'b') && !continues(i + 1) && (i == 0 || !continues(i - 1));
    if (is_name) text += "s.";
    text += expression[i];
  }
  return text;
}

form::Form form_of(std::string_view type, const std::string& when, const std::string& rule) {
  std::string fields;
  for (const std::string name : {"a", "b"}) {
    const std::string address = "s." + name;
    const bool is_read = when.find(address) != std::string::npos || rule.find(address) != std::string::npos;
    if (!is_read) continue;
    if (!fields.empty()) fields += ", ";
    fields.append("\"").append(address).append("\"");
  }
  return testing::load_form(
      R"({"format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表",
      "authority": {"number": "试〔2017〕1号", "title": "试填"}, "periods": {"first": 2017},
      "due": {"from": "01-01", "until": "01-31"}, "provenance": "draft",
      "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
        {"id": "a", "label": "甲", "type": )" +
      std::string(type) + R"(}, {"id": "b", "label": "乙", "type": )" + std::string(type) +
      R"(}]}]}], "rules": [{"code": "N101", "severity": "notice", "basis": "试", "message": "甲", )" +
      (when.empty() ? "" : R"("when": ")" + when + "\", ") + R"("rule": ")" + rule + R"(", "fields": [)" +
      fields + "]}]}");
}

struct Answers {
  std::string a;
  std::string b;
  std::string prior_a = "?";
};

Verdict verdict_of(const form::Form& form, const Answers& answers) {
  document::Document report = document::make_blank(form, "2019", "4305250009");
  testing::type_into(form, report, "s.a", answers.a);
  testing::type_into(form, report, "s.b", answers.b);
  document::Context context;
  if (answers.prior_a != "?") {
    document::Document prior = document::make_blank(form, "2018", "4305250009");
    testing::type_into(form, prior, "s.a", answers.prior_a);
    context.prior_known = document::PriorKnown::present;
    context.prior = {"2018", prior.cells};
  }
  const std::vector<Verdict> verdicts = check::check(form, report, context).verdicts;
  REQUIRE(verdicts.size() == 1);
  return verdicts.front();
}

std::string_view words(Verdict verdict) {
  switch (verdict) {
    case Verdict::pass:
      return "pass";
    case Verdict::fail:
      return "fail";
    case Verdict::not_applicable:
      return "not applicable";
    case Verdict::undecided:
      return "undecided";
  }
  return {};
}

constexpr std::string_view yes_no = R"("yes_no")";
constexpr std::string_view whole_number = R"("whole_number", "allows_none": true)";

/// What is typed for `a: true`.
std::string typed(const std::string& operand) {
  const std::string state = operand.substr(operand.find(' ') + 1);
  if (state == "true") return "是";
  if (state == "false") return "否";
  return state == "blank" ? "" : "是或否";
}

/// How a rule that ends in that is judged, as the table before says.
std::string_view judged(const std::string& result) {
  if (result == "true") return "pass";
  if (result == "false") return "fail";
  return result == "blank" ? "not applicable" : "undecided";
}

}  // namespace

TEST_CASE("docs/rules.md: and, or") {
  for (const std::string operation : {"a && b", "a || b"}) {
    const std::vector<Row> rows = table(operation);
    const form::Form form = form_of(yes_no, "", with_section(operation));
    CHECK(rows.size() == 5);
    for (std::size_t row = 1; row < rows.size(); ++row) {
      REQUIRE(rows[row].size() == 5);
      for (std::size_t column = 1; column < rows[row].size(); ++column) {
        CAPTURE(operation, rows[row][0], rows[0][column]);
        const Verdict verdict = verdict_of(form, {typed(rows[row][0]), typed(rows[0][column])});
        CHECK(words(verdict) == judged(rows[row][column]));
      }
    }
  }
}

TEST_CASE("docs/rules.md: blank, none and unread in rules about numbers") {
  const std::vector<Row> rows = table("when");
  CHECK(rows.size() > 30);
  for (std::size_t index = 1; index < rows.size(); ++index) {
    const Row& row = rows[index];
    REQUIRE(row.size() == 6);
    CAPTURE(row[0], row[1], row[2], row[3], row[4]);
    const form::Form form = form_of(whole_number, with_section(row[0]), with_section(row[1]));
    CHECK(words(verdict_of(form, {row[2], row[3], row[4]})) == row[5]);
  }
}

TEST_CASE("docs/rules.md names every function that a rule may call") {
  const std::string text = testing::read_source_file("docs/rules.md");
  for (const expression::FunctionTable table : expression::form_library().tables) {
    for (const expression::Function& function : table) {
      INFO(function.name);
      CHECK(text.find("`" + std::string(function.name)) != std::string::npos);
    }
  }
}
