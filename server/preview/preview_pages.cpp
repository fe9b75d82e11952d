#include "server/preview/preview_pages.h"

#include <cstddef>
#include <utility>

#include "server/preview/assets.h"
#include "server/store/moment.h"
#include "shared/json/write.h"
#include "shared/number/decimal.h"

namespace tianbao::preview {

namespace {

/// In front of the client's own script, which is deferred.
constexpr std::string_view head =
    "<link rel=\"stylesheet\" href=\"/preview/preview.css\">\n<script "
    "src=\"/preview/preview.js\"></script>\n";

std::string with_head(std::string_view page) {
  std::string text(page);
  const std::size_t end = text.find("</head>");
  return end == std::string::npos ? text : text.insert(end, head);
}

bool put(std::string_view content, const char* type, httplib::Response& response) {
  response.status = 200;
  response.set_content(content.data(), content.size(), type);
  return true;
}

}  // namespace

PreviewPages::PreviewPages(const http::StaticFiles& client, std::string file,
                           std::function<std::string()> open_session)
    : client_(client),
      file_(std::move(file)),
      open_session_(std::move(open_session)),
      index_(with_head(client.bytes_at("/index.html"))),
      version_(store::now()) {}

bool PreviewPages::answer(const httplib::Request& request, httplib::Response& response) const {
  if (request.path == "/" || request.path == "/index.html") {
    response.set_header("Set-Cookie", open_session_());
    return put(index_, "text/html; charset=utf-8", response);
  }
  if (request.path == "/preview/preview.js") {
    return put(script(), "text/javascript; charset=utf-8", response);
  }
  if (request.path == "/preview/preview.css") {
    return put(style_sheet(), "text/css; charset=utf-8", response);
  }
  if (request.path == "/preview/state") return put(state(), "application/json", response);
  // Should one of another program have been here before, it goes when its script is gone.
  if (request.path == "/service-worker.js") return false;
  return client_.answer(request, response);
}

void PreviewPages::show_form() {
  const std::lock_guard<std::mutex> guard(mutex_);
  ++version_;
  problems_.clear();
}

void PreviewPages::show_problems(std::vector<std::string> lines) {
  const std::lock_guard<std::mutex> guard(mutex_);
  problems_ = std::move(lines);
}

std::string PreviewPages::state() const {
  const std::lock_guard<std::mutex> guard(mutex_);
  json::Array lines;
  for (const std::string& line : problems_) lines.push_back(json::Value(line));
  json::Object state;
  state.push_back({"version", json::Value(number::Decimal::from_integer(version_))});
  state.push_back({"file", json::Value(file_)});
  state.push_back({"problems", json::Value(std::move(lines))});
  return json::to_compact(json::Value(std::move(state)));
}

}  // namespace tianbao::preview
