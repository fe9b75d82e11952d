#include "tests/fuzz/html.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "tests/fuzz/property.h"

namespace tianbao::fuzz {
namespace {

constexpr std::array<std::string_view, 19> elements = {
    "section", "header", "footer", "h1", "h2", "p",  "span",     "bdi", "table", "thead",
    "tbody",   "tr",     "th",     "td", "ol", "li", "colgroup", "col", "br"};
constexpr std::array<std::string_view, 8> attributes = {"class",   "aria-label", "scope", "rowspan",
                                                        "colspan", "role",       "id",    "headers"};
constexpr std::array<std::string_view, 5> references = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};

bool has(const auto& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void examine_text(std::string_view text) {
  promise(text.find_first_of("<>\"'") == std::string_view::npos, "markup is escaped");
  for (std::size_t place = text.find('&'); place != std::string_view::npos;
       place = text.find('&', place + 1)) {
    const auto stands_here = [&](std::string_view reference) {
      return text.substr(place).starts_with(reference);
    };
    promise(std::any_of(references.begin(), references.end(), stands_here), "& is escaped");
  }
}

/// ` name="value"`, any number of times.
void examine_attributes(std::string_view rest) {
  while (!rest.empty()) {
    const std::size_t equals = rest.find("=\"");
    promise(rest.front() == ' ' && equals != std::string_view::npos, "an attribute has a name and a value");
    promise(has(attributes, rest.substr(1, equals - 1)), "an attribute is one of layout's");
    const std::size_t end = rest.find('"', equals + 2);
    promise(end != std::string_view::npos, "a value ends");
    examine_text(rest.substr(equals + 2, end - equals - 2));
    rest.remove_prefix(end + 1);
  }
}

/// What stands between `<` and `>`.
void examine_tag(std::string_view tag, std::vector<std::string_view>& open) {
  if (tag.starts_with('/')) {
    promise(!open.empty() && open.back() == tag.substr(1), "elements are closed in turn");
    return open.pop_back();
  }
  const std::string_view name = tag.substr(0, tag.find(' '));
  promise(has(elements, name), "an element is one of layout's");
  examine_attributes(tag.substr(name.size()));
  if (name != "br" && name != "col") open.push_back(name);
}

}  // namespace

void examine_html(std::string_view html) {
  std::vector<std::string_view> open;
  while (!html.empty()) {
    const std::size_t begin = std::min(html.find('<'), html.size());
    examine_text(html.substr(0, begin));
    html.remove_prefix(begin);
    if (html.empty()) break;
    const std::size_t end = html.find('>');
    promise(end != std::string_view::npos, "a tag ends");
    examine_tag(html.substr(1, end - 1), open);
    html.remove_prefix(end + 1);
  }
  promise(open.empty(), "every element is closed");
}

}  // namespace tianbao::fuzz
