#include "server/command/form_lint.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/files.h"
#include "server/store/lint_text.h"
#include "shared/form/load.h"

namespace tianbao::command {

const std::string_view form_lint_help =
    R"(用法：tianbao form lint FILE

检查一份表样定义（assets/forms/<编号>/<版次>.json），逐条指出错误的位置（JSON Pointer）、
读到的内容和应有的内容。

例：
  tianbao form lint assets/forms/work-report/2017.json

退出码：
  0  没有发现问题
  1  有错误
  2  文件读不出来，或者命令用法不对
)";

namespace {

std::string count_items(const form::Form& form) {
  std::size_t in_header = 0;
  for (const form::Field& field : form.fields) {
    if (form.sections[field.section].place == form::SectionPlace::header) ++in_header;
  }
  std::string text = std::to_string(form.fields.size() - in_header) + " 项";
  if (in_header > 0) text += "（另有表头 " + std::to_string(in_header) + " 项）";
  return text + "，" + std::to_string(form.rules.size()) + " 条规则";
}

}  // namespace

int run_form_lint(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, {}, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed.ok()) return fail(console, parsed.error());
  const std::string& path = parsed.value().operands.front();
  const Result<std::string, Complaint> text = read_file(path);
  if (!text.ok()) return fail(console, text.error());
  const auto form = form::load(text.value());
  if (!form.ok()) {
    console.output << printable(store::lint_text(path, form.error())) << "\n";
    return exit_findings;
  }
  console.output << "没有发现问题：" << form.value().title << "（" << form.value().id << " "
                 << form.value().edition << "），" << count_items(form.value()) << "。\n";
  if (form.value().draft) console.output << "其中有草稿内容，填报和打印时会标明“草稿”。\n";
  return exit_clean;
}

}  // namespace tianbao::command
