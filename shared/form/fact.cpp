#include "shared/form/fact.h"

#include <array>
#include <string_view>

#include "shared/form/form.h"

namespace tianbao::form {
namespace {

std::string joined(const Form& form, std::size_t first, const Fact& fact, std::string_view between) {
  std::string text;
  for (std::size_t place = first; place < fact.fields.size(); ++place) {
    if (place > first) text += between;
    text += form.fields[fact.fields[place]].address;
  }
  return text;
}

/// `a <= b && b <= c`: CEL knows no chains of comparisons.
std::string ascending(const Form& form, const Fact& fact) {
  std::string text;
  for (std::size_t place = 1; place < fact.fields.size(); ++place) {
    if (place > 1) text += " && ";
    text += form.fields[fact.fields[place - 1]].address + " <= " + form.fields[fact.fields[place]].address;
  }
  return text;
}

std::string times(const std::string& name, int factor) {
  return factor == 1 ? name : name + " * " + std::to_string(factor);
}

Spelling change(const Form& form, const Fact& fact) {
  const std::string& now = form.fields[fact.fields.front()].address;
  const std::string before = "prior." + now;
  const ChangeFactors factors = change_factors(fact);
  return {before + " > 0",
          times(now, factors.now_for_most) + " <= " + times(before, factors.before_for_most) + " && " +
              times(now, factors.now_for_least) + " >= " + times(before, factors.before_for_least)};
}

}  // namespace

ChangeFactors change_factors(const Fact& fact) {
  constexpr int whole = 100;
  if (fact.kind == FactKind::change_times) return {1, fact.factor, fact.factor, 1};
  return {whole, whole + fact.factor, whole, whole - fact.factor};
}

Spelling cel_spelling(const Form& form, const Fact& fact) {
  switch (fact.kind) {
    case FactKind::total:
      return {"", form.fields[fact.fields.front()].address + " == " + joined(form, 1, fact, " + ")};
    case FactKind::at_most:
      return {"", ascending(form, fact)};
    case FactKind::change_times:
    case FactKind::change_percent:
      break;
  }
  return change(form, fact);
}

std::string share_text(int factor) {
  constexpr std::array<std::string_view, 11> numerals = {"",   "",   "二", "三", "四", "五",
                                                         "六", "七", "八", "九", "十"};
  const auto index = static_cast<std::size_t>(factor);
  return index < numerals.size() ? std::string(numerals[index]) + "分之一" : " 1/" + std::to_string(factor);
}

}  // namespace tianbao::form
