#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "tests/server/command/fixture.h"
#include "tests/support/reports.h"

namespace tianbao::command {

namespace {

using testing::Folder;
using testing::Ran;
using testing::run;

}  // namespace

TEST_CASE("form export-schema prints or writes the schema of a definition") {
  const Folder folder;
  const std::string path = folder.write("form.json", testing::work_report_text());
  const std::string schema = json::to_indented(schema::export_schema(testing::work_report()));

  const Ran printed = run({"form", "export-schema", path});
  CHECK(printed.code == exit_clean);
  CHECK(printed.error.empty());
  CHECK(printed.output == schema);

  const std::string target = folder.path("schema.json");
  const Ran written = run({"form", "export-schema", path, "--output", target});
  CHECK(written.code == exit_clean);
  CHECK(written.output.empty());
  CHECK(testing::read(target) == schema);
}

TEST_CASE("form export-schema exports nothing of what is no form") {
  const Folder folder;
  const std::string broken = folder.write("broken.json", R"({"format":"tianbao-form/1"})");
  const std::string form = folder.write("form.json", testing::work_report_text());
  testing::check_refused({
      {{"form", "export-schema", broken}, "broken.json 有"},
      {{"form", "export-schema", folder.path("missing.json")}, "不能读取"},
      {{"form", "export-schema", form, "--output", folder.path("missing/schema.json")}, "不能写入"},
      {{"form", "export-schema", form, "--ouput", "x"}, "--output"},
  });
}

}  // namespace tianbao::command
