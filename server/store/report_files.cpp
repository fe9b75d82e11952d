#include "server/store/report_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/store/json_text.h"
#include "shared/digest/sha256.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"

namespace tianbao::store {

namespace {

constexpr std::size_t number_digits = 4;
constexpr std::string_view extension = ".json";

/// 12 for "0012.json", 0 for any other name.
int revision_number(const std::string& name) {
  if (name.size() != number_digits + extension.size() || name.substr(number_digits) != extension) return 0;
  int number = 0;
  for (const char digit : name.substr(0, number_digits)) {
    if (digit < '0' || digit > '9') return 0;
    number = number * 10 + (digit - '0');
  }
  return number;
}

std::string digest_of(const json::Value& document) {
  return digest::sha256_hex(json::to_canonical(document));
}

/// The file's JSON object; nullopt when there is no file.
Result<std::optional<json::Value>, FileError> read_object(const std::string& path) {
  const auto bytes = read_file(path, max_report_file_bytes);
  if (!bytes) return bytes.error();
  if (!bytes.value().has_value()) return std::optional<json::Value>();
  json::Limits limits;
  limits.max_bytes = max_report_file_bytes;
  auto parsed = json::parse(*bytes.value(), limits);
  if (!parsed) return FileError{"读取", path, 0, json::describe(parsed.error())};
  return std::optional<json::Value>(std::move(parsed).value());
}

}  // namespace

std::string revision_path(const std::string& report_folder, int number) {
  std::string digits = std::to_string(number);
  digits.insert(0, number_digits - std::min(number_digits, digits.size()), '0');
  return report_folder + "/" + digits + std::string(extension);
}

std::string draft_path(const std::string& report_folder) {
  return report_folder + "/draft.json";
}

Result<int, FileError> last_revision(const std::string& report_folder) {
  int last = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(report_folder, error), end; !error && entry != end;
       entry.increment(error)) {
    last = std::max(last, revision_number(entry->path().filename().string()));
  }
  if (error && error != std::errc::no_such_file_or_directory) {
    return FileError{"读取文件夹", report_folder, error.value(), {}};
  }
  return last;
}

Result<Revision, FileError> read_revision(const std::string& report_folder, int number) {
  const std::string path = revision_path(report_folder, number);
  auto read = read_object(path);
  if (!read) return read.error();
  if (!read.value().has_value()) return FileError{"读取", path, 0, "文件不见了"};
  const json::Value& file = *read.value();
  const json::Value* const document = file.find("document");
  const json::Value* const receipt_value = file.find("receipt");
  const auto receipt = receipt_value != nullptr ? read_receipt(*receipt_value) : std::nullopt;
  if (document == nullptr || !receipt.has_value() || receipt->number != number) {
    return FileError{"读取", path, 0, "不是第 " + std::to_string(number) + " 次提交的文件"};
  }
  if (digest_of(*document) != receipt->digest) {
    return FileError{"读取", path, 0, "内容与回执的摘要不符，文件被改动过或已损坏，请从备份恢复"};
  }
  Revision revision{*document, *receipt, text_of(file, "named_parent")};
  if (revision.named_parent.empty()) revision.named_parent = revision.receipt.parent;
  return revision;
}

std::optional<FileError> write_revision(const std::string& report_folder, const Revision& revision) {
  json::Object file;
  file.push_back({"document", revision.document});
  file.push_back({"receipt", to_json(revision.receipt)});
  if (revision.named_parent != revision.receipt.parent) {
    file.push_back({"named_parent", json::Value(revision.named_parent)});
  }
  return write_durably(revision_path(report_folder, revision.receipt.number),
                       json::to_indented(json::Value(std::move(file))));
}

Result<std::optional<Draft>, FileError> read_draft(const std::string& report_folder) {
  const std::string path = draft_path(report_folder);
  auto read = read_object(path);
  if (!read) return read.error();
  if (!read.value().has_value()) return std::optional<Draft>();
  const json::Value* const document = read.value()->find("document");
  if (document == nullptr) return FileError{"读取", path, 0, "不是草稿文件"};
  Draft draft{*document, digest_of(*document), text_of(*read.value(), "parent"),
              text_of(*read.value(), "saved_at")};
  return std::optional<Draft>(std::move(draft));
}

std::optional<FileError> write_draft(const std::string& report_folder, const Draft& draft) {
  json::Object file;
  file.push_back({"document", draft.document});
  file.push_back({"parent", json::Value(draft.parent)});
  file.push_back({"saved_at", json::Value(draft.saved_at)});
  return write_durably(draft_path(report_folder), json::to_indented(json::Value(std::move(file))));
}

}  // namespace tianbao::store
