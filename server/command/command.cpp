#include "server/command/command.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <exception>
#include <ostream>
#include <vector>

#include "server/command/check.h"
#include "server/command/complaint.h"
#include "server/command/form_diff.h"
#include "server/command/form_export_schema.h"
#include "server/command/form_lint.h"
#include "server/command/form_new.h"
#include "server/command/form_preview.h"
#include "server/command/form_rules.h"
#include "server/command/form_schema.h"
#include "server/command/render.h"
#include "server/command/serve.h"
#include "server/command/site.h"
#include "shared/text/nearest.h"

namespace tianbao::command {

namespace {

/// How many of the arguments name the command; 0 when they name another one.
std::size_t words_matched(std::string_view name, const Arguments& arguments) {
  std::size_t words = 0;
  while (true) {
    const std::size_t end = name.find(' ');
    if (words == arguments.size() || arguments[words] != name.substr(0, end)) return 0;
    ++words;
    if (end == std::string_view::npos) return words;
    name.remove_prefix(end + 1);
  }
}

bool asks_for_help(const Arguments& arguments) {
  const auto end = std::find(arguments.begin(), arguments.end(), "--");
  return std::any_of(arguments.begin(), end,
                     [](const std::string& argument) { return argument == "--help" || argument == "-h"; });
}

void print_overview(std::ostream& stream) {
  constexpr std::size_t name_width = 20;
  stream << "填报（tianbao）：接收、检查和保存政府网站年度报表。\n\n用法：tianbao 命令 [参数]\n\n命令：\n";
  for (const Command& command : commands()) {
    stream << "  " << command.name << std::string(name_width - command.name.size(), ' ') << command.summary
           << "\n";
  }
  stream << R"(
tianbao 命令 --help 说明一个命令的选项，并举例；tianbao --version 显示版本。

例：
  tianbao check 洞口县2019.tianbao.json
  tianbao render 洞口县2019.tianbao.json --output 洞口县2019.html

退出码：0 成功；1 检查没有通过，或者有不同；2 文件读不出来，或者命令用法不对。
)";
}

/// The commands whose first word was typed, and then nothing or something else: form lnit.
std::vector<std::string_view> begun_commands(const std::string& first_word) {
  std::vector<std::string_view> names;
  for (const Command& command : commands()) {
    if (command.name.substr(0, command.name.find(' ')) == first_word) names.push_back(command.name);
  }
  return names;
}

int unknown_command(const Arguments& arguments, const Console& console) {
  std::string typed = arguments[0];
  std::vector<std::string_view> meant = begun_commands(arguments[0]);
  if (!meant.empty() && arguments.size() > 1) typed += " " + arguments[1];
  text::Nearest nearest(typed);
  for (const Command& command : commands()) nearest.offer(command.name);
  if (!nearest.name().empty()) meant = {nearest.name()};
  console.error << printable("没有命令“" + typed + "”");
  if (!meant.empty()) console.error << "，是否想写";
  for (std::size_t i = 0; i < meant.size(); ++i) {
    console.error << (i == 0 ? "“" : i + 1 < meant.size() ? "、“" : "或“") << meant[i] << "”";
  }
  console.error << (meant.empty() ? "" : "？") << "\ntianbao --help 列出所有命令。\n";
  return exit_unreadable;
}

}  // namespace

std::span<const Command> commands() {
  static const std::array table{
      Command{"check", "检查一份报表，说出能不能上报", check_help, run_check},
      Command{"render", "把一份报表排成正式表样的网页，用于打印和公开", render_help, run_render},
      Command{"serve", "接收报表：提供填报页面，检查并保存", serve_help, run_serve},
      Command{"site add", "在登记册中增加一个网站，发给校验码", site_add_help, run_site_add},
      Command{"site set", "更改一个网站的登记信息", site_set_help, run_site_set},
      Command{"site reset-code", "为一个网站换发校验码", site_reset_code_help, run_site_reset_code},
      Command{"site list", "列出登记册中的网站", site_list_help, run_site_list},
      Command{"form new", "新建一份表样定义，作为编写的起点", form_new_help, run_form_new},
      Command{"form lint", "检查一份表样定义，指出每一处错误", form_lint_help, run_form_lint},
      Command{"form preview", "在浏览器里预览一份表样定义，改动后自动刷新", form_preview_help,
              run_form_preview},
      Command{"form rules", "用文字列出一份表样定义的全部要求", form_rules_help, run_form_rules},
      Command{"form diff", "比较两版表样定义，说出增加、删去和更改了什么", form_diff_help, run_form_diff},
      Command{"form schema", "导出表样定义格式的 JSON Schema，供编辑器补全", form_schema_help,
              run_form_schema},
      Command{"form export-schema", "把一份表样的报表格式导出为 JSON Schema，供其他程序用",
              form_export_schema_help, run_form_export_schema},
  };
  return table;
}

int run(const Arguments& arguments, const Console& console) {
  if (arguments.empty()) {
    print_overview(console.error);
    return exit_unreadable;
  }
  if (arguments[0] == "--version") {
    console.output << "tianbao " << TIANBAO_VERSION << "\n";
    return exit_clean;
  }
  for (const Command& command : commands()) {
    const std::size_t words = words_matched(command.name, arguments);
    if (words == 0) continue;
    const Arguments rest(arguments.begin() + static_cast<std::ptrdiff_t>(words), arguments.end());
    if (asks_for_help(rest)) {
      console.output << command.help;
      return exit_clean;
    }
    try {
      return command.run(rest, console);
    } catch (const std::exception& exception) {
      console.error << "程序出错：" << exception.what() << "\n";
      return exit_unreadable;
    }
  }
  if (asks_for_help(arguments)) {
    print_overview(console.output);
    return exit_clean;
  }
  return unknown_command(arguments, console);
}

}  // namespace tianbao::command
