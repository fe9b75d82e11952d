#include "server/command/form_diff.h"

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

#include "server/command/arguments.h"
#include "server/command/complaint.h"
#include "server/command/report_file.h"
#include "server/difference/difference.h"

namespace tianbao::command {

const std::string_view form_diff_help =
    R"(用法：tianbao form diff OLD NEW

比较同一种报表的两版定义，按表的顺序说出增加、删去和更改了哪些部分、项目（按地址）和规则（按代码），
以及上年的值有哪些不能带入新版。各项的名称改了，条件和规则的写法没有变的，不算更改。

例：
  tianbao form diff work-report/2017.json work-report/2024.json

退出码：
  0  内容相同（排版可以不同）
  1  有不同
  2  文件读不出来，定义有错误，或者命令用法不对
)";

namespace {

void tell(std::string_view heading, const std::vector<std::string>& texts, const Console& console) {
  if (texts.empty()) return;
  console.output << "\n" << heading << "（" << texts.size() << "）\n";
  for (const std::string& text : texts) {
    std::string indented = "  " + printable(text);
    for (std::size_t end = indented.find('\n'); end != std::string::npos;
         end = indented.find('\n', end + 1)) {
      indented.insert(end + 1, "  ");
    }
    console.output << indented << "\n";
  }
}

std::string named(const form::Form& form) {
  return "《" + form.title + "》（" + form.id + " " + form.edition + "）";
}

}  // namespace

int run_form_diff(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, {}, {.name = "OLD NEW", .least = 2, .most = 2});
  if (!parsed.ok()) return fail(console, parsed.error());
  const auto before = load_form(parsed.value().operands[0]);
  if (!before.ok()) return fail(console, before.error());
  const auto now = load_form(parsed.value().operands[1]);
  if (!now.ok()) return fail(console, now.error());
  if (before.value().digest == now.value().digest) {
    console.output << "两份定义的内容相同：" << named(now.value()) << "。\n";
    return exit_clean;
  }
  const difference::Differences found = difference::differences(before.value(), now.value());
  console.output << named(before.value()) << " → " << named(now.value()) << "\n";
  if (before.value().id != now.value().id) {
    console.output << "注意：编号不同，是两种报表，上年的值不会从前一种带入后一种。\n";
  }
  tell("表", found.heads, console);
  tell("部分", found.sections, console);
  tell("项目", found.fields, console);
  tell("规则", found.rules, console);
  tell("上年的值不能照原样带入的", found.carried, console);
  if (found.empty()) console.output << "\n只是写法不同，填报、检查和打印没有变化。\n";
  return exit_findings;
}

}  // namespace tianbao::command
