#include <string>
#include <vector>

#include "shared/check/check.h"
#include "shared/document/bring.h"
#include "shared/document/document.h"
#include "shared/document/report_file.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "tests/differential/case.h"
#include "tests/differential/random_text.h"
#include "tests/schema/generate.h"
#include "tests/support/json_change.h"
#include "tests/support/reports.h"

namespace tianbao::differential {
namespace {

/// A form with documents of it.
struct Source {
  explicit Source(form::Form of) : form(std::move(of)), generator(form) {}

  form::Form form;
  testing::Generator generator;
};

const Source& random_source(Random& random) {
  static const Source strict(testing::load_form(testing::read_source_file("tests/schema/forms/strict.json")));
  static const Source work(testing::work_report());
  return random.one_in(4) ? work : strict;
}

/// A document as it may come from a disk or over the wire; most of them are still JSON.
std::string random_file(const testing::Generator& generator, Random& random) {
  json::Value value = random.one_in(8) ? generator.complete(random) : generator.changed(random);
  if (random.one_in(3)) {
    value = json::Object{{"format", document::report_file_format},
                         {"document", std::move(value)},
                         {"findings", json::Array()},
                         {"digest", std::string(64, '0')}};
  }
  for (std::size_t changes = random.below(3); changes > 0; --changes) {
    testing::change_json(value, random, broken_utf8);
  }
  std::string text = random.one_in(8) ? json::to_indented(value) : json::to_compact(value);
  return random.one_in(6) ? broken_text(text, random, true) : text;
}

std::string told(const std::vector<document::DocumentError>& errors) {
  std::string text;
  for (const document::DocumentError& error : errors)
    text += error.code + ": " + document::describe(error) + "\n";
  return text;
}

/// Everything that the client makes of a document that it has read.
std::string examined(const form::Form& form, const document::ReportFile& file, bool brings) {
  const document::Document& document = file.document;
  std::string text = file.digest_matches ? "the digest matches " : "";
  text += json::to_canonical(document::write(document, form)) + " " + document::digest(document, form) + " ";
  const check::Outcome outcome = check::check(form, document, document.context);
  text += json::to_canonical(check::to_json(outcome.findings, form)) + " ";
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    text += document::display(form.fields[index], document.cells[index]) + "|";
    text += document::proposal(form.fields[index], document.cells[index]) + "|";
  }
  if (!brings) return text;
  const form::Form& later = testing::later_edition();
  return text + json::to_canonical(document::write(document::bring_onto(later, form, document), later));
}

}  // namespace

Case document_case(Random& random) {
  const Source& source = random_source(random);
  const std::string text = random_file(source.generator, random);
  const bool brings = source.form.id == "work-report" && random.one_in(4);
  const auto parsed = json::parse(text);
  if (!parsed.ok()) return {"no-json", json::describe(parsed.error())};
  std::string output;
  const auto reference = document::read_report_file_reference(parsed.value());
  output += reference.ok() ? reference.value().digest + " " : told({reference.error()});
  const auto file = document::read_report_file(parsed.value(), source.form);
  if (!file.ok()) return {"refused", output + told(file.error())};
  return {"read", output + examined(source.form, file.value(), brings)};
}

}  // namespace tianbao::differential
