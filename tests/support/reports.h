#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "shared/document/document.h"
#include "shared/form/form.h"
#include "shared/json/value.h"
#include "shared/region/regions.h"

/// The work report, its published examples, and hands to type into them. Free of any test framework, so that
/// programs beside the tests (tests/differential, tests/bench) stand on the same; what is missing ends the
/// program with its name (require).
namespace tianbao::testing {

/// The text of a file below the source tree.
std::string read_source_file(std::string_view path);

/// A form made of one JSON text.
form::Form load_form(std::string_view definition);

/// The regions of the whole country: as the build has them, and read.
const json::Object& region_table();
std::shared_ptr<const region::Regions> all_regions();

/// assets/forms/work-report/2017.json as it stands in the source tree.
std::string work_report_text();

/// The same, loaded once.
const form::Form& work_report();

/// A made-up second edition of the work report, from 2024 on: security.drill is security.exercise there.
std::string later_edition_text();
const form::Form& later_edition();

/// The index of a field that has to be there.
std::size_t field_index(const form::Form& form, std::string_view address);

/// A published report (tests/fixtures: "dongkou-2019", "gaohang-2017"), every cell read as it was typed
/// there. A cell finds its field by its labels (`信息发布（单位：条）/总数`), matched by text::label_key
/// without their units.
document::Document published_report(std::string_view name);

/// The cell of that address.
document::Cell& cell_at(const form::Form& form, document::Document& document, std::string_view address);

/// Types into the cell of that address.
void type_into(const form::Form& form, document::Document& document, std::string_view address,
               std::string_view typed);

}  // namespace tianbao::testing
