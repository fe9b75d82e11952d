#include "server/http/static_files.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "server/http/caching.h"
#include "server/http/limits.h"
#include "server/store/durable_file.h"
#include "shared/digest/sha256.h"

namespace tianbao::http {

namespace {

struct MediaType {
  std::string_view extension;
  std::string_view type;
};

constexpr MediaType media_types[] = {
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".wasm", "application/wasm"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".txt", "text/plain; charset=utf-8"},
};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

struct FoundFile {
  std::string path;  // below the folder, beginning with "/"
  std::string bytes;
};

Result<std::vector<FoundFile>, std::string> read_folder(const std::string& folder) {
  std::vector<FoundFile> found;
  std::size_t total_bytes = 0;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    const auto type = entry->symlink_status(ignored).type();
    if (name.front() == '.') {
      if (type == std::filesystem::file_type::directory) entry.disable_recursion_pending();
      continue;
    }
    if (type != std::filesystem::file_type::regular) continue;
    auto bytes = store::read_file(entry->path().string(), max_client_file_bytes);
    if (!bytes) return store::describe(bytes.error());
    if (!bytes.value().has_value()) continue;
    total_bytes += bytes.value()->size();
    if (total_bytes > max_client_bytes) {
      return "填报页面的文件夹“" + folder + "”超过上限 " + std::to_string(max_client_bytes >> 20) + " MB。";
    }
    found.push_back(
        {"/" + entry->path().lexically_relative(folder).generic_string(), *std::move(bytes).value()});
  }
  if (error) return store::describe(store::FileError{"读取文件夹", folder, error.value(), {}});
  std::sort(found.begin(), found.end(),
            [](const auto& left, const auto& right) { return left.path < right.path; });
  return found;
}

}  // namespace

std::string_view media_type(std::string_view name) {
  for (const MediaType& known : media_types) {
    if (ends_with(name, known.extension)) return known.type;
  }
  return "application/octet-stream";
}

bool is_named_by_content(std::string_view name) {
  constexpr std::size_t least_digits = 8;
  std::size_t digits = 0;
  bool only_digits = true;
  bool has_been_parted = false;  // the first part is a name, not a hash
  for (const char c : name.substr(name.rfind('/') + 1)) {
    if (c == '.' || c == '-') {
      if (has_been_parted && only_digits && digits >= least_digits) return true;
      has_been_parted = true;
      digits = 0;
      only_digits = true;
      continue;
    }
    ++digits;
    only_digits = only_digits && ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }
  return false;
}

Result<StaticFiles, std::string> StaticFiles::load(const std::string& folder) {
  auto found = read_folder(folder);
  if (!found) return found.error();
  StaticFiles files;
  std::vector<FoundFile> encoded;
  for (FoundFile& file : std::move(found).value()) {
    if (ends_with(file.path, ".br") || ends_with(file.path, ".gz")) {
      encoded.push_back(std::move(file));
      continue;
    }
    std::string tag = "\"" + digest::sha256_hex(file.bytes) + "\"";
    const std::string_view type = media_type(file.path);
    const bool is_immutable = is_named_by_content(file.path);
    files.files_.push_back(
        {std::move(file.path), type, is_immutable, {std::move(file.bytes), std::move(tag)}, {}, {}});
  }
  for (FoundFile& file : encoded) {
    const std::string_view plain_path = std::string_view(file.path).substr(0, file.path.size() - 3);
    const auto plain = files.place_of(plain_path);
    if (!plain.has_value()) continue;
    File& target = files.files_[*plain];
    std::string tag = "\"" + digest::sha256_hex(file.bytes) + "\"";
    (ends_with(file.path, ".br") ? target.brotli : target.gzip) = {std::move(file.bytes), std::move(tag)};
  }
  return files;
}

std::optional<std::size_t> StaticFiles::place_of(std::string_view path) const {
  const auto place =
      std::lower_bound(files_.begin(), files_.end(), path,
                       [](const File& file, std::string_view wanted) { return file.path < wanted; });
  if (place == files_.end() || place->path != path) return std::nullopt;
  return static_cast<std::size_t>(place - files_.begin());
}

std::string_view StaticFiles::bytes_at(std::string_view path) const {
  const auto place = place_of(path);
  return place.has_value() ? std::string_view(files_[*place].identity.bytes) : std::string_view();
}

bool StaticFiles::answer(const httplib::Request& request, httplib::Response& response) const {
  const auto place = place_of(request.path == "/" ? std::string_view("/index.html") : request.path);
  if (!place.has_value()) return false;
  const File* const file = &files_[*place];
  const Representation* chosen = &file->identity;
  if (file->brotli.has_value() && accepts(request, Encoding::brotli)) {
    chosen = &*file->brotli;
    response.set_header("Content-Encoding", "br");
  } else if (file->gzip.has_value() && accepts(request, Encoding::gzip)) {
    chosen = &*file->gzip;
    response.set_header("Content-Encoding", "gzip");
  }
  if (file->brotli.has_value() || file->gzip.has_value()) response.set_header("Vary", "Accept-Encoding");
  response.set_header("ETag", chosen->tag);
  response.set_header("Cache-Control", file->is_immutable ? immutable_caching : revalidated_caching);
  if (has_current_copy(request, chosen->tag)) {
    response.headers.erase("Content-Encoding");
    response.status = 304;
    return true;
  }
  response.status = 200;
  response.set_content(chosen->bytes, std::string(file->type));
  return true;
}

}  // namespace tianbao::http
