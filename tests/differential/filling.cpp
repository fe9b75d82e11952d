#include "tests/differential/filling.h"

#include <array>
#include <string>
#include <string_view>

#include "shared/check/check.h"
#include "tests/differential/random_text.h"
#include "tests/differential/typed_texts.h"
#include "tests/support/reports.h"

namespace tianbao::differential {
namespace {

std::string random_ticks(const form::Field& field, Random& random) {
  std::string text;
  for (const form::Choice& choice : field.choices) {
    text += random.one_in(2) ? "☑" : "□";
    text += choice.label + (choice.other && random.one_in(2) ? " 扫码办事 " : " ");
  }
  return text;
}

/// What may well be right in a cell of that type.
std::string plausible(const form::Field& field, Random& random) {
  constexpr std::array<std::string_view, 6> days = {"2020-01-15",   "2019年12月31日", "2020.2.29",
                                                    "２０２０-1-5", "1900-02-29",     "9999-12-31"};
  constexpr std::array<std::string_view, 7> identifiers = {"4305250009",
                                                           "3101150020",
                                                           "4305990009",
                                                           "9905250009",
                                                           "43052502000024",
                                                           "31011502006445",
                                                           "京公网安备110105000722"};
  switch (field.type) {
    case form::FieldType::site_code:
    case form::FieldType::police_number:
      return std::string(random.pick(identifiers));
    case form::FieldType::whole_number:
      return std::to_string(random.below(random.one_in(2) ? 20 : 200'000));
    case form::FieldType::decimal:
      return random_decimal(random, 17);
    case form::FieldType::yes_no:
      return random.one_in(2) ? "是" : "□是 ☑否";
    case form::FieldType::one_choice:
      return field.choices.empty() ? "" : random.pick(field.choices).label;
    case form::FieldType::many_choices:
      return random_ticks(field, random);
    case form::FieldType::date:
      return std::string(random.pick(days));
    default:
      return random_text(random);
  }
}

void explain(const check::Finding& finding, const form::Form& form, document::Document& document) {
  document.explanations.push_back({finding.code, form.fields[finding.fields.front()].address,
                                   check::explained_values(finding, form, document), "情况属实。"});
}

}  // namespace

void type_into_some(const form::Form& form, document::Document& document, Random& random) {
  for (std::size_t count = 1 + random.below(5); count > 0; --count) {
    const std::size_t index = random.below(form.fields.size());
    // Half of the texts come from another cell of the same report: plausible figures in the wrong place.
    const std::size_t other = random.below(form.fields.size());
    const std::string text = random.one_in(2) ? document::display(form.fields[other], document.cells[other])
                                              : std::string(random.pick(typed_texts));
    document.cells[index] = document::read_cell(form.fields[index], text);
  }
}

document::Document random_document(const form::Form& form, Random& random) {
  document::Document document = document::make_blank(form, "2019", "4305250009");
  for (std::size_t index = 0; index < form.fields.size(); ++index) {
    if (random.one_in(6)) continue;
    const form::Field& field = form.fields[index];
    const std::string text =
        random.one_in(3) ? std::string(random.pick(typed_texts)) : plausible(field, random);
    document.cells[index] = document::read_cell(field, text);
    if (random.one_in(16)) document.cells[index].remark = random_text(random);
  }
  document.context = random_context(document, random);
  return document;
}

document::Context random_context(const document::Document& document, Random& random) {
  document::Context context;
  if (!random.one_in(8)) context.today = random.one_in(2) ? "2020-01-20" : "2018-01-26";
  if (!random.one_in(8))
    context.site = document::Site{"4305250009",
                                  "洞口县人民政府",
                                  "http://www.dongkou.gov.cn",
                                  "洞口县人民政府",
                                  random.one_in(2) ? "湘ICP备09023995号" : "",
                                  ""};
  if (!random.one_in(8)) context.regions = testing::all_regions();
  context.prior_known = static_cast<document::PriorKnown>(random.below(3));
  if (context.prior_known == document::PriorKnown::present) context.prior = {"2018", document.cells};
  return context;
}

void explain_some(const form::Form& form, document::Document& document, Random& random) {
  const check::Outcome outcome = check::check(form, document, document.context);
  for (const check::Finding& finding : outcome.findings) {
    if (finding.explain == form::Explain::none || random.one_in(2)) continue;
    explain(finding, form, document);
    document::Explanation& explanation = document.explanations.back();
    if (random.one_in(4)) explanation.values.clear();
    explanation.text = random.one_in(8) ? " " : explanation.text + random_text(random);
  }
}

void mend(const form::Form& form, document::Document& document, Random& random) {
  constexpr int rounds = 12;
  for (int round = 0; round < rounds; ++round) {
    check::recompute(form, document, document.context);
    const check::Outcome outcome = check::check(form, document, document.context);
    for (const check::Finding& finding : outcome.findings) {
      if (finding.severity != form::Severity::error) continue;
      const std::size_t index = random.pick(finding.fields);
      const std::string text = random.one_in(2) ? plausible(form.fields[index], random) : std::string();
      document.cells[index] = document::read_cell(form.fields[index], text);
    }
  }
  for (const check::Finding& finding : check::check(form, document, document.context).findings) {
    if (finding.explain != form::Explain::none) explain(finding, form, document);
  }
}

}  // namespace tianbao::differential
