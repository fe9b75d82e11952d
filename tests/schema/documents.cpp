// Writes generated documents, valid and broken, and what the core says of the structure of each, a line of
// JSON a document: {form, verdict, reasons, document}. tests/schema/agree.mjs holds the schemas that
// `tianbao form export-schema` gives for these forms against it.
//
//   documents COUNT [SEED]      random documents of each form, at least 1, behind those on every edge

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "shared/check/check.h"
#include "shared/document/document.h"
#include "shared/json/write.h"
#include "tests/schema/generate.h"
#include "tests/schema/judge.h"
#include "tests/schema/spoil.h"
#include "tests/schema/unsaid.h"
#include "tests/support/random.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace {

using namespace tianbao;

constexpr std::string_view strict_form = "tests/schema/forms/strict.json";
constexpr std::string_view forms[] = {
    strict_form, "tests/schema/forms/plain.json", "assets/forms/work-report/2017.json",
    "assets/forms/supervision-report/2017.json", "tests/fixtures/forms/every-type/2019.json"};

void print(std::string_view form, std::string_view verdict, const std::string& reasons,
           const json::Value& document) {
  const json::Object line = {
      {"form", form}, {"verdict", verdict}, {"reasons", reasons}, {"document", document}};
  std::printf("%s\n", json::to_compact(line).c_str());
}

std::string_view name_of(testing::Structure structure) {
  if (structure == testing::Structure::valid) return "valid";
  return structure == testing::Structure::invalid ? "invalid" : "unsaid";
}

/// Whether the core has something to say under that code.
bool complains(const json::Value& value, const form::Form& form, std::string_view code) {
  const auto read = document::read(value, form);
  if (!read.ok()) return read.error().front().code == code;
  for (const check::Finding& finding : check::check(form, read.value(), read.value().context).findings) {
    if (finding.code == code) return true;
  }
  return false;
}

void print_unsaid(const form::Form& form, const json::Value& document) {
  for (const testing::Unsaid& fault : testing::unsaid_faults(document)) {
    testing::require(complains(fault.document, form, fault.code), fault.code);
    print(strict_form, "in comment", std::string(fault.code), fault.document);
  }
}

void print_documents(std::string_view path, long count, testing::Random& random) {
  const form::Form form = testing::load_form(testing::read_source_file(path));
  const testing::Generator generator(form);
  const auto print_judged = [&](const json::Value& document) {
    const testing::Judgement judgement = testing::judge(document, form);
    print(path, name_of(judgement.structure), judgement.reasons, document);
  };
  const json::Value valid = generator.valid(random);
  if (path == strict_form) print_unsaid(form, valid);
  for (const json::Value& document : generator.edges(valid, random)) print_judged(document);
  for (const json::Value& document : testing::spoiled(generator.complete(random))) print_judged(document);
  for (long i = 0; i < count; ++i)
    print_judged(i % 8 == 0 ? generator.valid(random) : generator.changed(random));
}

}  // namespace

int main(int argument_count, char** arguments) {
  testing::require(argument_count >= 2, "how many documents of each form");
  const long count = std::strtol(arguments[1], nullptr, 10);
  testing::require(count >= 1, "at least one document");
  testing::Random random(argument_count >= 3 ? std::strtoull(arguments[2], nullptr, 10) : 1);
  for (const std::string_view form : forms) print_documents(form, count, random);
  return 0;
}
