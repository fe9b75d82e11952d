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

/// Where a command takes form definitions from: --form FILE, else --forms DIR, else installed_forms(). A
/// report in a data folder is read with the very definition that the folder keeps for it.
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

/// Reads a 上报文件 (tianbao-file/1), a bare document (tianbao-document/1) or a report in a data folder
/// (0001.json, draft.json). The error is text for a person, one line per mistake.
Result<Report, Complaint> read_report(const std::filesystem::path& path, const FormSource& source);

/// Says so when the report is not as it was saved: what follows is about what it is now.
void warn_if_changed(const Report& report, const Console& console);

/// Loads a definition; the complaint has one line per mistake.
Result<form::Form, Complaint> load_form(const std::filesystem::path& path);

}  // namespace tianbao::command
