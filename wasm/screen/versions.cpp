#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "shared/layout/grid.h"
#include "wasm/screen/parts.h"
#include "wasm/screen/screens.h"

namespace tianbao::screen {
namespace {

/// What the versions are called.
struct Wording {
  std::string_view why;
  std::string_view mine;
  std::string_view theirs;
  std::string_view cancel;
};

constexpr Wording wordings[] = {
    {"服务器上已有另一份更新的内容，与本机填的不同。逐项选定后合为一份；没选定之前，两份都不会改变。", "我的",
     "服务器的", "以后再选，返回报表列表"},
    {"文件里的内容与现在填的不同。逐项选定后合为一份；没选定之前，现在填的不会改变。", "我的", "文件的",
     "不读入文件"},
    {"本页先前填的还没有保存，与另一个标签页里填的不同。逐项选定后合为一份。", "另一页的", "本页的",
     "不用本页的"},
};

const Wording& wording_of(const app::Conflict& conflict) {
  return wordings[static_cast<std::size_t>(conflict.origin)];
}

Node build_option(const std::string& id, std::string_view whose, const std::string& value, bool checked) {
  Node option = make_node(Kind::option, id);
  option.text = whose;
  option.text += "：";
  option.text += value.empty() ? "（空）" : value;
  option.checked = checked;
  return option;
}

Node build_difference(const app::State& state, std::size_t number) {
  const app::Difference& item = state.conflict->items[number];
  const Wording& wording = wording_of(*state.conflict);
  const std::string id = "version." + std::to_string(number);
  Node choice = make_node(Kind::choice, id);
  choice.text = layout::full_label(state.report->form, item.field);
  if (!item.code.empty()) choice.text += "（" + item.code + " 的说明）";
  choice.label = choice.text;
  choice.required = true;
  choice.children.push_back(
      build_option(id + ".mine", wording.mine, item.mine, item.stays == app::Version::mine));
  choice.children.push_back(
      build_option(id + ".theirs", wording.theirs, item.theirs, item.stays == app::Version::theirs));
  return choice;
}

}  // namespace

void build_versions(const app::State& state, Node& page) {
  const app::Conflict& conflict = *state.conflict;
  const Wording& wording = wording_of(conflict);
  page.label = "选定用哪一份";
  page.children.push_back(
      make_title("有 " + std::to_string(conflict.items.size()) + " 处不同，请选定用哪一份"));
  page.children.push_back(make_text("versions.why", std::string(wording.why)));
  add_notice(state, page);
  Node all = make_node(Kind::actions, "versions.all");
  const std::string take_all = "全部用";
  all.children.push_back(make_button("versions_all_mine", take_all + std::string(wording.mine)));
  all.children.push_back(make_button("versions_all_theirs", take_all + std::string(wording.theirs)));
  page.children.push_back(std::move(all));
  Node region = make_node(Kind::region, "versions");
  region.label = "不同之处";
  for (std::size_t number = 0; number < conflict.items.size(); ++number) {
    region.children.push_back(build_difference(state, number));
  }
  page.children.push_back(std::move(region));
  Node actions = make_node(Kind::actions, "actions");
  actions.children.push_back(make_button("versions_done", "按所选合为一份", true));
  actions.children.push_back(
      make_button(conflict.origin == app::Origin::server ? "to_reports" : "versions_cancel",
                  std::string(wording.cancel)));
  page.children.push_back(std::move(actions));
}

}  // namespace tianbao::screen
