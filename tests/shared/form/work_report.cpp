#include "tests/shared/form/work_report.h"

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <iterator>

#include "shared/form/load.h"

namespace tianbao::form {

std::string work_report_text() {
  std::ifstream file(TIANBAO_SOURCE_DIR "/assets/forms/work-report/2017.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Form load_work_report() {
  Result<Form, std::vector<DefinitionError>> loaded = load(work_report_text());
  if (!loaded.ok()) {
    std::string mistakes;
    for (const DefinitionError& error : loaded.error()) mistakes += describe(error) + "\n";
    FAIL(mistakes);
  }
  return std::move(loaded).value();
}

}  // namespace tianbao::form
