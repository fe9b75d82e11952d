#include "server/command/files.h"

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <ostream>

#include "server/store/system_reason.h"
#include "shared/json/parse.h"

namespace tianbao::command {

namespace {

Complaint complaint(std::string_view what, const std::filesystem::path& path, std::string_view why) {
  return {std::string(what) + " " + path.string() + "：" + std::string(why)};
}

/// What the operating system said about the last call.
std::string reason_of_last_call() {
  return store::system_reason(errno) + "。";
}

}  // namespace

Result<std::string, Complaint> read_file(const std::filesystem::path& path) {
  constexpr std::string_view what = "不能读取";
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) return complaint(what, path, "这是一个文件夹。");
  errno = 0;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return complaint(what, path, reason_of_last_call());
  std::string text(max_file_bytes + 1, '\0');
  stream.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (stream.bad()) return complaint(what, path, reason_of_last_call());
  text.resize(static_cast<std::size_t>(stream.gcount()));
  if (text.size() > max_file_bytes) {
    return complaint(what, path, "超过 " + std::to_string(max_file_bytes >> 20) + " MB。");
  }
  return text;
}

Result<json::Value, Complaint> read_json_file(const std::filesystem::path& path) {
  const Result<std::string, Complaint> text = read_file(path);
  if (!text.ok()) return text.error();
  Result<json::Value, json::ParseError> value = json::parse(text.value());
  if (!value.ok()) return complaint("不能读取", path, json::describe(value.error()));
  return std::move(value).value();
}

Result<std::size_t, Complaint> write_file(const std::filesystem::path& path, std::string_view text) {
  errno = 0;
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream.write(text.data(), static_cast<std::streamsize>(text.size()));
  stream.close();
  if (!stream) return complaint("不能写入", path, reason_of_last_call());
  return text.size();
}

Result<std::size_t, Complaint> write_new_file(const std::filesystem::path& path, std::string_view text) {
  std::FILE* const file = std::fopen(path.c_str(), "wbx");
  if (file == nullptr && errno == EEXIST) return complaint("没有写入", path, "已经有这个文件，不会覆盖它。");
  if (file == nullptr) return complaint("不能写入", path, reason_of_last_call());
  bool is_written = std::fwrite(text.data(), 1, text.size(), file) == text.size();
  is_written = std::fclose(file) == 0 && is_written;
  if (is_written) return text.size();
  const std::string reason = reason_of_last_call();
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  return complaint("不能写入", path, reason);
}

int put_out(std::string_view text, const std::string* output, const Console& console) {
  if (output == nullptr) {
    console.output << text;
    return exit_clean;
  }
  const auto written = write_file(*output, text);
  return written.ok() ? exit_clean : fail(console, written.error());
}

}  // namespace tianbao::command
