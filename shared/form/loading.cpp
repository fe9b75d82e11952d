#include "shared/form/loading.h"

#include <algorithm>
#include <array>

#include "shared/expression/lexer.h"

namespace tianbao::form {
namespace {

// In the order of Provenance.
constexpr std::array<std::string_view, 3> provenance_words = {"official", "deduced", "draft"};

bool is_lower_snake(std::string_view id) {
  if (id.front() < 'a' || id.front() > 'z') return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

std::optional<Provenance> read_provenance(ObjectReader& reader) {
  const std::size_t word =
      reader.word("provenance", provenance_words, Presence::optional, provenance_words.size());
  if (word == provenance_words.size()) return std::nullopt;
  return static_cast<Provenance>(word);
}

std::string read_id(ObjectReader& reader) {
  std::string id = reader.text("id", {.presence = Presence::required, .max_characters = max_id_bytes});
  if (id.empty()) return id;
  if (!is_lower_snake(id)) {
    reader.add("id", DefinitionErrorCode::bad_id, id, Expected::lower_snake_name);
  } else if (expression::is_language_word(id)) {
    reader.add("id", DefinitionErrorCode::reserved_id, id, Expected::no_language_word);
  }
  return id;
}

}  // namespace tianbao::form
