#include "tests/support/reports.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <utility>
#include <vector>

#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "shared/text/normalize.h"
#include "tests/support/require.h"

namespace tianbao::testing {
namespace {

const std::string& text_member(const json::Value& object, std::string_view name) {
  const json::Value* const member = object.find(name);
  require(member != nullptr && member->as_string() != nullptr,
          "a text " + std::string(name) + " in the fixture");
  return *member->as_string();
}

std::string without_unit(std::string_view label) {
  std::string key = text::label_key(label);
  return key.substr(0, key.find("(单位:"));
}

/// Labels behind each other with `/` between; one that only repeats the one before it (创新发展) stands once.
std::string label_path(const std::vector<std::string_view>& labels) {
  std::string path;
  std::string last;
  for (const std::string_view label : labels) {
    const std::string key = without_unit(label);
    if (key.empty() || key == last) continue;
    if (!path.empty()) path += "/";
    path += key;
    last = key;
  }
  return path;
}

std::vector<std::string_view> split_labels(std::string_view fixture_path) {
  std::vector<std::string_view> labels;
  for (std::size_t start = 0; start <= fixture_path.size();) {
    const std::size_t end = std::min(fixture_path.find('/', start), fixture_path.size());
    labels.push_back(fixture_path.substr(start, end - start));
    start = end + 1;
  }
  return labels;
}

std::size_t field_of(const form::Form& form, std::string_view fixture_path) {
  const std::string path = label_path(split_labels(fixture_path));
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Field& field = form.fields[index];
    const form::Section& section = form.sections[field.section];
    if (label_path({section.label, section.groups[field.group].label, field.label}) == path) return index;
  }
  end_without("a field labelled " + std::string(fixture_path));
}

}  // namespace

std::string read_source_file(std::string_view path) {
  std::FILE* const file = std::fopen((TIANBAO_SOURCE_DIR "/" + std::string(path)).c_str(), "rb");
  require(file != nullptr, path);
  std::string text;
  std::array<char, 4096> chunk = {};
  while (const std::size_t count = std::fread(chunk.data(), 1, chunk.size(), file))
    text.append(chunk.data(), count);
  std::fclose(file);
  return text;
}

const json::Object& region_table() {
  static const json::Object table = [] {
    const auto read = json::parse(read_source_file("build/regions.json"));
    require(read.ok() && read.value().as_object() != nullptr, "a table of regions");
    return *read.value().as_object();
  }();
  return table;
}

std::shared_ptr<const region::Regions> all_regions() {
  static const auto regions = [] {
    auto read = region::read_table(region_table());
    require(read.has_value(), "a table of regions by their codes");
    return std::make_shared<const region::Regions>(*std::move(read));
  }();
  return regions;
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

std::string work_report_text() {
  return read_source_file("assets/forms/work-report/2017.json");
}

const form::Form& work_report() {
  static const form::Form form = load_form(work_report_text());
  return form;
}

std::string later_edition_text() {
  std::string text = work_report_text();
  const std::pair<std::string_view, std::string_view> changes[] = {
      {R"("edition": "2017")", R"("edition": "2024")"},
      {R"("first": 2017)", R"("first": 2024)"},
      {R"("id": "drill")", R"("id": "exercise")"}};
  for (const auto& [old_text, new_text] : changes) {
    const std::size_t place = text.find(old_text);
    require(place != std::string::npos, old_text);
    text.replace(place, old_text.size(), new_text);
  }
  return text;
}

const form::Form& later_edition() {
  static const form::Form form = load_form(later_edition_text());
  return form;
}

std::size_t field_index(const form::Form& form, std::string_view address) {
  const std::optional<std::size_t> index = form.field_index(address);
  require(index.has_value(), address);
  return *index;
}

document::Document published_report(std::string_view name) {
  const auto fixture = json::parse(read_source_file("tests/fixtures/" + std::string(name) + ".json"));
  require(fixture.ok(), name);
  const json::Value* const values = fixture.value().find("values");
  require(values != nullptr && values->as_object() != nullptr, "the values of the fixture");

  const form::Form& form = work_report();
  document::Document document = document::make_blank(form, std::string(name.substr(name.size() - 4)), "");
  const auto fill = [&](std::string_view path, std::string_view typed) {
    const std::size_t field = field_of(form, path);
    document.cells[field] = document::read_cell(form.fields[field], typed);
  };
  fill("填报单位", text_member(fixture.value(), "填报单位"));
  for (const json::Member& member : *values->as_object()) {
    fill(member.key, text_member(*values, member.key));
  }
  document.subject = std::get<std::string>(cell_at(form, document, "basic.site_code").value);
  document.reporter = document.subject;
  return document;
}

document::Cell& cell_at(const form::Form& form, document::Document& document, std::string_view address) {
  return document.cells[field_index(form, address)];
}

void type_into(const form::Form& form, document::Document& document, std::string_view address,
               std::string_view typed) {
  const std::size_t index = field_index(form, address);
  document.cells[index] = document::read_cell(form.fields[index], typed);
}

}  // namespace tianbao::testing
