#pragma once

#include <string>

#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::testing {

enum class Structure {
  valid,
  invalid,
  unsaid,  // faults that no JSON Schema can say, and no others
};

struct Judgement {
  Structure structure = Structure::valid;
  std::string reasons;  // codes and places, for a person
};

/// What the core says of a document's structure, as shared/schema/schema.h defines it.
Judgement judge(const json::Value& value, const form::Form& form);

}  // namespace tianbao::testing
