#pragma once

#include <string>
#include <vector>

#include "shared/expression/program.h"
#include "tests/support/random.h"

namespace tianbao::differential {

using testing::Random;

expression::Value random_value(expression::Type type, Random& random);

/// A value of each declared type, or why there is none.
std::vector<expression::Slot> random_slots(const expression::Declarations& declarations, Random& random);

/// A double as it is written: at a limit, with random digits, or in the very middle of two doubles, or next
/// to it, where reading has to know every digit.
std::string double_text(Random& random);

}  // namespace tianbao::differential
