#include "shared/form/form.h"

#include <algorithm>
#include <utility>

namespace tianbao::form {

std::optional<std::size_t> Form::field_index(std::string_view address) const {
  const auto found = std::find_if(fields.begin(), fields.end(),
                                  [address](const Field& field) { return field.address == address; });
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

expression::Type expression_type(FieldType type) {
  switch (type) {
    case FieldType::whole_number:
    case FieldType::decimal:
      return expression::Type::decimal;
    case FieldType::yes_no:
      return expression::Type::boolean;
    case FieldType::many_choices:
      return expression::Type::list;
    case FieldType::text:
    case FieldType::long_text:
    case FieldType::one_choice:
    case FieldType::date:
    case FieldType::url:
    case FieldType::phone:
    case FieldType::email:
    case FieldType::site_code:
    case FieldType::icp_number:
    case FieldType::police_number:
      return expression::Type::string;
  }
  return expression::Type::dynamic;
}

std::vector<expression::Declaration> declarations(const std::vector<Field>& fields) {
  std::vector<expression::Declaration> names;
  names.reserve(Slots{fields.size()}.count());
  for (const Field& field : fields) names.push_back({field.address, expression_type(field.type)});
  for (const Field& field : fields) names.push_back({"prior." + field.address, expression_type(field.type)});
  for (const std::string_view name : context_names) {
    names.push_back(
        {std::string(name), name == "period" ? expression::Type::decimal : expression::Type::string});
  }
  return names;
}

}  // namespace tianbao::form
