#include <array>
#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "shared/json/parse.h"
#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

struct Counts {
  std::size_t items = 0;
  std::array<std::size_t, 3> from = {};  // official, deduced, draft
};

std::string text_of(const json::Value& value, std::string_view key, const std::string& absent) {
  const json::Value* const member = value.find(key);
  const std::string* const text = member == nullptr ? nullptr : member->as_string();
  return text == nullptr ? absent : *text;
}

/// Of the rows and fields that stand in the table and below it.
Counts count_items(const json::Value& definition) {
  Counts counts;
  const std::string provenance = text_of(definition, "provenance", "official");
  for (const json::Value& section : *definition.find("sections")->as_array()) {
    if (text_of(section, "place", "table") == "header") continue;
    for (const json::Value& group : *section.find("groups")->as_array()) {
      for (const json::Value& field : *group.find("fields")->as_array()) {
        const std::string from = text_of(field, "provenance", provenance);
        ++counts.items;
        ++counts.from[from == "official" ? 0 : from == "deduced" ? 1 : 2];
      }
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("docs/forms.md has every form, with the number of its items and where they are from") {
  const std::string page = testing::read_source_file("docs/forms.md");
  const std::filesystem::path root = TIANBAO_SOURCE_DIR;
  std::size_t forms = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root / "assets" / "forms")) {
    if (entry.path().extension() != ".json") continue;
    const std::string name = std::filesystem::relative(entry.path(), root / "assets" / "forms");
    auto parsed = json::parse(testing::read_source_file("assets/forms/" + name), {});
    REQUIRE(parsed.ok());
    const Counts counts = count_items(parsed.value());
    const std::string begin =
        "| `" + name.substr(0, name.size() - 5) + "` | " + text_of(parsed.value(), "title", "") + " |";
    const std::size_t line = page.find(begin);
    INFO(begin);
    REQUIRE(line != std::string::npos);
    const std::string figures = "| " + std::to_string(counts.items) + " | " + std::to_string(counts.from[0]) +
                                " / " + std::to_string(counts.from[1]) + " / " +
                                std::to_string(counts.from[2]) + " |";
    INFO(figures);
    CHECK(page.substr(line, page.find('\n', line) - line).find(figures) != std::string::npos);
    ++forms;
  }
  CHECK(forms > 0);
}

}  // namespace tianbao::form
