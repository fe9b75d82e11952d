#include "server/command/render.h"

#include <array>
#include <string>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/files.h"
#include "server/command/report_file.h"
#include "shared/layout/grid.h"

namespace tianbao::command {

const std::string_view render_help =
    R"(用法：tianbao render FILE [选项]

把一份报表排成正式表样的网页，用于打印（A4）和公开：上报文件 .tianbao.json、报表文档，或者数据文件夹里的
0001.json、draft.json。网页自成一体，不引用其他文件。

选项：
  --output FILE   写到文件；不写时输出到屏幕
  --no-annex      不附“有关情况说明”（为提醒所写的说明）
  --form FILE     用这一份表样定义
  --forms DIR     从这个文件夹找表样（<编号>/<版次>.json）；不写时用随程序安装的表样，
                  数据文件夹里的报表总用那里保存的表样

例：
  tianbao render 洞口县2019.tianbao.json --output 洞口县2019.html

退出码：
  0  已输出
  2  文件读不出来、写不进去，或者命令用法不对
)";

namespace {

constexpr std::array options{Option{"--output"}, Option{"--no-annex", false}, Option{"--form"},
                             Option{"--forms"}};

}  // namespace

int run_render(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, options, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed.ok()) return fail(console, parsed.error());
  const auto report = read_report(parsed.value().operands.front(), form_source(parsed.value()));
  if (!report.ok()) return fail(console, report.error());
  warn_if_changed(report.value(), console);
  const layout::Annex annex = parsed.value().has("--no-annex") ? layout::Annex::without : layout::Annex::with;
  const std::string page =
      layout::to_html_page(layout::lay_out_for_paper(report.value().form, report.value().document, annex));
  return put_out(page, parsed.value().value("--output"), console);
}

}  // namespace tianbao::command
