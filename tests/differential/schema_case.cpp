#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "tests/differential/case.h"
#include "tests/support/random_form.h"

namespace tianbao::differential {

Case schema_case(Random& random) {
  return {"written", json::to_indented(schema::export_schema(testing::random_form(random)))};
}

}  // namespace tianbao::differential
