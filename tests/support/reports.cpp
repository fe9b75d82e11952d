#include "tests/support/reports.h"

#include <fstream>
#include <iterator>
#include <utility>

#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "tests/support/require.h"

namespace tianbao::tests {

namespace {

std::string text_of(const json::Value& value) {
  const std::string* text = value.as_string();
  require(text != nullptr, "a text in the fixture");
  return *text;
}

}  // namespace

std::string read_source_file(const std::string& path) {
  std::ifstream stream(TIANBAO_SOURCE_DIR "/" + path, std::ios::binary);
  require(stream.is_open(), path);
  return {std::istreambuf_iterator<char>(stream), {}};
}

form::Form load_form(std::string_view definition) {
  auto form = form::load(definition);
  if (!form.ok()) {
    std::string mistakes;
    for (const form::DefinitionError& error : form.error()) mistakes += form::describe(error) + "\n";
    require(false, mistakes);
  }
  return std::move(form).value();
}

form::Form work_report() {
  return load_form(read_source_file("assets/forms/work-report/2017.json"));
}

document::Document published_report(const form::Form& work_report, const std::string& name) {
  const auto content = json::parse(read_source_file("tests/fixtures/" + name + ".json"));
  require(content.ok(), "the fixture " + name + " is JSON");
  // The fixture has the labels as published; its cells stand in the order of the form.
  std::vector<std::string> typed = {text_of(*content.value().find("填报单位"))};
  for (const json::Member& member : *content.value().find("values")->as_object()) {
    typed.push_back(text_of(member.value));
  }
  require(typed.size() == work_report.fields.size(), "the fixture " + name + " has every cell of the form");
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
  require(index.has_value(), address);
  return document.cells[*index];
}

void type_into(const form::Form& form, document::Document& document, std::string_view address,
               std::string_view typed) {
  document::Cell& cell = cell_at(form, document, address);
  cell = document::read_cell(form.fields[*form.field_index(address)], typed);
}

}  // namespace tianbao::tests
