#include <string>
#include <utility>

#include "wasm/screen/parts.h"
#include "wasm/screen/screens.h"

namespace tianbao::screen {
namespace {

/// What of the context the server calls so (assets/openapi.json, context_differences).
std::string part_name(const std::string& part) {
  if (part == "today") return "日期";
  if (part == "site") return "登记信息";
  if (part == "prior") return "上年报表";
  return "资料";
}

}  // namespace

void build_receipt(const app::State& state, Node& page) {
  const app::Report& report = *state.report;
  const app::Receipt& receipt = *report.receipt;
  page.label = "已提交";
  page.children.push_back(make_title("已提交"));
  page.children.push_back(
      make_text("receipt.report", report.form.title + "（" + report.document.period + "年度）"));
  Node region = make_region("receipt", "回执");
  region.children.push_back(make_text("receipt.number", "回执编号：" + receipt.number, Tone::success));
  region.children.push_back(make_text("receipt.time", "收到时间：" + readable_time(receipt.received_at)));
  region.children.push_back(make_text("receipt.digest", "内容校验值：" + receipt.digest, Tone::muted));
  for (std::size_t index = 0; index < receipt.context_differences.size(); ++index) {
    region.children.push_back(make_text("receipt.difference." + std::to_string(index),
                                        "服务器核对时所依据的" +
                                            part_name(receipt.context_differences[index]) +
                                            "与本机不同，核对结果以服务器为准。",
                                        Tone::notice));
  }
  region.children.push_back(make_text(
      "receipt.next", "请打印报表，签字盖章后留存。需要更正时返回报表修改，再次提交即可。", Tone::muted));
  page.children.push_back(std::move(region));
  Node actions = make_node(Kind::actions, "actions");
  add_print(report, actions);
  actions.children.front().primary = true;
  actions.children.push_back(make_button("save_file", "保存到文件"));
  actions.children.push_back(make_button("to_form", "返回报表"));
  actions.children.push_back(make_button("to_reports", "返回报表列表"));
  page.children.push_back(std::move(actions));
}

}  // namespace tianbao::screen
