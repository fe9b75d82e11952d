#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shared/json/value.h"
#include "shared/region/regions.h"

/// The regions of the whole country, which the program carries in itself (cmake/regions.cmake).
namespace tianbao::region {

/// As they are embedded: one JSON object, codes without the zeros at their end to names.
std::string_view table_text();

/// The same, read once; whoever checks natively has all of it in the context.
const std::shared_ptr<const Regions>& known_regions();

/// Of one province, {"43": "湖南省", …}; null where there is no such province.
json::Value province_json(std::string_view province);

}  // namespace tianbao::region
