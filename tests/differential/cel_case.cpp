#include <string>
#include <vector>

#include "shared/expression/library/library.h"
#include "shared/expression/program.h"
#include "tests/differential/case.h"
#include "tests/differential/cel_grammar.h"
#include "tests/differential/evaluated.h"
#include "tests/differential/random_text.h"
#include "tests/differential/random_value.h"

namespace tianbao::differential {

Case cel_case(Random& random) {
  const Grammar& grammar = cel_grammar();
  const char type = random.pick(grammar.types);
  std::string source = random_expression(grammar, type, 1 + random.below(4), random);
  if (random.one_in(8)) source = broken_text(source, random, true);
  // The same values whether the checker knows of their types or not.
  const std::vector<expression::Slot> slots = random_slots(cel_declarations(true), random);
  expression::Dialect dialect = {expression::Mode::strict, expression::cel_library()};
  if (random.one_in(4)) dialect.mode = expression::Mode::form;
  dialect.checks_types = random.one_in(2);
  return evaluated(source, cel_declarations(random.one_in(2)), dialect, slots);
}

}  // namespace tianbao::differential
