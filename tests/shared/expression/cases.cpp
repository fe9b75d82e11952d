#include "tests/shared/expression/cases.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>

#include "shared/expression/library/duration.h"
#include "shared/expression/library/timestamp.h"

namespace tianbao::expression::testing {
namespace {

std::vector<Declaration> declarations(const std::vector<Cell>& cells) {
  std::vector<Declaration> result;
  result.reserve(cells.size());
  for (const Cell& cell : cells) result.push_back({cell.name, cell.type});
  return result;
}

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::no_such_key:
      return "no_such_key";
    case ErrorCode::unread:
      return "unread";
    case ErrorCode::unknown:
      return "unknown";
    case ErrorCode::no_such_overload:
      return "no_such_overload";
    case ErrorCode::overflow:
      return "overflow";
    case ErrorCode::divide_by_zero:
      return "divide_by_zero";
    case ErrorCode::invalid_argument:
      return "invalid_argument";
    case ErrorCode::too_costly:
      return "too_costly";
  }
  return "?";
}

std::string show_double(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "double %.17g", value);
  return text.data();
}

std::string show_list(const List& list) {
  std::string text = "[";
  for (const Value& item : list) text += (text.size() > 1 ? ", " : "") + show(item);
  return text + "]";
}

std::string show_map(const Map& map) {
  std::string text = "{";
  for (const MapEntry& entry : map.entries) {
    text += (text.size() > 1 ? ", " : "") + show(entry.key) + ": " + show(entry.value);
  }
  return text + "}";
}

}  // namespace

Slot number(std::string_view text) {
  return {{number::Decimal::parse(text).value()}};
}
Slot string(std::string_view text) {
  return {{std::string(text)}};
}
Slot boolean(bool value) {
  return {{value}};
}
Slot strings(const std::vector<std::string>& items) {
  List list;
  for (const std::string& item : items) list.push_back({item});
  return {{list}};
}
Slot blank() {
  return {{Error{ErrorCode::no_such_key}}};
}
Slot unread() {
  return {{Error{ErrorCode::unread}}};
}
Slot unknown() {
  return {{Error{ErrorCode::unknown}}};
}
Slot none_number() {
  return {{number::Decimal()}, true};
}
Slot none_text() {
  return {{std::string()}, true};
}

std::string show(const Value& value) {
  if (const Error* error = value.error()) return "error " + std::string(code_name(error->code));
  if (const bool* boolean = value.boolean()) return *boolean ? "true" : "false";
  if (const std::string* string = value.string()) return "string " + *string;
  if (value.decimal()) return "decimal " + value.decimal()->to_string();
  if (const auto* integer = std::get_if<std::int64_t>(&value.content))
    return "int " + std::to_string(*integer);
  if (const auto* integer = std::get_if<std::uint64_t>(&value.content)) {
    return "uint " + std::to_string(*integer);
  }
  if (const auto* floating = std::get_if<double>(&value.content)) return show_double(*floating);
  if (const List* list = value.list()) return show_list(*list);
  if (const Map* map = value.map()) return show_map(*map);
  if (const auto* bytes = std::get_if<Bytes>(&value.content)) return "bytes " + bytes->content;
  if (const auto* type = std::get_if<TypeName>(&value.content)) return "type " + type->name;
  if (const auto* moment = std::get_if<Timestamp>(&value.content))
    return "timestamp " + write_timestamp(*moment);
  if (const auto* span = std::get_if<Duration>(&value.content)) return "duration " + write_duration(*span);
  if (const auto* optional = std::get_if<Optional>(&value.content))
    return "optional " + show_list(optional->value);
  return "null";
}

std::string outcome(std::string_view source, const std::vector<Cell>& cells) {
  const Result<Program, CompileError> program = compile(source, declarations(cells));
  if (!program) return "compile: " + describe(program.error());
  std::vector<Slot> slots;
  slots.reserve(cells.size());
  for (const Cell& cell : cells) slots.push_back(cell.slot);
  return show(evaluate(program.value(), slots));
}

CompileError compile_failure(std::string_view source, const std::vector<Cell>& cells) {
  const Result<Program, CompileError> program = compile(source, declarations(cells));
  REQUIRE_FALSE(program.ok());
  return program.error();
}

void check_cases(const std::vector<Case>& cases, const std::vector<Cell>& cells) {
  for (const Case& each : cases) {
    INFO(each.source);
    CHECK(outcome(each.source, cells) == each.expected);
  }
}

}  // namespace tianbao::expression::testing
