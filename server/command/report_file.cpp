#include "server/command/report_file.h"

#include <algorithm>
#include <ostream>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "server/command/files.h"
#include "server/command/installed.h"
#include "server/region/region_table.h"
#include "server/store/lint_text.h"
#include "server/store/names.h"
#include "shared/document/report_file.h"
#include "shared/form/load.h"

namespace tianbao::command {

namespace {

Complaint complaint(const std::filesystem::path& path, std::string_view why) {
  return {"不能读取 " + path.string() + "：" + std::string(why)};
}

/// Ids and editions name files, so they may not lead elsewhere.
bool is_plain_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char character) {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9') ||
           character == '-' || character == '_';
  });
}

/// The definition that a data folder keeps for a report in it, sites/<标识码>/<form>/<period>/0001.json.
std::filesystem::path kept_definition(const std::filesystem::path& report, const std::string& digest) {
  if (!store::is_digest(digest)) return {};
  std::error_code error;
  const std::filesystem::path folder =
      std::filesystem::absolute(report, error).lexically_normal().parent_path();
  const std::filesystem::path sites = folder.parent_path().parent_path().parent_path();
  std::filesystem::path path = sites.parent_path() / "forms" / (digest + ".json");
  if (sites.filename() != "sites" || !std::filesystem::exists(path, error)) return {};
  return path;
}

Result<std::filesystem::path, Complaint> definition_path(const std::filesystem::path& report,
                                                         const document::FormReference& reference,
                                                         const FormSource& source) {
  if (!source.file.empty()) return source.file;
  if (auto kept = kept_definition(report, reference.digest); !kept.empty()) return kept;
  if (source.folder.empty()) return Complaint{"找不到表样文件夹，请用 --forms 或 --form 指定。"};
  const std::string name = reference.id + "/" + reference.edition;
  if (!is_plain_name(reference.id) || !is_plain_name(reference.edition)) {
    return Complaint{"表样“" + name + "”的名称不对：编号和版次只能由小写字母、数字、“-”和“_”组成。"};
  }
  std::filesystem::path path = source.folder / reference.id / (reference.edition + ".json");
  std::error_code ignored;
  if (std::filesystem::exists(path, ignored)) return path;
  return Complaint{"没有表样“" + name + "”（在 " + source.folder.string() + " 中找过）。"};
}

}  // namespace

FormSource form_source(const ParsedArguments& arguments) {
  FormSource source;
  if (const std::string* file = arguments.value("--form")) source.file = *file;
  const std::string* folder = arguments.value("--forms");
  source.folder = folder != nullptr ? std::filesystem::path(*folder) : installed_forms();
  return source;
}

void warn_if_changed(const Report& report, const Console& console) {
  if (report.is_as_saved) return;
  console.error << "注意：文件保存之后被改动过，内容与其中的 digest 不符。以下用的是现有的内容。\n";
}

Result<form::Form, Complaint> load_form(const std::filesystem::path& path) {
  const Result<std::string, Complaint> text = read_file(path);
  if (!text.ok()) return text.error();
  Result<form::Form, std::vector<form::DefinitionError>> form = form::load(text.value());
  if (form.ok()) return std::move(form).value();
  return Complaint{"表样 " + store::lint_text(path, form.error())};
}

Result<Report, Complaint> read_report(const std::filesystem::path& path, const FormSource& source) {
  const Result<json::Value, Complaint> content = read_json_file(path);
  if (!content.ok()) return content.error();
  const auto reference = document::read_report_file_reference(content.value());
  if (!reference.ok()) return complaint(path, document::describe(reference.error()));
  const Result<std::filesystem::path, Complaint> definition =
      definition_path(path, reference.value(), source);
  if (!definition.ok()) return complaint(path, definition.error().text);
  Result<form::Form, Complaint> form = load_form(definition.value());
  if (!form.ok()) return form.error();
  auto file = document::read_report_file(content.value(), form.value());
  if (!file.ok()) {
    std::string lines = std::to_string(file.error().size()) + " 处错误：";
    for (const document::DocumentError& error : file.error()) lines += "\n" + document::describe(error);
    return complaint(path, lines);
  }
  document::ReportFile read = std::move(file).value();
  read.document.context.regions = region::known_regions();
  return Report{std::move(form).value(), std::move(read.document), read.digest_matches};
}

}  // namespace tianbao::command
