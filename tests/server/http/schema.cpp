#include "tests/server/http/schema.h"

#include <algorithm>
#include <regex>

#include "shared/json/write.h"
#include "shared/text/utf8.h"

namespace tianbao::testing {

namespace {

std::string type_of(const json::Value& value) {
  if (value.is_null()) return "null";
  if (value.as_bool() != nullptr) return "boolean";
  if (value.as_string() != nullptr) return "string";
  if (value.as_array() != nullptr) return "array";
  if (value.as_object() != nullptr) return "object";
  return value.as_number()->is_integer() ? "integer" : "number";
}

bool is_of_type(const json::Value& value, const std::string& type) {
  return type_of(value) == type || (type == "number" && type_of(value) == "integer");
}

class Validator {
 public:
  explicit Validator(const json::Value& openapi) : openapi_(openapi) {}

  std::string check(const json::Value& schema, const json::Value& value, const std::string& pointer) const {
    std::string found;
    for (const json::Member& keyword : *schema.as_object()) {
      found += check_keyword(schema, keyword.key, keyword.value, value, pointer);
    }
    return found;
  }

 private:
  static std::string violation(const std::string& pointer, const std::string& what) {
    return pointer + ": " + what + "\n";
  }

  std::string check_keyword(const json::Value& schema, const std::string& key, const json::Value& argument,
                            const json::Value& value, const std::string& pointer) const {
    if (key == "description" || key == "format") return {};
    if (key == "$ref") {
      const json::Value* const target = at_pointer(openapi_, argument.as_string()->substr(1));
      return target == nullptr ? violation(pointer, "dangling $ref") : check(*target, value, pointer);
    }
    if (key == "type") return check_type(argument, value, pointer);
    if (key == "const") return argument == value ? "" : violation(pointer, "not the constant");
    if (key == "enum" || key == "anyOf" || key == "allOf")
      return check_alternatives(key, argument, value, pointer);
    if (key == "required" || key == "properties") return check_object(key, argument, value, pointer);
    if (key == "additionalProperties") return check_additional(schema, argument, value, pointer);
    if (key == "items") return check_items(argument, value, pointer);
    return check_extent(key, argument, value, pointer);
  }

  static std::string check_type(const json::Value& argument, const json::Value& value,
                                const std::string& pointer) {
    bool fits = argument.as_string() != nullptr && is_of_type(value, *argument.as_string());
    if (const json::Array* const types = argument.as_array()) {
      fits = std::any_of(types->begin(), types->end(),
                         [&](const json::Value& type) { return is_of_type(value, *type.as_string()); });
    }
    return fits ? "" : violation(pointer, "is of type " + type_of(value));
  }

  std::string check_alternatives(const std::string& key, const json::Value& argument,
                                 const json::Value& value, const std::string& pointer) const {
    std::string complaints;
    for (const json::Value& alternative : *argument.as_array()) {
      const std::string complaint = key == "enum"
                                        ? (alternative == value ? "" : violation(pointer, "not in enum"))
                                        : check(alternative, value, pointer);
      if (complaint.empty() && key != "allOf") return {};
      complaints += complaint;
    }
    return complaints;
  }

  std::string check_object(const std::string& key, const json::Value& argument, const json::Value& value,
                           const std::string& pointer) const {
    std::string complaints;
    if (value.as_object() == nullptr) return complaints;
    if (key == "required") {
      for (const json::Value& name : *argument.as_array()) {
        if (value.find(*name.as_string()) == nullptr)
          complaints += violation(pointer, "lacks " + *name.as_string());
      }
      return complaints;
    }
    for (const json::Member& property : *argument.as_object()) {
      if (const json::Value* const member = value.find(property.key)) {
        complaints += check(property.value, *member, json::pointer_to(pointer, property.key));
      }
    }
    return complaints;
  }

  std::string check_additional(const json::Value& schema, const json::Value& argument,
                               const json::Value& value, const std::string& pointer) const {
    std::string complaints;
    const json::Value* const properties = schema.find("properties");
    if (value.as_object() == nullptr) return complaints;
    for (const json::Member& member : *value.as_object()) {
      if (properties != nullptr && properties->find(member.key) != nullptr) continue;
      const std::string place = json::pointer_to(pointer, member.key);
      complaints += argument.as_bool() != nullptr ? violation(place, "is not described")
                                                  : check(argument, member.value, place);
    }
    return complaints;
  }

  std::string check_items(const json::Value& argument, const json::Value& value,
                          const std::string& pointer) const {
    std::string complaints;
    if (value.as_array() == nullptr) return complaints;
    for (std::size_t i = 0; i < value.as_array()->size(); ++i) {
      complaints += check(argument, (*value.as_array())[i], json::pointer_to(pointer, i));
    }
    return complaints;
  }

  static std::string check_extent(const std::string& key, const json::Value& argument,
                                  const json::Value& value, const std::string& pointer) {
    if (key == "pattern") {
      if (value.as_string() == nullptr ||
          std::regex_match(*value.as_string(), std::regex(*argument.as_string())))
        return {};
      return violation(pointer, "does not match " + *argument.as_string());
    }
    const auto limit = static_cast<std::size_t>(argument.as_number()->to_integer().value_or(0));
    if (key == "maxLength") {
      const bool fits = value.as_string() == nullptr || text::count_code_points(*value.as_string()) <= limit;
      return fits ? "" : violation(pointer, "too long");
    }
    if (key == "maxItems") {
      return value.as_array() == nullptr || value.as_array()->size() <= limit
                 ? ""
                 : violation(pointer, "too many items");
    }
    if (key == "minimum") {
      return value.as_number() == nullptr || *value.as_number() >= *argument.as_number()
                 ? ""
                 : violation(pointer, "too small");
    }
    return violation(pointer, "keyword " + key + " is not known here");
  }

  const json::Value& openapi_;
};

}  // namespace

const json::Value* at_pointer(const json::Value& root, std::string_view pointer) {
  const json::Value* value = &root;
  while (!pointer.empty() && value != nullptr) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    value = value->find(pointer.substr(0, end));
    pointer.remove_prefix(end);
  }
  return value;
}

std::string schema_violations(const json::Value& openapi, const json::Value& schema,
                              const json::Value& value) {
  return Validator(openapi).check(schema, value, "");
}

}  // namespace tianbao::testing
