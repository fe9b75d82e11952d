#include "tests/shared/check/random_form.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/form/load.h"

namespace tianbao::testing {
namespace {

enum class Kind : std::uint8_t { number, text, yes_no, one_choice, many_choices, date };

constexpr std::array<std::string_view, 6> type_members = {
    R"("type":"decimal","minimum":0)",
    R"("type":"text","allows_none":true,"max_length":6)",
    R"("type":"yes_no")",
    R"("type":"one_choice","choices":[{"id":"a","label":"甲"},{"id":"b","label":"乙"}])",
    R"("type":"many_choices","choices":[{"id":"a","label":"甲"},{"id":"b","label":"乙"},)"
    R"({"id":"c","label":"其他","other":true}])",
    R"("type":"date")"};

struct Cell {
  std::size_t field = 0;
  Kind kind = Kind::number;
};

std::string address(const Cell& cell) {
  return (cell.field % 2 == 0 ? "s.f" : "t.f") + std::to_string(cell.field);
}

/// Writes expressions over some of the cells, and remembers which of this year's they read.
class Writer {
 public:
  Writer(Random& random, const std::vector<Cell>& cells) : random_(random), cells_(cells) {}

  std::string condition() {
    std::string text = comparison();
    for (std::size_t more = random_.below(3); more > 0; --more) {
      text.insert(0, "(").append(random_.one_in(2) ? ") && " : ") || ").append(comparison());
    }
    return text;
  }

  std::string number() {
    std::string text = amount();
    for (std::size_t more = random_.below(3); more > 0; --more) {
      text += random_.pick(std::array<std::string_view, 4>{" + ", " * ", " - ", " / "});
      text += amount();
    }
    return text;
  }

  /// A cell by its name alone, or a number.
  std::string part() { return random_.one_in(2) && !cells_.empty() ? name(random_.pick(cells_)) : number(); }

  const std::vector<std::size_t>& read() const { return read_; }

 private:
  std::string name(const Cell& cell) {
    if (random_.one_in(6)) return "prior." + address(cell);
    if (std::find(read_.begin(), read_.end(), cell.field) == read_.end()) read_.push_back(cell.field);
    return address(cell);
  }

  std::string amount() {
    std::vector<Cell> numbers;
    std::copy_if(cells_.begin(), cells_.end(), std::back_inserter(numbers),
                 [](const Cell& cell) { return cell.kind == Kind::number; });
    if (numbers.empty() || random_.one_in(8)) return std::to_string(random_.below(4));
    const Cell cell = random_.pick(numbers);
    if (!random_.one_in(3)) return name(cell);
    const std::string present = name(cell);
    return "(has(" + present + ") ? " + name(cell) + " : 1)";
  }

  std::string comparison() {
    if (cells_.empty() || random_.one_in(8)) {
      return std::string(random_.pick(std::array<std::string_view, 4>{
          "today > '2020-01-15'", "site.url.contains('gov')", "period > 2018", "site.organiser == ''"}));
    }
    const Cell cell = random_.pick(cells_);
    const std::string cell_name = name(cell);
    if (random_.one_in(6)) return "has(" + cell_name + ")";
    if (cell.kind == Kind::text && random_.one_in(3)) return "none(" + cell_name + ")";
    switch (cell.kind) {
      case Kind::number:
        return cell_name + random_.pick(std::array<std::string, 3>{" <= ", " == ", " > "}) + number();
      case Kind::text:
        return cell_name + ".contains('x')";
      case Kind::yes_no:
        return random_.one_in(2) ? cell_name : "!" + cell_name;
      case Kind::one_choice:
        return cell_name + " == 'a'";
      case Kind::many_choices:
        return random_.one_in(2) ? "'a' in " + cell_name : "size(" + cell_name + ") > 1";
      case Kind::date:
        break;
    }
    return cell_name + " < today";
  }

