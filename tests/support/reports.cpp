#include "tests/support/reports.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>
#include <utility>

#include "shared/form/load.h"
#include "shared/json/parse.h"

namespace tianbao::tests {

namespace {

std::string text_of(const json::Value& value) {
  const std::string* text = value.as_string();
  REQUIRE(text != nullptr);
  return *text;
}

}  // namespace

std::string read_source_file(const std::string& path) {
  std::ifstream stream(TIANBAO_SOURCE_DIR "/" + path, std::ios::binary);
  INFO(path);
  REQUIRE(stream);
  return {std::istreambuf_iterator<char>(stream), {}};
}

form::Form load_form(std::string_view definition) {
  auto form = form::load(definition);
  if (!form.ok()) {
    for (const form::DefinitionError& error : form.error()) UNSCOPED_INFO(form::describe(error));
  }
  REQUIRE(form.ok());
  return std::move(form).value();
}

form::Form work_report() {
  return load_form(read_source_file("assets/forms/work-report/2017.json"));
}

document::Document published_report(const form::Form& work_report, const std::string& name) {
  const auto content = json::parse(read_source_file("tests/fixtures/" + name + ".json"));
  REQUIRE(content.ok());
  // The fixture has the labels as published; its cells stand in the order of the form.
  std::vector<std::string> typed = {text_of(*content.value().find("填报单位"))};
  for (const json::Member& member : *content.value().find("values")->as_object()) {
    typed.push_back(text_of(member.value));
  }
  REQUIRE(typed.size() == work_report.fields.size());
  const std::string period = name.substr(name.size() - 4);
  document::Document document = document::make_blank(work_report, period, "");
  for (std::size_t field = 0; field < typed.size(); ++field) {
    document.cells[field] = document::read_cell(work_report.fields[field], typed[field]);
  }
  document.subject = std::get<std::string>(cell_at(work_report, document, "basic.site_code").value);
  document.reporter = document.subject;
  return document;
}

document::Cell& cell_at(const form::Form& form, document::Document& document, std::string_view address) {
  const auto index = form.field_index(address);
  INFO(address);
  REQUIRE(index);
  return document.cells[*index];
}

void type_into(const form::Form& form, document::Document& document, std::string_view address,
               std::string_view typed) {
  document::Cell& cell = cell_at(form, document, address);
  cell = document::read_cell(form.fields[*form.field_index(address)], typed);
}

}  // namespace tianbao::tests
