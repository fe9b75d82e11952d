#include "tests/schema/generate.h"

#include <utility>

#include "shared/document/document.h"
#include "tests/schema/edges.h"
#include "tests/schema/edit.h"

namespace tianbao::testing {
namespace {

bool is_always_required(const form::Field& field) {
  return field.required && !field.relevant && field.required->source() == "true";
}

json::Value site() {
  return json::Object{{"code", "4305250009"},
                      {"name", "洞口县"},
                      {"url", ""},
                      {"organiser", "洞口县人民政府"},
                      {"icp_number", "湘ICP备09023995号"}};
}

json::Value plain_explanation(const std::string& code) {
  return json::Object{{"code", code}, {"cell", ""}, {"values", json::Object()}, {"text", ""}};
}

/// Takes a member out, puts one in that nobody knows, or makes it something else.
void spoil_member(json::Value& object, std::string_view key, Random& random) {
  switch (random.below(3)) {
    case 0:
      remove_member(object, key);
      break;
    case 1:
      member(object, edited(std::string(key), random));
      break;
    default:
      member(object, key) = any_json(random);
      break;
  }
}

}  // namespace

Generator::Generator(const form::Form& form) : form_(form) {
  for (const form::Field& field : form.fields) samples_.emplace_back(field);
}

json::Value Generator::valid(Random& random) const {
  json::Value document = document::write(document::make_blank(form_, "2019", "4305250009"), form_);
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const form::Field& field = form_.fields[i];
    if (!is_always_required(field) && random.one_in(3)) continue;
    member(document, {"values", form_.sections[field.section].id, field.id}) = samples_[i].valid_cell(random);
  }
  if (random.one_in(3)) {
    member(document, "context") =
        json::Object{{"today", "2020-01-20"},
                     {"site", site()},
                     {"prior", json::Object{{"period", "2018"}, {"values", json::Object()}}}};
  }
  return document;
}

json::Value Generator::complete(Random& random) const {
  json::Value document = valid(random);
  json::Value& context = member(document, "context");
  context = json::Object{{"today", "2020-01-20"}, {"site", site()}};
  member(context, "prior") = json::Object{{"period", "2018"}};
  json::Value quoted = json::Object();
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const form::Field& field = form_.fields[i];
    const json::Value cell = samples_[i].valid_cell(random);
    member(document, {"values", form_.sections[field.section].id, field.id}) = cell;
    member(context, {"prior", "values", form_.sections[field.section].id, field.id}) = cell;
    member(quoted, field.address) = cell;
  }
  for (const std::string_view name : form::context_names) member(quoted, name) = "2019";
  member(document, "explanations") = json::Array{json::Object{{"code", "W101"},
                                                              {"cell", form_.fields[0].address},
                                                              {"values", std::move(quoted)},
                                                              {"text", "情况属实。"}}};
  return document;
}

std::vector<json::Value> Generator::edges(const json::Value& valid, Random& random) const {
  std::vector<json::Value> documents;
  for (std::size_t i = 0; i < form_.fields.size(); ++i) {
    const form::Field& field = form_.fields[i];
    const std::string& section = form_.sections[field.section].id;
    for (const json::Value& cell : edge_cells(field, samples_[i].valid_value(random))) {
      member(documents.emplace_back(valid), {"values", section, field.id}) = cell;
      json::Value& prior = member(documents.emplace_back(valid), {"context", "prior"});
      member(prior, "period") = "2018";
      member(prior, {"values", section, field.id}) = cell;
      for (const json::Member& each :
           {json::Member{field.address, cell}, json::Member{"prior." + field.address, cell}}) {
        json::Value explanation = plain_explanation("W101");
        member(explanation, "values") = json::Object{each};
        member(documents.emplace_back(valid), "explanations") = json::Array{std::move(explanation)};
      }
    }
  }
  for (const std::size_t count : {document::max_explanations, document::max_explanations + 1}) {
    json::Array explanations;
    for (std::size_t i = 0; i < count; ++i)
      explanations.push_back(plain_explanation("W" + std::to_string(i)));
    member(documents.emplace_back(valid), "explanations") = std::move(explanations);
  }
  return documents;
}

json::Value Generator::kept_values(Random& random) const {
  json::Value values = json::Object();
  for (std::size_t count = random.below(4); count > 0; --count) {
    const std::size_t i = random.below(form_.fields.size());
    const form::Field& field = form_.fields[i];
    member(values, {form_.sections[field.section].id, field.id}) = samples_[i].any_cell(random);
  }
  if (random.one_in(20)) spoil_member(values, form_.sections.front().id, random);
  return values;
}

