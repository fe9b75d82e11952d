#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/library.h"
#include "server/http/service.h"
#include "shared/document/document.h"

namespace tianbao::http {

/// One request on its way to its handler.
struct Call {
  Service& service;
  std::shared_ptr<const store::FormSet> forms;  // the same from beginning to end
  const httplib::Request& request;
  httplib::Response& response;
  std::vector<std::string> parameters;  // what stands in the path for {…}, in order
  std::string body;
  std::string session_token;           // "" when no session is needed
  std::optional<document::Site> site;  // who is signed in, as the register has it now
};

/// One operation of the API. assets/openapi.json describes each; a test holds the two together.
struct Route {
  std::string_view method;
  std::string_view path;          // "/api/v1/reports/{form}/{period}/{subject}"
  std::string_view operation_id;  // as in the OpenAPI file
  bool needs_session = true;
  std::size_t max_body_bytes = 0;  // 0: takes no body
  void (*handler)(Call& call) = nullptr;
};

std::span<const Route> routes();

struct RouteMatch {
  const Route* route = nullptr;  // null when no route has that path with that method
  std::vector<std::string> parameters;
  std::string allowed_methods;  // of the routes with that path: "GET, HEAD, PUT"; "" when there are none
};

/// HEAD is matched by GET's route.
RouteMatch match_route(std::string_view method, std::string_view path);

/// The path as cpp-httplib writes it: "/api/v1/reports/:form/:period/:subject".
std::string httplib_pattern(std::string_view path);

// The handlers, one file per subject.
void sign_in(Call& call);
void read_session(Call& call);
void sign_out(Call& call);
void list_forms(Call& call);
void read_form(Call& call);
void read_region(Call& call);
void read_report(Call& call);
void put_report(Call& call);

}  // namespace tianbao::http
