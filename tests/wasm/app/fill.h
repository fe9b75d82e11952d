#pragma once

#include <string_view>

#include "shared/form/form.h"
#include "tests/wasm/app/client.h"

namespace tianbao::testing {

/// Types and ticks a fixture into the open report, cell by cell, by accessible name.
void fill_fixture(Client& client, std::string_view name);

/// Writes a 说明 wherever one is asked for.
void explain_warnings(Client& client);

/// opened_client() with 洞口县 2019 filled in and explained: ready to be submitted.
Client filled_client();

}  // namespace tianbao::testing
