#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tianbao::form {

struct Form;

enum class FactKind : std::uint8_t {
  total,           // the first number is the sum of the others
  at_most,         // no number is greater than the one behind it
  change_times,    // neither more than `factor` times last year's nor less than one `factor`th of it
  change_percent,  // neither more nor less than last year's by over `factor` percent of it
};

/// What a rule says that is written short in the definition: one of the standard facts about several numbers
/// of a report, or of this year's and last year's. It is judged directly (check/condition.h) and means what
/// its CEL spelling means, in every verdict.
struct Fact {
  FactKind kind = FactKind::total;
  std::vector<std::size_t> fields;  // into Form::fields, as they are spelled; of a change only one
  int factor = 0;                   // of a change
};

inline bool is_change(const Fact& fact) {
  return fact.kind == FactKind::change_times || fact.kind == FactKind::change_percent;
}

// So that every spelling is within expression::max_source_bytes.
constexpr std::size_t max_total_parts = 40;
constexpr std::size_t max_at_most_fields = 20;
constexpr int min_change_times = 2;
constexpr int max_change_times = 1000;
constexpr int max_change_percent = 99;

/// What a change compares: now × now_for_most ≤ before × before_for_most, and now × now_for_least ≥ before ×
/// before_for_least. In whole numbers, so that nothing is divided and nothing rounded.
struct ChangeFactors {
  int now_for_most = 1;
  int before_for_most = 1;
  int now_for_least = 1;
  int before_for_least = 1;
};

ChangeFactors change_factors(const Fact& fact);

struct Spelling {
  std::string when;  // "" for a fact that always applies
  std::string rule;
};

/// The fact in CEL, without the rule's own `when`: `release.total == release.overview + release.news`.
Spelling cel_spelling(const Form& form, const Fact& fact);

/// One `factor`th, to stand behind Chinese characters: 五分之一, or “ 1/12”.
std::string share_text(int factor);

}  // namespace tianbao::form
