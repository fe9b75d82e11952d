#include "shared/check/cause.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "shared/check/wording.h"

namespace tianbao::check {
namespace {

using expression::ErrorCode;

/// The cells that could not be read and the facts that the context lacks.
std::vector<std::string> named_causes(const Bound& bound, std::span<const std::size_t> slots) {
  const form::Slots names{bound.form.fields.size()};
  std::vector<std::string> causes;
  const auto add = [&](std::string cause) {
    if (std::find(causes.begin(), causes.end(), cause) == causes.end()) causes.push_back(std::move(cause));
  };
  for (const std::size_t slot : slots) {
    const expression::Error* const error = bound.slots[slot].value.error();
    if (!error) continue;
    const bool is_prior = slot >= names.field_count && slot < names.site_code();
    const bool is_region = slot >= names.regions();
    if (error->code == ErrorCode::unread) {
      // The cell itself is among those that were read.
      if (is_region) continue;
      const std::size_t field = is_prior ? slot - names.field_count : slot;
      add(std::string(is_prior ? "上年的" : "") + bound.form.fields[field].name + "读到" +
          quoted(slot_text(bound, slot)) + "，" + std::string(reading_fault(bound.form.fields[field].type)));
    } else if (error->code == ErrorCode::unknown) {
      add(is_prior                ? "没有上年的报表可比"
          : is_region             ? "没有取到行政区划代码表"
          : slot == names.today() ? "不知道当天的日期"
                                  : "没有网站的登记信息");
    }
  }
  return causes;
}

struct CauseWords {
  std::string_view code;
  std::string_view text;
};

CauseWords words_of(ErrorCode error) {
  switch (error) {
    case ErrorCode::unread:
      return {"unread", "有的项没有读入"};
    case ErrorCode::unknown:
      return {"unknown", "缺少所需的信息"};
    case ErrorCode::overflow:
      return {"overflow", "算式中的数字过大"};
    case ErrorCode::divide_by_zero:
      return {"divide_by_zero", "除数为 0"};
    case ErrorCode::invalid_argument:
      return {"invalid_argument", "有的值超出了计算的范围"};
    case ErrorCode::too_costly:
      return {"too_costly", "计算量过大"};
    case ErrorCode::no_such_key:
    case ErrorCode::no_such_overload:
      break;
  }
  return {"no_such_overload", "值的类型与所问的不符"};
}

}  // namespace

Cause cause_of(const Bound& bound, ErrorCode error, std::span<const std::size_t> slots) {
  const CauseWords words = words_of(error);
  Cause cause{words.code, {}};
  if (error == ErrorCode::unread || error == ErrorCode::unknown) {
    for (const std::string& each : named_causes(bound, slots)) {
      cause.text += (cause.text.empty() ? "" : "；") + each;
    }
  }
  if (cause.text.empty()) cause.text = words.text;
  return cause;
}

bool is_found_elsewhere(const Bound& bound, ErrorCode error, std::span<const std::size_t> slots) {
  if (error == ErrorCode::no_such_key) return true;
  if (error != ErrorCode::unread) return false;
  return std::any_of(slots.begin(), slots.end(), [&bound](std::size_t slot) {
    const expression::Error* const own = bound.slots[slot].value.error();
    return slot < bound.form.fields.size() && own && own->code == ErrorCode::unread;
  });
}

}  // namespace tianbao::check
