#include "server/command/tell_forms.h"

#include <ostream>
#include <string_view>

#include "server/command/complaint.h"

namespace tianbao::command {

namespace {

/// 《乡镇网站自查表》（town-check 2024）：data/forms/town-check/2024.json
std::string line_of(const store::OfferedForm& offered) {
  const form::Form& form = offered.stored->form;
  return printable("《" + form.title + "》（" + form.id + " " + form.edition + "）：" + offered.path);
}

void tell_list(std::string_view word, const std::vector<store::OfferedForm>& forms, const Console& console) {
  for (const store::OfferedForm& offered : forms) {
    console.output << "  " << word << line_of(offered) << "\n";
  }
}

}  // namespace

void tell_own_forms(const store::FormSet& forms, const Console& console) {
  std::vector<store::OfferedForm> own;
  for (const store::OfferedForm& offered : forms.offered()) {
    if (offered.origin == store::FormOrigin::own) own.push_back(offered);
  }
  if (own.empty()) return;
  console.output << "自定义表样 " << own.size() << " 份：\n";
  tell_list("", own, console);
}

void tell_changes(const store::FormChanges& changes, const Console& console) {
  tell_problems(changes.problems, console);
  const bool is_same = changes.added.empty() && changes.changed.empty() && changes.gone.empty();
  console.output << "已重新读取表样" << (is_same ? "，提供的表样没有变化。\n" : "：\n");
  tell_list("新增", changes.added, console);
  tell_list("更改", changes.changed, console);
  tell_list("撤下", changes.gone, console);
  console.output.flush();
}

void tell_problems(const std::vector<std::string>& problems, const Console& console) {
  for (const std::string& problem : problems) console.error << printable(problem) << "\n";
  console.error.flush();
}

}  // namespace tianbao::command
