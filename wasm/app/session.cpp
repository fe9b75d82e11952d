#include <algorithm>
#include <string>
#include <utility>

#include "shared/json/write.h"
#include "wasm/app/members.h"
#include "wasm/app/steps.h"

namespace tianbao::app {
namespace {

document::Site read_site(const json::Value& value) {
  document::Site site;
  for (const document::SiteFact& fact : document::site_facts) {
    site.*fact.text = text_member(value, fact.name);
  }
  return site;
}

std::vector<FormEntry> read_forms(const json::Value& forms) {
  std::vector<FormEntry> entries;
  const json::Array* const array = forms.as_array();
  if (array == nullptr) return entries;
  for (const json::Value& form : *array) {
    FormEntry entry;
    entry.id = text_member(form, "id");
    entry.edition = text_member(form, "edition");
    entry.digest = text_member(form, "digest");
    entry.title = text_member(form, "title");
    entry.first_period = number_member(form, "first_period");
    entry.last_period = number_member(form, "last_period");
    if (!entry.id.empty() && !entry.digest.empty()) entries.push_back(std::move(entry));
  }
  return entries;
}

/// What a start without network needs: who was signed in here, and the forms there are.
void keep_session(const State& state, Effects& effects) {
  json::Array forms;
  for (const FormEntry& entry : state.forms) {
    json::Object form;
    form.push_back({"id", entry.id});
    form.push_back({"edition", entry.edition});
    form.push_back({"digest", entry.digest});
    form.push_back({"title", entry.title});
    form.push_back({"first_period", number::Decimal::from_integer(entry.first_period)});
    form.push_back({"last_period", number::Decimal::from_integer(entry.last_period)});
    forms.emplace_back(std::move(form));
  }
  json::Object record;
  record.push_back({"site", document::write_site(*state.site)});
  record.push_back({"forms", std::move(forms)});
  effects.emplace_back(SaveLocal{"session", json::to_compact(record)});
}

void list_forms(State& state, Effects& effects) {
  if (is_in_flight(state, RequestPurpose::list_forms, "")) return;
  send(state, effects, {RequestPurpose::list_forms, {"GET", "/api/v1/forms", "", ""}, "", "", false});
}

void find_session(State& state, Effects& effects) {
  if (is_in_flight(state, RequestPurpose::find_session, "")) return;
  send(state, effects, {RequestPurpose::find_session, {"GET", "/api/v1/session", "", ""}, "", "", false});
}

void sign_out(State& state, Effects& effects) {
  send(state, effects, {RequestPurpose::sign_out, {"DELETE", "/api/v1/session", "", ""}, "", "", false});
}

/// After 清除本机数据: what is gone and what is not, as far as it is known by now.
void say_what_remains(State& state, Effects& effects) {
  const auto sign_out =
      std::find_if(state.in_flight.begin(), state.in_flight.end(),
                   [](const InFlight& flight) { return flight.purpose == RequestPurpose::sign_out; });
  const bool is_under_way = sign_out != state.in_flight.end();
  const bool is_out_of_reach = is_under_way && sign_out->held;
  std::string text;
  if (state.clearing == Clearing::done) text = "本机上的草稿和待发送的提交都已清除。";
  if (state.clearing == Clearing::failed) {
    text =
        "本机数据没有清除：浏览器不让删除，草稿还在这台电脑上。请在浏览器的“清除浏览数据”里勾选"
        "“Cookie 和其他网站数据”，自行清除。";
  }
  if (is_out_of_reach) {
    text += "网络不通，还没有在服务器上退出登录；恢复后会自动退出，请先不要关闭本页。";
  } else if (!is_under_way && !state.site.has_value()) {
    text += "已退出登录。";
  }
  if (text.empty()) return;
  const bool is_done = state.clearing != Clearing::failed && !is_out_of_reach;
  tell(state, effects, std::move(text), is_done ? NoticeKind::done : NoticeKind::problem);
}

void forget_everything(State& state) {
  State fresh;
  fresh.now = std::move(state.now);
  fresh.online = state.online;
  fresh.next_tag = state.next_tag;
  state = std::move(fresh);
}

/// Another site, or the first: nothing of what was on the screen before is its business.
void begin_session(State& state, Effects& effects, document::Site site) {
  State fresh;
  fresh.now = std::move(state.now);
  fresh.online = state.online;
  fresh.next_tag = state.next_tag;
  fresh.forms = std::move(state.forms);
  fresh.definitions = std::move(state.definitions);
  fresh.clearing = state.clearing;
  fresh.site = std::move(site);
  fresh.screen = Screen::reports;
  state = std::move(fresh);
  effects.emplace_back(CloseSignIn{});
  effects.emplace_back(LoadLocal{"draft/" + state.site->code + "/"});
}

/// One that is not open is read again first: another tab may have changed or withdrawn it.
void send_or_read_again(State& state, Effects& effects, const std::string& key) {
  if (find_report(state, key) != nullptr || !find_draft(state, key)->is_kept) {
    send_submission(state, effects, key);
  } else {
    effects.emplace_back(LoadLocal{key});
  }
}

}  // namespace

void start(State& state, Effects& effects, const Started& started) {
  state.online = started.online;
  effects.emplace_back(LoadLocal{"session"});
}

void sign_in(State& state, Effects& effects, const SignedIn& signed_in) {
  document::Site site = read_site(member(parse_or_null(signed_in.body), "site"));
  if (site.code.empty()) return;
  const bool same_site = state.site.has_value() && state.site->code == site.code;
  if (same_site) {
    state.site = std::move(site);
    state.notice = {};
    effects.emplace_back(CloseSignIn{});
  } else {
    begin_session(state, effects, std::move(site));
  }
  state.signed_in = true;
  state.online = true;
  state.failures = 0;
  send_held(state, effects);
  list_forms(state, effects);
  if (same_site) resume(state, effects);
}

void take_local_session(State& state, Effects& effects, std::string_view text) {
  const json::Value record = parse_or_null(text);
  if (state.forms.empty()) state.forms = read_forms(member(record, "forms"));
  document::Site site = read_site(member(record, "site"));
  // With the server at hand it says who is signed in.
  if (state.site.has_value() || site.code.empty() || state.online) return;
  begin_session(state, effects, std::move(site));
}

void answer_find_session(State& state, Effects& effects, const Answered& answer) {
  if (answer.status == 200) sign_in(state, effects, {answer.body});
}

void answer_list_forms(State& state, Effects& effects, const Answered& answer) {
  if (answer.status != 200 || !state.site.has_value()) return;
  state.forms = read_forms(member(parse_or_null(answer.body), "forms"));
  keep_session(state, effects);
  // So that a first report can be begun without network too.
  for (const FormEntry& form : state.forms) effects.emplace_back(LoadLocal{"form/" + form.digest});
}

void clear_device(State& state, Effects& effects) {
  forget_everything(state);
  state.clearing = Clearing::awaited;
  effects.emplace_back(ClearLocal{});
  sign_out(state, effects);
  effects.emplace_back(AskSignIn{});
}

void note_cleared(State& state, Effects& effects, const LocalCleared& cleared) {
  if (state.clearing == Clearing::awaited) {
    state.clearing = cleared.ok ? Clearing::done : Clearing::failed;
    say_what_remains(state, effects);
  } else if (state.site.has_value()) {
    forget_everything(state);
    effects.emplace_back(AskSignIn{});
    tell(state, effects, "本机数据已在本浏览器的另一个标签页里清除。");
  }
}

void answer_sign_out(State& state, Effects& effects, const InFlight& flight, const Answered& answer) {
  if (is_no_answer(answer)) {
    // The cookie is the server's to take away: keep trying as long as this page lives.
    state.in_flight.push_back(flight);
    state.in_flight.back().held = true;
  }
  say_what_remains(state, effects);
}

void resume(State& state, Effects& effects) {
  ask_again_for_regions(state);
  if (!state.site.has_value()) {
    send_held(state, effects);
    return;
  }
  if (!state.online) return;
  if (!state.signed_in) return find_session(state, effects);  // which begins with everything anew
  if (state.forms.empty()) list_forms(state, effects);
  std::vector<std::string> waiting;
  for (const Draft& draft : state.drafts) {
    if (!draft.pending.is_null()) waiting.push_back(draft_key(draft));
  }
  for (const std::string& key : waiting) send_or_read_again(state, effects, key);
  if (state.report.has_value()) {
    if (!state.report->context_is_current) ask_for_context(state, effects);
    send_draft(state, effects);
  }
  // With nothing to send, something has to find out whether the server is there again.
  if (is_offline(state) && state.in_flight.empty()) list_forms(state, effects);
}

}  // namespace tianbao::app
