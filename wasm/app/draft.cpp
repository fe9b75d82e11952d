#include "wasm/app/draft.h"

#include <algorithm>
#include <utility>

#include "shared/json/write.h"
#include "wasm/app/members.h"

namespace tianbao::app {
namespace {

constexpr std::string_view format = "tianbao-draft/1";

}  // namespace

std::string draft_key(std::string_view subject, std::string_view form_id, std::string_view period) {
  std::string key = "draft/";
  key += subject;
  key += '/';
  key += form_id;
  key += '/';
  key += period;
  return key;
}

std::string draft_key(const Draft& draft) {
  return draft_key(draft.subject, draft.form_id, draft.period);
}

std::string write_draft(const Draft& draft) {
  json::Array unanswered;
  for (const std::string& digest : draft.unanswered) unanswered.emplace_back(digest);
  json::Object object;
  object.push_back({"format", format});
  object.push_back({"document", draft.document});
  object.push_back({"parent", draft.parent});
  object.push_back({"unanswered", std::move(unanswered)});
  object.push_back({"pending_submission", draft.pending});
  object.push_back({"unsent", draft.unsent});
  object.push_back({"returned", draft.returned});
  object.push_back({"saved_at", draft.saved_at});
  object.push_back({"submitted_at", draft.submitted_at});
  object.push_back({"revised", draft.revised});
  return json::to_compact(object);
}

std::optional<Draft> read_draft(std::string_view text) {
  const json::Value record = parse_or_null(text);
  if (text_member(record, "format") != format) return std::nullopt;
  Draft draft;
  draft.document = member(record, "document");
  const json::Value& form = member(draft.document, "form");
  draft.form_id = text_member(form, "id");
  draft.form_digest = text_member(form, "digest");
  draft.period = text_member(draft.document, "period");
  draft.subject = text_member(draft.document, "subject");
  if (draft.form_id.empty() || draft.form_digest.empty() || draft.period.empty() || draft.subject.empty()) {
    return std::nullopt;
  }
  draft.parent = text_member(record, "parent");
  draft.unanswered = texts_member(record, "unanswered");
  draft.pending = member(record, "pending_submission");
  draft.unsent = flag_member(record, "unsent");
  draft.returned = flag_member(record, "returned");
  draft.saved_at = text_member(record, "saved_at");
  draft.submitted_at = text_member(record, "submitted_at");
  draft.revised = flag_member(record, "revised");
  return draft;
}

bool same_answers(const json::Value& left, const json::Value& right) {
  return member(left, "form") == member(right, "form") && member(left, "values") == member(right, "values") &&
         member(left, "explanations") == member(right, "explanations");
}

std::string withdraw_submission(Draft& draft) {
  if (draft.pending.is_null()) return {};
  // By this tab or another: the answer has not come.
  const bool has_gone_out = is_unanswered(draft, canonical_digest(draft.pending));
  draft.pending = json::Value();
  return has_gone_out ? "先前的提交可能已经送到服务器；改好后请重新提交。"
                      : "等待发送的提交已撤回；改好后请重新提交。";
}

void remember_unanswered(Draft& draft, const std::string& digest) {
  if (is_unanswered(draft, digest)) return;
  if (draft.unanswered.size() == max_unanswered) draft.unanswered.erase(draft.unanswered.begin());
  draft.unanswered.push_back(digest);
}

bool is_unanswered(const Draft& draft, std::string_view digest) {
  return std::find(draft.unanswered.begin(), draft.unanswered.end(), digest) != draft.unanswered.end();
}

}  // namespace tianbao::app
