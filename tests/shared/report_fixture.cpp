#include "tests/shared/report_fixture.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "shared/json/parse.h"
#include "shared/text/normalize.h"
#include "tests/shared/work_report.h"

namespace tianbao::testing {
namespace {

constexpr std::string_view subject_address = "basic.site_code";

std::string without_unit(std::string_view label) {
  std::string key = text::label_key(label);
  return key.substr(0, key.find("(单位:"));
}

/// Behind each other with `/` between; a label that only repeats the one before it (创新发展) stands once.
void append_label(std::string& path, std::string& last, std::string_view label) {
  const std::string key = without_unit(label);
  if (key.empty() || key == last) return;
  if (!path.empty()) path += "/";
  path += key;
  last = key;
}

std::string path_of(const form::Form& form, const form::Field& field) {
  const form::Section& section = form.sections[field.section];
  std::string path;
  std::string last;
  append_label(path, last, section.label);
  append_label(path, last, section.groups[field.group].label);
  append_label(path, last, field.label);
  return path;
}

std::string path_of(std::string_view fixture_path) {
  std::string path;
  std::string last;
  for (std::size_t start = 0; start <= fixture_path.size();) {
    const std::size_t end = std::min(fixture_path.find('/', start), fixture_path.size());
    append_label(path, last, fixture_path.substr(start, end - start));
    start = end + 1;
  }
  return path;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text) {
    if (c >= '0' && c <= '9') digits.push_back(c);
  }
  return digits;
}

const std::string& text_member(const json::Value& object, std::string_view name) {
  const json::Value* const member = object.find(name);
  REQUIRE(member != nullptr);
  REQUIRE(member->as_string() != nullptr);
  return *member->as_string();
}

}  // namespace

ReportFixture read_report_fixture(std::string_view name) {
  const auto parsed = json::parse(read_file("tests/fixtures/" + std::string(name) + ".json"));
  REQUIRE(parsed.ok());
  ReportFixture fixture;
  fixture.period = digits_of(text_member(parsed.value(), "year"));
  fixture.values.emplace_back("填报单位", text_member(parsed.value(), "填报单位"));
  const json::Value* const values = parsed.value().find("values");
  REQUIRE(values != nullptr);
  REQUIRE(values->as_object() != nullptr);
  for (const json::Member& member : *values->as_object()) {
    REQUIRE(member.value.as_string() != nullptr);
    fixture.values.emplace_back(member.key, *member.value.as_string());
  }
  return fixture;
}

document::Document fill(const form::Form& form, const ReportFixture& fixture) {
  document::Document document = document::make_blank(form, fixture.period, "");
  for (const auto& [label_path, text] : fixture.values) {
    INFO(label_path);
    const std::string path = path_of(label_path);
    bool found = false;
    for (std::size_t i = 0; i < form.fields.size() && !found; ++i) {
      found = path_of(form, form.fields[i]) == path;
      if (found) document.cells[i] = document::read_cell(form.fields[i], text);
    }
    REQUIRE(found);
  }
  const std::size_t subject = field_index(form, subject_address);
  document.subject = document::display(form.fields[subject], document.cells[subject]);
  document.reporter = document.subject;
  return document;
}

document::Document filled_report(std::string_view name) {
  return fill(work_report(), read_report_fixture(name));
}

}  // namespace tianbao::testing
