#include "wasm/screen/comparison.h"

#include <optional>
#include <string_view>
#include <variant>

#include "shared/number/change.h"
#include "shared/text/utf8.h"

namespace tianbao::screen {
namespace {

constexpr std::size_t most_characters = 60;

/// Digits in threes, as figures are read: 1547391 → 1,547,391.
std::string grouped(std::string digits) {
  const std::size_t first = digits.find_first_of("0123456789");
  const std::size_t point = digits.find('.');
  std::size_t place = point == std::string::npos ? digits.size() : point;
  while (place > first + 3) {
    place -= 3;
    digits.insert(place, 1, ',');
  }
  return digits;
}

const number::Decimal* number_in(const document::Cell& cell) {
  return cell.state == document::CellState::value ? std::get_if<number::Decimal>(&cell.value) : nullptr;
}

/// "（+3.2%）", "（−15%）", "（持平）". What is over a hundred times as much is no longer told in per cent.
std::string change_text(const number::Decimal& before, const number::Decimal& now) {
  const std::optional<number::Decimal> percent = number::percent_change(before, now);
  if (!percent) return {};
  if (now == before) return "（持平）";
  if (*percent > number::Decimal::from_integer(9'900)) return "（超过 100 倍）";
  const bool is_less = now < before;
  if (percent->is_zero()) return is_less ? "（略减）" : "（略增）";
  const number::Decimal size = is_less ? percent->negated() : *percent;
  return (is_less ? "（−" : "（+") + grouped(size.to_string()) + "%）";
}

}  // namespace

std::string prior_name(const document::Document& document) {
  const auto year = number::Decimal::parse(document.period);
  const auto before = number::Decimal::parse(document.context.prior.period);
  const bool is_last = year && before && add(*before, number::Decimal::from_integer(1)) == year;
  return is_last ? "上年" : document.context.prior.period + "年度";
}

std::string comparison(const form::Form& form, const document::Document& document, std::size_t field) {
  const document::Context& context = document.context;
  if (context.prior_known != document::PriorKnown::present || field >= context.prior.cells.size()) return {};
  const document::Cell& before = context.prior.cells[field];
  const document::Cell& now = document.cells[field];
  const std::string heading = prior_name(document) + " ";
  if (const number::Decimal* const figure = number_in(before)) {
    const number::Decimal* const present = number_in(now);
    return heading + grouped(figure->to_string()) +
           (present != nullptr ? change_text(*figure, *present) : "");
  }
  if (form.fields[field].type == form::FieldType::date) return {};
  const std::string text = document::display(form.fields[field], before);
  if (text.empty() || text == document::display(form.fields[field], now)) return {};
  return heading + text::shortened(text, most_characters);
}

}  // namespace tianbao::screen
