#pragma once

#include <string>
#include <string_view>

#include "wasm/screen/node.h"

namespace tianbao::page {

/// What the interpreter in the page holds, for tests: a tree that is only ever changed by patches, written
/// from patch.h alone.
struct Element {
  screen::Node node;  // without its children
  int serial = 0;     // tells an element from another that was made for the same node later
  std::vector<Element> children;
};

class Model {
 public:
  /// Applies a patch; false when it breaks a promise of patch.h (an unknown id, an index out of range …).
  bool apply(std::string_view patch);

  bool empty() const { return root_.empty(); }
  screen::Node tree() const;
  /// Serial of the element with that id, 0 when there is none.
  int serial(std::string_view id) const;

 private:
  std::vector<Element> root_;  // none or one
  int last_serial_ = 0;
};

}  // namespace tianbao::page
