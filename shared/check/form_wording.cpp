#include "shared/check/form_wording.h"

#include <array>

namespace tianbao::check {
namespace {

/// By form::context_names.
constexpr std::array<std::string_view, form::context_names.size()> context_labels = {
    "登记的标识码",    "登记的网站名称",       "登记的网址", "登记的主办单位",
    "登记的ICP备案号", "登记的公安机关备案号", "当天日期",   "年度"};

}  // namespace

std::string FormWording::name(std::size_t slot) const {
  if (slot >= slots_.regions()) {
    return form_.fields[form_.region_fields[slot - slots_.regions()]].name + "所属行政区划";
  }
  if (slot >= slots_.site_code()) return std::string(context_labels[slot - slots_.site_code()]);
  return (slot < slots_.field_count ? "" : "上年") + field(slot).name;
}

std::string FormWording::option(std::size_t slot, std::string_view id) const {
  if (slot >= slots_.site_code()) return {};
  for (const form::Choice& choice : field(slot).choices) {
    if (choice.id == id) return choice.label;
  }
  return {};
}

std::string FormWording::value(std::size_t /*slot*/) const {
  return {};
}

std::string formula_of_names(const form::Form& form, const expression::Program& program) {
  return expression::formula_of_names(program, FormWording(form));
}

}  // namespace tianbao::check
