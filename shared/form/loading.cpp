#include "shared/form/loading.h"

#include <algorithm>
#include <array>

namespace tianbao::form {
namespace {

// In the order of Provenance.
constexpr std::array<std::string_view, 3> provenance_words = {"official", "deduced", "draft"};

// github.com/cel-expr/cel-spec, doc/langdef.md, section Syntax: words that are no identifiers.
constexpr std::array<std::string_view, 20> reserved_words = {
    "as", "break", "const", "continue", "else",      "false",   "for",    "function", "if",  "import",
    "in", "let",   "loop",  "null",     "namespace", "package", "return", "true",     "var", "void"};

bool is_lower_snake(std::string_view id) {
  if (id.front() < 'a' || id.front() > 'z') return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

bool AddressIndex::insert_last(const std::vector<Field>& fields) {
  const std::string& address = fields.back().address;
  const auto place = std::lower_bound(
      by_address_.begin(), by_address_.end(), address,
      [&fields](std::size_t index, const std::string& wanted) { return fields[index].address < wanted; });
  if (place != by_address_.end() && fields[*place].address == address) return false;
  by_address_.insert(place, fields.size() - 1);
  return true;
}

std::optional<std::size_t> AddressIndex::find(const std::vector<Field>& fields,
                                              std::string_view address) const {
  const auto place = std::lower_bound(
      by_address_.begin(), by_address_.end(), address,
      [&fields](std::size_t index, std::string_view wanted) { return fields[index].address < wanted; });
  if (place == by_address_.end() || fields[*place].address != address) return std::nullopt;
  return *place;
}

std::optional<Provenance> read_provenance(ObjectReader& reader) {
  const std::size_t word =
      reader.word("provenance", provenance_words, Presence::optional, provenance_words.size());
  if (word == provenance_words.size()) return std::nullopt;
  return static_cast<Provenance>(word);
}

std::string read_id(ObjectReader& reader, Mistakes& mistakes) {
  std::string id = reader.text("id", {.presence = Presence::required, .max_characters = max_id_bytes});
  if (id.empty()) return id;
  if (!is_lower_snake(id)) {
    mistakes.add(reader.pointer_to("id"), "bad_id", id, "小写英文字母开头，只有小写字母、数字和下划线");
  } else if (std::find(reserved_words.begin(), reserved_words.end(), id) != reserved_words.end()) {
    mistakes.add(reader.pointer_to("id"), "reserved_id", id, "不是表达式语言的保留字");
  }
  return id;
}

}  // namespace tianbao::form
