#include "shared/region/regions.h"

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "shared/json/parse.h"
#include "tests/support/reports.h"

namespace tianbao::region {
namespace {

json::Object object(std::string_view text) {
  const auto value = json::parse(text);
  REQUIRE(value.ok());
  REQUIRE(value.value().as_object() != nullptr);
  return *value.value().as_object();
}

}  // namespace

TEST_CASE("identifiers begin with the code of a region, or with none") {
  struct Case {
    const char* identifier;
    const char* code;
  };
  // domain.md 7.1 and 7.3: the codes of real websites, and what was seen in the wild.
  const Case cases[] = {
      {"1100000088", "110000"},
      {"4305250009", "430525"},
      {"bm01000001", ""},
      {"310000000044", ""},
      {"3610782", ""},
      {"bm236554412", ""},
      {"43052502000024", "430525"},
      {"湘公网安备43052502000024号", "430525"},
      {"沪公网安备 31011502006445号", "310115"},
      {"京公网安备110105000722", ""},
      {"京公网安备2", ""},
      {"无", ""},
      {"", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.identifier);
    CHECK(code_of(each.identifier) == each.code);
  }
}

TEST_CASE("a code is the name of its place with those around it, or of no place") {
  struct Case {
    const char* code;
    const char* place;
  };
  // GB/T 2260. 高行镇 is in 浦东新区, and its website carries that code.
  const Case cases[] = {
      {"430525", "湖南省邵阳市洞口县"},
      {"430500", "湖南省邵阳市"},
      {"430000", "湖南省"},
      {"310115", "上海市浦东新区"},
      {"110000", "北京市"},
      {"110100", "北京市"},
      {"500237", "重庆市巫山县"},
      {"510903", "四川省遂宁市船山区"},
      {"429004", "湖北省仙桃市"},
      {"659001", "新疆维吾尔自治区石河子市"},
      {"441900", "广东省东莞市"},
      {"441901", ""},  // its towns have no codes of their own
      {"620201", ""},
      {"710000", "台湾省"},
      {"710100", ""},
      {"430599", ""},
      {"439900", ""},
      {"310119", ""},                          // 南汇区, until 2009
      {"371200", ""},                          // 莱芜市, until 2019
      {"320571", "江苏省苏州市苏州工业园区"},  // no code of the standard, but one in use
      {"510190", ""},                          // 成都高新区, in use by its 公安 alone
      {"000000", ""},
      {"990000", ""},
  };
  for (const Case& each : cases) {
    CAPTURE(each.code);
    CHECK(testing::all_regions()->place(each.code) == each.place);
  }
}

TEST_CASE("the table of the country has every code that the examples of the forms begin with") {
  for (const char* const code : {"1100000088", "3101150020", "4305250009", "3200000024", "3600000010",
                                 "4300000077", "5109030018", "6108000013", "1303000020", "3406000012"}) {
    CAPTURE(code);
    CHECK_FALSE(testing::all_regions()->place(code_of(code)).value_or("").empty());
  }
  for (const json::Member& member : testing::region_table()) {
    CAPTURE(member.key);
    std::string code = member.key;
    code.resize(code_digits, '0');
    const std::string* const name = member.value.as_string();
    REQUIRE(name != nullptr);
    const std::string_view place = testing::all_regions()->place(code).value_or("");
    CHECK(place.ends_with(*name));
    CHECK_FALSE(place.empty());
    CHECK(place.size() <= max_place_bytes);
  }
}

TEST_CASE("of a province that was not put in nothing is known; of one that there is not, that") {
  Regions regions;
  CHECK(regions.place("430525") == std::nullopt);
  CHECK(regions.put("43", object(R"({"430525": "洞口县", "43": "湖南省", "4305": "邵阳市"})")));
  CHECK(regions.put("99", {}));
  CHECK(regions.knows("43"));
  CHECK(regions.place("430525") == "湖南省邵阳市洞口县");
  CHECK(regions.place("990000") == "");
  CHECK_FALSE(regions.knows("11"));
  CHECK(regions.place("110000") == std::nullopt);
  CHECK(regions.put("43", object(R"({"43": "湖南"})")));
  CHECK(regions.place("430000") == "湖南");
  CHECK(regions.place("430525") == "");
}

TEST_CASE("what is no table of a province is refused, and changes nothing") {
  Regions regions;
  REQUIRE(regions.put("43", object(R"({"43": "湖南省"})")));
  json::Object many;
  for (std::size_t code = 0; code <= max_regions; ++code) many.push_back({"43", "湖南省"});
  const std::string long_name(max_name_bytes + 1, 'x');
  CHECK_FALSE(regions.put("4", object(R"({"4": "省"})")));
  CHECK_FALSE(regions.put("ab", object(R"({"ab": "省"})")));
  CHECK_FALSE(regions.put("43", object(R"({"44": "广东省"})")));
  CHECK_FALSE(regions.put("43", object(R"({"430": "省"})")));
  CHECK_FALSE(regions.put("43", object(R"({"430000": "湖南省"})")));
  CHECK_FALSE(regions.put("43", object(R"({"43052500": "洞口县"})")));
  CHECK_FALSE(regions.put("43", object(R"({"43a5": "邵阳市"})")));
  CHECK_FALSE(regions.put("43", object(R"({"43": 1})")));
  CHECK_FALSE(regions.put("43", object("{\"43\": \"" + long_name + "\"}")));
  CHECK_FALSE(regions.put("43", many));
  CHECK_FALSE(regions.put("43", object(R"({"43": "湖南省", "430525": "洞口县"})")));
  CHECK_FALSE(regions.put("43", object(R"({"4305": "邵阳市"})")));
  CHECK_FALSE(regions.put("43", object(R"({"43": "湖南省", "": "省"})")));
  CHECK(regions.place("430000") == "湖南省");
}

TEST_CASE("a table of the country with a code that is none is refused") {
  CHECK(read_table({}).has_value());
  CHECK(read_table(object(R"({"43": "湖南省", "11": "北京市"})")).has_value());
  CHECK_FALSE(read_table(object(R"({"43": "湖南省", "x": "北京市"})")).has_value());
  CHECK_FALSE(read_table(object(R"({"43": "湖南省", "4": "北京市"})")).has_value());
}

}  // namespace tianbao::region
