#include "shared/expression/domain.h"

#include <algorithm>

namespace tianbao::expression {

Words ordered(Words words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace tianbao::expression
