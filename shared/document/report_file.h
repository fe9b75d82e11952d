#pragma once

#include <string_view>
#include <vector>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::document {

constexpr std::string_view report_file_format = "tianbao-file/1";

/// A 上报文件 (.tianbao.json): what the client saves, a USB stick carries and `import` reads.
struct ReportFile {
  Document document;
  json::Array findings;  // as the program that saved it had found; whoever reads it checks again
  /// Whether `digest` is that of the document beside it; false when the file was changed by hand.
  bool digest_matches = false;
};

// Taken for a 上报文件 is also a bare document, and what the server keeps in its data folder: a submission,
// {document, receipt}, or a draft, {document, parent, saved_at}.

/// Which form the document in a 上报文件 is of.
Result<FormReference, DocumentError> read_report_file_reference(const json::Value& value);

/// Reads a 上报文件. Where no digest stands beside the document it counts as matching. Reports every mistake.
Result<ReportFile, std::vector<DocumentError>> read_report_file(const json::Value& value,
                                                                const form::Form& form);

json::Value write_report_file(const Document& document, const form::Form& form, json::Array findings);

}  // namespace tianbao::document