  Random& random_;
  const std::vector<Cell>& cells_;
  std::vector<std::size_t> read_;
};

/// The members of a field that may read the cells `before` it, and in its requirement `all`.
std::string field_text(const Cell& cell, const std::vector<Cell>& before, const std::vector<Cell>& all,
                       Random& random) {
  std::string text = R"({"id":"f)" + std::to_string(cell.field) + R"(","label":"项)" +
                     std::to_string(cell.field) + "\"," +
                     std::string(type_members[static_cast<std::size_t>(cell.kind)]);
  if (cell.kind == Kind::number && random.one_in(2)) text += R"(,"allows_none":true)";
  Writer writer(random, before);
  if (random.one_in(2)) text += R"(,"relevant":")" + writer.condition() + "\"";
  if (cell.kind == Kind::number && random.one_in(2)) {
    text += R"(,"computed":")" + writer.number() + "\"";
  } else if (cell.kind == Kind::yes_no && random.one_in(3)) {
    text += R"(,"computed":")" + writer.condition() + "\"";
  } else if (random.one_in(3)) {
    text += R"(,"required":true)";
  } else if (random.one_in(2)) {
    text += R"(,"required":")" + Writer(random, all).condition() + "\"";
  }
  return text + "}";
}

/// A rule that is written short; "" where there are not three numbers to write it of.
std::string fact_text(const std::string& code, const std::vector<Cell>& all, Random& random) {
  std::vector<std::string> numbers;
  for (const Cell& cell : all) {
    if (cell.kind == Kind::number) numbers.push_back("\"" + address(cell) + "\"");
  }
  if (numbers.size() < 3) return {};
  std::string text = R"({"code":")" + code + R"(","severity":"warning","basis":"试",)";
  if (random.one_in(3)) text += R"("when":")" + Writer(random, all).condition() + "\",";
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

std::string rule_text(std::size_t index, const std::vector<Cell>& all, Random& random) {
  if (random.one_in(3)) return fact_text("W" + std::to_string(100 + index), all, random);
  Writer writer(random, all);
  const bool is_error = random.one_in(3);
  std::string text = std::string(R"({"code":")") + (is_error ? "E" : "W") + std::to_string(100 + index) +
                     R"(","severity":")" + (is_error ? "error" : "warning") + R"(","basis":"试","rule":")" +
                     writer.condition() + R"(","message":"读到 {)" + writer.part() + "}\"";
  if (random.one_in(2)) text += R"(,"when":")" + writer.condition() + "\"";
  if (!is_error && !random.one_in(4)) text += R"(,"explain":"required")";
  if (writer.read().empty()) return {};  // a rule is about at least one cell
  std::string fields;
  for (const std::size_t field : writer.read()) {
    fields += (fields.empty() ? "\"" : ",\"") + address({field}) + "\"";
  }
  return text + R"(,"fields":[)" + fields + "]}";
}

}  // namespace

namespace {

std::string form_text(Random& random) {
  const std::size_t count = 8 + random.below(16);
  std::vector<Cell> cells;  // each may read those before it
  for (std::size_t index = 0; index < count; ++index) {
    const bool is_number = random.one_in(2);
    const Kind kind = is_number ? Kind::number : static_cast<Kind>(random.below(type_members.size()));
    cells.insert(cells.begin() + static_cast<std::ptrdiff_t>(random.below(index + 1)), {index, kind});
  }
  std::vector<std::string> texts(count);
  for (std::size_t place = 0; place < count; ++place) {
    const std::vector<Cell> before(cells.begin(), cells.begin() + static_cast<std::ptrdiff_t>(place));
    texts[cells[place].field] = field_text(cells[place], before, cells, random);
  }
  std::array<std::string, 2> sections;
  for (std::size_t field = 0; field < count; ++field) {
    std::string& section = sections[field % 2];
    section += (section.empty() ? "" : ",") + texts[field];
  }
  std::string rules;
  for (std::size_t index = 0; index < count; ++index) {
    const std::string rule = rule_text(index, cells, random);
    if (!rule.empty()) rules += (rules.empty() ? "" : ",") + rule;
  }
  if (!rules.empty()) rules = R"(,"rules":[)" + rules + "]";
  return R"({"format":"tianbao-form/1","id":"trial","edition":"1","title":"试填表",)"
         R"("periods":{"first":2017},"provenance":"draft","sections":[)"
         R"({"id":"s","label":"甲部","groups":[{"fields":[)" +
         sections[0] + R"(]}]},{"id":"t","label":"乙部","groups":[{"fields":[)" + sections[1] + "]}]}]" +
         rules + "}";
}

}  // namespace

form::Form random_form(Random& random) {
  // Now and then a condition can never hold: `s.f1 > 3 && s.f1 <= 1`.
  for (;;) {
    if (auto form = form::load(form_text(random))) return std::move(form).value();
  }
}

}  // namespace tianbao::testing
