#include "server/command/site_facts.h"

#include "shared/text/normalize.h"
#include "shared/text/read.h"
#include "shared/text/utf8.h"

namespace tianbao::command {

namespace {

constexpr std::size_t max_fact_characters = 200;

struct FactOption {
  std::string_view option;
  std::string document::Site::*fact;
  bool is_required;
  text::Reading (*read)(std::string_view);  // nullptr: any text
  std::string_view expected;
};

constexpr FactOption options[] = {
    {"--name", &document::Site::name, true, nullptr, ""},
    {"--url", &document::Site::url, true, text::read_url, "网址，例如 http://www.dongkou.gov.cn"},
    {"--organiser", &document::Site::organiser, true, nullptr, ""},
    {"--icp-number", &document::Site::icp_number, false, text::read_icp_number,
     "ICP备案号，例如 湘ICP备09023995号"},
    {"--police-number", &document::Site::police_number, false, text::read_police_number,
     "公安机关备案号，例如 湘公网安备43052502000024号"}};

/// One line of text that is not empty.
std::optional<std::string> read_line(std::string_view option, const std::string& given, std::string& fact) {
  if (!text::is_valid_utf8(given)) return "选项 " + std::string(option) + " 的内容不是 UTF-8 文字。";
  fact = text::clean_prose(given);
  if (fact.empty() || fact.find('\n') != std::string::npos ||
      text::count_code_points(fact) > max_fact_characters) {
    return "选项 " + std::string(option) + " 的内容不能为空，须为一行文字，不超过 " +
           std::to_string(max_fact_characters) + " 字。";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> read_site_facts(const ParsedArguments& parsed, SiteChange change,
                                           document::Site& site) {
  for (const FactOption& each : options) {
    const std::string* const given = parsed.value(each.option);
    if (given == nullptr) {
      if (change == SiteChange::part || !each.is_required) continue;
      return "缺少选项 " + std::string(each.option) + "（用法见 --help）。";
    }
    std::string line;
    if (auto complaint = read_line(each.option, *given, line)) return complaint;
    if (each.read == nullptr) {
      site.*each.fact = std::move(line);
      continue;
    }
    const text::Reading reading = each.read(line);
    const bool is_none = reading.state == text::ReadingState::none && !each.is_required;
    if (reading.state != text::ReadingState::value && !is_none) {
      return "“" + line + "”不是" + std::string(each.expected) + "。";
    }
    site.*each.fact = is_none ? std::string() : reading.value;
  }
  return std::nullopt;
}

}  // namespace tianbao::command
