#include "server/region/region_table.h"

#include <cstdlib>
#include <utility>

#include "shared/json/parse.h"

namespace tianbao::region {
namespace {

/// The build made it: that it reads is what tests see to.
json::Object read_text() {
  auto value = json::parse(table_text());
  if (!value || value.value().as_object() == nullptr) std::abort();
  return *value.value().as_object();
}

const json::Object& table() {
  static const json::Object read = read_text();
  return read;
}

Regions read_regions() {
  std::optional<Regions> regions = read_table(table());
  if (!regions) std::abort();
  return *std::move(regions);
}

}  // namespace

const std::shared_ptr<const Regions>& known_regions() {
  static const std::shared_ptr<const Regions> regions = std::make_shared<const Regions>(read_regions());
  return regions;
}

json::Value province_json(std::string_view province) {
  if (province.size() != province_digits) return {};
  json::Object part = part_of(table(), province);
  return part.empty() ? json::Value() : json::Value(std::move(part));
}

}  // namespace tianbao::region
