#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "server/difference/changes.h"
#include "server/difference/order.h"
#include "shared/check/sentence.h"

namespace tianbao::difference {

namespace {

using form::Field;
using form::Form;

enum class Kind : std::uint8_t { added, removed, changed, not_carried };

constexpr std::array<std::string_view, 4> kind_words = {"增加　", "删去　", "更改　", ""};

/// The name of a field, of a cell that of its row.
std::string item_name(const Form& form, const Field& field) {
  if (!field.table_cell) return field.name;
  return field.name.substr(0, field.name.size() - ("·" + form::column_of(form, field)->label).size());
}

/// The address of a field, of a cell that of its row.
std::string item_address(const Field& field) {
  return field.table_cell ? field.address.substr(0, field.address.rfind('.')) : field.address;
}

/// One difference of a field, or of cells that stand in one row and differ alike.
struct Entry {
  Kind kind = Kind::changed;
  std::string name;
  std::string address;
  std::vector<std::string> columns;     // labels; of cells
  std::vector<std::string> column_ids;  // the last words of their addresses
  std::vector<std::string> lines;
};

std::string text_of(const Entry& entry) {
  std::string text(kind_words[static_cast<std::size_t>(entry.kind)]);
  text += entry.name;
  if (entry.columns.size() == 1) text += "·" + entry.columns.front();
  if (entry.columns.size() > 1) text += "（" + joined(entry.columns, "、") + "）";
  text += "［" + entry.address;
  if (!entry.columns.empty()) text += "." + joined(entry.column_ids, "、");
  text += "］";
  if (entry.kind == Kind::not_carried) return text + "：" + joined(entry.lines, "；");
  return below(std::move(text), entry.lines);
}

class Entries {
 public:
  void add(Kind kind, const Form& form, const Field& field, std::vector<std::string> lines) {
    Entry entry{kind, item_name(form, field), item_address(field), {}, {}, std::move(lines)};
    if (field.table_cell) {
      entry.columns.push_back(form::column_of(form, field)->label);
      entry.column_ids.push_back(field.address.substr(entry.address.size() + 1));
    }
    const bool continues = !list_.empty() && field.table_cell && list_.back().kind == kind &&
                           list_.back().address == entry.address && list_.back().lines == entry.lines;
    if (!continues) return list_.push_back(std::move(entry));
    list_.back().columns.push_back(entry.columns.front());
    list_.back().column_ids.push_back(entry.column_ids.front());
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> texts;
    for (const Entry& entry : list_) texts.push_back(text_of(entry));
    return texts;
  }

 private:
  std::vector<Entry> list_;
};

/// 整数；必须填写；不小于 0
std::string described(const Form& form, std::size_t index) {
  const Field& field = form.fields[index];
  std::vector<std::string> words = {std::string(type_name(field.type))};
  if (!field.unit.empty()) words.push_back("单位" + field.unit);
  for (const check::FieldSentence& sentence : check::sentences(form, index)) words.push_back(sentence.text);
  return joined(words, "；");
}

/// What the field stands behind in its section.
std::string place_text(const Form& form, std::size_t index) {
  const Field& field = form.fields[index];
  for (std::size_t before = index; before-- > 0;) {
    const Field& other = form.fields[before];
    if (other.section != field.section) break;
    if (item_address(other) != item_address(field)) return "移到“" + item_name(form, other) + "”之后";
  }
  return "移到“" + form.sections[field.section].label + "”的最前面";
}

/// Compares the fields of two editions, which it walks through side by side.
class FieldComparison {
 public:
  FieldComparison(const Form& before, const Form& now) : before_(before), now_(now) {
    find_moved();
    for (std::size_t index = 0; index < before.fields.size(); ++index) {
      if (!now.field_index(before.fields[index].address)) removed_.push_back(index);
    }
  }

