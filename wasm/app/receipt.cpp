#include "wasm/app/receipt.h"

#include <string>

#include "wasm/app/members.h"

namespace tianbao::app {
namespace {

constexpr std::size_t number_digits = 4;  // as the server names its files

}  // namespace

std::optional<Receipt> read_receipt(const json::Value& answer, const Draft& draft) {
  const json::Value& value = member(answer, "receipt");
  if (value.is_null()) return std::nullopt;
  std::string number = std::to_string(number_member(value, "number"));
  if (number.size() < number_digits) number.insert(0, number_digits - number.size(), '0');
  return Receipt{draft.subject + "-" + draft.period + "-" + number, text_member(value, "digest"),
                 text_member(value, "received_at"), texts_member(answer, "context_differences")};
}

}  // namespace tianbao::app
