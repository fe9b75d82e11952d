#include "wasm/browser/canvas.h"

#include <cmath>

#include "wasm/browser/frame.h"
#include "wasm/browser/glyphs.h"

namespace tianbao::browser {
namespace {

// What the DOM lays over the canvas; the rest only groups these.
bool has_element_of_its_own(const screen::Node& node) {
  switch (node.kind) {
    case screen::Kind::heading:
    case screen::Kind::text:
    case screen::Kind::field:
    case screen::Kind::option:
    case screen::Kind::finding:
    case screen::Kind::button:
    case screen::Kind::link:
      return true;
    case screen::Kind::cell:
      return node.cell == screen::CellKind::section || node.cell == screen::CellKind::group ||
             node.cell == screen::CellKind::label;
    default:
      return false;
  }
}

}  // namespace

bool Canvas::start() {
  fonts_ = add_fonts(surface_.atlas());
  return renderer_.start();
}

void Canvas::show(const screen::Node& tree) {
  tree_ = &tree;
  layout_is_old_ = true;
  request_frame();
}

void Canvas::resize(float width, float height, float scale) {
  if (width == view_.width && height == view_.height && scale == view_.scale) {
    return;
  }
  layout_is_old_ = layout_is_old_ || width != view_.width || scale != view_.scale;
  view_.width = width;
  view_.height = height;
  view_.scale = scale;
  request_frame();
}

void Canvas::scroll(float top) {
  if (top != view_.scroll_top) {
    view_.scroll_top = top;
    request_frame();
  }
}

void Canvas::attend(Attention what, std::string_view id) {
  std::string& held = what == Attention::focus ? focused_ : what == Attention::hover ? hovered_ : pressed_;
  if (held != id) {
    held = id;
    request_frame();
  }
}

void Canvas::use_palette(const paint::Palette& palette) {
  view_.palette = &palette;
  request_frame();
}

void Canvas::context_restored() {
  renderer_.restore(surface_);
  request_frame();
}

void Canvas::lay_out() {
  paint::FontMeasure measure(fonts_, view_.scale);
  layout_ = paint::lay_out(*tree_, view_.width, measure);
  layout_is_old_ = false;
  moved_.page_height = layout_.height;
  std::size_t index = 0;
  for (const paint::Item& item : layout_.items) {
    if (has_element_of_its_own(*item.node)) {
      report(item, index++);
    }
  }
  placed_.resize(index);
}

void Canvas::report(const paint::Item& item, std::size_t index) {
  if (index >= placed_.size()) {
    placed_.emplace_back();
  }
  Placed& before = placed_[index];
  const screen::Box& box = item.box;
  if (before.id == item.node->id && before.box == box) {
    return;
  }
  before = {item.node->id, box};
  moved_.ids += item.node->id;
  moved_.ids += '\n';
  moved_.edges.insert(moved_.edges.end(), {box.left, box.top, box.width, box.height});
}

const Canvas::Moved& Canvas::paint_frame() {
  moved_.ids.clear();
  moved_.edges.clear();
  if (tree_ == nullptr || view_.width <= 0) {
    return moved_;
  }
  const float width = std::round(view_.width * view_.scale);
  const float height = std::round(view_.height * view_.scale);
  surface_.begin(width, height);
  if (layout_is_old_) {
    lay_out();
  }
  view_.focused = focused_;
  view_.hovered = hovered_;
  view_.pressed = pressed_;
  paint::draw(layout_, view_, fonts_, surface_.list());
  renderer_.present(surface_, static_cast<int>(width), static_cast<int>(height), view_.palette->background);
  return moved_;
}

}  // namespace tianbao::browser
