#include "shared/document/bring.h"

#include <algorithm>
#include <optional>

#include "shared/document/read_members.h"

namespace tianbao::document {
namespace {

/// The explanation is written for its values: where one of them is asked for no more, it holds no more.
bool is_about(const Explanation& explanation, const form::Form& form) {
  if (!form.field_index(explanation.cell)) return false;
  for (const json::Member& member : explanation.values) {
    if (!find_explained(member.key, form).known) return false;
  }
  return true;
}

}  // namespace

std::vector<Cell> bring_cells_onto(const form::Form& to, const form::Form& from,
                                   const std::vector<Cell>& cells) {
  std::vector<Cell> brought(to.fields.size());
  for (std::size_t i = 0; i < to.fields.size(); ++i) {
    const std::optional<std::size_t> source = from.field_index(to.fields[i].address);
    if (source && from.fields[*source].type == to.fields[i].type) brought[i] = cells[*source];
  }
  return brought;
}

Document bring_onto(const form::Form& to, const form::Form& from, Document document) {
  document.form = {to.id, to.edition, to.digest};
  document.cells = bring_cells_onto(to, from, document.cells);
  if (document.context.prior_known == PriorKnown::present) {
    document.context.prior.cells = bring_cells_onto(to, from, document.context.prior.cells);
  }
  auto& explanations = document.explanations;
  explanations.erase(std::remove_if(explanations.begin(), explanations.end(),
                                    [&to](const Explanation& each) { return !is_about(each, to); }),
                     explanations.end());
  return document;
}

}  // namespace tianbao::document
