#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/document/document.h"
#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "tests/bench/rules/building.h"
#include "tests/bench/rules/tasks.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace tianbao::bench {
namespace {

constexpr std::size_t questions = 500;
constexpr std::size_t rows = 500;
constexpr std::size_t columns = 20;
constexpr std::size_t kinds = 5;  // of rules, taken in turn row by row
/// Every tenth row is spoilt in the document that fails: those with a sum, and those with a condition.
constexpr std::size_t spoilt_every = 10;
constexpr std::size_t sum_kind = 0;
constexpr std::size_t condition_kind = 4;

std::string question(std::size_t index) {
  return "q" + std::to_string(index % questions);
}

std::string cell(std::size_t row, std::size_t column) {
  return "r" + std::to_string(row) + "_c" + std::to_string(column);
}

/// The condition, and every cell it reads: a definition has to list them.
struct Condition {
  std::string source;
  json::Array cells;
};

Condition condition(std::size_t row) {
  const std::string total = "rows." + cell(row, 0);
  const std::string asked = "questions." + question(row);
  const std::string asked_next = "questions." + question(row + 1);
  Condition made{"", {total}};
  const auto read = [&made](const std::string& before, const std::string& name) {
    made.source += before + name;
    made.cells.push_back(name);
  };
  switch (row % kinds) {
    case sum_kind:
      made.source = total;
      for (std::size_t column = 1; column < columns; ++column) {
        read(column == 1 ? " == " : " + ", "rows." + cell(row, column));
      }
      return made;
    case 1:
      for (std::size_t column = 1; column <= 4; ++column) {
        read((column == 1 ? "" : " && ") + total + " >= ", "rows." + cell(row, column));
      }
      return made;
    case 2:
      read("", asked);
      read(" == 0 || " + total + " <= ", "rows." + cell(row, 1));
      made.source += " * 2000";
      return made;
    case 3:
      read("", asked);
      read(" <= ", asked_next);
      made.source += " + " + total;
      return made;
    default:
      read("", asked);
      made.source += " > 0 ? " + total + " > 0 : " + total + " == 0";
      return made;
  }
}

json::Value field(const std::string& id, const std::string& label) {
  return json::Object{
      {"id", id}, {"label", label}, {"type", "whole_number"}, {"required", true}, {"minimum", number(0)}};
}

json::Value section(std::string_view id, std::string_view label, json::Array fields) {
  return json::Object{
      {"id", id}, {"label", label}, {"groups", json::Array{json::Object{{"fields", std::move(fields)}}}}};
}

json::Value definition() {
  json::Array asked;
  for (std::size_t index = 0; index < questions; ++index) {
    asked.push_back(field(question(index), "问题" + std::to_string(index + 1)));
  }
  json::Array cells;
  json::Array rules;
  for (std::size_t row = 0; row < rows; ++row) {
    const std::string name = "第" + std::to_string(row + 1) + "行";
    for (std::size_t column = 0; column < columns; ++column) {
      cells.push_back(field(cell(row, column), name + "第" + std::to_string(column + 1) + "列"));
    }
    Condition made = condition(row);
    rules.push_back(
        json::Object{{"code", "W" + std::to_string(1000 + row).substr(1)},
                     {"severity", "warning"},
                     {"explain", "required"},
                     {"rule", std::move(made.source)},
                     {"message", name + "的合计 {rows." + cell(row, 0) + "} 与其他各项不符，请核对"},
                     {"fields", std::move(made.cells)},
                     {"basis", "量速度用"}});
  }
  return json::Object{{"format", "tianbao-form/1"},
                      {"id", "large"},
                      {"edition", "1"},
                      {"title", "大表"},
                      {"authority", json::Object{{"number", "无"}, {"title", "无"}}},
                      {"periods", json::Object{{"first", number(2017)}}},
                      {"due", json::Object{{"from", "01-01"}, {"until", "01-31"}}},
                      {"provenance", "official"},
                      {"sections", json::Array{section("questions", "问题", std::move(asked)),
                                               section("rows", "各行", std::move(cells))}},
                      {"rules", std::move(rules)}};
}

void fill(document::Document& report, std::size_t field, std::int64_t amount) {
  report.cells[field].state = document::CellState::value;
  report.cells[field].value = number::Decimal::from_integer(amount);
}

std::size_t field_of(std::size_t row, std::size_t column) {
  return questions + row * columns + column;
}

document::Document filled(const form::Form& form) {
  document::Document report = document::make_blank(form, "2019", "4305250009");
  for (std::size_t index = 0; index < questions; ++index) {
    fill(report, index, static_cast<std::int64_t>(100 + index));
  }
  for (std::size_t row = 0; row < rows; ++row) {
    std::int64_t total = 0;
    for (std::size_t column = 1; column < columns; ++column) {
      const auto amount = static_cast<std::int64_t>((row * 7 + column * 13) % 97 + 1);
      fill(report, field_of(row, column), amount);
      total += amount;
    }
    fill(report, field_of(row, 0), total);
  }
  return report;
}

/// Whether the rule of that row fails in the spoilt document: known from how it is spoilt, not from any
/// participant.
bool is_spoilt(std::size_t row) {
  return row % spoilt_every == sum_kind || row % spoilt_every == condition_kind;
}

void spoil(document::Document& report) {
  for (std::size_t row = 0; row < rows; ++row) {
    if (is_spoilt(row)) fill(report, field_of(row, 0), 0);
  }
}

json::Value document_of(const form::Form& form, const document::Document& report, bool spoilt) {
  json::Array verdicts;
  for (std::size_t row = 0; row < rows; ++row) {
    verdicts.emplace_back(spoilt && is_spoilt(row) ? "fail" : "pass");
  }
  return json::Object{{"document", document::write(report, form)},
                      {"bindings", bindings(form, report)},
                      {"verdicts", std::move(verdicts)}};
}

}  // namespace

json::Value large_form_task() {
  const json::Value definition_json = definition();
  const form::Form form = testing::load_form(json::to_compact(definition_json));
  const document::Document report = filled(form);
  document::Document spoilt = report;
  spoil(spoilt);
  document::Document broken = report;
  fill(broken, broken.cells.size() - 1, -1);
  return json::Object{
      {"name", "large_form"},
      {"title", "500 questions + 500 × 20 cells: 500 rules"},
      {"keystroke", json::Object{{"name", "keystroke"},
                                 {"title", "one keystroke in that form"},
                                 {"cell", "rows." + cell(rows - spoilt_every, 0)}}},
      {"form", definition_json},
      {"rules", peer_rules(form)},
      {"documents", json::Array{document_of(form, report, false), document_of(form, spoilt, true)}},
      {"schema", schema::export_schema(form)},
      {"schema_documents", json::Array{document::write(report, form), document::write(broken, form)}}};
}

}  // namespace tianbao::bench
