#include "tests/shared/work_report.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "shared/form/load.h"
#include "tests/shared/form/work_report.h"

namespace tianbao::testing {

std::string read_file(std::string_view path) {
  std::ifstream file(std::string(TIANBAO_SOURCE_DIR) + "/" + std::string(path), std::ios::binary);
  INFO(path);
  REQUIRE(file.is_open());
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

form::Form load_form(std::string_view json_text) {
  Result<form::Form, std::vector<form::DefinitionError>> form = form::load(json_text);
  if (!form) {
    for (const form::DefinitionError& error : form.error()) UNSCOPED_INFO(form::describe(error));
  }
  REQUIRE(form.ok());
  return std::move(form).value();
}

const form::Form& work_report() {
  static const form::Form form = form::load_work_report();
  return form;
}

std::size_t field_index(const form::Form& form, std::string_view address) {
  const std::optional<std::size_t> index = form.field_index(address);
  INFO(address);
  REQUIRE(index.has_value());
  return *index;
}

void type(const form::Form& form, document::Document& document, std::string_view address,
          std::string_view typed) {
  const std::size_t index = field_index(form, address);
  document.cells[index] = document::read_cell(form.fields[index], typed);
}

}  // namespace tianbao::testing
