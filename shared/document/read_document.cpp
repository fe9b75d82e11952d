#include <algorithm>
#include <charconv>
#include <utility>

#include "shared/document/read_members.h"
#include "shared/form/edition.h"
#include "shared/text/characters.h"
#include "shared/text/read.h"

namespace tianbao::document {
namespace {

constexpr std::size_t max_form_id_bytes = 64;

FormReference read_reference(const json::Value& value, Mistakes& mistakes) {
  FormReference reference;
  const json::Value* const form = value.find("form");
  if (!form) {
    mistakes.missing("", "form");
    return reference;
  }
  if (!expect_members(*form, "/form", {"id", "edition", "digest"}, mistakes)) return reference;
  reference.id = read_string(*form, "/form", "id", max_form_id_bytes, mistakes);
  reference.edition = read_string(*form, "/form", "edition", max_form_id_bytes, mistakes);
  reference.digest = read_string(*form, "/form", "digest", max_form_id_bytes, mistakes);
  return reference;
}

void expect_format(const json::Value& value, Mistakes& mistakes) {
  const std::size_t mistakes_before = mistakes.count();
  const std::string format = read_string(value, "", "format", max_form_id_bytes, mistakes);
  if (mistakes.count() == mistakes_before && format != document_format) {
    mistakes.add("/format", "wrong_format", format, std::string(document_format));
  }
}

void expect_form(const FormReference& found, const form::Form& form, Mistakes& mistakes) {
  const std::pair<const std::string&, const std::string&> pairs[] = {
      {found.id, form.id}, {found.edition, form.edition}, {found.digest, form.digest}};
  const std::string_view members[] = {"id", "edition", "digest"};
  for (std::size_t i = 0; i < 3; ++i) {
    if (pairs[i].first == pairs[i].second) continue;
    mistakes.add(json::pointer_to("/form", members[i]), "wrong_form", pairs[i].first, pairs[i].second);
  }
}

/// 标识码 and the codes of 组织单位: letters and digits (domain.md §7.1). Empty before anyone has signed in.
std::string read_code(const json::Value& object, std::string_view member, Mistakes& mistakes) {
  std::string code = read_string(object, "", member, max_code_bytes, mistakes);
  const auto is_code_character = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  if (!std::all_of(code.begin(), code.end(), is_code_character)) {
    mistakes.add(json::pointer_to("", member), "wrong_value", code, "由字母和数字组成的标识码");
  }
  return code;
}

std::optional<Site> read_site(const json::Value& value, std::string_view pointer, Mistakes& mistakes) {
  if (!expect_members(value, pointer, {"code", "name", "url", "organiser", "icp_number", "police_number"},
                      mistakes)) {
    return std::nullopt;
  }
  Site site;
  for (const SiteFact& fact : site_facts) {
    if (!fact.is_required && value.find(fact.name) == nullptr) continue;
    const std::size_t most = fact.text == &Site::code ? max_code_bytes : max_cell_bytes;
    site.*fact.text = read_string(value, pointer, fact.name, most, mistakes);
  }
  return site;
}

/// 0 for a text that is no year; nullopt when there is no text at all.
std::optional<int> read_year(const json::Value& object, std::string_view pointer, std::string& period,
                             Mistakes& mistakes) {
  const std::size_t mistakes_before = mistakes.count();
  period = read_string(object, pointer, "period", max_code_bytes, mistakes);
  if (mistakes.count() > mistakes_before) return std::nullopt;
  int year = 0;
  if (period.size() == 4 && text::is_all_digits(period))
    std::from_chars(period.data(), period.data() + period.size(), year);
  return year;
}

/// "2019" within the years that the form serves.
std::string read_period(const json::Value& object, const form::Form& form, Mistakes& mistakes) {
  std::string period;
  const std::optional<int> year = read_year(object, "", period, mistakes);
  if (!year || form::serves({form.id, form.first_period, form.last_period}, *year)) return period;
  const std::string last = form.last_period ? "至 " + std::to_string(*form.last_period) : " 年起";
  mistakes.add("/period", "wrong_period", period,
               "表样适用的年度（" + std::to_string(form.first_period) + last + "）");
  return period;
}

void read_prior(const json::Value& value, const form::Form& form, std::string_view pointer, Context& context,
                Mistakes& mistakes) {
  if (value.is_null()) {
    context.prior_known = PriorKnown::none;
    return;
  }
  if (!expect_members(value, pointer, {"period", "values"}, mistakes)) return;
  context.prior_known = PriorKnown::present;
  const std::optional<int> year = read_year(value, pointer, context.prior.period, mistakes);
  if (year == 0) {
    mistakes.add(json::pointer_to(pointer, "period"), "wrong_period", context.prior.period, "年度，如 2018");
  }
  const json::Value* const values = value.find("values");
  if (!values) {
    mistakes.missing(pointer, "values");
    return;
  }
  context.prior.cells = read_values(*values, form, json::pointer_to(pointer, "values"), mistakes);
}

}  // namespace

Context read_context_member(const json::Value& value, const form::Form& form, std::string_view pointer,
                            Mistakes& mistakes) {
  Context context;
  if (!expect_members(value, pointer, {"today", "site", "prior"}, mistakes)) return context;
  if (value.find("today")) {
    context.today = read_string(value, pointer, "today", max_code_bytes, mistakes);
    if (text::read_date(context.today).value != context.today) {
      mistakes.add(json::pointer_to(pointer, "today"), "wrong_value", context.today, "日期，如 2020-01-15");
    }
  }
  if (const json::Value* const site = value.find("site")) {
    context.site = read_site(*site, json::pointer_to(pointer, "site"), mistakes);
  }
  if (const json::Value* const prior = value.find("prior")) {
    read_prior(*prior, form, json::pointer_to(pointer, "prior"), context, mistakes);
  }
  return context;
}

Result<Context, std::vector<DocumentError>> read_context(const json::Value& value, const form::Form& form) {
  Mistakes mistakes;
  Context context = read_context_member(value, form, "", mistakes);
  if (!mistakes.empty()) return mistakes.take();
  return context;
}

Result<FormReference, DocumentError> read_form_reference(const json::Value& value) {
  Mistakes mistakes;
  if (!value.as_object()) {
    mistakes.wrong_type("", value, "对象");
    return mistakes.take().front();
  }
  expect_format(value, mistakes);
  FormReference reference = read_reference(value, mistakes);
  if (!mistakes.empty()) return mistakes.take().front();
  return reference;
}

Result<Document, std::vector<DocumentError>> read(const json::Value& value, const form::Form& form) {
  Mistakes mistakes;
  const std::vector<std::string_view> members = {"format", "form",         "period",  "subject", "reporter",
                                                 "values", "explanations", "context", "seal"};
  if (!expect_members(value, "", members, mistakes)) return mistakes.take();

  Document document;
  expect_format(value, mistakes);
  const std::size_t mistakes_before = mistakes.count();
  document.form = read_reference(value, mistakes);
  if (mistakes.count() == mistakes_before) expect_form(document.form, form, mistakes);
  document.period = read_period(value, form, mistakes);
  document.subject = read_code(value, "subject", mistakes);
  document.reporter = read_code(value, "reporter", mistakes);
  const json::Value* const values = value.find("values");
  document.cells = read_values(values ? *values : json::Value(json::Object()), form, "/values", mistakes);
  if (const json::Value* const explanations = value.find("explanations")) {
    document.explanations = read_explanations(*explanations, form, "/explanations", mistakes);
  }
  if (const json::Value* const context = value.find("context")) {
    document.context = read_context_member(*context, form, "/context", mistakes);
    // It may be of any edition of the form that was in force then.
    const bool is_earlier = document.context.prior.period < document.period;
    if (document.context.prior_known == PriorKnown::present && mistakes.empty() && !is_earlier) {
      mistakes.add("/context/prior/period", "wrong_period", document.context.prior.period,
                   document.period + " 之前的年度");
    }
  }
  const json::Value* const seal = value.find("seal");
  if (seal && !seal->is_null()) mistakes.wrong_type("/seal", *seal, "null；签章尚未启用");
  if (!mistakes.empty()) return mistakes.take();
  return document;
}

}  // namespace tianbao::document
