#include "shared/expression/library/library.h"

namespace tianbao::expression {

Library form_library() {
  return {{text_functions(), form_functions()}};
}

}  // namespace tianbao::expression
