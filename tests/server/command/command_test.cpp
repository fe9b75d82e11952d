#include "server/command/command.h"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>
#include <string>

#include "server/command/arguments.h"
#include "tests/server/command/fixture.h"

namespace tianbao::command {

namespace {

using testing::contains;
using testing::Ran;
using testing::run;

Arguments words_of(std::string_view name) {
  Arguments words;
  while (true) {
    const std::size_t end = name.find(' ');
    words.emplace_back(name.substr(0, end));
    if (end == std::string_view::npos) return words;
    name.remove_prefix(end + 1);
  }
}

}  // namespace

TEST_CASE("--help lists every command, and every command explains itself") {
  const Ran overview = run({"--help"});
  CHECK(overview.code == exit_clean);
  CHECK(overview.error.empty());
  CHECK(contains(overview.output, "退出码"));
  for (const Command& command : commands()) {
    INFO(command.name);
    CHECK(contains(overview.output, command.name));
    CHECK(contains(overview.output, command.summary));
    Arguments arguments = words_of(command.name);
    arguments.emplace_back("--help");
    const Ran help = run(arguments);
    CHECK(help.code == exit_clean);
    CHECK(contains(help.output, "用法：tianbao " + std::string(command.name)));
    CHECK(contains(help.output, "例：\n  tianbao " + std::string(command.name)));
    CHECK(contains(help.output, "退出码"));
  }
}

TEST_CASE("--version names program and version") {
  const Ran ran = run({"--version"});
  CHECK(ran.code == exit_clean);
  CHECK(ran.output.rfind("tianbao 0.", 0) == 0);
}

TEST_CASE("a call without a command shows the overview as a complaint") {
  const Ran ran = run({});
  CHECK(ran.code == exit_unreadable);
  CHECK(ran.output.empty());
  CHECK(contains(ran.error, "用法：tianbao 命令"));
}

TEST_CASE("an unknown command is answered with the one that was meant") {
  struct Case {
    Arguments typed;
    const char* answer;
  };
  const Case cases[] = {
      {{"chekc", "a.json"}, "没有命令“chekc”，是否想写“check”？"},
      {{"rendr"}, "是否想写“render”？"},
      {{"form"},
       "是否想写“form new”、“form lint”、“form preview”、“form rules”、“form diff”、“form schema”或“form "
       "export-schema”？"},
      {{"form", "lnit", "a.json"}, "没有命令“form lnit”，是否想写“form lint”？"},
      {{"site"}, "没有命令“site”，是否想写“site add”、“site set”、“site reset-code”或“site list”？"},
      {{"site", "lsit"}, "没有命令“site lsit”，是否想写“site list”？"},
      {{"xyz"}, "没有命令“xyz”\n"},
  };
  for (const Case& each : cases) {
    const Ran ran = run(each.typed);
    INFO(ran.error);
    CHECK(ran.code == exit_unreadable);
    CHECK(contains(ran.error, each.answer));
    CHECK(contains(ran.error, "tianbao --help"));
  }
}

TEST_CASE("options and operands come in any order, and -- ends the options") {
  constexpr Option known[] = {{"--output"}, {"--json", false}};
  const Operands operands{.name = "FILE", .least = 1, .most = 2};

  const auto mixed = parse_arguments({"a", "--json", "--output", "-", "-"}, known, operands);
  REQUIRE(mixed.ok());
  CHECK(mixed.value().operands == std::vector<std::string>{"a", "-"});
  CHECK(mixed.value().has("--json"));
  REQUIRE(mixed.value().value("--output") != nullptr);
  CHECK(*mixed.value().value("--output") == "-");

  const auto ended = parse_arguments({"--", "--json", "--output"}, known, operands);
  REQUIRE(ended.ok());
  CHECK(ended.value().operands == std::vector<std::string>{"--json", "--output"});
  CHECK_FALSE(ended.value().has("--json"));

  const auto empty_value = parse_arguments({"a", "--output="}, known, operands);
  REQUIRE(empty_value.ok());
  CHECK(empty_value.value().value("--output")->empty());
}

}  // namespace tianbao::command
