#include "shared/document/document.h"

#include <algorithm>

#include "shared/digest/sha256.h"
#include "shared/json/write.h"

namespace tianbao::document {

Document make_blank(const form::Form& form, std::string_view period, std::string_view subject) {
  Document document;
  document.form = {form.id, form.edition, form.digest};
  document.period = period;
  document.subject = subject;
  document.reporter = subject;
  document.cells.resize(form.fields.size());
  return document;
}

std::string digest(const Document& document, const form::Form& form) {
  return digest::sha256_hex(json::to_canonical(write(document, form)));
}

std::vector<std::size_t> differing_cells(const Document& left, const Document& right) {
  const Cell blank;
  const std::size_t count = std::max(left.cells.size(), right.cells.size());
  std::vector<std::size_t> differing;
  for (std::size_t i = 0; i < count; ++i) {
    const Cell& left_cell = i < left.cells.size() ? left.cells[i] : blank;
    const Cell& right_cell = i < right.cells.size() ? right.cells[i] : blank;
    if (!(left_cell == right_cell)) differing.push_back(i);
  }
  return differing;
}

}  // namespace tianbao::document
