#include "tests/schema/spoil.h"

#include <string>

#include "shared/document/document.h"

namespace tianbao::testing {
namespace {

class Spoiler {
 public:
  explicit Spoiler(json::Value& document) : document_(document) {}

  void spoil(json::Value& place) {
    exchange(place);
    if (auto* const members = std::get_if<json::Object>(&place.content)) {
      const json::Object all = *members;
      for (std::size_t i = 0; i < all.size(); ++i) {
        members->erase(members->begin() + static_cast<std::ptrdiff_t>(i));
        documents_.push_back(document_);
        *members = all;
        spoil((*members)[i].value);
      }
      members->push_back({"no_such_member", "x"});
      documents_.push_back(document_);
      *members = all;
    } else if (auto* const items = std::get_if<json::Array>(&place.content)) {
      for (json::Value& item : *items) {
        if (item.as_object() != nullptr) spoil(item);
      }
    }
  }

  std::vector<json::Value> take() && { return std::move(documents_); }

 private:
  void exchange(json::Value& place) {
    const json::Value original = place;
    std::vector<json::Value> others = {nullptr, true,          number::Decimal::from_integer(2019),
                                       "",      json::Array{}, json::Object{}};
    if (original.as_string() != nullptr) {
      for (const std::size_t limit : {document::max_code_bytes, document::max_cell_bytes}) {
        others.emplace_back(std::string(limit, 'E'));
        others.emplace_back(std::string(limit + 1, 'E'));
      }
    }
    for (json::Value& other : others) {
      place = std::move(other);
      documents_.push_back(document_);
    }
    place = original;
  }

  json::Value& document_;
  std::vector<json::Value> documents_;
};

}  // namespace

std::vector<json::Value> spoiled(const json::Value& document) {
  json::Value copy = document;
  Spoiler spoiler(copy);
  spoiler.spoil(copy);
  return std::move(spoiler).take();
}

}  // namespace tianbao::testing
