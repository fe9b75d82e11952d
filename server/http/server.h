#pragma once

#include <memory>
#include <string>

#include "server/http/endpoint.h"
#include "server/http/limits.h"
#include "server/http/pages.h"
#include "server/http/service.h"
#include "shared/result.h"

namespace tianbao::http {

/// The running server: the client's files or other pages, and /api/v1. Serves from construction by start()
/// until stop() or its destruction.
class HttpServer {
 public:
  /// `service` and `pages` must outlive it. The error is one Chinese sentence.
  static Result<std::unique_ptr<HttpServer>, std::string> start(const Endpoint& endpoint, Service& service,
                                                                const Pages& pages,
                                                                const Deadlines& deadlines = {});
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  int port() const;

  /// Lets requests under way finish, refuses new ones, and returns when all are done.
  void stop();

 private:
  HttpServer();

  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tianbao::http
