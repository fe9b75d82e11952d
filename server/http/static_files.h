#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/library.h"
#include "server/http/pages.h"
#include "shared/result.h"

namespace tianbao::http {

/// The client's files, read once and held in memory. Only what was found then is ever served, by its exact
/// name, so there is no listing and no path that leads elsewhere; a new client is put in place by a restart.
class StaticFiles final : public Pages {
 public:
  /// Reads every file below the folder but hidden ones and links; `x.br` and `x.gz` become encodings of `x`.
  static Result<StaticFiles, std::string> load(const std::string& folder);

  std::size_t count() const { return files_.size(); }

  /// "/" is index.html.
  bool answer(const httplib::Request& request, httplib::Response& response) const override;

  /// The content of the file at that path ("/index.html"), "" when there is none.
  std::string_view bytes_at(std::string_view path) const;

 private:
  struct Representation {
    std::string bytes;
    std::string tag;  // strong entity tag, one per encoding (RFC 9110 section 8.8.3.3)
  };
  struct File {
    std::string path;  // "/app.3f9a1c02.wasm"
    std::string_view type;
    bool is_immutable = false;
    Representation identity;
    std::optional<Representation> brotli;
    std::optional<Representation> gzip;
  };

  std::optional<std::size_t> place_of(std::string_view path) const;

  std::vector<File> files_;  // by path, ascending
};

/// The media type of a file name, by its extension.
std::string_view media_type(std::string_view name);

/// Whether the name says what the content is: one of its parts between dots or hyphens is a hash of 8 or more
/// hexadecimal digits (app.3f9a1c02.wasm).
bool is_named_by_content(std::string_view name);

}  // namespace tianbao::http
