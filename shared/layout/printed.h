#pragma once

#include <string>
#include <vector>

#include "shared/document/cell.h"
#include "shared/form/form.h"
#include "shared/layout/grid.h"

namespace tianbao::layout {

/// A cell's content as paper shows it.
struct Printed {
  std::string text;
  std::vector<Option> options;
};

/// Choices become ticks, dates 2020年1月15日, 无 and what could not be read stand as they are, and a remark
/// follows in brackets.
Printed print_cell(const form::Field& field, const document::Cell& cell);

/// Options as one text, three U+3000 between them as the official table has it (domain.md §3.2).
std::string to_text(const std::vector<Option>& options);

}  // namespace tianbao::layout
