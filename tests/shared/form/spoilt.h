#pragma once

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <string_view>

#include "shared/form/load.h"

/// Sound definitions with one place of them spoilt, and what the loader says of them.
namespace tianbao::form {

/// `text` with its first `from`, which has to be there, replaced.
inline std::string spoilt(std::string text, std::string_view from, std::string_view to) {
  const std::size_t place = text.find(from);
  INFO(from);
  REQUIRE(place != std::string::npos);
  return text.replace(place, from.size(), to);
}

/// "pointer code, pointer code"; "" for a definition that loads.
inline std::string mistakes_in(std::string_view text) {
  const auto loaded = load(text);
  std::string all;
  if (loaded.ok()) return all;
  for (const DefinitionError& error : loaded.error()) {
    all += (all.empty() ? "" : ", ") + error.pointer + " " + std::string(code_name(error.code));
  }
  return all;
}

}  // namespace tianbao::form
