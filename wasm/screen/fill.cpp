#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "shared/layout/grid.h"
#include "wasm/app/control_ids.h"
#include "wasm/screen/known.h"
#include "wasm/screen/parts.h"
#include "wasm/screen/save_status.h"
#include "wasm/screen/screens.h"
#include "wasm/screen/shown_findings.h"
#include "wasm/screen/table.h"

namespace tianbao::screen {
namespace {

/// How far one section is, for the navigation at the side.
struct Progress {
  std::size_t first_field = 0;
  std::size_t asked = 0;
  std::size_t answered = 0;
  std::size_t errors = 0;
  std::size_t warnings = 0;  // those that still have to be explained
};

std::vector<Progress> progress_of(const app::Report& report, const ShownFindings& findings) {
  std::vector<Progress> sections(report.form.sections.size());
  for (std::size_t index = report.form.fields.size(); index-- > 0;) {
    Progress& section = sections[report.form.fields[index].section];
    section.first_field = index;
    if (!report.checked.outcome().required[index] || !report.checked.outcome().relevant[index]) continue;
    ++section.asked;
    const document::CellState cell = report.document.cells[index].state;
    if (cell == document::CellState::value || cell == document::CellState::none) ++section.answered;
  }
  for (const check::Finding* const finding : findings.all) {
    Progress& section = sections[report.form.fields[finding->fields.front()].section];
    if (finding->severity == form::Severity::error) {
      ++section.errors;
    } else if (blocks_submission(*finding)) {
      ++section.warnings;
    }
  }
  return sections;
}

std::string progress_note(const Progress& progress) {
  std::string note;
  const auto add = [&note](const std::string& part) { note += (note.empty() ? "" : "，") + part; };
  if (progress.asked > 0) add(std::to_string(progress.answered) + "/" + std::to_string(progress.asked));
  if (progress.errors > 0) add("错误 " + std::to_string(progress.errors));
  if (progress.warnings > 0) add("待说明 " + std::to_string(progress.warnings));
  return note;
}

Node build_navigation(const app::Report& report, const ShownFindings& findings) {
  Node navigation = make_node(Kind::navigation, "sections");
  navigation.label = "各部分";
  const std::vector<Progress> sections = progress_of(report, findings);
  for (std::size_t index = 0; index < sections.size(); ++index) {
    const form::Section& section = report.form.sections[index];
    const bool has_fields = std::any_of(section.groups.begin(), section.groups.end(),
                                        [](const form::Group& group) { return group.field_count > 0; });
    if (!has_fields) continue;
    const Progress& progress = sections[index];
    Node link = make_node(Kind::link, "link." + section.id);
    link.text = section.numeral.empty() ? section.label : section.numeral + "、" + section.label;
    link.note = progress_note(progress);
    link.target = app::cell_id(report.form.fields[progress.first_field].address);
    link.tone = progress.errors > 0                                         ? Tone::error
                : progress.warnings > 0                                     ? Tone::warning
                : progress.asked > 0 && progress.answered == progress.asked ? Tone::success
                                                                            : Tone::normal;
    navigation.children.push_back(std::move(link));
  }
  return navigation;
}

Node build_actions(const app::State& state) {
  Node actions = make_node(Kind::actions, "actions");
  actions.children.push_back(make_button("submit", "提交", true));
  actions.children.back().disabled = has_pending_submission(state) || !app::can_edit(state);
  actions.children.push_back(make_button("save_file", "保存到文件"));
  actions.children.push_back(make_button("open_file", "打开文件"));
  actions.children.back().disabled = !app::can_edit(state);
  add_print(*state.report, actions);
  actions.children.push_back(make_button("to_reports", "返回报表列表"));
  return actions;
}

/// Nothing in it can be changed; what only shows and hides something still does.
void close(Node& node) {
  const bool changes_something = node.kind == Kind::button && node.disclosure == Disclosure::none;
  node.disabled = node.kind == Kind::field || node.kind == Kind::option || changes_something;
  for (Node& child : node.children) close(child);
}

/// Header, table and footer.
void add_grid(const app::State& state, Node grid, Node& page) {
  if (grid.children.empty()) return;
  if (!app::can_edit(state)) close(grid);
  page.children.push_back(std::move(grid));
}

void add_head(const app::State& state, const layout::Grid& grid, Node& page) {
  const app::Report& report = *state.report;
  page.children.push_back(make_title(grid.title + grid.period_line));
  if (grid.draft) {
    page.children.push_back(
        make_text("page.draft", "草稿：这张表的表样中有尚未核对官方文本的内容。", Tone::warning));
  }
  if (report.receipt.has_value()) {
    page.children.push_back(make_text("page.receipt",
                                      "已于 " + readable_time(report.receipt->received_at) +
                                          " 提交，回执编号 " + report.receipt->number +
                                          "。修改后需要再次提交。",
                                      Tone::success));
  }
  if (app::can_edit(state)) return;
  page.children.push_back(make_text("elsewhere",
                                    "这份报表已在本浏览器的另一个标签页里改动；本页只能查看，不再保存。"
                                    "请到那一页填写，或者改在本页填写。",
                                    Tone::error));
  Node actions = make_node(Kind::actions, "elsewhere.actions");
  actions.children.push_back(make_button("take_over", "改在本页填写", true));
  page.children.push_back(std::move(actions));
}

}  // namespace

void build_fill(const app::State& state, Node& page) {
  const app::Report& report = *state.report;
  const layout::Grid grid = layout::lay_out(report.form, report.document, report.open_rows);
  const ShownFindings findings = shown_findings(report);
  page.label = grid.title + grid.period_line;
  page.note = save_status(state);
  page.tone = save_status_tone(state);
  add_head(state, grid, page);
  page.children.push_back(build_navigation(report, findings));
  add_offers(state, page);
  add_grid(state, build_items(state, form::SectionPlace::header, findings), page);
  add_grid(state, build_table(state, grid, findings), page);
  add_grid(state, build_items(state, form::SectionPlace::footer, findings), page);
  page.children.push_back(build_summary(state, findings));
  add_notice(state, page);
  page.children.push_back(build_actions(state));
}

}  // namespace tianbao::screen
