#include "wasm/page/patch.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/flags.h"
#include "shared/sort.h"
#include "wasm/page/node_json.h"

namespace tianbao::page {
namespace {

using screen::Node;
using Nodes = std::vector<Node>;

constexpr std::size_t absent = static_cast<std::size_t>(-1);

/// Whether an update can make one of the other: what decides which element stands in the page is the same.
bool same_element(const Node& left, const Node& right) {
  return left.id == right.id && left.kind == right.kind && left.input == right.input &&
         left.cell == right.cell && left.level == right.level && left.multiple == right.multiple;
}

/// Position in `before` of the element that each of `after` continues, without regard to order.
std::vector<std::size_t> find_continued(const Nodes& before, const Nodes& after) {
  std::vector<std::size_t> continued(after.size(), absent);
  std::size_t same = 0;
  while (same < before.size() && same < after.size() && same_element(before[same], after[same])) {
    continued[same] = same;
    ++same;
  }
  std::vector<std::pair<std::string_view, std::size_t>> by_id;
  for (std::size_t index = same; index < before.size(); ++index) by_id.emplace_back(before[index].id, index);
  sort_items(by_id, std::less<>());
  for (std::size_t index = same; index < after.size(); ++index) {
    const auto found = std::lower_bound(by_id.begin(), by_id.end(),
                                        std::pair<std::string_view, std::size_t>(after[index].id, 0));
    if (found == by_id.end() || found->first != after[index].id) continue;
    if (same_element(before[found->second], after[index])) continued[index] = found->second;
  }
  return continued;
}

/// Leaves the longest ascending run of positions, so that nothing kept has to move; the rest become absent.
void keep_ascending(std::vector<std::size_t>& positions) {
  std::vector<std::size_t> tails;  // by length of run: the place where the run with the smallest end ends
  std::vector<std::size_t> previous(positions.size(), absent);
  for (std::size_t place = 0; place < positions.size(); ++place) {
    if (positions[place] == absent) continue;
    const auto slot = std::lower_bound(
        tails.begin(), tails.end(), positions[place],
        [&positions](std::size_t tail, std::size_t position) { return positions[tail] < position; });
    if (slot != tails.begin()) previous[place] = *(slot - 1);
    if (slot == tails.end()) {
      tails.push_back(place);
    } else {
      *slot = place;
    }
  }
  Flags kept(positions.size(), false);
  for (std::size_t place = tails.empty() ? absent : tails.back(); place != absent; place = previous[place]) {
    kept[place] = true;
  }
  for (std::size_t place = 0; place < positions.size(); ++place) {
    if (!kept[place]) positions[place] = absent;
  }
}

class Differ {
 public:
  std::string run(const Node& before, const Node& after) {
    const bool same = !before.id.empty() && same_element(before, after);
    if (!before.id.empty() && !same) remove(before);
    if (same) {
      update(before, after);
    } else if (!after.id.empty()) {
      create("", 0, after);
    }
    std::string patch = "[";
    patch += removals_;
    if (!removals_.empty() && !changes_.empty()) patch += ',';
    patch += changes_;
    patch += ']';
    return patch;
  }

 private:
  static void open(std::string& operations, std::string_view name, std::string_view id) {
    operations += operations.empty() ? "[" : ",[";
    append_string(operations, name);
    operations += ',';
    append_string(operations, id);
  }

  void remove(const Node& node) {
    open(removals_, "remove", node.id);
    removals_ += ']';
  }

  void create(std::string_view parent, std::size_t index, const Node& node) {
    open(changes_, "create", parent);
    changes_ += ',';
    changes_ += std::to_string(index);
    changes_ += ',';
    append_node(changes_, node);
    changes_ += ']';
  }

  void update(const Node& before, const Node& after) {
    const std::size_t size = changes_.size();
    open(changes_, "update", after.id);
    changes_ += ',';
    if (append_changes(changes_, before, after)) {
      changes_ += ']';
    } else {
      changes_.resize(size);
    }
    update_children(before, after);
  }

  void update_children(const Node& before, const Node& after) {
    std::vector<std::size_t> continued = find_continued(before.children, after.children);
    keep_ascending(continued);
    std::size_t next = 0;  // of the earlier children: the first whose fate is open
    for (std::size_t index = 0; index < after.children.size(); ++index) {
      const Node& child = after.children[index];
      if (continued[index] == absent) {
        create(after.id, index, child);
        continue;
      }
      for (; next < continued[index]; ++next) remove(before.children[next]);
      update(before.children[next], child);
      ++next;
    }
    for (; next < before.children.size(); ++next) remove(before.children[next]);
  }

  std::string removals_;
  std::string changes_;
};

}  // namespace

std::string diff(const Node& before, const Node& after) {
  return Differ().run(before, after);
}

}  // namespace tianbao::page
