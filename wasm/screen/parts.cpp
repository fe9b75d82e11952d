#include "wasm/screen/parts.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "wasm/app/control_ids.h"

namespace tianbao::screen {

Node make_node(Kind kind, std::string id) {
  Node node;
  node.kind = kind;
  node.id = std::move(id);
  return node;
}

Node make_text(std::string id, std::string text, Tone tone) {
  Node node = make_node(Kind::text, std::move(id));
  node.text = std::move(text);
  node.tone = tone;
  return node;
}

Node make_heading(std::string id, std::string text, std::uint8_t level) {
  Node node = make_node(Kind::heading, std::move(id));
  node.text = std::move(text);
  node.level = level;
  return node;
}

Node make_region(const std::string& id, const std::string& title) {
  Node node = make_node(Kind::region, id);
  node.label = title;
  node.children.push_back(make_heading(id + ".title", title, 2));
  return node;
}

Node make_button(std::string_view name, std::string text, bool primary) {
  Node node = make_node(Kind::button, "button." + std::string(name));
  node.text = std::move(text);
  node.primary = primary;
  return node;
}

void add_print(const app::Report& report, Node& actions) {
  actions.children.push_back(make_button("print", "打印"));
  const std::vector<check::Finding>& findings = report.checked.outcome().findings;
  const bool has_annex = std::any_of(findings.begin(), findings.end(), [](const check::Finding& finding) {
    return finding.explanation == check::ExplanationState::given;
  });
  if (has_annex) actions.children.push_back(make_button("print_without_annex", "打印（不附说明）"));
}

Node make_title(std::string text) {
  return make_heading(std::string(app::page_title_id), std::move(text), 1);
}

void add_notice(const app::State& state, Node& parent) {
  if (state.notice.text.empty()) return;
  const Tone tone = state.notice.kind == app::NoticeKind::problem   ? Tone::error
                    : state.notice.kind == app::NoticeKind::waiting ? Tone::warning
                                                                    : Tone::success;
  parent.children.push_back(make_text("page.notice", state.notice.text, tone));
}

void add_clear_question(const app::State& state, Node& page) {
  if (!state.asking_to_clear) return;
  Node region = make_node(Kind::region, "device");
  region.label = "清除本机数据";
  region.children.push_back(
      make_text("device.question",
                "将删除本机上的全部草稿和待发送的提交，并退出登录；没有提交也没有保存到文件的内容将无法找回。"
                "确定清除吗？",
                Tone::warning));
  Node actions = make_node(Kind::actions, "device.actions");
  actions.children.push_back(make_button("clear_cancel", "不清除"));
  actions.children.push_back(make_button("clear_confirm", "确定清除"));
  region.children.push_back(std::move(actions));
  page.children.push_back(std::move(region));
}

std::string readable_time(std::string_view time) {
  std::string readable(time.substr(0, std::string_view("2020-01-15T10:32").size()));
  for (char& character : readable) {
    if (character == 'T') character = ' ';
  }
  return readable;
}

}  // namespace tianbao::screen
