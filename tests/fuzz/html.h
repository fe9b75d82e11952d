#pragma once

#include <string_view>

namespace tianbao::fuzz {

/// A fragment of nothing but the elements and attributes that layout writes, every element closed, and every
/// other
/// `<`, `>`, `&` and quotation mark escaped: what a document holds cannot become markup.
void examine_html(std::string_view html);

}  // namespace tianbao::fuzz
