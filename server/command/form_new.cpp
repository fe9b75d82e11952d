#include "server/command/form_new.h"

#include <array>
#include <filesystem>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/files.h"
#include "server/store/moment.h"
#include "server/store/system_reason.h"
#include "shared/form/load.h"
#include "shared/json/write.h"
#include "shared/text/characters.h"

namespace tianbao::command {

const std::string_view form_new_help =
    R"(用法：tianbao form new ID EDITION [--title 名称] [--output FILE]

新建一份表样定义，作为编写的起点：一个部分，几种项目，一张小表格，两条规则，内容都是示例，逐处
换成自己的即可。没有错误，可以直接检查和预览。不会覆盖已有的文件。

参数：
  ID             表样编号：小写英文字母开头，只有小写字母、数字、“-”和“_”，最多 40 个
  EDITION        版次，一般是开始适用的年度，如 2024
  --title 名称   表的名称（默认“新表样”）
  --output FILE  写到这个文件；不写时写到当前文件夹的 ID/EDITION.json

例：
  tianbao form new town-check 2024 --title 乡镇网站自查表

退出码：
  0  已新建
  2  用法不对，文件已有，或者不能写入
)";

namespace {

constexpr std::array options{Option{"--title"}, Option{"--output"}};

/// What a form is made of, each thing once. ID, EDITION, TITLE and YEAR stand for what is asked for.
constexpr std::string_view start = R"({
  "format": "tianbao-form/1",
  "id": ID,
  "edition": EDITION,
  "title": TITLE,
  "periods": { "first": YEAR },
  "due": { "from": "01-01", "until": "01-31" },
  "provenance": "draft",
  "sections": [
    {
      "id": "basic",
      "label": "基本情况",
      "groups": [
        {
          "fields": [
            { "id": "site_name", "label": "网站名称", "type": "text", "required": true },
            {
              "id": "staff",
              "label": "工作人员",
              "type": "whole_number",
              "unit": "人",
              "minimum": 0,
              "required": true,
              "help": "请填写负责网站工作的人数，没有的填 0。"
            },
            { "id": "has_mobile", "label": "是否有移动版", "type": "yes_no", "required": true },
            {
              "id": "mobile_kinds",
              "label": "移动版形式",
              "type": "many_choices",
              "relevant": "basic.has_mobile",
              "required": true,
              "choices": [
                { "id": "web", "label": "手机网页" },
                { "id": "app", "label": "客户端" },
                { "id": "other", "label": "其他", "other": true }
              ]
            }
          ]
        }
      ]
    },
    {
      "id": "release",
      "label": "信息发布",
      "unit": "条",
      "groups": [
        {
          "cells": { "type": "whole_number", "minimum": 0, "required": true },
          "columns": [
            { "id": "first_half", "label": "上半年" },
            { "id": "second_half", "label": "下半年" },
            { "id": "year", "label": "全年" }
          ],
          "fields": [
            { "id": "news", "label": "政务动态", "help": "请分别填写上半年、下半年和全年发布的条数。" },
            { "id": "notices", "label": "通知公告" }
          ]
        }
      ]
    },
    {
      "id": "signature",
      "label": "签字",
      "place": "footer",
      "groups": [
        {
          "fields": [
            { "id": "filled_by", "label": "填报人", "type": "text", "required": true },
            { "id": "filled_on", "label": "填报日期", "type": "date", "required": true }
          ]
        }
      ]
    }
  ],
  "rules": [
    {
      "code": "E101",
      "severity": "error",
      "each": { "row": ["release.news", "release.notices"] },
      "total": "$row.year",
      "of": ["$row.first_half", "$row.second_half"],
      "basis": "全年是上半年与下半年之和。"
    },
    {
      "code": "W102",
      "severity": "warning",
      "explain": "required",
      "when": "basic.staff == 0",
      "rule": "release.news.year == 0",
      "message": "工作人员为 0，全年却发布了政务动态 {release.news.year} 条",
      "fields": ["release.news.year", "basic.staff"],
      "basis": "没有人员一般不会发布信息；由别的单位代为发布的，请在说明中写明。"
    }
  ],
  "notes": ["这是示例：改成自己的内容，核对无误后，把 provenance 改为 official 或 deduced，表上的“草稿”即消失。"]
}
)";

void replace(std::string& text, std::string_view name, std::string_view value) {
  text.replace(text.find(name), name.size(), value);
}

std::string quoted(const std::string& text) {
  return json::to_compact(json::Value(text));
}

/// An edition is mostly the year in which it begins.
std::string first_year(const std::string& edition) {
  const std::string year = edition.substr(0, 4);
  const bool is_year = year.size() == 4 && text::is_all_digits(year) &&
                       year >= std::to_string(form::min_year) && year <= std::to_string(form::max_year);
  return is_year ? year : store::china_date(store::now()).substr(0, 4);
}

std::string definition_of(const std::string& id, const std::string& edition, const std::string& title) {
  std::string text(start);
  // From behind, so that what is filled in is not searched.
  replace(text, "YEAR", first_year(edition));
  replace(text, "TITLE", quoted(title));
  replace(text, "EDITION", quoted(edition));
  replace(text, "ID", quoted(id));
  return text;
}

/// What of the three does not go into a definition: the loader knows.
std::string mistakes_in(const std::string& definition) {
  const auto loaded = form::load(definition);
  if (loaded) return {};
  std::string lines;
  for (const form::DefinitionError& error : loaded.error()) {
    std::string line = form::describe(error);
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> names = {
        {{"/id", "ID"}, {"/edition", "EDITION"}, {"/title", "--title"}}};
    for (const auto& [pointer, name] : names) {
      if (error.pointer == pointer) line.replace(0, pointer.size(), name);
    }
    lines += (lines.empty() ? "" : "\n") + line;
  }
  return lines;
}

void tell_next_steps(const std::string& path, const std::string& id, const std::string& edition,
                     const Console& console) {
  console.output << "已新建表样 " << path << "，接下来：\n"
                 << "  1. 用文本编辑器打开它，把示例换成自己的内容（写法见 docs/forms.md）\n"
                 << "  2. 检查有没有错误：tianbao form lint " << path << "\n"
                 << "  3. 在浏览器里边改边看：tianbao form preview " << path << "\n"
                 << "  4. 放进数据文件夹，成为 data/forms/" << id << "/" << edition
                 << ".json，再向 tianbao serve 发 SIGHUP\n";
}

}  // namespace

int run_form_new(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, options, {.name = "ID EDITION", .least = 2, .most = 2});
  if (!parsed.ok()) return fail(console, parsed.error());
  const std::string& id = parsed.value().operands[0];
  const std::string& edition = parsed.value().operands[1];
  const std::string* const title = parsed.value().value("--title");
  const std::string text = definition_of(id, edition, title != nullptr ? *title : "新表样");
  if (const std::string mistakes = mistakes_in(text); !mistakes.empty()) return fail(console, {mistakes});
  const std::string* const output = parsed.value().value("--output");
  const std::filesystem::path path(output != nullptr ? *output : id + "/" + edition + ".json");
  if (output == nullptr) {
    std::error_code ignored;  // writing will say what is wrong
    std::filesystem::create_directory(path.parent_path(), ignored);
  }
  const auto written = write_new_file(path, text);
  if (!written.ok()) return fail(console, written.error());
  tell_next_steps(path.string(), id, edition, console);
  return exit_clean;
}

}  // namespace tianbao::command
