#pragma once

#include <vector>

#include "shared/expression/domain.h"
#include "shared/expression/program.h"

namespace tianbao::fuzz {

/// What the declared names may hold, by their types: all blank, all unread, all unknown, all 无, and values
/// of two sorts, plain ones and ones at a limit.
std::vector<std::vector<expression::Slot>> fillings(const expression::Declarations& declarations);

/// What they hold at most in fillings().
std::vector<expression::Domain> widest_domains(const expression::Declarations& declarations);

/// Values out of the domains: the least number, the first word, no tick, 是; or else the greatest number, the
/// last word, every tick, 否.
std::vector<expression::Slot> within(const std::vector<expression::Domain>& domains,
                                     const expression::Declarations& declarations, bool greatest);

std::vector<expression::Slot> all_unknown(const expression::Declarations& declarations);

/// For CEL, whose names have any type but decimal.
std::vector<expression::Slot> cel_slots(const expression::Declarations& declarations);

/// The same type and content; a NaN is the same as itself.
bool same_value(const expression::Value& left, const expression::Value& right);

}  // namespace tianbao::fuzz
