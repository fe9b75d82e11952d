#include <algorithm>
#include <utility>

#include "shared/document/read_members.h"

namespace tianbao::document {
namespace {

constexpr std::string_view prior_prefix = "prior.";

void expect_addresses(const json::Object& values, const form::Form& form, std::string_view pointer,
                      Mistakes& mistakes) {
  for (const json::Member& member : values) {
    if (mistakes.full()) break;
    const ExplainedName name = find_explained(member.key, form);
    const std::string place = json::pointer_to(pointer, member.key);
    if (!name.known) {
      mistakes.add(place, "unknown_cell", member.key, "");
    } else if (name.field != nullptr) {
      read_cell_member(*name.field, member.value, place, mistakes);
    } else if (!member.value.as_string()) {
      mistakes.wrong_type(place, member.value, "文字");
    }
  }
}

Explanation read_explanation(const json::Value& value, const form::Form& form, std::string_view pointer,
                             Mistakes& mistakes) {
  Explanation explanation;
  if (!expect_members(value, pointer, {"code", "cell", "values", "text"}, mistakes)) return explanation;
  explanation.code = read_string(value, pointer, "code", max_code_bytes, mistakes);
  explanation.cell = read_string(value, pointer, "cell", max_cell_bytes, mistakes);
  explanation.text = read_string(value, pointer, "text", max_cell_bytes, mistakes);
  if (!explanation.cell.empty() && !form.field_index(explanation.cell)) {
    mistakes.add(json::pointer_to(pointer, "cell"), "unknown_cell", explanation.cell, "");
  }
  const json::Value* const values = value.find("values");
  const std::string place = json::pointer_to(pointer, "values");
  if (!values) {
    mistakes.missing(pointer, "values");
  } else if (!values->as_object()) {
    mistakes.wrong_type(place, *values, "对象");
  } else {
    expect_addresses(*values->as_object(), form, place, mistakes);
    explanation.values = *values->as_object();
  }
  return explanation;
}

}  // namespace

ExplainedName find_explained(std::string_view name, const form::Form& form) {
  const auto& facts = form::context_names;
  if (std::find(facts.begin(), facts.end(), name) != facts.end()) return {true, nullptr};
  if (name.starts_with(prior_prefix)) name.remove_prefix(prior_prefix.size());
  const std::optional<std::size_t> index = form.field_index(name);
  return index ? ExplainedName{true, &form.fields[*index]} : ExplainedName{};
}

std::vector<Explanation> read_explanations(const json::Value& value, const form::Form& form,
                                           std::string_view pointer, Mistakes& mistakes) {
  const json::Array* const array = value.as_array();
  if (!array) {
    mistakes.wrong_type(pointer, value, "列表");
    return {};
  }
  if (array->size() > max_explanations) {
    mistakes.add(std::string(pointer), "too_many", std::to_string(array->size()) + " 份说明",
                 "至多 " + std::to_string(max_explanations) + " 份");
    return {};
  }
  std::vector<Explanation> explanations;
  for (std::size_t i = 0; i < array->size() && !mistakes.full(); ++i) {
    const std::string place = json::pointer_to(pointer, i);
    Explanation explanation = read_explanation((*array)[i], form, place, mistakes);
    const bool repeated =
        std::any_of(explanations.begin(), explanations.end(), [&](const Explanation& earlier) {
          return earlier.code == explanation.code && earlier.cell == explanation.cell;
        });
    if (repeated) mistakes.add(place, "duplicate_explanation", explanation.code, explanation.cell);
    explanations.push_back(std::move(explanation));
  }
  return explanations;
}

}  // namespace tianbao::document
