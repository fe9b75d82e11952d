#include <string>
#include <utility>

#include "shared/layout/grid.h"
#include "wasm/screen/parts.h"
#include "wasm/screen/screens.h"

namespace tianbao::screen {
namespace {

Node build_option(const std::string& id, std::string_view whose, const std::string& value, bool checked) {
  Node option = make_node(Kind::option, id);
  option.text = whose;
  option.text += value.empty() ? "（空）" : value;
  option.checked = checked;
  return option;
}

Node build_difference(const app::State& state, std::size_t number) {
  const app::Difference& item = state.conflict->items[number];
  const bool from_file = state.conflict->from_file;
  const std::string id = "version." + std::to_string(number);
  Node choice = make_node(Kind::choice, id);
  choice.text = layout::full_label(state.report->form, item.field);
  if (!item.code.empty()) choice.text += "（" + item.code + " 的说明）";
  choice.label = choice.text;
  choice.required = true;
  choice.children.push_back(
      build_option(id + ".mine", "我的：", item.mine, item.stays == app::Version::mine));
  choice.children.push_back(build_option(id + ".theirs", from_file ? "文件的：" : "服务器的：", item.theirs,
                                         item.stays == app::Version::theirs));
  return choice;
}

}  // namespace

void build_versions(const app::State& state, Node& page) {
  const app::Conflict& conflict = *state.conflict;
  page.label = "选定用哪一份";
  page.children.push_back(
      make_title("有 " + std::to_string(conflict.items.size()) + " 处不同，请选定用哪一份"));
  page.children.push_back(make_text(
      "versions.why", conflict.from_file
                          ? "文件里的内容与现在填的不同。逐项选定后合为一份；没选定之前，现在填的不会改变。"
                          : "服务器上已有另一份更新的内容，与本机填的不同。逐项选定后合为一份；"
                            "没选定之前，两份都不会改变。"));
  add_notice(state, page);
  Node all = make_node(Kind::actions, "versions.all");
  all.children.push_back(make_button("versions_all_mine", "全部用我的"));
  all.children.push_back(
      make_button("versions_all_theirs", conflict.from_file ? "全部用文件的" : "全部用服务器的"));
  page.children.push_back(std::move(all));
  Node region = make_node(Kind::region, "versions");
  region.label = "不同之处";
  for (std::size_t number = 0; number < conflict.items.size(); ++number) {
    region.children.push_back(build_difference(state, number));
  }
  page.children.push_back(std::move(region));
  Node actions = make_node(Kind::actions, "actions");
  actions.children.push_back(make_button("versions_done", "按所选合为一份", true));
  if (conflict.from_file) {
    actions.children.push_back(make_button("versions_cancel", "不读入文件"));
  } else {
    actions.children.push_back(make_button("to_reports", "以后再选，返回报表列表"));
  }
  page.children.push_back(std::move(actions));
}

}  // namespace tianbao::screen
