#include "server/store/lint_text.h"

namespace tianbao::store {

std::string lint_text(const std::string& path, const std::vector<form::DefinitionError>& errors) {
  std::string text = path + " 有 " + std::to_string(errors.size()) + " 处错误：";
  for (const form::DefinitionError& error : errors) text += "\n" + form::describe(error);
  return text;
}

}  // namespace tianbao::store
