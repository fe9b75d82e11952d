#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace tianbao::form {

struct Form;

/// Lists of indices, one for each of a row of things, in one piece of memory.
class IndexLists {
 public:
  /// An edge: the thing, and what its list names. Each list keeps the order of its edges.
  using Edge = std::pair<std::uint32_t, std::uint32_t>;

  IndexLists() = default;
  IndexLists(std::size_t count, const std::vector<Edge>& edges);

  std::span<const std::uint32_t> operator[](std::size_t index) const {
    return {items_.data() + starts_[index], items_.data() + starts_[index + 1]};
  }

 private:
  std::vector<std::uint32_t> starts_;  // one more than there are lists: where each begins, and the end
  std::vector<std::uint32_t> items_;
};

/// What reads each field, directly: when its cell changes, or whether it applies, these have to be looked at
/// again.
struct Dependents {
  IndexLists settled;   // fields whose relevance or computed value reads it
  IndexLists required;  // fields whose requirement reads it
  IndexLists rules;     // rules whose condition, `when` or message reads it
  /// Where each field stands in Form::dependency_order: what is reached through `settled` has to be looked at
  /// again in this order.
  std::vector<std::uint32_t> order;
};

/// Of a form whose fields and rules are loaded.
Dependents dependents_of(const Form& form);

}  // namespace tianbao::form
