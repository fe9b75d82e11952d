#include <algorithm>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

void refuse_duplicates(const ObjectReader& reader, const Choice& choice, const std::vector<Choice>& earlier,
                       Mistakes& mistakes) {
  const auto earlier_has = [&earlier](const std::string& text, std::string Choice::*member) {
    return !text.empty() && std::any_of(earlier.begin(), earlier.end(),
                                        [&](const Choice& other) { return other.*member == text; });
  };
  if (earlier_has(choice.id, &Choice::id)) {
    mistakes.add(reader.pointer_to("id"), "duplicate_id", choice.id, "与其他选项不同的 id");
  }
  // A printed form is read by the labels of its ticks, so two alike could not be told apart.
  if (earlier_has(choice.label, &Choice::label)) {
    mistakes.add(reader.pointer_to("label"), "duplicate_label", choice.label, "与其他选项不同的文字");
  }
}

void load_choice(const json::Value& value, std::string pointer, Field& field, Mistakes& mistakes) {
  ObjectReader reader(value, std::move(pointer), mistakes);
  Choice choice;
  choice.id = read_id(reader, mistakes);
  choice.label = reader.text("label", {.presence = Presence::required});
  choice.help = reader.text("help", {.max_characters = max_help_characters, .several_lines = true});
  if (field.type == FieldType::many_choices) {
    choice.other = reader.flag("other", false);
  } else {
    reader.refuse({"other"}, "只用于 many_choices");
  }
  if (const json::Value* print = reader.member("print", Presence::optional)) {
    ObjectReader hints(*print, reader.pointer_to("print"), mistakes);
    choice.break_after = hints.flag("break_after", false);
    hints.refuse_others();
  }
  reader.refuse_others();

  refuse_duplicates(reader, choice, field.choices, mistakes);
  if (choice.other && other_choice(field) != nullptr) {
    mistakes.add(reader.pointer_to("other"), "duplicate_other", "true", "每项最多一个“其他”");
  }
  field.choices.push_back(std::move(choice));
}

}  // namespace

void load_choices(ObjectReader& reader, Field& field, Mistakes& mistakes) {
  const json::Array* choices = reader.array("choices", Presence::required, max_choices);
  if (choices == nullptr) return;
  const std::string base = reader.pointer_to("choices");
  for (std::size_t index = 0; index < choices->size(); ++index) {
    load_choice((*choices)[index], json::pointer_to(base, index), field, mistakes);
  }
}

}  // namespace tianbao::form
