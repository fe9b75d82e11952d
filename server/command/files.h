#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/command/complaint.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::command {

/// The largest file that a command reads: as many bytes as the JSON reader takes (json::Limits).
constexpr std::size_t max_file_bytes = std::size_t{4} << 20;

Result<std::string, Complaint> read_file(const std::filesystem::path& path);
Result<json::Value, Complaint> read_json_file(const std::filesystem::path& path);

/// Writes all of `text` or says why not; a file that is there is replaced.
Result<std::size_t, Complaint> write_file(const std::filesystem::path& path, std::string_view text);

/// The same for a file that must not be there yet, nor a link of that name.
Result<std::size_t, Complaint> write_new_file(const std::filesystem::path& path, std::string_view text);

/// Writes the result of a command to the file of its --output, or shows it when there is none (nullptr); the
/// exit code.
int put_out(std::string_view text, const std::string* output, const Console& console);

}  // namespace tianbao::command
