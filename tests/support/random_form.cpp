#include "tests/support/random_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/form/load.h"
#include "tests/support/random_condition.h"

namespace tianbao::testing {
namespace {

struct FieldKind {
  Reading reading;
  bool may_be_computed;
  std::string_view members;
};

/// Every type there is; numbers stand in the first places.
constexpr std::size_t number_kinds = 3;
constexpr std::array<FieldKind, 18> kinds = {{
    {Reading::number, true, R"("type":"decimal","minimum":0)"},
    {Reading::number, true,
     R"("type":"decimal","max_decimal_places":6,"minimum":-0.5,"maximum":1000,"unit":"元")"},
    {Reading::number, true, R"("type":"whole_number","minimum":0,"maximum":100000)"},
    {Reading::text, true, R"("type":"text","allows_none":true,"max_length":6)"},
    {Reading::text, true,
     R"("type":"text","pattern":"[a-z一-鿿]{2,}[0-9]?","pattern_hint":"词和一位数字")"},
    {Reading::text, true, R"("type":"long_text","max_length":40)"},
    {Reading::yes_no, true, R"("type":"yes_no")"},
    {Reading::one_choice, false,
     R"("type":"one_choice","choices":[{"id":"a","label":"甲"},{"id":"b","label":"乙"}])"},
    {Reading::many_choices, false,
     R"("type":"many_choices","choices":[{"id":"a","label":"甲"},)"
     R"({"id":"b","label":"乙","print":{"break_after":true}},{"id":"c","label":"其他","other":true}])"},
    {Reading::date, false, R"("type":"date","offer":"today")"},
    {Reading::text, false, R"("type":"url")"},
    {Reading::text, false, R"("type":"phone","allows_none":true)"},
    {Reading::text, false, R"("type":"email")"},
    {Reading::identifier, false, R"("type":"site_code","offer":"site.code")"},
    {Reading::text, false, R"("type":"icp_number","allows_none":true)"},
    {Reading::identifier, false, R"("type":"police_number")"},
    {Reading::many_choices, false, R"("type":"text_list","allows_none":true,"max_length":40)"},
    {Reading::many_choices, false, R"("type":"url_list")"},
}};

/// What is computed for a field of that reading.
std::string computed_text(Reading reading, ConditionWriter& writer) {
  if (reading == Reading::number) return writer.number();
  return reading == Reading::text ? writer.text() : writer.condition();
}

/// The members of a field that may read the fields `before` it, and in its requirement `all`.
std::string field_text(const RandomField& field, const FieldKind& kind,
                       const std::vector<RandomField>& before, const std::vector<RandomField>& all,
                       Random& random) {
  std::string text = R"({"id":"f)" + std::to_string(field.number) + R"(","label":"项)" +
                     std::to_string(field.number) + "\"," + std::string(kind.members);
  if (kind.reading == Reading::number && random.one_in(2)) text += R"(,"allows_none":true)";
  ConditionWriter writer(random, before);
  if (random.one_in(2)) text += R"(,"relevant":")" + writer.condition() + "\"";
  const bool is_text = kind.reading == Reading::text;
  if (kind.may_be_computed && random.one_in(is_text ? 6 : 2)) {
    text += R"(,"computed":")" + computed_text(kind.reading, writer) + "\"";
  } else if (random.one_in(3)) {
    text += R"(,"required":true)";
  } else if (random.one_in(2)) {
    text += R"(,"required":")" + ConditionWriter(random, all).condition() + "\"";
  }
  if (random.one_in(8)) text += R"(,"help":"“项”，见第一条。\n1 < 2 & 3 > 2。")";
  if (random.one_in(8)) text += R"(,"print":{"break_after":true})";
  const bool may_be_offered = kind.reading != Reading::number &&
                              text.find("\"computed\"") == std::string::npos &&
                              text.find("\"offer\"") == std::string::npos;
  if (may_be_offered && random.one_in(6)) text += R"(,"offer":false)";
  return text + "}";
}

/// A rule that is written short; "" where there are not three numbers to write it of.
std::string fact_text(const std::string& code, const std::vector<RandomField>& all, Random& random) {
  std::vector<std::string> numbers;
  for (const RandomField& field : all) {
    if (field.reading == Reading::number) numbers.push_back("\"" + address(field) + "\"");
  }
  if (numbers.size() < 3) return {};
  std::string text = R"({"code":")" + code + R"(","severity":"warning","basis":"试",)";
  if (random.one_in(3)) text += R"("when":")" + ConditionWriter(random, all).condition() + "\",";
  const std::size_t first = random.below(numbers.size() - 2);
  std::string others = numbers[first + 1];
  for (std::size_t place = first + 2; place < std::min(numbers.size(), first + 4); ++place) {
    others += "," + numbers[place];
  }
  switch (random.below(3)) {
    case 0:
      return text + R"("total":)" + numbers[first] + R"(,"of":[)" + others + "]}";
    case 1:
      return text + R"("at_most":[)" + numbers[first] + "," + others + "]}";
    default:
      break;
  }
  return text + R"("change":{"of":)" + numbers[first] +
         (random.one_in(2) ? R"(,"times":2}})" : R"(,"percent":20}})");
}

