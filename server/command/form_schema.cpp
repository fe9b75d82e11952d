#include "server/command/form_schema.h"

#include <array>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/definition_schema.h"
#include "server/command/files.h"

namespace tianbao::command {

const std::string_view form_schema_help =
    R"(用法：tianbao form schema [--output FILE]

输出表样定义格式的 JSON Schema（2020-12）：编辑器有了它，写表样时能补全成员、说明含义、当场标出写错的
地方。它检查写法；表达式、地址、各处是否一致，由 tianbao form lint 检查。

在 VS Code 中使用：把它存为 tianbao-form.schema.json，与各表样的文件夹放在一起，再在那里的
.vscode/settings.json 中写
  "json.schemas": [{ "fileMatch": ["*/*.json", "!.vscode/*"], "url": "./tianbao-form.schema.json" }]
表样文件里不写 "$schema"：它不是表样的内容。

另见 tianbao form export-schema：那是一份表样的报表文档的格式。

选项：
  --output FILE   写到文件；不写时输出到屏幕

例：
  tianbao form schema --output tianbao-form.schema.json

退出码：
  0  已输出
  2  写不进去，或者命令用法不对
)";

namespace {

constexpr std::array options{Option{"--output"}};

}  // namespace

int run_form_schema(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, options, {.name = ""});
  if (!parsed.ok()) return fail(console, parsed.error());
  return put_out(definition_schema(), parsed.value().value("--output"), console);
}

}  // namespace tianbao::command
