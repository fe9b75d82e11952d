#pragma once

#include <string>
#include <string_view>

#include "server/http/library.h"
#include "shared/json/value.h"

namespace tianbao::http {

/// An error as RFC 9457 has it: type, title, status, detail, and our stable `code`, by which programs tell
/// errors apart. `extensions` are further members (findings, cells, errors …).
struct Problem {
  int status = 500;
  std::string_view code;
  std::string detail;  // Chinese: what was wrong here, and how to mend it
  json::Object extensions;
};

/// The problem as JSON text. `type` is "urn:tianbao:problem:<code>"; the title says in Chinese what the
/// status means.
std::string to_json_text(const Problem& problem);

/// The Chinese title of an HTTP status.
std::string_view title_of(int status);

void answer(httplib::Response& response, const Problem& problem);

/// 200, or another status, with a JSON body.
void answer(httplib::Response& response, int status, const json::Value& body);

}  // namespace tianbao::http
