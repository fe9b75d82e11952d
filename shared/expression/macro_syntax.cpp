#include "shared/expression/macro_syntax.h"

#include <array>

namespace tianbao::expression {
namespace {

// Those with two variables first: a second name before a comma could else be taken for an expression.
constexpr std::array<MacroSyntax, 15> macro_table = {{
    {"all", Macro::all, 2, 1, 1},
    {"all", Macro::all, 1, 1, 1},
    {"exists", Macro::exists, 2, 1, 1},
    {"exists", Macro::exists, 1, 1, 1},
    {"exists_one", Macro::exists_one, 2, 1, 1},
    {"exists_one", Macro::exists_one, 1, 1, 1},
    {"existsOne", Macro::exists_one, 2, 1, 1},
    {"existsOne", Macro::exists_one, 1, 1, 1},
    {"map", Macro::map, 1, 1, 2},
    {"filter", Macro::filter, 1, 1, 1},
    {"transformList", Macro::transform_list, 2, 1, 2},
    {"transformMap", Macro::transform_map, 2, 1, 2},
    {"transformMapEntry", Macro::transform_map_entry, 2, 1, 2},
    {"optMap", Macro::optional_map, 1, 1, 1},
    {"optFlatMap", Macro::optional_flat_map, 1, 1, 1},
}};

}  // namespace

const MacroSyntax* find_macro(std::string_view name, std::size_t leading_names) {
  for (const MacroSyntax& each : macro_table) {
    if (each.name == name && each.variables <= leading_names) return &each;
  }
  return nullptr;
}

std::span<const MacroSyntax> macros() {
  return macro_table;
}

}  // namespace tianbao::expression
