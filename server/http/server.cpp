#include "server/http/server.h"

#include <thread>
#include <utility>

#include <sys/socket.h>

#include "server/http/compression.h"
#include "server/http/gate.h"
#include "server/http/guarded_server.h"
#include "server/http/limits.h"
#include "server/http/problem.h"
#include "server/http/routes.h"
#include "server/http/standard_answers.h"

namespace tianbao::http {

namespace {

/// The body, at most `max_bytes` of it; else the problem. Without it the connection can only be closed.
Result<std::string, Problem> read_body(const httplib::Response& response,
                                       const httplib::ContentReader& reader, std::size_t max_bytes) {
  std::string body;
  bool is_too_large = false;
  const bool complete = reader([&](const char* bytes, std::size_t count) {
    if (count > max_bytes - body.size()) {
      is_too_large = true;
      return false;
    }
    body.append(bytes, count);
    return true;
  });
  if (is_too_large) return body_too_large(max_bytes);
  if (!complete) return problem_of(response.status >= 400 ? response.status : 400);
  return body;
}

}  // namespace

struct HttpServer::Parts {
  Service& service;
  const Pages& pages;
  GuardedServer server;
  std::thread thread = {};
  int port = 0;

  Parts(Service& service_given, const Pages& pages_given, const Deadlines& deadlines)
      : service(service_given), pages(pages_given), server(deadlines) {}

  void configure();
  void answer_unrouted(const httplib::Request& request, httplib::Response& response,
                       const RouteMatch& match) const;
  void answer_route(const Route& route, Call& call, const httplib::ContentReader* reader) const;
};

void HttpServer::Parts::answer_unrouted(const httplib::Request& request, httplib::Response& response,
                                        const RouteMatch& match) const {
  const bool is_read = request.method == "GET" || request.method == "HEAD";
  if (!match.allowed_methods.empty()) {
    response.set_header("Allow", match.allowed_methods);
    return answer(response,
                  Problem{405, "method_not_allowed", "这个网址只支持 " + match.allowed_methods + "。", {}});
  }
  if (is_read && pages.answer(request, response)) return;
  answer(response, problem_of(404));
}

void HttpServer::Parts::answer_route(const Route& route, Call& call,
                                     const httplib::ContentReader* reader) const {
  if (const auto problem = check_gate(route, call)) return answer(call.response, *problem);
  if (reader != nullptr) {
    auto body = read_body(call.response, *reader, route.max_body_bytes);
    if (!body) return answer(call.response, body.error());
    call.body = std::move(body).value();
  }
  route.handler(call);
}

void HttpServer::Parts::configure() {
  server.new_task_queue = [] {
    // All from the start: grown on demand, cpp-httplib's pool counts threads as idle that are only about to
    // wake, and a burst of slow connections then waits though there are threads to be had.
    return new httplib::ThreadPool(max_threads, max_threads, max_waiting_connections);
  };
  server.set_payload_max_length(max_body_bytes);
  server.set_keep_alive_max_count(max_requests_per_connection);
  server.set_keep_alive_timeout(keep_alive_ms / 1000);
  server.set_tcp_nodelay(true);
  // cpp-httplib's own choice, SO_REUSEPORT, lets two servers share a port without either noticing.
  server.set_socket_options(
      [](socket_t socket) { httplib::set_socket_opt(socket, SOL_SOCKET, SO_REUSEADDR, 1); });
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    const RouteMatch match = match_route(request.method, request.path);
    if (match.route == nullptr) {
      answer_unrouted(request, response, match);
      return httplib::Server::HandlerResponse::Handled;
    }
    // Its body comes through the handlers below.
    if (match.route->max_body_bytes > 0) return httplib::Server::HandlerResponse::Unhandled;
    Call call{service, service.forms.current(), request, response, match.parameters, {}, {}, {}};
    answer_route(*match.route, call, nullptr);
    return httplib::Server::HandlerResponse::Handled;
  });
  const auto with_body = [this](const httplib::Request& request, httplib::Response& response,
                                const httplib::ContentReader& reader) {
    const RouteMatch match = match_route(request.method, request.path);
    if (match.route == nullptr) return answer_unrouted(request, response, match);
    Call call{service, service.forms.current(), request, response, match.parameters, {}, {}, {}};
    answer_route(*match.route, call, &reader);
  };
  for (const Route& route : routes()) {
    if (route.max_body_bytes == 0) continue;
    if (route.method == "PUT") server.Put(httplib_pattern(route.path), with_body);
    if (route.method == "POST") server.Post(httplib_pattern(route.path), with_body);
  }
  server.set_error_handler([](const httplib::Request&, httplib::Response& response) {
    if (response.body.empty()) answer(response, problem_of(response.status));
  });
  server.set_post_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    compress(request, response);
    add_standard_headers(response, service.now());
  });
}

HttpServer::HttpServer() = default;

HttpServer::~HttpServer() {
  stop();
}

Result<std::unique_ptr<HttpServer>, std::string> HttpServer::start(const Endpoint& endpoint, Service& service,
                                                                   const Pages& pages,
                                                                   const Deadlines& deadlines) {
  std::unique_ptr<HttpServer> started(new HttpServer());
  started->parts_ = std::make_unique<Parts>(service, pages, deadlines);
  Parts& parts = *started->parts_;
  parts.configure();
  if (endpoint.port == 0) {
    parts.port = parts.server.bind_to_any_port(endpoint.host);
  } else {
    parts.port = parts.server.bind_to_port(endpoint.host, endpoint.port) ? endpoint.port : -1;
  }
  if (parts.port <= 0) {
    return "不能在 " + endpoint.host + ":" + std::to_string(endpoint.port) +
           " 上监听：地址不是本机的，或端口已被别的程序占用，或没有使用它的权限。请用 --listen 另选。";
  }
  parts.thread = std::thread([&parts] { parts.server.listen_after_bind(); });
  parts.server.wait_until_ready();
  return started;
}

int HttpServer::port() const {
  return parts_->port;
}

void HttpServer::stop() {
  if (parts_ == nullptr || !parts_->thread.joinable()) return;
  parts_->server.stop();
  parts_->thread.join();
}

}  // namespace tianbao::http
