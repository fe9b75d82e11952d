#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/json/value.h"

/// Administrative divisions and their codes (行政区划代码, GB/T 2260): two digits of the province, two of the
/// prefecture, two of the county, 00 where the code is of a larger one. The table at hand has what is in
/// force, and some development zones that have codes in practice and none in the standard.
namespace tianbao::region {

constexpr std::size_t code_digits = 6;
constexpr std::size_t province_digits = 2;
constexpr std::size_t max_name_bytes = 100;   // the longest there is has 45
constexpr std::size_t max_place_bytes = 300;  // of three names
constexpr std::size_t max_regions = 1000;     // of a province; the most that one has is 208

/// The region code with which an identifier begins: a 政府网站标识码 of ten digits (domain.md 7.1), or a
/// 公安机关备案号 whose number has fourteen (domain.md 7.3). "" for what begins with none: bm01000001, and
/// the numbers of twelve digits.
std::string_view code_of(std::string_view identifier);

/// The first two digits of a code.
inline std::string_view province_of(std::string_view code) {
  return code.substr(0, province_digits);
}

/// Province by province, as many as are known here: a client asks for those that its report needs.
class Regions {
 public:
  /// Puts in what there is to know of a province, in place of what was known of it: its names by their codes
  /// without the zeros at the end, {"43": "湖南省", "4305": "邵阳市", "430525": "洞口县"}; "" is the name
  /// of a prefecture that is only a number (省直辖县). None at all: there is no such province. False, and
  /// nothing is changed, for what is not that.
  bool put(std::string_view province, const json::Object& names);

  bool knows(std::string_view province) const { return find(province) != nullptr; }

  /// 湖南省邵阳市洞口县 for 430525, as long as this lives; "" for a code that the table has not; nullopt
  /// where nothing is known of its province.
  std::optional<std::string_view> place(std::string_view code) const;

 private:
  struct Region {
    std::uint32_t code = 0;
    std::string place;
  };
  struct Province {
    bool is_known = false;
    std::vector<Region> regions;  // ascending by code
  };

  static const Region* find(const std::vector<Region>& regions, std::uint32_t code);
  const Province* find(std::string_view province) const;

  std::vector<Province> provinces_;  // by the first two digits; empty as long as none is known
};

/// What a table of the whole country says of one province; empty where there is no such province.
json::Object part_of(const json::Object& table, std::string_view province);

/// Knows every province, those too that there are not; nullopt for what is no such table.
std::optional<Regions> read_table(const json::Object& table);

}  // namespace tianbao::region
