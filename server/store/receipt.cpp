#include "server/store/receipt.h"

#include <utility>

namespace tianbao::store {

json::Value to_json(const Receipt& receipt) {
  json::Object object;
  object.push_back({"number", json::Value(number::Decimal::from_integer(receipt.number))});
  object.push_back({"digest", json::Value(receipt.digest)});
  object.push_back({"parent", json::Value(receipt.parent)});
  object.push_back({"received_at", json::Value(receipt.received_at)});
  object.push_back({"author", json::Value(receipt.author)});
  object.push_back({"way", json::Value(receipt.way)});
  return json::Value(std::move(object));
}

std::optional<Receipt> read_receipt(const json::Value& value) {
  Receipt receipt;
  const json::Value* const number = value.find("number");
  if (number == nullptr || number->as_number() == nullptr) return std::nullopt;
  const auto integer = number->as_number()->to_integer();
  if (!integer.has_value() || *integer < 1) return std::nullopt;
  receipt.number = static_cast<int>(*integer);
  const std::pair<const char*, std::string*> texts[] = {{"digest", &receipt.digest},
                                                        {"parent", &receipt.parent},
                                                        {"received_at", &receipt.received_at},
                                                        {"author", &receipt.author},
                                                        {"way", &receipt.way}};
  for (const auto& [key, target] : texts) {
    const json::Value* const member = value.find(key);
    if (member == nullptr || member->as_string() == nullptr) return std::nullopt;
    *target = *member->as_string();
  }
  return receipt;
}

}  // namespace tianbao::store