  std::vector<std::string> run() {
    for (std::size_t index = 0; index < now_.fields.size(); ++index) {
      const std::optional<std::size_t> former = before_.field_index(now_.fields[index].address);
      if (!former) {
        add_new(index);
        continue;
      }
      if (!is_moved_[index]) add_removed_before(*former);
      std::vector<std::string> lines =
          changes_of_field(before_, before_.fields[*former], now_, now_.fields[index]);
      if (is_moved_[index]) lines.insert(lines.begin(), place_text(now_, index));
      if (!lines.empty()) entries_.add(Kind::changed, now_, now_.fields[index], std::move(lines));
    }
    add_removed_before(before_.fields.size());
    return entries_.texts();
  }

 private:
  /// A section that moved as a whole has moved by itself.
  void find_moved() {
    is_moved_.resize(now_.fields.size());
    std::size_t first = 0;
    while (first < now_.fields.size()) {
      std::vector<std::size_t> places;
      std::vector<std::size_t> common;
      std::size_t end = first;
      for (; end < now_.fields.size() && now_.fields[end].section == now_.fields[first].section; ++end) {
        const std::optional<std::size_t> former = before_.field_index(now_.fields[end].address);
        if (!former) continue;
        places.push_back(*former);
        common.push_back(end);
      }
      const std::vector<bool> taken_out = moved(places);
      for (std::size_t place = 0; place < common.size(); ++place) is_moved_[common[place]] = taken_out[place];
      first = end;
    }
  }

  void add_removed_before(std::size_t place) {
    while (next_removed_ < removed_.size() && removed_[next_removed_] < place) {
      entries_.add(Kind::removed, before_, before_.fields[removed_[next_removed_++]], {});
    }
  }

  void add_new(std::size_t index) {
    const Field& field = now_.fields[index];
    std::vector<std::string> lines = {described(now_, index)};
    const auto twin = std::find_if(removed_.begin(), removed_.end(), [&](std::size_t gone) {
      return before_.fields[gone].name == field.name && before_.fields[gone].type == field.type;
    });
    if (twin != removed_.end()) {
      lines.push_back("名称与删去的［" + before_.fields[*twin].address +
                      "］相同：若是同一项，请沿用原来的地址，上年的值才能带入");
    }
    entries_.add(Kind::added, now_, field, std::move(lines));
  }

  const Form& before_;
  const Form& now_;
  std::vector<bool> is_moved_;        // of now_
  std::vector<std::size_t> removed_;  // of before_
  std::size_t next_removed_ = 0;
  Entries entries_;
};

/// As document::bring_cells_onto has it: by address and type.
std::vector<std::string> reasons_not_to_carry(const Field& field, const Form& now) {
  const std::optional<std::size_t> index = now.field_index(field.address);
  if (!index) return {"没有这一项了"};
  const Field& later = now.fields[*index];
  if (later.type != field.type) {
    return {"类型不同（" + std::string(type_name(field.type)) + " → " + std::string(type_name(later.type)) +
            "）"};
  }
  std::vector<std::string> reasons;
  for (const form::Choice& choice : field.choices) {
    const bool is_left = std::any_of(later.choices.begin(), later.choices.end(),
                                     [&choice](const form::Choice& each) { return each.id == choice.id; });
    if (!is_left) {
      reasons.push_back("选项“" + choice.label + "”（" + choice.id + "）没有了，选过它的须改选");
    }
  }
  return reasons;
}

}  // namespace

std::vector<std::string> differing_fields(const Form& before, const Form& now) {
  return FieldComparison(before, now).run();
}

std::vector<std::string> not_carried(const Form& before, const Form& now) {
  Entries entries;
  for (const Field& field : before.fields) {
    std::vector<std::string> reasons = reasons_not_to_carry(field, now);
    if (!reasons.empty()) entries.add(Kind::not_carried, before, field, std::move(reasons));
  }
  return entries.texts();
}

}  // namespace tianbao::difference
