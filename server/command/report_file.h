#pragma once

#include <filesystem>
#include <string>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::command {

/// The folder of form definitions, <id>/<edition>.json, that comes with this executable: `forms` beside it,
/// else assets/forms of the source tree that it was built in. Empty when there is neither.
std::filesystem::path installed_forms();

/// Where a command takes form definitions from: --form FILE, else --forms DIR, else installed_forms().
struct FormSource {
  std::filesystem::path file;
  std::filesystem::path folder;
};

FormSource form_source(const ParsedArguments& arguments);

/// A report as it lies on the disk: a document with the form that it names.
struct Report {
  form::Form form;
  document::Document document;
  /// False when a 上报文件 does not have the digest written in it: it was changed after it was saved.
  bool is_as_saved = true;
};

/// Reads a 上报文件 (tianbao-file/1) or a bare document (tianbao-document/1). The error is text for a person,
/// one line per mistake.
Result<Report, Complaint> read_report(const std::filesystem::path& path, const FormSource& source);

/// Loads a definition; the complaint has one line per mistake.
Result<form::Form, Complaint> load_form(const std::filesystem::path& path);

}  // namespace tianbao::command