std::string rule_text(std::size_t index, const std::vector<RandomField>& all, Random& random) {
  if (random.one_in(3)) return fact_text("W" + std::to_string(100 + index), all, random);
  ConditionWriter writer(random, all);
  const bool is_error = random.one_in(3);
  std::string text = std::string(R"({"code":")") + (is_error ? "E" : "W") + std::to_string(100 + index) +
                     R"(","severity":")" + (is_error ? "error" : "warning") + R"(","basis":"试","rule":")";
  text += writer.condition();
  text += R"(","message":"读到 {)" + writer.part() + "}\"";
  if (random.one_in(2)) text += R"(,"when":")" + writer.condition() + "\"";
  if (!is_error && !random.one_in(4)) text += R"(,"explain":"required")";
  if (writer.read().empty()) return {};  // a rule is about at least one cell
  std::string fields;
  for (const std::size_t field : writer.read()) {
    fields += (fields.empty() ? "\"" : ",\"") + address({field}) + "\"";
  }
  return text + R"(,"fields":[)" + fields + "]}";
}

/// The section of every second field, in groups with a label and without.
std::string section_text(std::size_t parity, const std::vector<std::string>& fields, Random& random) {
  std::string text =
      parity == 0 ? R"({"id":"s","label":"甲部","numeral":"一")" : R"({"id":"t","label":"乙部","unit":"件")";
  if (random.one_in(4)) text += random.one_in(2) ? R"(,"place":"header")" : R"(,"place":"footer")";
  if (random.one_in(8)) text += R"(,"prints_label":false)";
  if (text.find("place") == std::string::npos && random.one_in(4)) text += R"(,"allows_none":true)";
  text += R"(,"groups":[{"fields":[)";
  for (std::size_t field = parity; field < fields.size(); field += 2) {
    if (field > parity) text += random.one_in(5) ? R"(]},{"label":"一组","fields":[)" : ",";
    text += fields[field];
  }
  return text + "]}]}";
}

/// A table with rows of numbers, some without all columns, texts of the form beside them, sums of them, and a
/// rule for each row.
std::string table_text(Random& random) {
  std::string rows;
  std::string addresses;
  const std::size_t count = 1 + random.below(4);
  for (std::size_t row = 0; row < count; ++row) {
    const std::string id = "r" + std::to_string(row);
    rows += (rows.empty() ? "" : ",") + (R"({"id":")" + id + R"(","label":"行)") + std::to_string(row) + "\"";
    if (random.one_in(3)) rows += R"(,"columns":["a","b"])";
    if (random.one_in(3)) rows += R"(,"unit":"个")";
    if (random.one_in(3)) rows += R"(,"help":"第几行。","allows_none":true)";
    if (random.one_in(3)) rows += R"(,"short_label":"短名","texts":{"fixed":"第几条。\n第二行。"})";
    if (random.one_in(3)) rows += R"(,"cells":{"b":{"maximum":50,"unit":"次"}})";
    rows += "}";
    addresses += (addresses.empty() ? "\"u." : ",\"u.") + id + "\"";
  }
  return R"({"id":"u","label":"丙部","groups":[{"columns":[{"id":"fixed","label":"细则","fixed":true,"width":3},)"
         R"({"id":"a","label":"甲列","printed":false},{"id":"b","label":"乙列",)"
         R"("type":"decimal","relevant":"$row.a > 0"},{"id":"sum","label":"合计","computed":"$row.a + $row.b"}],)"
         R"("cells":{"type":"whole_number","minimum":0},"fields":[)" +
         rows +
         R"(]},{"label":"各人","rows":{"id":"w","label":"人","most":2},"cells":{"required":true},)"
         R"("columns":[{"id":"a","label":"天数","type":"whole_number"},{"id":"b","label":"名","type":"text"}]})"
         R"(]}],"rules":[{"code":"W999","severity":"warning","explain":"required","basis":"试",)"
         R"("each":{"row":[)" +
         addresses + R"(]},"at_most":["$row.b","$row.a"]})";
}

}  // namespace

std::string random_form_text(Random& random) {
  const std::size_t count = 8 + random.below(16);
  std::vector<RandomField> all;  // each may read those before it
  std::vector<std::size_t> kind_of;
  for (std::size_t number = 0; number < count; ++number) {
    kind_of.push_back(random.below(random.one_in(2) ? number_kinds : kinds.size()));
    const auto place = all.begin() + static_cast<std::ptrdiff_t>(random.below(number + 1));
    all.insert(place, {number, kinds[kind_of.back()].reading});
  }
  std::vector<std::string> fields(count);
  for (std::size_t place = 0; place < count; ++place) {
    const std::size_t number = all[place].number;
    const std::vector<RandomField> before(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(place));
    fields[number] = field_text(all[place], kinds[kind_of[number]], before, all, random);
  }
  std::string rules;
  for (std::size_t index = 0; index < count; ++index) {
    const std::string rule = rule_text(index, all, random);
    if (!rule.empty()) rules += (rules.empty() ? "" : ",") + rule;
  }
  const std::string first = section_text(0, fields, random);
  const std::string sections = first + "," + section_text(1, fields, random);
  std::string text =
      R"({"format":"tianbao-form/1","id":"trial","edition":"1","title":"试填表","periods":{"first":2017},)"
      R"("provenance":"draft","sections":[)" +
      sections;
  if (random.one_in(3)) {
    text += "," + table_text(random);
    return text + (rules.empty() ? "" : ",") + rules + "]}";
  }
  if (!rules.empty()) rules = R"(,"rules":[)" + rules + "]";
  return text + "]" + rules + "}";
}

form::Form random_form(Random& random) {
  for (;;) {
    if (auto form = form::load(random_form_text(random))) return std::move(form).value();
  }
}

}  // namespace tianbao::testing
