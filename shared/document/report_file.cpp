#include "shared/document/report_file.h"

#include <utility>

#include "shared/digest/sha256.h"
#include "shared/document/mistakes.h"
#include "shared/json/write.h"

namespace tianbao::document {
namespace {

constexpr std::size_t digest_characters = 64;

bool is_bare_document(const json::Value& value) {
  const json::Value* const format = value.find("format");
  return format && format->as_string() && *format->as_string() == document_format;
}

bool is_stored(const json::Value& value) {
  return value.find("document") && (value.find("receipt") || value.find("saved_at"));
}

/// Notes what is wrong with the members around the document, in a file of the data folder.
void expect_stored(const json::Value& value, Mistakes& mistakes) {
  if (!expect_members(value, "", {"document", "receipt", "named_parent", "parent", "saved_at"}, mistakes))
    return;
  if (const json::Value* const receipt = value.find("receipt")) {
    read_string(*receipt, "/receipt", "digest", digest_characters, mistakes);
  }
}

/// The same in any file.
void expect_report_file(const json::Value& value, Mistakes& mistakes) {
  if (is_stored(value)) return expect_stored(value, mistakes);
  if (!expect_members(value, "", {"format", "document", "findings", "digest"}, mistakes)) return;
  const std::size_t mistakes_before = mistakes.count();
  const std::string format = read_string(value, "", "format", digest_characters, mistakes);
  if (mistakes.count() == mistakes_before && format != report_file_format) {
    mistakes.add("/format", "wrong_format", format, std::string(report_file_format));
  }
  read_string(value, "", "digest", digest_characters, mistakes);
  if (!value.find("document")) mistakes.missing("", "document");
  const json::Value* const findings = value.find("findings");
  if (findings && !findings->as_array()) mistakes.wrong_type("/findings", *findings, "列表");
}

/// The digest that stands beside the document; null where there is none, beside a draft or a bare document.
const std::string* written_digest(const json::Value& value) {
  const json::Value* const receipt = value.find("receipt");
  const json::Value* const digest = (receipt ? *receipt : value).find("digest");
  return digest ? digest->as_string() : nullptr;
}

DocumentError below_document(DocumentError error) {
  error.pointer = "/document" + error.pointer;
  return error;
}

}  // namespace

Result<FormReference, DocumentError> read_report_file_reference(const json::Value& value) {
  if (is_bare_document(value)) return read_form_reference(value);
  Mistakes mistakes;
  expect_report_file(value, mistakes);
  if (!mistakes.empty()) return mistakes.take().front();
  Result<FormReference, DocumentError> reference = read_form_reference(*value.find("document"));
  if (!reference) return below_document(reference.error());
  return reference;
}

Result<ReportFile, std::vector<DocumentError>> read_report_file(const json::Value& value,
                                                                const form::Form& form) {
  const bool is_bare = is_bare_document(value);
  if (!is_bare) {
    Mistakes mistakes;
    expect_report_file(value, mistakes);
    if (!mistakes.empty()) return mistakes.take();
  }
  const json::Value& written = is_bare ? value : *value.find("document");
  Result<Document, std::vector<DocumentError>> document = read(written, form);
  if (!document) {
    std::vector<DocumentError> errors = document.error();
    if (is_bare) return errors;
    for (DocumentError& error : errors) error = below_document(std::move(error));
    return errors;
  }
  ReportFile file;
  file.document = std::move(document).value();
  if (const json::Value* const findings = value.find("findings")) file.findings = *findings->as_array();
  // Taken over what stands in the file, so that any change to it shows, even one that reading would even out.
  const std::string* const digest = written_digest(value);
  file.digest_matches = !digest || *digest == digest::sha256_hex(json::to_canonical(written));
  return file;
}

json::Value write_report_file(const Document& document, const form::Form& form, json::Array findings) {
  json::Value written = write(document, form);
  std::string digest = digest::sha256_hex(json::to_canonical(written));
  json::Object file;
  file.push_back({"format", report_file_format});
  file.push_back({"document", std::move(written)});
  file.push_back({"findings", std::move(findings)});
  file.push_back({"digest", std::move(digest)});
  return file;
}

}  // namespace tianbao::document
