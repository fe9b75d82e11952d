#include "shared/expression/extension.h"
#include "shared/expression/library/library.h"

// Apart from form_library.cpp, so that a client whose rules cannot call these functions does not carry them.

namespace tianbao::expression {

Library cel_library() {
  return {{text_functions(), conversions(), time_functions(), math_functions(), string_functions(),
           optional_functions(), encoder_functions()},
          &cel_extension()};
}

}  // namespace tianbao::expression
