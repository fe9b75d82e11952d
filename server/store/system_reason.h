#pragma once

#include <string>

namespace tianbao::store {

/// What the operating system says with that errno, in Chinese where it is common; no full stop behind it.
std::string system_reason(int number);

}  // namespace tianbao::store
