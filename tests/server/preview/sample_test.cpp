#include "server/preview/sample.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>

#include "server/store/register.h"
#include "shared/form/load.h"

namespace tianbao::preview {

namespace {

std::string form_with(const std::string& members) {
  return R"({"format":"tianbao-form/1","id":"a","edition":"1","title":"表",)" + members +
         R"(,"sections":[{"id":"s","label":"部分","groups":[{"fields":[{"id":"a","label":"甲","type":"text"}]}]}]})";
}

}  // namespace

TEST_CASE("A form is shown to a website and for a year that has passed, and is otherwise what it is") {
  struct Case {
    std::string members;
    int first_period;
    bool has_last;
  };
  const Case cases[] = {
      {R"("periods":{"first":2017})", 2017, false},
      {R"("periods":{"first":2017,"last":2018},"reporter":"unit")", 2017, true},
      {R"("periods":{"first":2025})", 2025, false},
      {R"("periods":{"first":2026})", 2025, false},
      {R"("periods":{"first":2030,"last":2031})", 2025, true},
  };
  for (const Case& each : cases) {
    INFO(each.members);
    const std::string definition = form_with(each.members);
    const auto shown = form::load(as_shown(definition, 2026));
    REQUIRE(shown.ok());
    CHECK(shown.value().reporter == form::Party::site);
    CHECK(shown.value().first_period == each.first_period);
    CHECK(shown.value().last_period.has_value() == each.has_last);
    CHECK(shown.value().fields.front().address == "s.a");
  }
}

TEST_CASE("The sample folder has its site, forgets reports alone, and goes in the end") {
  std::string path;
  {
    SampleFolder sample;
    REQUIRE(sample.make().empty());
    path = sample.data().path();
    const auto site = store::read_site(sample.data(), sample_code);
    REQUIRE((site.ok() && site.value().has_value()));
    const std::string report = sample.data().report_folder(sample_code, "a", "2025");
    std::filesystem::create_directories(report);
    std::ofstream(report + "/draft.json") << "{}";
    sample.forget_reports();
    CHECK_FALSE(std::filesystem::exists(sample.data().site_folder(sample_code) + "/a"));
    CHECK(std::filesystem::exists(sample.data().site_file(sample_code)));
    REQUIRE_FALSE(sample.put_form("{}").has_value());
    CHECK(std::filesystem::exists(sample.forms() + "/form.json"));
    // Others on the machine cannot look in.
    CHECK((std::filesystem::status(std::filesystem::path(path).parent_path()).permissions() &
           (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
          std::filesystem::perms::none);
  }
  CHECK_FALSE(std::filesystem::exists(std::filesystem::path(path).parent_path()));
}

}  // namespace tianbao::preview
