#include "wasm/app/offer.h"

#include <string>
#include <utility>

#include "shared/document/rows.h"

namespace tianbao::app {
namespace {

/// What the context says under the name form::context_names[fact].
std::string fact_text(const document::Context& context, std::size_t fact) {
  if (fact >= document::site_facts.size()) return context.today;
  return context.site ? (*context.site).*document::site_facts[fact].text : std::string();
}

bool can_be_offered(const form::Field& field, const document::Cell& cell) {
  if (cell.state == document::CellState::none) return field.allows_none;
  return cell.state == document::CellState::value && !document::display(field, cell).empty();
}

/// A 备案号 is the same with 号 behind it and without.
std::string_view without_mark(std::string_view text) {
  constexpr std::string_view mark = "号";
  if (text.ends_with(mark)) text.remove_suffix(mark.size());
  return text;
}

bool say_the_same(const form::Field& field, const document::Cell& left, const document::Cell& right) {
  if (left.state != right.state) return false;
  if (field.type != form::FieldType::icp_number && field.type != form::FieldType::police_number) {
    return left.value == right.value;
  }
  return without_mark(document::display(field, left)) == without_mark(document::display(field, right));
}

}  // namespace

std::vector<Offer> offers(const form::Form& form, const document::Document& document,
                          const check::Outcome& outcome, std::size_t index) {
  const form::Field& field = form.fields[index];
  const document::Context& context = document.context;
  std::vector<Offer> known;
  const document::Cell& now = document.cells[index];
  if (now.state != document::CellState::blank || field.computed || !outcome.relevant[index]) return known;
  if (!document::is_asked(form, document, index)) return known;
  if (field.offer) {
    document::Cell cell = document::read_cell(field, fact_text(context, *field.offer));
    if (cell.state == document::CellState::value) known.push_back({OfferSource::context, std::move(cell)});
  }
  const bool has_prior = context.prior_known == document::PriorKnown::present &&
                         index < context.prior.cells.size() && field.offers_prior &&
                         form::can_hold_again(field.type);
  if (!has_prior || !can_be_offered(field, context.prior.cells[index])) return known;
  // How it was written last year, and what was remarked, is not taken over.
  const document::Cell& before = context.prior.cells[index];
  document::Cell cell;
  cell.state = before.state;
  cell.value = before.value;
  cell.other = before.other;
  if (!known.empty() && say_the_same(field, known.front().cell, cell)) {
    known.front().source = OfferSource::both;
  } else {
    known.push_back({OfferSource::prior, std::move(cell)});
  }
  return known;
}

}  // namespace tianbao::app
