#include "wasm/app/answers.h"

#include "wasm/app/members.h"

namespace tianbao::app {
namespace {

/// A PUT that was taken names what was taken, and a submission's answer is its receipt.
bool confirms(const InFlight& flight, const json::Value& body) {
  if (text_member(body, "digest") != flight.sent_digest) return false;
  if (flight.purpose != RequestPurpose::send_submission) return true;
  const json::Value& receipt = member(body, "receipt");
  return number_member(receipt, "number") > 0 && text_member(receipt, "digest") == flight.sent_digest;
}

}  // namespace

bool is_from_server(const InFlight& flight, const Answered& answer) {
  if (answer.status == 204) return flight.purpose == RequestPurpose::sign_out;
  const json::Value body = parse_or_null(answer.body);
  if (body.as_object() == nullptr) return false;
  if (answer.status == 409) {
    return member(body, "digest").as_string() != nullptr && body.find("document") != nullptr;
  }
  if (answer.status != 200 && answer.status != 201) return true;
  switch (flight.purpose) {
    case RequestPurpose::find_session:
      return !text_member(member(body, "site"), "code").empty();
    case RequestPurpose::list_forms:
      return member(body, "forms").as_array() != nullptr;
    case RequestPurpose::get_definition:
      return canonical_digest(body) == flight.key;
    case RequestPurpose::get_region:
      return member(body, "regions").as_object() != nullptr;
    case RequestPurpose::open_report:
    case RequestPurpose::refresh_context:
      return member(body, "parent").as_string() != nullptr && member(body, "context").as_object() != nullptr;
    case RequestPurpose::send_draft:
    case RequestPurpose::send_submission:
      return confirms(flight, body);
    case RequestPurpose::sign_out:
      return false;
  }
  return false;
}

}  // namespace tianbao::app
