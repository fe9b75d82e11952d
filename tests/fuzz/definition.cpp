// Form definitions: what loads can be filled, checked and printed; what does not gets its mistakes told.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/load.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "shared/text/utf8.h"
#include "tests/fuzz/examine.h"
#include "tests/fuzz/property.h"
#include "tests/fuzz/target.h"

namespace {

using namespace tianbao;
using fuzz::promise;

/// As they are told.
std::vector<std::string> mistakes_in(const std::vector<form::DefinitionError>& errors) {
  promise(!errors.empty() && errors.size() <= form::max_mistakes + 1, "why a definition is refused is told");
  std::vector<std::string> told;
  for (const form::DefinitionError& error : errors) {
    told.push_back(form::describe(error));
    fuzz::promise_readable(told.back(), "a mistake has a message");
  }
  return told;
}

/// Cells as a person may fill them: `turn` chooses among texts that fit some type.
document::Document filled(const form::Form& form, std::size_t turn) {
  constexpr std::array<std::string_view, 11> typed = {"1",
                                                      "0.25",
                                                      "是",
                                                      "2020-01-15",
                                                      "无",
                                                      "约500",
                                                      "湘ICP备05009513号-1",
                                                      "http://www.dongkou.gov.cn",
                                                      "0739-7220000",
                                                      "999999999999999",
                                                      "洞口县"};
  document::Document document = document::make_blank(form, std::to_string(form.first_period), "4305250009");
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    const form::Field& field = form.fields[index];
    const std::string_view text = field.choices.empty() || (index + turn) % 3 == 0
                                      ? typed[(index + turn) % typed.size()]
                                      : std::string_view(field.choices[turn % field.choices.size()].id);
    document.cells[index] = document::read_cell(field, text);
  }
  document.context.today = "2020-01-20";
  document.context.site =
      document::Site{"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  document.context.prior_known = document::PriorKnown::present;
  document.context.prior = {std::to_string(form.first_period - 1), document.cells};
  return document;
}

void examine_form(const form::Form& form) {
  promise(form.dependency_order.size() == form.fields.size(), "every field has its place in the order");
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    promise(form.field_index(form.fields[index].address) == index, "a field is found by its address");
    promise(form.fields[index].section < form.sections.size(), "a field has its section");
  }
  fuzz::examine_document(form, document::make_blank(form, std::to_string(form.first_period), "4305250009"));
  for (const std::size_t turn : {std::size_t{0}, std::size_t{5}})
    fuzz::examine_document(form, filled(form, turn));
  const std::string schema = json::to_compact(schema::export_schema(form));
  promise(
      json::parse(schema, {.max_bytes = schema.size(), .max_depth = 64, .max_values = schema.size()}).ok(),
      "a schema is JSON");
}

}  // namespace

void tianbao::fuzz::examine(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto form = form::load(text);
  const auto again = form::load(text);
  promise(form.ok() == again.ok(), "loading twice is loading once");
  if (!form.ok()) {
    promise(mistakes_in(form.error()) == mistakes_in(again.error()), "the same mistakes are told");
    return;
  }
  promise(form.value().digest == again.value().digest, "a definition has one digest");
  const auto canonical = form::load(json::to_canonical(json::parse(text).value()));
  promise(canonical.ok() && canonical.value().digest == form.value().digest,
          "the canonical form is the same definition");
  examine_form(form.value());
}
