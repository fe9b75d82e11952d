#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/problem.h"
#include "shared/json/value.h"
#include "shared/result.h"

namespace tianbao::http {

/// One mistake in a request's body; `pointer` is a JSON Pointer (RFC 6901) into it.
struct BodyError {
  std::string pointer;
  std::string code;
  std::string detail;  // Chinese
};

/// 400 with the member `errors`: [{pointer, code, detail}].
Problem malformed(const std::vector<BodyError>& errors);

/// The body as a JSON object that has every one of `members` and no other.
Result<json::Value, Problem> read_json_body(std::string_view body, std::size_t max_bytes,
                                            std::span<const std::string_view> members);

}  // namespace tianbao::http
