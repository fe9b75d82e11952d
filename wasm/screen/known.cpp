#include "wasm/screen/known.h"

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "shared/document/rows.h"
#include "shared/layout/grid.h"
#include "shared/region/regions.h"
#include "shared/text/utf8.h"
#include "wasm/app/offer.h"
#include "wasm/screen/comparison.h"
#include "wasm/screen/parts.h"

namespace tianbao::screen {
namespace {

constexpr std::size_t most_characters = 60;

std::string source_text(const app::Report& report, const form::Field& field, app::OfferSource source) {
  if (source == app::OfferSource::prior) return prior_name(report.document) + "填报";
  const bool is_registered = field.offer && *field.offer < document::site_facts.size();
  return is_registered ? "登记信息" : "今天";
}

Node build_offer(const app::Report& report, std::size_t index, const app::Offer& offer) {
  const form::Field& field = report.form.fields[index];
  const bool is_prior = offer.source == app::OfferSource::prior;
  Node take = make_node(Kind::button, (is_prior ? "take.prior." : "take.context.") + field.address);
  take.text = "采用" + source_text(report, field, offer.source) + "：" +
              text::shortened(document::display(field, offer.cell), most_characters);
  take.label = layout::full_label(report.form, index) + " " + take.text;
  return take;
}

/// Where an identifier comes from; "" where it does not say, or nobody knows.
std::string place_text(const app::Report& report, std::size_t field) {
  const form::Field& asked = report.form.fields[field];
  const auto* const identifier = std::get_if<std::string>(&report.document.cells[field].value);
  const std::shared_ptr<const region::Regions>& regions = report.document.context.regions;
  if (!asked.region_slot || identifier == nullptr || !regions) return {};
  return std::string(regions->place(region::code_of(*identifier)).value_or(""));
}

Node build_undo(const std::string& what) {
  Node undo = make_button("undo_fill", "撤销");
  undo.label = "撤销" + what;
  return undo;
}

/// How many blank cells 全部采用 would fill.
std::size_t count_offers(const app::Report& report) {
  std::size_t count = 0;
  for (std::size_t field = 0; field < report.form.fields.size(); ++field) {
    const auto known = app::offers(report.form, report.document, report.checked.outcome(), field);
    if (known.size() == 1) ++count;
  }
  return count;
}

std::size_t count_answerable(const app::Report& report, std::size_t section) {
  std::size_t count = 0;
  for (std::size_t field = 0; field < report.form.fields.size(); ++field) {
    const form::Field& asked = report.form.fields[field];
    if (asked.section == section && report.document.cells[field].state == document::CellState::blank &&
        report.checked.outcome().relevant[field] &&
        form::none_answer(asked) != form::NoneAnswer::impossible &&
        document::is_asked(report.form, report.document, field))
      ++count;
  }
  return count;
}

}  // namespace

std::vector<Node> build_known(const app::Report& report, std::size_t field) {
  std::vector<Node> nodes;
  std::string place = place_text(report, field);
  if (!place.empty()) {
    nodes.push_back(make_text("region." + report.form.fields[field].address, std::move(place), Tone::muted));
  }
  const std::vector<app::Offer> offers =
      app::offers(report.form, report.document, report.checked.outcome(), field);
  // An offer of last year's says what it was.
  if (offers.empty() || offers.back().source == app::OfferSource::context) {
    std::string text = comparison(report.form, report.document, field);
    if (!text.empty()) {
      nodes.push_back(make_text("prior." + report.form.fields[field].address, std::move(text), Tone::muted));
    }
  }
  for (const app::Offer& offer : offers) nodes.push_back(build_offer(report, field, offer));
  if (!stands_below_row(report.form, field)) return nodes;
  const form::Field& asked = report.form.fields[field];
  const form::Group& table = report.form.sections[asked.section].groups[asked.group];
  for (Node& node : nodes) node.text.insert(0, table.columns[asked.table_cell->column].label + " ");
  return nodes;
}

bool stands_below_row(const form::Form& form, std::size_t field) {
  // Six digits, grouped, have room in one of five columns of a window 900 pixels wide.
  constexpr std::size_t most_columns = 5;
  const form::Field& asked = form.fields[field];
  return asked.table_cell && form.sections[asked.section].groups[asked.group].columns.size() > most_columns;
}

void add_offers(const app::State& state, Node& page) {
  const app::Report& report = *state.report;
  if (!app::can_edit(state)) return;
  Node node = make_node(Kind::finding, "offers");
  node.tone = Tone::notice;
  if (report.filled.has_value() && !report.filled->section.has_value()) {
    node.text = "已采用 " + std::to_string(report.filled->fields.size()) + " 项，请核对是否仍然如此。";
    node.children.push_back(build_undo("全部采用"));
    page.children.push_back(std::move(node));
    return;
  }
  const std::size_t count = count_offers(report);
  if (count < 2) return;  // a single one is taken where it stands
  node.text = "有 " + std::to_string(count) +
              " 项还空着，内容已经知道（登记信息、上年填报、当天日期）。可以在各项下面采用，也可以一次采用。";
  node.children.push_back(make_button("take_all", "全部采用"));
  page.children.push_back(std::move(node));
}

void add_none_act(const app::Report& report, std::size_t index, Node& cell) {
  const form::Section& section = report.form.sections[index];
  if (!section.allows_none) return;
  if (report.filled.has_value() && report.filled->section == index) {
    cell.children.push_back(
        make_text("filled", "已填 " + std::to_string(report.filled->fields.size()) + " 项", Tone::muted));
    cell.children.push_back(build_undo(section.label + "本节无"));
  } else if (count_answerable(report, index) > 0) {
    Node button = make_node(Kind::button, "none." + section.id);
    button.text = "本节无";
    button.label = section.label + " 本节无";
    cell.children.push_back(std::move(button));
  }
}

}  // namespace tianbao::screen
