#pragma once

#include <string>
#include <string_view>

#include "tests/support/random.h"

/// What the builds of the core are compared by. Each kind of case asks one part of it, of something made up
/// from the given numbers alone, so that one case can be made again without those before it.
namespace tianbao::differential {

using testing::Random;

struct Case {
  /// What became of it, in one or two words joined by `-`: how many of each kind came out how is told, so
  /// that a kind which has come to be all refusals is seen.
  std::string_view outcome;
  /// Everything that the core said, and of what.
  std::string output;
};

Case report_case(Random& random);      // findings of a published report, mutated
Case document_case(Random& random);    // a JSON text that should be a document, read
Case form_case(Random& random);        // a made-up form, and a document of it checked and explained
Case definition_case(Random& random);  // a JSON text that should be a form, loaded
Case rule_case(Random& random);        // an expression of a form
Case cel_case(Random& random);         // an expression of CEL with everything in it
Case print_case(Random& random);       // a document as HTML
Case schema_case(Random& random);      // the JSON Schema of a made-up form

}  // namespace tianbao::differential
