#include "shared/expression/domain.h"

#include <algorithm>
#include <utility>

namespace tianbao::expression {

Words make_words(std::vector<std::string> list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
  return std::make_shared<const std::vector<std::string>>(std::move(list));
}

}  // namespace tianbao::expression
