#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/form.h"
#include "shared/number/decimal.h"

namespace tianbao::difference {

/// Collects what has changed of one thing, a line for each.
class Changes {
 public:
  /// Nothing where the two are the same; what is "" is called （无）.
  void compare(std::string_view what, const std::string& before, const std::string& now);
  void add(std::string line) { lines_.push_back(std::move(line)); }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  std::vector<std::string> lines_;
};

/// The lines, each indented below the first.
std::string below(std::string first, const std::vector<std::string>& lines);

/// What has changed of a field but its place.
std::vector<std::string> changes_of_field(const form::Form& before_form, const form::Field& before,
                                          const form::Form& now_form, const form::Field& now);

/// 整数, 单选 …
std::string_view type_name(form::FieldType type);
std::string_view provenance_name(form::Provenance provenance);
std::string joined(const std::vector<std::string>& texts, std::string_view between);

// One part of Differences each.
std::vector<std::string> differing_heads(const form::Form& before, const form::Form& now);
std::vector<std::string> differing_sections(const form::Form& before, const form::Form& now);
std::vector<std::string> differing_fields(const form::Form& before, const form::Form& now);
std::vector<std::string> differing_rules(const form::Form& before, const form::Form& now);
std::vector<std::string> not_carried(const form::Form& before, const form::Form& now);

}  // namespace tianbao::difference
