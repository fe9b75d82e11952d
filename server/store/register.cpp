#include "server/store/register.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/store/json_text.h"
#include "server/store/names.h"
#include "shared/json/parse.h"
#include "shared/json/value.h"
#include "shared/json/write.h"

namespace tianbao::store {

namespace {

constexpr std::size_t max_site_file_bytes = std::size_t{64} << 10;
constexpr std::string_view site_format = "tianbao-site/1";

}  // namespace

Result<std::optional<SiteRecord>, FileError> read_site(const DataFolder& folder, std::string_view code) {
  if (!is_site_code(code)) return std::optional<SiteRecord>();
  const std::string path = folder.site_file(code);
  const auto bytes = read_file(path, max_site_file_bytes);
  if (!bytes) return bytes.error();
  if (!bytes.value().has_value()) return std::optional<SiteRecord>();
  const auto parsed = json::parse(*bytes.value());
  if (!parsed) return FileError{"读取", path, 0, json::describe(parsed.error())};
  const json::Value& value = parsed.value();
  SiteRecord record;
  for (const document::SiteFact& fact : document::site_facts) {
    record.site.*fact.text = text_of(value, fact.name);
  }
  record.secret_hash = text_of(value, "secret_hash");
  if (text_of(value, "format") != site_format || record.site.code != code) {
    return FileError{"读取", path, 0, "不是标识码 " + std::string(code) + " 的登记文件"};
  }
  return std::optional<SiteRecord>(std::move(record));
}

std::optional<FileError> write_site(const DataFolder& folder, const SiteRecord& record) {
  if (auto error = make_folders(folder.path(), "sites/" + record.site.code)) return error;
  json::Object object;
  object.push_back({"format", json::Value(site_format)});
  for (json::Member& fact : document::write_site(record.site)) object.push_back(std::move(fact));
  object.push_back({"secret_hash", json::Value(record.secret_hash)});
  return write_durably(folder.site_file(record.site.code), json::to_indented(json::Value(std::move(object))));
}

Result<std::vector<std::string>, FileError> list_sites(const DataFolder& folder) {
  const std::string sites = folder.path() + "/sites";
  std::vector<std::string> codes;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(sites, error), end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    std::error_code missing;
    if (is_site_code(name) && std::filesystem::exists(folder.site_file(name), missing)) {
      codes.push_back(std::move(name));
    }
  }
  if (error) return FileError{"读取文件夹", sites, error.value(), {}};
  std::sort(codes.begin(), codes.end());
  return codes;
}

}  // namespace tianbao::store
