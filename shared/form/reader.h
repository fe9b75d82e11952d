#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/load.h"
#include "shared/json/value.h"
#include "shared/number/decimal.h"

namespace tianbao::form {

/// Collects the mistakes of one definition, at most max_mistakes of them: the last one then says that there
/// are more.
class Mistakes {
 public:
  /// The new mistake, for the facts that not every one has; beyond the limit one that nobody reads.
  DefinitionError& add(std::string_view pointer, DefinitionErrorCode code, std::string_view found,
                       Expected expected);
  bool empty() const { return errors_.empty(); }
  bool full() const { return errors_.size() > max_mistakes; }
  std::vector<DefinitionError> take() { return std::move(errors_); }

 private:
  std::vector<DefinitionError> errors_;
  DefinitionError beyond_limit_;
};

enum class Presence : std::uint8_t { optional, required };

/// What a text member may hold. Texts are never blank, and only those of several lines may hold a line break.
struct TextShape {
  Presence presence = Presence::optional;
  std::size_t max_characters = max_label_characters;
  bool several_lines = false;
};

/// What a count may be, both inclusive.
struct Range {
  std::int64_t first = 0;
  std::int64_t last = 0;
};

/// DefinitionError::found of a value: scalars as JSON, cut to a readable length.
std::string shown(const json::Value& value);

/// nullopt, with the mistake recorded, when `value` is no text of that shape.
std::optional<std::string> read_text(const json::Value& value, std::string_view pointer,
                                     const TextShape& shape, Mistakes& mistakes);

/// Reads one JSON object member by member. Each call names a member that may stand there and records what is
/// wrong with it; refuse_others() then names the members that nobody asked for. Members that are absent or
/// wrong give the default, so that reading goes on and every mistake is found at once.
class ObjectReader {
 public:
  /// Records "wrong_type" when `value` is no object; every member is then absent without further mistakes.
  ObjectReader(const json::Value& value, std::string pointer, Mistakes& mistakes);

  const std::string& pointer() const { return pointer_; }
  std::string pointer_to(std::string_view key) const { return json::pointer_to(pointer_, key); }
  bool has(std::string_view key) const;

  const json::Value* member(std::string_view key, Presence presence);
  std::string text(std::string_view key, const TextShape& shape);
  bool flag(std::string_view key, bool absent);
  std::optional<number::Decimal> decimal(std::string_view key);
  std::optional<std::int64_t> whole(std::string_view key, Presence presence, const Range& range);
  /// Index into `words`, or `absent`.
  std::size_t word(std::string_view key, std::span<const std::string_view> words, Presence presence,
                   std::size_t absent);
  /// nullptr when absent, wrong, empty or longer than `max_elements`.
  const json::Array* array(std::string_view key, Presence presence, std::size_t max_elements);

  /// Records a mistake in a member.
  DefinitionError& add(std::string_view key, DefinitionErrorCode code, std::string_view found,
                       Expected expected);
  /// Refuses members that exist in the format but have no meaning here.
  void refuse(std::initializer_list<std::string_view> keys, Expected expected);
  void refuse_others();

 private:
  const json::Value& value_;
  std::string pointer_;
  Mistakes& mistakes_;
  std::vector<std::string_view> known_;  // literals: they outlive every mistake
};

}  // namespace tianbao::form
