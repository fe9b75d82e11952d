#pragma once

#include <string_view>

#include "server/command/command.h"

namespace tianbao::command {

extern const std::string_view site_add_help;
extern const std::string_view site_set_help;
extern const std::string_view site_reset_code_help;
extern const std::string_view site_list_help;

/// Adds a site to the register and prints its fresh 校验码.
int run_site_add(const Arguments& arguments, const Console& console);

/// Changes what the register says of a site.
int run_site_set(const Arguments& arguments, const Console& console);

/// Gives a site a fresh 校验码 and prints it; who is signed in with the old one is signed out.
int run_site_reset_code(const Arguments& arguments, const Console& console);

/// Lists the register.
int run_site_list(const Arguments& arguments, const Console& console);

}  // namespace tianbao::command
