#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wasm/screen/node.h"

namespace tianbao::test {

/// The two densest sections of the 2017 work report as a screen, with one of everything a screen can hold.
inline screen::Node node(screen::Kind kind, std::string id, std::string text = "") {
  screen::Node made;
  made.kind = kind;
  made.id = std::move(id);
  made.text = std::move(text);
  return made;
}

inline screen::Node cell(screen::CellKind kind, std::string id, std::uint32_t column, std::string text = "") {
  screen::Node made = node(screen::Kind::cell, std::move(id), std::move(text));
  made.cell = kind;
  made.column = column;
  return made;
}

struct NumberRow {
  const char* section;
  std::uint32_t section_rows;
  const char* group;
  std::uint32_t group_rows;
  const char* id;
  const char* label;
  const char* unit;
  const char* value;
  const char* help;
};

inline screen::Node number_row(const NumberRow& source) {
  using screen::CellKind;
  const std::string id = source.id;
  screen::Node row = node(screen::Kind::row, "row." + id);
  if (source.section_rows > 0) {
    screen::Node section = cell(CellKind::section, "section." + id, 0, source.section);
    section.row_span = source.section_rows;
    section.unit = source.unit;
    section.column_span = source.group == nullptr ? 2 : 1;
    row.children.push_back(section);
  }
  if (source.group_rows > 0) {
    screen::Node group = cell(CellKind::group, "group." + id, 1, source.group);
    group.row_span = source.group_rows;
    row.children.push_back(group);
  }
  row.children.push_back(cell(CellKind::label, "label." + id, 2, source.label));
  screen::Node value = cell(CellKind::value, "value." + id, 3);
  screen::Node field = node(screen::Kind::field, "cell." + id);
  field.input = screen::InputKind::number;
  field.label = source.label;
  field.value = source.value;
  field.unit = source.unit;
  value.children.push_back(field);
  row.children.push_back(value);
  screen::Node side = cell(CellKind::side, "side." + id, 4);
  side.children.push_back(node(screen::Kind::text, "help." + id, source.help));
  side.children.back().tone = screen::Tone::muted;
  row.children.push_back(side);
  return row;
}

inline screen::Node choice_row() {
  using screen::CellKind;
  screen::Node row = node(screen::Kind::row, "row.site.kind");
  screen::Node section = cell(CellKind::section, "section.site.kind", 0, "基本信息");
  section.column_span = 2;
  row.children.push_back(section);
  row.children.push_back(cell(CellKind::label, "label.site.kind", 2, "网站类型"));
  screen::Node value = cell(CellKind::value, "value.site.kind", 3);
  screen::Node choice = node(screen::Kind::choice, "cell.site.kind");
  choice.label = "网站类型";
  for (const char* text : {"政府门户网站", "部门网站", "专项网站"}) {
    choice.children.push_back(node(screen::Kind::option, std::string("option.") + text, text));
  }
  choice.children[0].checked = true;
  value.children.push_back(choice);
  row.children.push_back(value);
  row.children.push_back(cell(CellKind::side, "side.site.kind", 4));
  return row;
}

inline screen::Node finding_of(std::string id, screen::Tone tone, std::string text) {
  screen::Node made = node(screen::Kind::finding, std::move(id), std::move(text));
  made.tone = tone;
  return made;
}

inline screen::Node report_grid() {
  const std::vector<NumberRow> rows = {
      {"信息发布", 4, nullptr, 0, "release.total", "总数", "条", "16965",
       "本年度网站发布信息的总条数，不包括外链信息。"},
      {"", 0, nullptr, 0, "release.overview", "概况类信息更新量", "条", "78",
       "本年度网站更新概况类信息（包括：介绍性信息、机构职能信息、负责人信息等）的总条数。"},
      {"", 0, nullptr, 0, "release.dynamic", "政务动态信息更新量", "条", "12089",
       "本年度网站更新政务动态信息（包括：政务要闻、通知公告、工作动态等）的总条数。"},
      {"", 0, nullptr, 0, "release.directory", "信息公开目录信息更新量", "条", "4798",
       "本年度在政府信息公开目录中发布信息的总条数。"},
      {"解读回应", 5, "解读信息发布", 4, "interpretation.total", "总数", "条", "39",
       "本年度网站发布或转载的解读材料、解读产品、媒体评论文章的总数，不包括外链信息。"},
      {"", 0, nullptr, 0, "interpretation.text", "解读材料数量", "条", "38", "以文字解读为主的解读材料。"},
      {"", 0, nullptr, 0, "interpretation.product", "解读产品数量", "个", "0",
       "以数字化、图表图解、音频、视频、动漫等形式解读的产品。"},
      {"", 0, nullptr, 0, "interpretation.comment", "媒体评论文章数量", "篇", "1",
       "关于政策文件的媒体评论文章。"},
      {"", 0, "回应", 1, "interpretation.response", "回应公众关注热点或重大舆情数量", "次", "0",
       "同一热点或舆情用多种形式回应的，只计一次。"},
  };
  screen::Node grid = node(screen::Kind::grid, "grid");
  grid.label = "政府网站工作年度报表";
  grid.column_widths_percent = {9, 11, 18, 24, 38};
  grid.children.push_back(choice_row());
  for (const NumberRow& row : rows) {
    grid.children.push_back(number_row(row));
  }
  screen::Node& total = grid.children[1];
  screen::Node& side = total.children.back();
  screen::Node findings = node(screen::Kind::findings, "findings.release.total");
  screen::Node warning =
      finding_of("finding.W101", screen::Tone::warning,
                 "总数 16965 与概况类 78、政务动态 12089、信息公开目录 4798 三项之和 16965 不等。");
  screen::Node explanation = node(screen::Kind::field, "explain.W101", "说明");
  explanation.input = screen::InputKind::multiline;
  explanation.value = "另有专题信息 523 条。";
  warning.children.push_back(explanation);
  findings.children.push_back(warning);
  side.children.push_back(findings);
  return grid;
}

inline screen::Node report_page() {
  screen::Node page = node(screen::Kind::page, "page");
  screen::Node navigation = node(screen::Kind::navigation, "navigation");
  navigation.label = "报表各部分";
  for (const char* text : {"基本信息", "信息发布", "专栏专题", "解读回应", "办事服务", "互动交流", "安全防护",
                           "移动新媒体", "创新发展", "落款"}) {
    screen::Node link = node(screen::Kind::link, std::string("go.") + text, text);
    link.note = "4/4";
    navigation.children.push_back(link);
  }
  navigation.children[1].current = true;
  navigation.children[1].tone = screen::Tone::warning;
  page.children.push_back(navigation);
  page.children.push_back(node(screen::Kind::heading, "title", "政府网站工作年度报表（2019年度）"));
  page.children.push_back(
      node(screen::Kind::text, "intro", "洞口县人民政府　4305250009　填报期限：2020年1月31日"));
  page.children.back().tone = screen::Tone::muted;
  page.children.push_back(
      finding_of("saved", screen::Tone::success, "已保存在本机，并已存到服务器（10:32）。"));
  page.children.push_back(finding_of("wrong", screen::Tone::error, "还有 1 处错误，改正后才能提交。"));
  page.children.push_back(report_grid());
  screen::Node actions = node(screen::Kind::actions, "actions");
  actions.children.push_back(node(screen::Kind::button, "submit", "提交"));
  actions.children.back().primary = true;
  actions.children.push_back(node(screen::Kind::button, "save", "保存到文件"));
  actions.children.push_back(node(screen::Kind::button, "print", "打印"));
  page.children.push_back(actions);
  return page;
}

}  // namespace tianbao::test
