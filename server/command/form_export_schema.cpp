#include "server/command/form_export_schema.h"

#include <array>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/files.h"
#include "server/command/report_file.h"
#include "shared/json/write.h"
#include "shared/schema/schema.h"

namespace tianbao::command {

const std::string_view form_export_schema_help =
    R"(用法：tianbao form export-schema FILE [选项]

把一份表样定义（assets/forms/<编号>/<版次>.json）导出为 JSON Schema（2020-12），供其他程序生成和检查
这张表的报表文档（tianbao-document/1），也就是上报文件中 document 的内容。

JSON Schema 检查结构：有哪些项，必填的是否填了，值的类型、范围、长度、选项，日期、网址、备案号等
整理后的写法。它说不了的（小数位数、适用条件、自动计算、各项之间的规则），写在相应位置的 $comment 里，
前面是检查所报的代码；全面的检查用 tianbao check。

选项：
  --output FILE   写到文件；不写时输出到屏幕

例：
  tianbao form export-schema assets/forms/work-report/2017.json --output work-report-2017.schema.json

退出码：
  0  已输出
  2  文件读不出来、写不进去，定义有错误，或者命令用法不对
)";

namespace {

constexpr std::array options{Option{"--output"}};

}  // namespace

int run_form_export_schema(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, options, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed.ok()) return fail(console, parsed.error());
  const auto form = load_form(parsed.value().operands.front());
  if (!form.ok()) return fail(console, form.error());
  return put_out(json::to_indented(schema::export_schema(form.value())), parsed.value().value("--output"),
                 console);
}

}  // namespace tianbao::command
