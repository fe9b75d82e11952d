#include "tests/bench/rules/tasks.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/check/check.h"
#include "shared/json/parse.h"
#include "shared/json/write.h"
#include "shared/schema/schema.h"
#include "tests/bench/rules/building.h"
#include "tests/bench/rules/verdicts.h"
#include "tests/support/reports.h"
#include "tests/support/require.h"

namespace tianbao::bench {
namespace {

json::Value document_of(json::Value bindings, std::string_view verdict) {
  return json::Object{{"bindings", std::move(bindings)}, {"verdicts", json::Array{verdict}}};
}

json::Array one_rule(std::string_view source) {
  return {json::Object{{"code", "R001"}, {"rule", source}}};
}

json::Value formula_bindings(std::int64_t last) {
  return json::Object{{"a", number(78)}, {"b", number(16887)}, {"c", number(16965)}, {"last", number(last)}};
}

/// `spoilt_total` more in the last record, so that every record has to be looked at.
json::Value records(std::int64_t spoilt_total) {
  constexpr std::int64_t count = 100;
  json::Array rows;
  for (std::int64_t row = 0; row < count; ++row) {
    const std::int64_t natural = 10'000 + 37 * row;
    const std::int64_t legal = 3'000 + 11 * row;
    const std::int64_t spoilt = row == count - 1 ? spoilt_total : 0;
    rows.push_back(json::Object{
        {"total", number(natural + legal + spoilt)}, {"natural", number(natural)}, {"legal", number(legal)}});
  }
  return json::Object{{"rows", std::move(rows)}};
}

json::Value verdicts_of(const form::Form& form, const document::Document& report) {
  return verdict_words(check::check(form, report, report.context).verdicts);
}

json::Value report_document(const form::Form& form, const document::Document& report) {
  return json::Object{{"document", document::write(report, form)},
                      {"bindings", bindings(form, report)},
                      {"verdicts", verdicts_of(form, report)}};
}

document::Document report_with_context(const form::Form& form) {
  document::Document report = testing::published_report("dongkou-2019");
  const document::Site site = {"4305250009", "洞口县人民政府", "http://www.dongkou.gov.cn", "洞口县人民政府"};
  report.context = {
      "2020-01-20", site, document::PriorKnown::present, {"2018", report.cells}, testing::all_regions()};
  report.form = {form.id, form.edition, form.digest};
  return report;
}

/// Without the rules that ask for regions, of which peers know nothing.
json::Value work_report_for_peers() {
  const auto definition = json::parse(testing::work_report_text());
  testing::require(definition.ok(), "the definition of the work report");
  json::Object members;
  for (const json::Member& member : *definition.value().as_object()) {
    if (member.key != "rules") {
      members.push_back(member);
      continue;
    }
    json::Array rules;
    for (const json::Value& rule : *member.value.as_array()) {
      const json::Value* const source = rule.find("rule");
      const bool asks = source != nullptr && source->as_string()->find("region(") != std::string::npos;
      if (!asks) rules.push_back(rule);
    }
    members.push_back({member.key, std::move(rules)});
  }
  return members;
}

}  // namespace

json::Value formula_task() {
  return json::Object{{"name", "formula"},
                      {"title", "a + b == c && c > last/2"},
                      {"dialect", "form"},
                      {"rules", one_rule("a + b == c && c > last/2")},
                      {"documents", json::Array{document_of(formula_bindings(12089), "pass"),
                                                document_of(formula_bindings(40000), "fail")}},
                      {"schema", counts_schema({"a", "b", "c", "last"})},
                      {"schema_documents", json::Array{formula_bindings(12089),
                                                       json::Object{{"a", number(78)}, {"b", "16887"}}}}};
}

json::Value rows_task() {
  const json::Object row = {
      {"==", json::Array{json::Object{{"var", "total"}},
                         json::Object{{"+", json::Array{json::Object{{"var", "natural"}},
                                                        json::Object{{"var", "legal"}}}}}}}};
  const json::Object logic = {{"all", json::Array{json::Object{{"var", "rows"}}, row}}};
  const json::Object schema = {
      {"type", "object"},
      {"properties",
       json::Object{{"rows", json::Object{{"type", "array"},
                                          {"items", counts_schema({"total", "natural", "legal"})}}}}},
      {"required", json::Array{"rows"}}};
  return json::Object{
      {"name", "rows"},
      {"title", "rows.all(r, r.total == r.natural + r.legal), 100 rows"},
      {"dialect", "cel"},
      {"rules", one_rule("rows.all(r, r.total == r.natural + r.legal)")},
      {"documents", json::Array{document_of(records(0), "pass"), document_of(records(1), "fail")}},
      {"logic", json::Array{logic}},
      {"schema", schema},
      {"schema_documents", json::Array{records(0), records(-1'000'000)}}};
}

json::Value work_report_task() {
  const json::Value definition = work_report_for_peers();
  const form::Form form = testing::load_form(json::to_compact(definition));
  const document::Document report = report_with_context(form);
  document::Document spoilt = report;
  const std::pair<std::string_view, std::string_view> changes[] = {
      {"basic.home_url", "http://www.example.com"},
      {"basic.page_views", "500"},
      {"release.overview", "79"},
      {"interpretation.comments", "2"},
      {"services.items_fully_online", "3842"},
      {"interaction.messages_handled", "600"},
      {"interaction.handling_days", "366.5"},
      {"signature.date", "2020-03-01"}};
  for (const auto& [address, typed] : changes) testing::type_into(form, spoilt, address, typed);
  json::Object broken;
  const json::Value complete = document::write(report, form);
  for (const json::Member& member : *complete.as_object()) {
    if (member.key != "values") broken.push_back(member);
  }
  return json::Object{
      {"name", "work_report"},
      {"title", "work report 2017: " + std::to_string(form.rules.size()) + " rules"},
      {"form", definition},
      {"rules", peer_rules(form)},
      {"doubles", json::Array{"interaction.handling_days", "prior.interaction.handling_days"}},
      {"documents", json::Array{report_document(form, report), report_document(form, spoilt)}},
      {"schema", schema::export_schema(form)},
      {"schema_documents", json::Array{complete, std::move(broken)}}};
}

}  // namespace tianbao::bench
