#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "server/difference/changes.h"
#include "server/difference/order.h"

namespace tianbao::difference {

namespace {

using form::Form;
using form::Section;

std::string named(const Section& section) {
  return section.label + "［" + section.id + "］";
}

const Section* find_section(const Form& form, const std::string& id) {
  const auto found = std::find_if(form.sections.begin(), form.sections.end(),
                                  [&id](const Section& section) { return section.id == id; });
  return found == form.sections.end() ? nullptr : &*found;
}

std::string place_name(form::SectionPlace place) {
  constexpr std::array<std::string_view, 3> names = {"表头", "表格", "表尾"};
  return std::string(names[static_cast<std::size_t>(place)]);
}

/// The groups that are printed with a label, each with the unit behind it.
std::string groups_of(const Section& section) {
  std::vector<std::string> labels;
  for (const form::Group& group : section.groups) {
    if (!group.label.empty())
      labels.push_back(group.label + (group.unit.empty() ? "" : "（" + group.unit + "）"));
  }
  return joined(labels, "、");
}

/// What a column is beside its name: 固定文字、不打印、宽 3 份.
std::string details_of(const form::Column& column) {
  std::vector<std::string> details;
  if (column.is_fixed) details.emplace_back("固定文字");
  if (!column.is_printed) details.emplace_back("不打印");
  if (column.width != 1) details.push_back("宽 " + std::to_string(column.width) + " 份");
  return details.empty() ? std::string() : "（" + joined(details, "、") + "）";
}

/// The heads of its tables: 第一季度（个）[q1]、…
std::string columns_of(const Section& section) {
  std::vector<std::string> tables;
  for (const form::Group& group : section.groups) {
    std::vector<std::string> columns;
    for (const form::Column& column : group.columns) {
      columns.push_back(column.label + (column.unit.empty() ? "" : "（" + column.unit + "）") + "［" +
                        column.id + "］" + details_of(column));
    }
    std::string table = joined(columns, "、");
    // Where one table has its columns for the whole form, every group has them.
    if (!table.empty() && std::find(tables.begin(), tables.end(), table) == tables.end())
      tables.push_back(table);
  }
  return joined(tables, "；");
}

/// How many rows its tables may have and have to have, where they are repeated.
std::string repeated_rows_of(const Section& section) {
  std::vector<std::string> tables;
  for (const form::Group& group : section.groups) {
    if (group.most_rows == 0) continue;
    tables.push_back(std::to_string(group.least_rows) + " 至 " + std::to_string(group.most_rows) + " 行");
  }
  return joined(tables, "；");
}

/// What stands in its fixed columns, table by table and row by row.
std::vector<std::string> fixed_texts_of(const Section& section) {
  std::vector<std::string> texts;
  for (const form::Group& group : section.groups) {
    for (const form::FixedText& text : group.fixed_texts) texts.push_back(text.text);
  }
  return texts;
}

void compare_fixed_texts(const Section& before, const Section& now, Changes& changes) {
  const std::vector<std::string> former = fixed_texts_of(before);
  const std::vector<std::string> texts = fixed_texts_of(now);
  if (former.size() != texts.size()) {
    return changes.compare("固定文字", std::to_string(former.size()) + " 处",
                           std::to_string(texts.size()) + " 处");
  }
  for (std::size_t place = 0; place < texts.size(); ++place) {
    changes.compare("第 " + std::to_string(place + 1) + " 处固定文字", former[place], texts[place]);
  }
}

std::vector<std::string> changes_of(const Section& before, const Section& now) {
  Changes changes;
  changes.compare("名称", before.label, now.label);
  changes.compare("序号", before.numeral, now.numeral);
  changes.compare("单位", before.unit, now.unit);
  changes.compare("说明", before.help, now.help);
  changes.compare("位置", place_name(before.place), place_name(now.place));
  changes.compare("印出名称", before.prints_label ? "是" : "否", now.prints_label ? "是" : "否");
  changes.compare("各组", groups_of(before), groups_of(now));
  changes.compare("表格的列", columns_of(before), columns_of(now));
  changes.compare("重复的行", repeated_rows_of(before), repeated_rows_of(now));
  compare_fixed_texts(before, now, changes);
  changes.compare("注", before.note, now.note);
  changes.compare("可以答“本节无”", before.allows_none ? "是" : "否", now.allows_none ? "是" : "否");
  return changes.lines();
}

std::string years_of(const Form& form) {
  const std::string first = std::to_string(form.first_period) + " 年";
  return form.last_period ? first + "至 " + std::to_string(*form.last_period) + " 年" : first + "起";
}

std::string table_head_of(const Form& form) {
  if (!form.table_head) return {};
  std::vector<std::string> names;
  for (const std::string* const name :
       {&form.table_head->section, &form.table_head->group, &form.table_head->row}) {
    if (!name->empty()) names.push_back(*name);
  }
  return joined(names, "｜");
}

std::string party_name(form::Party party) {
  return party == form::Party::site ? "网站" : "组织单位";
}

std::string due_of(const Form& form) {
  return form.due_from.empty() ? "" : "次年 " + form.due_from + " 至 " + form.due_until;
}

}  // namespace

std::vector<std::string> differing_heads(const Form& before, const Form& now) {
  Changes changes;
  changes.compare("编号", before.id, now.id);
  changes.compare("版次", before.edition, now.edition);
  changes.compare("表名", before.title, now.title);
  changes.compare("文号", before.authority, now.authority);
  changes.compare("文件", before.authority_title, now.authority_title);
  changes.compare("填报者", party_name(before.reporter), party_name(now.reporter));
  changes.compare("填报对象", party_name(before.subject), party_name(now.subject));
  changes.compare("适用年度", years_of(before), years_of(now));
  changes.compare("填报时间", due_of(before), due_of(now));
  changes.compare("整张表的表头", table_head_of(before), table_head_of(now));
  changes.compare("标明“草稿”", before.draft ? "是" : "否", now.draft ? "是" : "否");
  if (before.notes != now.notes) changes.add("备注有改动");
  return changes.lines();
}

std::vector<std::string> differing_sections(const Form& before, const Form& now) {
  std::vector<std::string> texts;
  std::vector<std::size_t> places;
  std::vector<const Section*> common;
  for (const Section& section : now.sections) {
    const Section* const former = find_section(before, section.id);
    if (former == nullptr) continue;
    common.push_back(&section);
    places.push_back(static_cast<std::size_t>(former - before.sections.data()));
  }
  const std::vector<bool> taken_out = moved(places);
  const Section* last = nullptr;
  for (const Section& section : now.sections) {
    const Section* const behind = std::exchange(last, &section);
    const auto place =
        static_cast<std::size_t>(std::find(common.begin(), common.end(), &section) - common.begin());
    if (place == common.size()) {
      texts.push_back("增加　" + named(section));
      continue;
    }
    std::vector<std::string> lines = changes_of(before.sections[places[place]], section);
    if (taken_out[place]) {
      lines.insert(lines.begin(), behind == nullptr ? "移到最前面" : "移到“" + behind->label + "”之后");
    }
    if (!lines.empty()) texts.push_back(below("更改　" + named(section), lines));
  }
  for (const Section& section : before.sections) {
    if (find_section(now, section.id) == nullptr) texts.push_back("删去　" + named(section));
  }
  return texts;
}

}  // namespace tianbao::difference
