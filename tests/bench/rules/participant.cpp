// Our own part in scripts/bench rules, natively and as WASM: reads the tasks that write_tasks.cpp has
// written, gives the right answers, and prints how long each takes, a line of JSON a task.
//
//   rules_bench TASKS

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/check/incremental.h"
#include "shared/check/rules.h"
#include "shared/expression/program.h"
#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/bench/rules/stopwatch.h"
#include "tests/bench/rules/verdicts.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace {

using namespace tianbao;

const json::Value& member(const json::Value& object, std::string_view name) {
  const json::Value* const found = object.find(name);
  testing::require(found != nullptr, name);
  return *found;
}

const std::string& text(const json::Value& object, std::string_view name) {
  return *member(object, name).as_string();
}

const json::Array& documents(const json::Value& task) {
  return *member(task, "documents").as_array();
}

void require_verdicts(const json::Value& task, const json::Value& document,
                      const std::vector<check::Verdict>& verdicts) {
  const json::Value words = bench::verdict_words(verdicts);
  testing::require(words == member(document, "verdicts"),
                   "the right verdicts of " + text(task, "name") + ", not " + json::to_compact(words));
}

void print(const json::Value& task, std::string_view way, std::int64_t time_ps) {
  const json::Object line = {
      {"task", text(task, "name")}, {"way", way}, {"ps", number::Decimal::from_integer(time_ps)}};
  std::puts(json::to_compact(line).c_str());
}

/// What is typed is, in turn, the cell's value in the one document and in the other.
void measure_keystroke(const json::Value& task, const form::Form& form,
                       const std::vector<document::Document>& documents) {
  const json::Value& keystroke = member(task, "keystroke");
  const check::Change change{testing::field_index(form, text(keystroke, "cell"))};
  document::Document typed = documents.front();
  check::IncrementalCheck checked;
  checked.restart(form, typed, typed.context);
  std::size_t turn = 0;
  const auto type = [&] {
    typed.cells[change.field] = documents[++turn % 2].cells[change.field];
    checked.update(form, typed, typed.context, {&change, 1});
  };
  for (int times = 0; times < 2; ++times) {
    type();
    testing::require(checked.outcome().findings == check::check(form, typed, typed.context).findings,
                     "the findings of a whole check");
    testing::require(checked.outcome().findings.empty() == (turn % 2 == 0), "a finding after every other");
  }
  print(keystroke, "", bench::median_ps(type));
}

/// The whole check, and what peers do of it: the verdicts of the rules over values that are bound.
void check_form(const json::Value& task) {
  const form::Form form = testing::load_form(json::to_compact(member(task, "form")));
  std::vector<document::Document> read;
  for (const json::Value& each : documents(task)) {
    auto document = document::read(member(each, "document"), form);
    testing::require(document.ok(), "a document of the form");
    read.push_back(std::move(document).value());
    require_verdicts(task, each, check::check(form, read.back(), read.back().context).verdicts);
  }
  const document::Document& passing = read.front();
  const check::Bound bound = check::bind(form, passing, passing.context);
  std::size_t sink = 0;
  print(task, "rules alone", bench::median_ps([&] {
          for (const form::Rule& rule : form.rules)
            sink += check::check_rule(bound, rule).finding.has_value();
        }));
  print(task, "whole check",
        bench::median_ps([&] { sink += check::check(form, passing, passing.context).verdicts.size(); }));
  testing::require(sink > 0, "a verdict");
  if (task.find("keystroke")) measure_keystroke(task, form, read);
}

/// In CEL whole numbers are ints; every number of a form is a decimal.
expression::Value value_of(const json::Value& value, expression::Mode mode) {
  if (const number::Decimal* const amount = value.as_number()) {
    if (mode == expression::Mode::form) return {*amount};
    return {*amount->to_integer()};
  }
  if (const json::Array* const items = value.as_array()) {
    expression::List list;
    for (const json::Value& item : *items) list.push_back(value_of(item, mode));
    return {std::move(list)};
  }
  testing::require(value.as_object() != nullptr, "a number, a list or an object");
  expression::Map map;
  for (const json::Member& each : *value.as_object()) {
    map.entries.push_back({expression::Value{each.key}, value_of(each.value, mode)});
  }
  return {std::move(map)};
}

check::Verdict verdict_of(const expression::Value& value) {
  testing::require(value.boolean() != nullptr, "a boolean");
  return *value.boolean() ? check::Verdict::pass : check::Verdict::fail;
}

void evaluate_rules(const json::Value& task) {
  const bool is_form = text(task, "dialect") == "form";
  const expression::Dialect dialect = {is_form ? expression::Mode::form : expression::Mode::strict,
                                       is_form ? expression::form_library() : expression::cel_library(),
                                       is_form};
  std::vector<std::vector<expression::Slot>> slots;
  std::vector<expression::Declaration> names;
  for (const json::Value& document : documents(task)) {
    names.clear();
    slots.emplace_back();
    for (const json::Member& each : *member(document, "bindings").as_object()) {
      names.push_back({each.key, is_form ? expression::Type::decimal : expression::Type::dynamic});
      slots.back().push_back({value_of(each.value, dialect.mode), false});
    }
  }
  const std::string& source = text(member(task, "rules").as_array()->front(), "rule");
  const auto program = expression::compile(source, names, dialect);
  testing::require(program.ok(), source);
  for (std::size_t index = 0; index < slots.size(); ++index) {
    require_verdicts(task, documents(task)[index],
                     {verdict_of(expression::evaluate(program.value(), slots[index]))});
  }
  std::size_t sink = 0;
  print(task, is_form ? "form profile" : "CEL", bench::median_ps([&] {
          sink += expression::evaluate(program.value(), slots.front()).content.index();
        }));
  testing::require(sink > 0, "a value");
}

std::string read_file(const char* path) {
  std::FILE* const file = std::fopen(path, "rb");
  testing::require(file != nullptr, path);
  std::string content;
  std::vector<char> chunk(1 << 16);
  while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file)) {
    content.append(chunk.data(), count);
  }
  std::fclose(file);
  return content;
}

}  // namespace

int main(int argument_count, char** arguments) {
  testing::require(argument_count == 2, "the file of the tasks");
  constexpr std::size_t max_bytes = std::size_t{64} << 20;
  const auto tasks = json::parse(read_file(arguments[1]), {.max_bytes = max_bytes, .max_values = 5'000'000});
  testing::require(tasks.ok(), "tasks in JSON");
  for (const json::Value& task : *tasks.value().as_array()) {
    task.find("form") ? check_form(task) : evaluate_rules(task);
  }
  return 0;
}
