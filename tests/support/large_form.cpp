#include "tests/support/large_form.h"

#include <string>
#include <string_view>

#include "shared/check/check.h"
#include "tests/support/reports.h"

namespace tianbao::testing {
namespace {

constexpr std::size_t question_count = 500;
constexpr std::size_t section_count = 5;
constexpr std::size_t rows_per_section = 100;
constexpr std::size_t figure_count = 18;  // of a row, before its total and its share

std::string question(std::size_t index) {
  const std::string id = "q" + std::to_string(index);
  const std::string head = R"({"id":")" + id + R"(","label":"问题)" + std::to_string(index) + R"(","type":")";
  const std::string gate = "q.q" + std::to_string(index - index % 5);
  const std::string relevant = R"(,"required":true,"relevant":")" + gate + R"("})";
  switch (index % 5) {
    case 0:
      return head + R"(yes_no","required":true})";
    case 1:
      return head + R"(whole_number","minimum":0)" + relevant;
    case 2:
      return head + R"(text","allows_none":true)" + relevant;
    case 3:
      return head + R"(one_choice","choices":[{"id":"a","label":"甲"},{"id":"b","label":"乙"}])" + relevant;
    default:
      return head + "date\"" + relevant;
  }
}

std::string cell_address(std::size_t section, std::size_t row, std::size_t column) {
  return "t" + std::to_string(section) + ".r" + std::to_string(row) + "_c" + std::to_string(column);
}

std::string sum_of_figures(std::size_t section, std::size_t row) {
  std::string sum = cell_address(section, row, 0);
  for (std::size_t column = 1; column < figure_count; ++column) {
    sum += " + " + cell_address(section, row, column);
  }
  return sum;
}

std::string row_group(std::size_t section, std::size_t row) {
  std::string group = R"({"label":"第)" + std::to_string(row) + R"(行","fields":[)";
  for (std::size_t column = 0; column <= figure_count + 1; ++column) {
    const std::string id = cell_address(section, row, column).substr(3);
    group += (column == 0 ? "" : ",") + (R"({"id":")" + id) + R"(","label":"列)" + std::to_string(column);
    if (column <= figure_count) {
      group += R"(","type":"whole_number","minimum":0,"required":true})";
    } else {
      group += R"(","type":"decimal","unit":"%","computed":")" + cell_address(section, row, 0) + " * 100 / " +
               cell_address(section, row, figure_count) + "\"}";
    }
  }
  return group + "]}";
}

std::string row_rule(std::size_t section, std::size_t row) {
  const std::string number = std::to_string(100 + section * rows_per_section + row);
  const std::string total = cell_address(section, row, figure_count);
  std::string rule = R"({"code":"W)" + number +
                     R"(","severity":"warning","explain":"required","basis":"试","rule":")" +
                     sum_of_figures(section, row) + " == " + total + R"(","message":"合计 {)" + total +
                     "} 与各列之和 {" + sum_of_figures(section, row) + R"(} 不等","fields":[)";
  for (std::size_t column = 0; column <= figure_count; ++column) {
    rule += (column == 0 ? "\"" : ",\"") + cell_address(section, row, column) + "\"";
  }
  return rule + "]}";
}

std::string large_form_text() {
  std::string questions;
  for (std::size_t index = 0; index < question_count; ++index) {
    questions += (index == 0 ? "" : ",") + question(index);
  }
  std::string sections = R"({"id":"q","label":"问题","groups":[{"fields":[)" + questions + "]}]}";
  std::string rules;
  for (std::size_t section = 0; section < section_count; ++section) {
    std::string groups;
    for (std::size_t row = 0; row < rows_per_section; ++row) {
      groups += (row == 0 ? "" : ",") + row_group(section, row);
      rules += (rules.empty() ? "" : ",") + row_rule(section, row);
    }
    const std::string number = std::to_string(section);
    sections.append(R"(,{"id":"t)" + number).append(R"(","label":"表)" + number);
    sections.append(R"(","groups":[)").append(groups).append("]}");
  }
  return R"({"format":"tianbao-form/1","id":"large","edition":"1","title":"大表","periods":{"first":2017},)"
         R"("provenance":"draft","sections":[)" +
         sections + R"(],"rules":[)" + rules + "]}";
}

std::string_view answer_to(const form::Field& field) {
  switch (field.type) {
    case form::FieldType::yes_no:
      return "是";
    case form::FieldType::one_choice:
      return "甲";
    case form::FieldType::date:
      return "2020-01-15";
    case form::FieldType::text:
      return "已按要求完成";
    default:
      return "12";
  }
}

}  // namespace

const form::Form& large_form() {
  static const form::Form form = load_form(large_form_text());
  return form;
}

document::Document blank_large_report() {
  return document::make_blank(large_form(), "2019", "4305250009");
}

document::Document filled_large_report() {
  const form::Form& form = large_form();
  document::Document document = blank_large_report();
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    document.cells[index] = document::read_cell(form.fields[index], answer_to(form.fields[index]));
  }
  const std::string right_total = std::to_string(12 * figure_count);
  for (std::size_t row = 0; row < section_count * rows_per_section; ++row) {
    const std::string address = cell_address(row / rows_per_section, row % rows_per_section, figure_count);
    type_into(form, document, address, row % 20 == 19 ? "1000" : right_total);
  }
  check::recompute(form, document, document.context);
  return document;
}

}  // namespace tianbao::testing