json::Value Generator::explanation(Random& random) const {
  json::Value values = json::Object();
  for (std::size_t count = random.below(4); count > 0; --count) {
    const std::size_t i = random.below(form_.fields.size());
    const std::string prefix = random.one_in(2) ? "prior." : "";
    member(values, prefix + form_.fields[i].address) = samples_[i].any_cell(random);
  }
  if (random.one_in(3)) member(values, random.pick(form::context_names)) = "2020-01-20";
  if (random.one_in(20)) spoil_member(values, random.pick(form::context_names), random);
  json::Value explanation = json::Object{{"code", "W" + std::to_string(random.below(900))},
                                         {"cell", random.pick(form_.fields).address},
                                         {"values", std::move(values)},
                                         {"text", random.one_in(8) ? "" : "情况属实。"}};
  constexpr std::string_view members[] = {"code", "cell", "values", "text"};
  if (random.one_in(6)) spoil_member(explanation, random.pick(members), random);
  if (random.one_in(20)) member(explanation, "cell") = "";
  if (random.one_in(20))
    member(explanation, "code") = std::string(random.below(2) + document::max_code_bytes, 'E');
  return explanation;
}

void Generator::change_cell(json::Value& document, Random& random) const {
  const std::size_t i = random.below(form_.fields.size());
  const form::Field& field = form_.fields[i];
  member(document, {"values", form_.sections[field.section].id, field.id}) = samples_[i].any_cell(random);
}

void Generator::change_envelope(json::Value& document, Random& random) const {
  constexpr std::string_view members[] = {"format", "form", "period",  "subject",     "reporter",
                                          "values", "seal", "context", "explanations"};
  constexpr std::string_view form_members[] = {"id", "edition", "digest"};
  constexpr std::string_view periods[] = {"2016",  "2017", "2018",     "2019", "2020", "2029",
                                          "2099",  "2999", "3000",     "9999", "1999", "201",
                                          "02019", "2 19", "二〇一九", "-201"};
  constexpr std::string_view codes[] = {"",
                                        "bm29000002",
                                        "4305250009-",
                                        "ABCDEFGHIJABCDEFGHIJABCDEFGHIJ12",
                                        "ABCDEFGHIJABCDEFGHIJABCDEFGHIJ123",
                                        "洞口",
                                        "a b"};
  switch (random.below(5)) {
    case 0:
      spoil_member(document, random.pick(members), random);
      break;
    case 1:
      spoil_member(member(document, "form"), random.pick(form_members), random);
      break;
    case 2:
      member(document, "period") = random.pick(periods);
      break;
    case 3:
      member(document, random.one_in(2) ? "subject" : "reporter") = random.pick(codes);
      break;
    default:
      member(document, "seal") = random.one_in(2) ? json::Value() : any_json(random);
      break;
  }
}

void Generator::change_values(json::Value& document, Random& random) const {
  const form::Field& field = random.pick(form_.fields);
  const std::string& section = form_.sections[field.section].id;
  json::Value& values = member(document, "values");
  if (random.one_in(3)) {
    spoil_member(values, section, random);
  } else if (random.one_in(2)) {
    remove_member(member(values, section), field.id);
  } else {
    spoil_member(member(values, section), field.id, random);
  }
}

void Generator::change_context(json::Value& document, Random& random) const {
  constexpr std::string_view days[] = {"", "2020-01-20", "2020-02-30", "2020-1-20", "2020年1月20日", "无"};
  constexpr std::string_view years[] = {"2018", "1017", "0000", "0001", "-201", "201", "", "2 18"};
  constexpr std::string_view site_members[] = {"code",      "name",       "url",
                                               "organiser", "icp_number", "police_number"};
  json::Value& context = member(document, "context");
  switch (random.below(6)) {
    case 0:
      context = json::Object{{"today", random.pick(days)}};
      break;
    case 1:
      member(context, "site") = site();
      spoil_member(member(context, "site"), random.pick(site_members), random);
      break;
    case 2:
      member(context, "prior") = any_json(random);
      break;
    case 3:
      spoil_member(context, random.one_in(2) ? "site" : "today", random);
      break;
    default:
      member(context, "prior") =
          json::Object{{"period", random.pick(years)}, {"values", kept_values(random)}};
      if (random.one_in(2)) member(context, {"prior", "period"}) = "2018";
      if (random.one_in(10))
        spoil_member(member(context, "prior"), random.one_in(2) ? "period" : "values", random);
      break;
  }
}

void Generator::change_explanations(json::Value& document, Random& random) const {
  json::Array explanations;
  const std::size_t count =
      random.one_in(30) ? document::max_explanations + random.below(2) : random.below(3);
  for (std::size_t i = 0; i < count; ++i) {
    explanations.push_back(explanation(random));
    // Two of the same are no matter for a schema: unsaid.h.
    if (count > 1) member(explanations.back(), "code") = "W" + std::to_string(1000 + i);
  }
  member(document, "explanations") = std::move(explanations);
}

json::Value Generator::changed(Random& random) const {
  json::Value document = valid(random);
  for (std::size_t changes = 1 + random.below(2); changes > 0; --changes) {
    switch (random.below(10)) {
      case 0:
        change_envelope(document, random);
        break;
      case 1:
        change_values(document, random);
        break;
      case 2:
        change_context(document, random);
        break;
      case 3:
        change_explanations(document, random);
        break;
      default:
        change_cell(document, random);
        break;
    }
  }
  return document;
}

}  // namespace tianbao::testing
