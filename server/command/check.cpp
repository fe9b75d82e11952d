#include "server/command/check.h"

#include <array>
#include <ostream>
#include <string>

#include "server/command/arguments.h"
#include "server/command/check_context.h"
#include "server/command/check_report.h"
#include "server/command/check_why.h"
#include "server/command/complaint.h"
#include "server/command/report_file.h"
#include "server/store/moment.h"
#include "shared/check/check.h"

namespace tianbao::command {

const std::string_view check_help =
    R"(用法：tianbao check FILE [选项]

检查一份报表：上报文件 .tianbao.json、报表文档，或者数据文件夹里的 0001.json、draft.json。
第一行是结论，后面按错误、提醒、提示列出每一条：规则代码、涉及的项目和所填的数、应当满足的条件和依据。
与填报页面和服务器用的是同一套检查。

选项：
  --today YYYY-MM-DD  按这一天检查；不写时用文件里记下的日期，再没有就用今天（北京时间）
  --site FILE         网站登记信息，JSON：{"code", "name", "url", "organiser"}，
                      可以有 "icp_number"、"police_number"
  --prior FILE        上年的报表，用于比较
  --no-prior          没有上年的报表
  --form FILE         用这一份表样定义
  --forms DIR         从这个文件夹找表样（<编号>/<版次>.json）；不写时用随程序安装的表样，
                      数据文件夹里的报表总用那里保存的表样
  --why CODE          只列出这一条规则（如 W101）或标准检查（如 required）：成立还是不成立，应当满足什么，
                      代入数字的算式，读到的项目和依据；规则成立的也列出来
  --json              输出 JSON，供其他程序使用
缺少登记信息或者上年报表时，需要它们的规则不作判断，并且列出来。

例：
  tianbao check 洞口县2019.tianbao.json
  tianbao check 洞口县2019.tianbao.json --prior 洞口县2018.tianbao.json --json
  tianbao check 洞口县2019.tianbao.json --why W101

退出码：
  0  可以上报
  1  不能上报：有错误，或者有提醒还没有写说明
  2  文件读不出来，或者命令用法不对
)";

namespace {

constexpr std::array options{Option{"--today"},       Option{"--site"},  Option{"--prior"},
                             Option{"--form"},        Option{"--forms"}, Option{"--no-prior", false},
                             Option{"--json", false}, Option{"--why"}};

}  // namespace

int run_check(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, options, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed.ok()) return fail(console, parsed.error());
  const FormSource source = form_source(parsed.value());
  const auto report = read_report(parsed.value().operands.front(), source);
  if (!report.ok()) return fail(console, report.error());
  const std::string today = store::china_date(store::now());
  const auto context = check_context(parsed.value(), report.value(), source, today);
  if (!context.ok()) return fail(console, context.error());

  const std::string* const code = parsed.value().value("--why");
  if (code != nullptr) {
    if (const auto unknown = refuse_code(report.value().form, *code)) return fail(console, *unknown);
  }

  const check::Outcome outcome = check::check(report.value().form, report.value().document, context.value());
  warn_if_changed(report.value(), console);
  const bool as_json = parsed.value().has("--json");
  if (code != nullptr) {
    const Explained explained = explain(report.value(), context.value(), outcome, *code);
    console.output << (as_json ? to_json(explained, report.value().form)
                               : printable(to_text(explained, report.value().form)));
  } else {
    console.output << (as_json ? to_json(report.value(), context.value(), outcome.findings)
                               : printable(to_text(report.value(), context.value(), outcome.findings)));
  }
  return check::may_submit(outcome.findings) ? exit_clean : exit_findings;
}

}  // namespace tianbao::command
