#pragma once

#include <cstddef>
#include <vector>

namespace tianbao::difference {

/// Which of the numbers, all different, have to be taken out so that the rest ascends: as few as possible.
std::vector<bool> moved(const std::vector<std::size_t>& numbers);

}  // namespace tianbao::difference
