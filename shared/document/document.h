#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/document/cell.h"
#include "shared/form/form.h"
#include "shared/json/value.h"
#include "shared/region/regions.h"
#include "shared/result.h"

namespace tianbao::document {

/// The register's facts about a site.
struct Site {
  std::string code;       // 标识码
  std::string name;       // 网站名称
  std::string url;        // 首页网址
  std::string organiser;  // 主办单位
  // 备案号, "" where the register has none.
  std::string icp_number = {};
  std::string police_number = {};
  friend bool operator==(const Site&, const Site&) = default;
};

/// One of them under its name in JSON.
struct SiteFact {
  std::string_view name;
  std::string Site::*text;
  bool is_required;
};

/// In the order in which form::context_names has them as `site.code` and so on.
inline constexpr std::array<SiteFact, 6> site_facts = {{{"code", &Site::code, true},
                                                        {"name", &Site::name, true},
                                                        {"url", &Site::url, true},
                                                        {"organiser", &Site::organiser, true},
                                                        {"icp_number", &Site::icp_number, false},
                                                        {"police_number", &Site::police_number, false}}};

/// The last approved period's report.
struct Prior {
  std::string period;
  std::vector<Cell> cells;  // one per field of the form, as in Document
  friend bool operator==(const Prior&, const Prior&) = default;
};

enum class PriorKnown : unsigned char { unknown, none, present };

/// What a check needs besides the document. What is not known makes the rules that ask for it undecided.
struct Context {
  std::string today;  // ISO 8601, Asia/Shanghai; "" unknown
  std::optional<Site> site;
  PriorKnown prior_known = PriorKnown::unknown;  // none: known that there is no earlier report
  Prior prior;
  /// Whoever checks has a table of his own: no file and no answer carries it. nullptr: nothing is known.
  std::shared_ptr<const region::Regions> regions;
  friend bool operator==(const Context&, const Context&) = default;
};

/// Why a warning is kept (说明): holds for one rule at one cell as long as the values it explained stay the
/// same.
struct Explanation {
  std::string code;     // the rule
  std::string cell;     // the address at which the finding stands
  json::Object values;  // address → value, of every cell that the rule read, when it was written; what it
                        // read of the register and the calendar too: site.url, today
  std::string text;
  friend bool operator==(const Explanation&, const Explanation&) = default;
};

struct FormReference {
  std::string id;
  std::string edition;
  std::string digest;
  friend bool operator==(const FormReference&, const FormReference&) = default;
};

/// One filled form. `subject` is what the report is about, `reporter` who made it.
struct Document {
  FormReference form;
  std::string period;   // "2019"
  std::string subject;  // 标识码 or a 组织单位's code
  std::string reporter;
  std::vector<Cell> cells;  // one per field of the form, by field index
  std::vector<Explanation> explanations;
  Context context;  // what it was last checked with by its author
};

constexpr std::string_view document_format = "tianbao-document/1";

constexpr std::size_t max_explanations = 500;
/// More can be kept, up to max_cell_bytes, so that nothing pasted is cut off; but not submitted (check.h).
constexpr std::size_t max_explanation_characters = 2000;
constexpr std::size_t max_code_bytes = 32;        // of a subject, reporter or rule code
constexpr std::size_t max_document_errors = 100;  // reported at once; a hostile file holds millions

/// A document of `form` with every cell blank.
Document make_blank(const form::Form& form, std::string_view period, std::string_view subject);

/// One mistake in a document's structure; what a person filled in wrongly is a finding, not a mistake.
struct DocumentError {
  std::string pointer;  // JSON Pointer
  /// Stable: "missing_member", "unknown_member", "unknown_section", "unknown_cell", "wrong_type",
  /// "wrong_value", "wrong_format", "wrong_form", "wrong_period", "too_long", "too_many",
  /// "duplicate_explanation".
  std::string code;
  std::string found;
  std::string expected;  // for unknown names: the nearest known one, or ""
  friend bool operator==(const DocumentError&, const DocumentError&) = default;
};

/// One Chinese sentence: place, what was found, what is expected.
std::string describe(const DocumentError& error);

/// Which form a document says it is of, without reading the rest: the caller then finds the definition.
Result<FormReference, DocumentError> read_form_reference(const json::Value& value);

/// Reads the JSON of a document of `form`; reports every mistake up to max_document_errors. A value of the
/// wrong JSON type for its field (a text where a number is asked for) is kept as unread, because a person can
/// mend it; a cell the form has not is a mistake. The choice ids that the form has not are kept: the check
/// names them.
Result<Document, std::vector<DocumentError>> read(const json::Value& value, const form::Form& form);

/// The JSON of a document (design.md §4). write(read(x)) has the same canonical bytes as x for every x
/// written by us.
json::Value write(const Document& document, const form::Form& form);

/// SHA-256 over the canonical JSON, lower-case hex.
std::string digest(const Document& document, const form::Form& form);

/// A cell's JSON: the bare value when there is nothing else to say, else an object {value | none, raw,
/// remark, other}.
json::Value write_cell(const Cell& cell);

/// The cell of `field` that write_cell wrote; pointers in the mistakes start at the cell. A text is read as
/// read_cell reads what was typed, so one that is not canonical is made so and keeps what it was in `raw`.
Result<Cell, std::vector<DocumentError>> read_cell_json(const form::Field& field, const json::Value& value);

/// {code, name, url, organiser}, and the 备案号 that are known.
json::Object write_site(const Site& site);

/// The member `context` alone: what the server sends and a check needs.
json::Object write_context(const Context& context, const form::Form& form);
Result<Context, std::vector<DocumentError>> read_context(const json::Value& value, const form::Form& form);

/// Indices of the fields whose cells differ.
std::vector<std::size_t> differing_cells(const Document& left, const Document& right);

}  // namespace tianbao::document
