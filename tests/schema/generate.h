#pragma once

#include <string>
#include <vector>

#include "shared/form/form.h"
#include "shared/json/value.h"
#include "tests/schema/samples.h"
#include "tests/support/random.h"

namespace tianbao::testing {

/// Documents of one form.
class Generator {
 public:
  explicit Generator(const form::Form& form);

  /// A document without fault: what is always required and some of the rest.
  json::Value valid(Random& random) const;
  /// With a cell of every field, last year's cells, and an explanation that quotes everything.
  json::Value complete(Random& random) const;
  /// One of `valid` with a few things changed, for the worse or not.
  json::Value changed(Random& random) const;
  /// For every field and every cell on an edge of it: that cell, as last year's cell, and as one that an
  /// explanation was written for; and as many explanations as fit, and one more.
  std::vector<json::Value> edges(const json::Value& valid, Random& random) const;

 private:
  json::Value kept_values(Random& random) const;
  json::Value explanation(Random& random) const;
  void change_cell(json::Value& document, Random& random) const;
  void change_envelope(json::Value& document, Random& random) const;
  void change_values(json::Value& document, Random& random) const;
  void change_context(json::Value& document, Random& random) const;
  void change_explanations(json::Value& document, Random& random) const;

  const form::Form& form_;
  std::vector<Samples> samples_;
};

}  // namespace tianbao::testing
