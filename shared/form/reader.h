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
  /// The new mistake, for the facts that not every one has; beyond the limit one that nobody reads, and so
  /// where it would repeat one.
  DefinitionError& add(std::string_view pointer, DefinitionErrorCode code, std::string_view found,
                       Expected expected);
  bool empty() const { return errors_.empty(); }
  bool full() const { return errors_.size() > max_mistakes; }
  /// What stands once in the file and is read for many cells or rules is wrong once: as long as this is on,
  /// of the mistakes of one kind at one place only the first is kept.
  void say_once(bool once) { once_ = once; }
  std::vector<DefinitionError> take() { return std::move(errors_); }

 private:
  bool holds(std::string_view pointer, DefinitionErrorCode code) const;

  std::vector<DefinitionError> errors_;
  DefinitionError beyond_limit_;
  bool once_ = false;
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

/// An object and its place in the file.
struct Layer {
  const json::Value* value = nullptr;
  std::string pointer;
  std::span<const std::string_view> left = {};  // members that somebody else reads
};

/// Reads one JSON object member by member. Each call names a member that may stand there and records what is
/// wrong with it; refuse_others() then names the members that nobody asked for. Members that are absent or
/// wrong give the default, so that reading goes on and every mistake is found at once.
class ObjectReader {
 public:
  /// Records "wrong_type" when `value` is no object; every member is then absent without further mistakes.
  ObjectReader(const json::Value& value, std::string pointer, Mistakes& mistakes);
  /// A member that the first of them has not is read from the next, and its mistakes are named there.
  ObjectReader(std::vector<Layer> layers, Mistakes& mistakes);

  const std::string& pointer() const { return layers_.front().pointer; }
  std::string pointer_to(std::string_view key) const;
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
  /// Members that somebody else reads.
  void leave(std::initializer_list<std::string_view> keys);
  /// Refuses members that exist in the format but have no meaning here; of several layers, leaves them out.
  void refuse(std::initializer_list<std::string_view> keys, Expected expected);
  void refuse_others();

 private:
  /// The layer that has the member, else the first.
  const Layer& layer_of(std::string_view key) const;
  const json::Value* find(std::string_view key) const { return layer_of(key).value->find(key); }

  std::vector<Layer> layers_;
  Mistakes& mistakes_;
  std::vector<std::string_view> known_;  // literals: they outlive every mistake
};

}  // namespace tianbao::form
