#pragma once

#include <string>
#include <string_view>

namespace tianbao::http {

/// Without blanks and tabs at the ends, as RFC 9110 section 5.6.3 takes optional white space.
std::string_view trimmed(std::string_view text);

/// ASCII letters in lower case.
std::string lower_case(std::string_view text);

/// The next member of a list, trimmed, taken off its front with the separator behind it.
std::string_view take_member(std::string_view& list, char separator);

}  // namespace tianbao::http
