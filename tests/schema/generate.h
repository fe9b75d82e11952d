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
  /// One of these with a few things changed, for the worse or not.
  json::Value changed(Random& random) const;

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
