#include "wasm/app/control_ids.h"

#include <cstddef>

namespace tianbao::app {
namespace {

std::string join(std::string_view word, std::string_view middle, std::string_view end) {
  std::string id(word);
  id += '.';
  id += middle;
  if (!end.empty()) {
    id += '.';
    id += end;
  }
  return id;
}

}  // namespace

std::string cell_id(std::string_view address) {
  return join("cell", address, "");
}

std::string option_id(std::string_view address, std::string_view choice) {
  return join("option", address, choice);
}

std::string other_id(std::string_view address) {
  return join("other", address, "");
}

std::string explanation_id(std::string_view code, std::string_view address) {
  return join("explain", code, address);
}

std::string finding_id(std::string_view code, std::string_view address) {
  return join("finding", code, address);
}

std::string why_id(std::string_view code, std::string_view address) {
  return join("why", code, address);
}

std::pair<std::string_view, std::string_view> split_first(std::string_view name) {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return {name, {}};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

std::pair<std::string_view, std::string_view> split_last(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return {{}, name};
  return {name.substr(0, dot), name.substr(dot + 1)};
}

}  // namespace tianbao::app
