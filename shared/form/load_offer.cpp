// What a clerk need not type: values that are known, and 本节无.
#include <array>
#include <utility>
#include <vector>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

/// Beside plain texts the fields that a fact of the context is offered to; none for the year.
constexpr std::array<std::pair<std::string_view, FieldType>, 7> facts = {
    {{"site.code", FieldType::site_code},
     {"site.name", FieldType::text},
     {"site.url", FieldType::url},
     {"site.organiser", FieldType::text},
     {"site.icp_number", FieldType::icp_number},
     {"site.police_number", FieldType::police_number},
     {"today", FieldType::date}}};

constexpr bool stand_as_in_context() {
  for (std::size_t fact = 0; fact < facts.size(); ++fact) {
    if (facts[fact].first != context_names[fact]) return false;
  }
  return true;
}
static_assert(stand_as_in_context());

bool is_plain(FieldType type) {
  return type == FieldType::text || type == FieldType::long_text;
}

}  // namespace

void read_offer(ObjectReader& reader, Field& field) {
  if (is_number(field.type) || reader.has("computed")) {
    reader.refuse({"offer"}, Expected::nothing_to_offer);
    return;
  }
  const json::Value* const value = reader.member("offer", Presence::optional);
  if (value == nullptr) return;
  if (const bool* const offers = value->as_bool()) {
    field.offers_prior = *offers;
    return;
  }
  std::vector<std::string_view> words = {"false"};
  std::vector<std::size_t> named;
  for (std::size_t fact = 0; fact < facts.size(); ++fact) {
    if (facts[fact].second != field.type && !is_plain(field.type)) continue;
    words.push_back(facts[fact].first);
    named.push_back(fact);
  }
  const std::string* const text = value->as_string();
  for (const std::size_t fact : named) {
    if (text != nullptr && *text == facts[fact].first) field.offer = fact;
  }
  if (field.offer) return;
  reader
      .add("offer", text == nullptr ? DefinitionErrorCode::wrong_type : DefinitionErrorCode::unknown_value,
           text == nullptr ? shown(*value) : *text, Expected::word)
      .words = std::move(words);
}

void refuse_idle_none(Loading& loading) {
  const std::vector<Section>& sections = loading.form.sections;
  std::vector<bool> answers(sections.size(), false);
  for (const Field& field : loading.form.fields) {
    if (none_answer(field) != NoneAnswer::impossible) answers[field.section] = true;
  }
  for (std::size_t index = 0; index < sections.size(); ++index) {
    const Section& section = sections[index];
    if (!section.allows_none) continue;
    const bool has_cell = section.place == SectionPlace::table && section.prints_label;
    if (has_cell && answers[index]) continue;
    loading.mistakes.add(json::pointer_to(json::pointer_to("/sections", index), "allows_none"),
                         DefinitionErrorCode::unexpected_member, "allows_none",
                         has_cell ? Expected::field_with_none_answer : Expected::only_labelled_sections);
  }
}

}  // namespace tianbao::form
