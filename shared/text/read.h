#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tianbao::text {

enum class ReadingState {
  blank,   // nothing was typed
  none,    // 无
  value,   // `value` is the canonical text
  unread,  // something was typed that cannot be taken as a value
};

/// What was typed into a cell, understood as one type of value.
struct Reading {
  ReadingState state = ReadingState::blank;
  std::string value;     // canonical: "12089", "2020-01-15", "http://www.dongkou.gov.cn"
  std::string remark;    // a comment that stood beside the value: `135 (主动公开)` gives 主动公开
  std::string proposal;  // when unread: a value that may be meant and that the clerk is asked about (`1.2万`
                         // gives 12000)
};

constexpr std::string_view list_separator = "；";
constexpr std::size_t max_list_items = 100;

/// The longest of all texts but those that a form asks for by length.
constexpr std::size_t max_url_bytes = 2048;

/// Each takes text as typed or pasted, and is idempotent: reading a canonical value gives that value. Formats
/// and their real-life variants are those of domain.md §7 and §9.3. 无 is understood by all; whether a field
/// allows it is the form's matter.
Reading read_text(std::string_view typed);       // one line; line breaks become blanks
Reading read_long_text(std::string_view typed);  // several lines
Reading read_number(std::string_view typed);  // "1,547,391 条" gives 1547391; 约, 余, 多, 万 are unread
Reading read_date(std::string_view typed);  // 2020-1-15, 2018年1月26日, 2018.01.26, 2018/1/26 give ISO 8601
Reading read_url(std::string_view typed);   // §7.4: adds a missing scheme, lower-cases scheme and host
Reading read_site_code(std::string_view typed);  // §7.1 政府网站标识码
Reading read_icp_number(std::string_view typed);  // §7.2 ICP备案号; a licence, 京ICP证040867号, is read too
Reading read_police_number(std::string_view typed);  // §7.3 公安机关备案号; 正在办理 is 无
Reading read_phone(std::string_view typed);          // §7.5; several numbers are joined by 、
Reading read_email(std::string_view typed);
/// Several in one cell, joined by “；” (国办发〔2015〕15号 附件4, 注1); `;` and line breaks are read too. An
/// address may hold a `;` itself: where “；” stands, or what is between is no address, it does not separate.
Reading read_text_list(std::string_view typed);
Reading read_url_list(std::string_view typed);

/// The items of what these two give.
std::vector<std::string_view> list_items(std::string_view list);

}  // namespace tianbao::text
