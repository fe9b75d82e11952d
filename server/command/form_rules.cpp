#include "server/command/form_rules.h"

#include <array>
#include <cstddef>
#include <ostream>
#include <string>

#include "server/command/arguments.h"
#include "server/command/check_report.h"
#include "server/command/complaint.h"
#include "server/command/report_file.h"
#include "shared/check/sentence.h"

namespace tianbao::command {

const std::string_view form_rules_help =
    R"(用法：tianbao form rules FILE

用文字列出一份表样定义（assets/forms/<编号>/<版次>.json）的全部要求，供制表和审表的人核对：每一项
怎样填写，各项之间有哪些规则。每条前面是检查所报的代码和级别，规则后面是依据。

例：
  tianbao form rules assets/forms/work-report/2017.json

退出码：
  0  已列出
  2  文件读不出来，定义有错误，或者命令用法不对
)";

namespace {

// In the orders of form::Severity, form::Explain and form::Provenance.
constexpr std::array<std::string_view, 3> severity_words = {"错误", "提醒", "提示"};
constexpr std::array<std::string_view, 3> explain_words = {"", "，可以写说明", "，必须写说明"};
constexpr std::array<std::string_view, 3> provenance_words = {"", "（推定）", "（草稿）"};

template <typename Word>
std::string word(const std::array<std::string_view, 3>& words, Word which) {
  return std::string(words[static_cast<std::size_t>(which)]);
}

std::string field_text(const form::Form& form, std::size_t index) {
  const form::Field& field = form.fields[index];
  std::string text = field.name + "　［" + field.address + "］\n";
  for (const check::FieldSentence& each : check::sentences(form, index)) {
    text += "  " + word(severity_words, each.severity) + " " + std::string(each.code) + "：" +
            on_one_line(each.text) + "\n";
  }
  return field.help.empty() ? text : text + "  填写说明：" + on_one_line(field.help) + "\n";
}

std::string rule_text(const form::Form& form, const form::Rule& rule) {
  std::string text =
      rule.code + "　" + word(severity_words, rule.severity) + word(explain_words, rule.explain) + "\n";
  text += "  应当：" + on_one_line(check::sentence(form, rule)) + "\n";
  return text + "  依据" + word(provenance_words, rule.provenance) + "：" + on_one_line(rule.basis) + "\n";
}

}  // namespace

int run_form_rules(const Arguments& arguments, const Console& console) {
  const auto parsed = parse_arguments(arguments, {}, {.name = "FILE", .least = 1, .most = 1});
  if (!parsed.ok()) return fail(console, parsed.error());
  const auto loaded = load_form(parsed.value().operands.front());
  if (!loaded.ok()) return fail(console, loaded.error());
  const form::Form& form = loaded.value();
  console.output << form.title << "（" << form.id << " " << form.edition << "）\n\n各项（"
                 << form.fields.size() << "）\n\n";
  for (std::size_t index = 0; index < form.fields.size(); ++index) console.output << field_text(form, index);
  console.output << "\n规则（" << form.rules.size() << "）\n\n";
  for (const form::Rule& rule : form.rules) console.output << rule_text(form, rule);
  return exit_clean;
}

}  // namespace tianbao::command
