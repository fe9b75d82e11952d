#pragma once

#include <optional>
#include <string>

#include "shared/json/value.h"

namespace tianbao::store {

/// What a reporting unit gets for a submission, and what is stored beside it.
struct Receipt {
  int number = 0;           // 1 for a report's first submission
  std::string digest;       // of the document that was submitted
  std::string parent;       // digest of the submission before it, "" for the first: the chain of revisions
  std::string received_at;  // RFC 3339, +08:00
  std::string author;       // 标识码 that was signed in
  std::string way;          // "web"

  friend bool operator==(const Receipt&, const Receipt&) = default;
};

json::Value to_json(const Receipt& receipt);

/// nullopt when the value is not a receipt.
std::optional<Receipt> read_receipt(const json::Value& value);

}  // namespace tianbao::store
