#include "shared/region/regions.h"

#include <algorithm>
#include <utility>

#include "shared/sort.h"

namespace tianbao::region {
namespace {

constexpr std::size_t site_code_digits = 10;
constexpr std::size_t police_number_digits = 14;
constexpr std::string_view decimal_digits = "0123456789";

constexpr std::uint32_t of_province = 10'000;  // 43: 430000
constexpr std::uint32_t of_prefecture = 100;   // 4305: 430500
constexpr std::size_t max_provinces = 100;

/// nullopt for what is not all digits.
std::optional<std::uint32_t> to_number(std::string_view digits) {
  if (digits.find_first_not_of(decimal_digits) != std::string_view::npos) return std::nullopt;
  std::uint32_t number = 0;
  for (const char digit : digits) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

/// The whole code for one without the zeros at its end; nullopt for what is none of that province.
std::optional<std::uint32_t> to_code(std::string_view key, std::string_view province) {
  const bool has_length = key.size() == 2 || key.size() == 4 || key.size() == code_digits;
  if (!has_length || !key.starts_with(province)) return std::nullopt;
  if (key.size() > province_digits && key.ends_with("00")) return std::nullopt;
  std::optional<std::uint32_t> number = to_number(key);
  for (std::size_t length = key.size(); number && length < code_digits; ++length) *number *= 10;
  return number;
}

/// The one around it: 430500 for 430525; itself for a province.
std::uint32_t around(std::uint32_t code) {
  return code % of_prefecture != 0 ? code - code % of_prefecture : code - code % of_province;
}

}  // namespace

std::string_view code_of(std::string_view identifier) {
  const std::size_t start = identifier.find_first_of(decimal_digits);
  if (start == std::string_view::npos) return {};
  const std::string_view number = identifier.substr(start);
  const std::size_t length = std::min(number.find_first_not_of(decimal_digits), number.size());
  const bool is_site_code = length == site_code_digits && identifier.size() == length;
  if (!is_site_code && length != police_number_digits) return {};
  return number.substr(0, code_digits);
}

bool Regions::put(std::string_view province, const json::Object& names) {
  const std::optional<std::uint32_t> index = to_number(province);
  if (province.size() != province_digits || !index || names.size() > max_regions) return false;
  Province added{true, {}};
  added.regions.reserve(names.size());
  for (const json::Member& member : names) {
    const std::optional<std::uint32_t> code = to_code(member.key, province);
    const std::string* const name = member.value.as_string();
    if (!code || name == nullptr || name->size() > max_name_bytes) return false;
    added.regions.push_back({*code, *name});
  }
  sort_items(added.regions, [](const Region& left, const Region& right) { return left.code < right.code; });
  // What lies around a region has the smaller code.
  for (Region& region : added.regions) {
    const std::uint32_t larger = around(region.code);
    if (larger == region.code) continue;
    const Region* const whole = find(added.regions, larger);
    if (whole == nullptr) return false;
    region.place.insert(0, whole->place);
  }
  provinces_.resize(max_provinces);
  provinces_[*index] = std::move(added);
  return true;
}

const Regions::Region* Regions::find(const std::vector<Region>& regions, std::uint32_t code) {
  const auto found =
      std::lower_bound(regions.begin(), regions.end(), code,
                       [](const Region& region, std::uint32_t wanted) { return region.code < wanted; });
  return found != regions.end() && found->code == code ? &*found : nullptr;
}

const Regions::Province* Regions::find(std::string_view province) const {
  const std::optional<std::uint32_t> index = to_number(province);
  if (province.size() != province_digits || !index || provinces_.empty()) return nullptr;
  const Province& known = provinces_[*index];
  return known.is_known ? &known : nullptr;
}

std::optional<std::string_view> Regions::place(std::string_view code) const {
  const Province* const province = find(province_of(code));
  if (province == nullptr) return std::nullopt;
  const std::optional<std::uint32_t> number = to_number(code);
  const Region* const region = number ? find(province->regions, *number) : nullptr;
  return region != nullptr ? std::string_view(region->place) : std::string_view();
}

json::Object part_of(const json::Object& table, std::string_view province) {
  json::Object part;
  for (const json::Member& member : table) {
    if (member.key.starts_with(province)) part.push_back(member);
  }
  return part;
}

std::optional<Regions> read_table(const json::Object& table) {
  Regions regions;
  std::size_t found = 0;
  for (const char tens : decimal_digits) {
    for (const char ones : decimal_digits) {
      const std::string province = {tens, ones};
      const json::Object part = part_of(table, province);
      if (!regions.put(province, part)) return std::nullopt;
      found += part.size();
    }
  }
  if (found != table.size()) return std::nullopt;
  return regions;
}

}  // namespace tianbao::region
