#include "wasm/paint/layout.h"

#include <algorithm>

#include "wasm/paint/arrange.h"
#include "wasm/paint/dimensions.h"

namespace tianbao::paint {
namespace {

constexpr std::size_t items_per_block = 64;

// A block ends where pinned and scrolling items meet, so that all of a block moves together.
void make_blocks(Layout& layout) {
  for (std::size_t index = 0; index < layout.items.size(); ++index) {
    const Item& item = layout.items[index];
    if (layout.blocks.empty() || layout.blocks.back().item_count == items_per_block ||
        layout.blocks.back().pinned != item.pinned) {
      layout.blocks.push_back({index, 0, item.box.top, item.box.top, item.pinned});
    }
    Block& block = layout.blocks.back();
    ++block.item_count;
    block.top = std::min(block.top, item.box.top);
    block.bottom = std::max(block.bottom, item.box.top + item.box.height);
  }
}

}  // namespace

Layout lay_out(const screen::Node& root, float width, TextMeasure& measure) {
  Layout layout;
  layout.width = width;
  layout.height = Arranger(layout, measure).page(root, width);
  make_blocks(layout);
  return layout;
}

}  // namespace tianbao::paint
