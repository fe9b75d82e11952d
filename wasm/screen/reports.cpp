#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "wasm/screen/parts.h"
#include "wasm/screen/screens.h"

namespace tianbao::screen {
namespace {

/// What is known of one year's report without asking the server.
std::string draft_note(const app::State& state, const app::FormEntry& form, const std::string& period) {
  const app::Draft* const draft = app::find_draft(state, app::draft_key(state.site->code, form.id, period));
  if (draft == nullptr) return {};
  if (!draft->pending.is_null()) return "待发送";
  if (draft->returned) return "提交未被接受，请打开处理";
  if (!draft->submitted_at.empty()) {
    return (draft->unsent || draft->revised ? "提交后有修改，还没有再次提交；上次提交于 " : "已提交，") +
           readable_time(draft->submitted_at);
  }
  if (draft->document.is_null()) return {};
  const std::string where = draft->unsent ? "本机有草稿" : "已保存到服务器";
  return draft->saved_at.empty() ? where : where + "，" + readable_time(draft->saved_at);
}

/// All editions of one form; its title is that of the newest one to fill, else that of `form`.
Node build_form(const app::State& state, const app::FormEntry& form) {
  const std::vector<std::string> years = app::periods(state, form.id);
  const app::FormEntry* const newest =
      years.empty() ? nullptr : app::serving_form(state, form.id, years.front());
  const std::string& title = newest == nullptr ? form.title : newest->title;
  Node region = make_region("form." + form.id, title);
  if (years.empty()) {
    region.children.push_back(make_text("form." + form.id + ".none", "现在没有要填报的年度。", Tone::muted));
    return region;
  }
  Node actions = make_node(Kind::actions, "form." + form.id + ".years");
  for (const std::string& year : years) {
    Node button = make_node(Kind::button, "year." + form.id + "." + year);
    button.text = year + "年度";
    button.label = title + " " + button.text;
    button.note = draft_note(state, form, year);
    button.primary = year == years.front();
    actions.children.push_back(std::move(button));
  }
  region.children.push_back(std::move(actions));
  return region;
}

}  // namespace

void build_reports(const app::State& state, Node& page) {
  page.children.push_back(make_title("选择要填报的报表和年度"));
  page.label = "选择报表";
  if (app::is_offline(state)) {
    page.note = "网络不通。可以先填写，内容保存在本机。";
    page.tone = Tone::warning;
  }
  page.children.push_back(
      make_text("site", state.site->name + "（标识码 " + state.site->code + "）", Tone::muted));
  add_notice(state, page);
  if (state.forms.empty()) {
    page.children.push_back(make_text("forms.none",
                                      app::is_offline(state)
                                          ? "网络不通，本机也没有保存过表样目录。网络恢复后会自动取得。"
                                          : "正在取得表样目录……",
                                      Tone::muted));
  }
  for (const app::FormEntry& form : state.forms) {
    const bool is_shown = std::any_of(
        state.forms.data(), &form, [&form](const app::FormEntry& earlier) { return earlier.id == form.id; });
    if (!is_shown) page.children.push_back(build_form(state, form));
  }
}

void build_opening(const app::State& state, Node& page) {
  const app::FormEntry* const form = app::serving_form(state, state.opening->form_id, state.opening->period);
  page.label = state.opening->period + "年度" + (form == nullptr ? std::string() : form->title);
  page.children.push_back(make_title(page.label));
  if (state.opening->problem.empty()) {
    page.children.push_back(make_text("opening", "正在打开……", Tone::muted));
    return;
  }
  page.children.push_back(make_text("opening", state.opening->problem, Tone::error));
  Node actions = make_node(Kind::actions, "actions");
  actions.children.push_back(make_button("retry", "重试", true));
  actions.children.push_back(make_button("to_reports", "返回报表列表"));
  page.children.push_back(std::move(actions));
}

}  // namespace tianbao::screen
