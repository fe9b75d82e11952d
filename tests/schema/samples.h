#pragma once

#include <string>
#include <vector>

#include "shared/form/form.h"
#include "shared/json/value.h"
#include "tests/support/random.h"

namespace tianbao::testing {

/// Values for the cells of one field.
class Samples {
 public:
  explicit Samples(const form::Field& field);

  /// The JSON of a cell that is filled as it should be.
  json::Value valid_cell(Random& random) const;
  /// Anything that a program might write, some of it right.
  json::Value any_cell(Random& random) const;

  /// Without any object around it.
  json::Value valid_value(Random& random) const;

 private:
  json::Value valid_number(Random& random) const;
  json::Array some_choices(Random& random, bool with_other) const;
  json::Value any_value(Random& random) const;
  json::Value any_number(Random& random) const;
  json::Value any_choices(Random& random) const;
  json::Value any_object(Random& random) const;
  std::string edited_text(Random& random) const;

  const form::Field& field_;
  std::vector<std::string> texts_;  // values of a field whose values are texts
};

/// Any JSON that is no cell of some kind.
json::Value any_json(Random& random);

/// A text with one to three characters put in, taken out or exchanged.
std::string edited(std::string text, Random& random);

}  // namespace tianbao::testing
