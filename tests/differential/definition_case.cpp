#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/check.h"
#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/differential/case.h"
#include "tests/differential/random_text.h"
#include "tests/support/json_change.h"
#include "tests/support/random_form.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace tianbao::differential {
namespace {

json::Value parsed(std::string_view text) {
  auto value = json::parse(text);
  testing::require(value.ok(), "a definition that is JSON");
  return std::move(value).value();
}

json::Value random_definition(Random& random) {
  static const json::Value work = parsed(testing::work_report_text());
  static const json::Value strict = parsed(testing::read_source_file("tests/schema/forms/strict.json"));
  if (random.one_in(16)) return work;
  return random.one_in(8) ? strict : parsed(testing::random_form_text(random));
}

/// The texts of a definition that have a language of their own, by address.
void gather_sources(json::Value& value, std::vector<std::string*>& sources) {
  constexpr std::array<std::string_view, 7> languages = {"relevant", "required", "computed", "when",
                                                         "rule",     "message",  "pattern"};
  if (auto* const array = std::get_if<json::Array>(&value.content)) {
    for (json::Value& item : *array) gather_sources(item, sources);
  }
  auto* const object = std::get_if<json::Object>(&value.content);
  if (object == nullptr) return;
  for (json::Member& member : *object) {
    auto* const text = std::get_if<std::string>(&member.value.content);
    if (text != nullptr && std::find(languages.begin(), languages.end(), member.key) != languages.end()) {
      sources.push_back(text);
    }
    gather_sources(member.value, sources);
  }
}

void break_sources(json::Value& definition, Random& random) {
  std::vector<std::string*> sources;
  gather_sources(definition, sources);
  for (std::size_t count = sources.empty() ? 0 : 1 + random.below(3); count > 0; --count) {
    std::string& source = *random.pick(sources);
    source = broken_utf8(source, random);
  }
}

std::string random_definition_text(Random& random) {
  json::Value definition = random_definition(random);
  if (random.one_in(2)) break_sources(definition, random);
  if (random.one_in(2)) {
    for (std::size_t changes = 1 + random.below(3); changes > 0; --changes) {
      testing::change_json(definition, random, broken_utf8);
    }
  }
  std::string text = json::to_compact(definition);
  return random.one_in(12) ? broken_text(text, random, true) : text;
}

}  // namespace

Case definition_case(Random& random) {
  const auto loaded = form::load(random_definition_text(random));
  std::string output;
  if (loaded.ok()) {
    const form::Form& form = loaded.value();
    const document::Document blank = document::make_blank(form, std::to_string(form.first_period), "");
    const check::Outcome outcome = check::check(form, blank, blank.context);
    return {"loaded", form.digest + " " + json::to_canonical(check::to_json(outcome.findings, form))};
  }
  for (const form::DefinitionError& error : loaded.error()) {
    output.append(form::code_name(error.code)).append(" ").append(form::describe(error)).append("\n");
  }
  return {loaded.error().front().code == form::DefinitionErrorCode::not_json ? "no-json" : "refused", output};
}

}  // namespace tianbao::differential
