#include <algorithm>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

void refuse_duplicates(ObjectReader& reader, const Choice& choice, const std::vector<Choice>& earlier) {
  const auto earlier_has = [&earlier](const std::string& text, std::string Choice::*member) {
    return !text.empty() && std::any_of(earlier.begin(), earlier.end(),
                                        [&](const Choice& other) { return other.*member == text; });
  };
  if (earlier_has(choice.id, &Choice::id)) {
    reader.add("id", DefinitionErrorCode::duplicate_id, choice.id, Expected::unlike_other_choices);
  }
  // A printed form is read by the labels of its ticks, so two alike could not be told apart.
  if (earlier_has(choice.label, &Choice::label)) {
    reader.add("label", DefinitionErrorCode::duplicate_label, choice.label,
               Expected::label_unlike_other_choices);
  }
}

void load_choice(const json::Value& value, std::string pointer, Field& field, Mistakes& mistakes) {
  ObjectReader reader(value, std::move(pointer), mistakes);
  Choice choice;
  choice.id = read_id(reader);
  choice.label = reader.text("label", {.presence = Presence::required});
  choice.help = reader.text("help", {.max_characters = max_help_characters, .several_lines = true});
  if (field.type == FieldType::many_choices) {
    choice.other = reader.flag("other", false);
  } else {
    reader.refuse({"other"}, Expected::only_many_choices);
  }
  if (const json::Value* print = reader.member("print", Presence::optional)) {
    ObjectReader hints(*print, reader.pointer_to("print"), mistakes);
    choice.break_after = hints.flag("break_after", false);
    hints.refuse_others();
  }
  reader.refuse_others();

  refuse_duplicates(reader, choice, field.choices);
  if (choice.other && other_choice(field) != nullptr) {
    reader.add("other", DefinitionErrorCode::duplicate_other, "true", Expected::one_other);
  }
  field.choices.push_back(std::move(choice));
}

}  // namespace

void load_choices(ObjectReader& reader, Field& field, Loading& loading) {
  const json::Array* choices = reader.array("choices", Presence::required, max_choices);
  if (choices == nullptr) return;
  loading.choices += choices->size();
  if (loading.choices > max_all_choices) {
    reader
        .add("choices", DefinitionErrorCode::too_many, std::to_string(loading.choices),
             Expected::at_most_elements)
        .most = static_cast<std::int64_t>(max_all_choices);
    return;
  }
  const std::string base = reader.pointer_to("choices");
  for (std::size_t index = 0; index < choices->size(); ++index) {
    load_choice((*choices)[index], json::pointer_to(base, index), field, loading.mistakes);
  }
}

}  // namespace tianbao::form
