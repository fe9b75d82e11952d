#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::bench {

json::Value number(std::int64_t value);

/// {type: integer, minimum: 0}, what is said of every count.
json::Value count_schema();
/// An object that has these counts and nothing else.
json::Value counts_schema(const std::vector<std::string>& names);

/// What the names of a form's expressions hold, for a peer: sections of cells, `prior`, `site`, `today`,
/// `period`; 无 as the form profile reads it, and of every cell in `none` whether it holds 无, because
/// none(x) asks for the cell and not for its value. A blank cell is absent.
json::Value bindings(const form::Form& form, const document::Document& document);

/// The rules of a form for a peer: code, when and rule in CEL, also of those that are written short, with
/// `none(a.b)` written none.a.b.
json::Value peer_rules(const form::Form& form);

}  // namespace tianbao::bench
