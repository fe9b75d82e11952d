#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/pages.h"
#include "server/http/static_files.h"

namespace tianbao::preview {

/// The client with what belongs to a preview in its first page: the script that reloads it, and a session of
/// its own. It gets no service worker, which would go on serving this page at this address.
class PreviewPages final : public http::Pages {
 public:
  /// `client` must outlive it. `open_session` gives the Set-Cookie header of a new session; `file` is what
  /// the form's file is called on the screen.
  PreviewPages(const http::StaticFiles& client, std::string file, std::function<std::string()> open_session);

  bool answer(const httplib::Request& request, httplib::Response& response) const override;

  /// The form is another one from now on, or the same again: pages load anew.
  void show_form();
  /// The file is broken: pages keep what they have and show these lines.
  void show_problems(std::vector<std::string> lines);

 private:
  std::string state() const;

  const http::StaticFiles& client_;
  std::string file_;
  std::function<std::string()> open_session_;
  std::string index_;

  mutable std::mutex mutex_;
  std::int64_t version_;  // from the clock: a page of an earlier preview has another
  std::vector<std::string> problems_;
};

}  // namespace tianbao::preview
