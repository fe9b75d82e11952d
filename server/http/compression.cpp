#include "server/http/compression.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

// Lets the input be const (zlib.h).
#define ZLIB_CONST
#include <zlib.h>

#include "server/http/caching.h"
#include "server/http/limits.h"

namespace tianbao::http {
namespace {

std::optional<std::string> gzip(std::string_view bytes) {
  constexpr int gzip_window_bits = 15 + 16;  // zlib.h: 16 more asks for the gzip format
  constexpr int memory_level = 8;            // zlib's default
  z_stream stream = {};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, gzip_window_bits, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return std::nullopt;
  }
  std::string compressed(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
  stream.avail_out = static_cast<uInt>(compressed.size());
  const bool complete = deflate(&stream, Z_FINISH) == Z_STREAM_END;
  compressed.resize(stream.total_out);
  deflateEnd(&stream);
  if (!complete) return std::nullopt;
  return compressed;
}

bool is_json(const httplib::Response& response) {
  const std::string type = response.get_header_value("Content-Type");
  return type == "application/json" || type == "application/problem+json";
}

}  // namespace

void compress(const httplib::Request& request, httplib::Response& response) {
  if (!is_json(response) || response.has_header("Content-Encoding")) return;
  if (response.status == 206 || response.body.size() < min_compressed_bytes) return;
  response.set_header("Vary", "Accept-Encoding");
  if (!accepts(request, Encoding::gzip)) return;
  std::optional<std::string> compressed = gzip(response.body);
  if (!compressed.has_value()) return;
  response.body = *std::move(compressed);
  response.headers.erase("Content-Length");
  response.set_header("Content-Length", std::to_string(response.body.size()));
  response.set_header("Content-Encoding", "gzip");
}

}  // namespace tianbao::http
