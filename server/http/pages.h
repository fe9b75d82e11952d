#pragma once

#include "server/http/library.h"

namespace tianbao::http {

/// What is served beside the API.
class Pages {
 public:
  virtual ~Pages() = default;
  /// Answers GET and HEAD; false when there is no such page. From many threads.
  virtual bool answer(const httplib::Request& request, httplib::Response& response) const = 0;
};

}  // namespace tianbao::http
