#include "wasm/paint/layout.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/wasm/paint/fixed_measure.h"
#include "tests/wasm/paint/report_tree.h"
#include "wasm/paint/dimensions.h"

namespace tianbao::paint {
namespace {

using screen::Box;
using screen::Kind;

constexpr float widths[] = {900, 1280, 1366, 1920, 2560};

float right(const Box& box) {
  return box.left + box.width;
}
float bottom(const Box& box) {
  return box.top + box.height;
}

bool overlap(const Box& one, const Box& other) {
  constexpr float slack = 0.01F;
  return one.left + slack < right(other) && other.left + slack < right(one) &&
         one.top + slack < bottom(other) && other.top + slack < bottom(one);
}

/// What a hand or a reader meets: nothing of this may lie over another of its kind.
bool is_target(Kind kind) {
  return kind == Kind::field || kind == Kind::option || kind == Kind::button || kind == Kind::link ||
         kind == Kind::heading || kind == Kind::text;
}

const Item& item_of(const Layout& layout, const std::string& id) {
  const auto found = std::find_if(layout.items.begin(), layout.items.end(),
                                  [&id](const Item& item) { return item.node->id == id; });
  REQUIRE(found != layout.items.end());
  return *found;
}

}  // namespace

TEST_CASE("everything stands inside the window's width and no control lies over another") {
  test::FixedMeasure measure;
  const screen::Node page = test::report_page();
  for (const float width : widths) {
    INFO("width " << width);
    const Layout layout = lay_out(page, width, measure);
    std::vector<const Item*> targets;
    for (const Item& item : layout.items) {
      INFO(item.node->id);
      CHECK(item.box.left >= 0);
      CHECK(right(item.box) <= width);
      CHECK(bottom(item.box) <= layout.height);
      if (is_target(item.node->kind)) {
        targets.push_back(&item);
      }
    }
    for (std::size_t one = 0; one < targets.size(); ++one) {
      for (std::size_t other = one + 1; other < targets.size(); ++other) {
        INFO(targets[one]->node->id << " and " << targets[other]->node->id);
        CHECK_FALSE(overlap(targets[one]->box, targets[other]->box));
      }
    }
  }
}

TEST_CASE("the cells of a table fill it without gap or overlap") {
  test::FixedMeasure measure;
  const screen::Node page = test::report_page();
  for (const float width : widths) {
    const Layout layout = lay_out(page, width, measure);
    const Box& grid = item_of(layout, "grid").box;
    float area = 0;
    std::vector<Box> cells;
    for (const Item& item : layout.items) {
      if (item.node->kind == Kind::cell) {
        area += item.box.width * item.box.height;
        for (const Box& before : cells) {
          CHECK_FALSE(overlap(before, item.box));
        }
        cells.push_back(item.box);
      }
    }
    CHECK(std::abs(area - grid.width * grid.height) < 0.001F * area);
  }
}

TEST_CASE("what a cell holds stands inside it") {
  test::FixedMeasure measure;
  const screen::Node page = test::report_page();
  const Layout layout = lay_out(page, 1280, measure);
  for (const Item& item : layout.items) {
    if (item.node->kind != Kind::cell) {
      continue;
    }
    for (const screen::Node& child : item.node->children) {
      INFO(child.id);
      const Box& inner = item_of(layout, child.id).box;
      CHECK(inner.left >= item.box.left);
      CHECK(right(inner) <= right(item.box));
      CHECK(inner.top >= item.box.top);
      CHECK(bottom(inner) <= bottom(item.box));
    }
  }
}

TEST_CASE("a finding makes its row higher and moves what is below, the navigation stays") {
  test::FixedMeasure measure;
  screen::Node page = test::report_page();
  const Layout with = lay_out(page, 1280, measure);
  const Box below = item_of(with, "cell.release.overview").box;
  const Box link = item_of(with, "go.信息发布").box;
  for (screen::Node& child : page.children) {
    if (child.kind == Kind::grid) {
      child.children[1].children.back().children.pop_back();
    }
  }
  const Layout without = lay_out(page, 1280, measure);
  CHECK(item_of(without, "cell.release.overview").box.top < below.top);
  CHECK(item_of(without, "go.信息发布").box == link);
  CHECK(without.height < with.height);
}

TEST_CASE("a button grows with its text and its note, and moves what is below") {
  test::FixedMeasure measure;
  screen::Node actions = test::node(Kind::actions, "actions");
  actions.children.push_back(test::node(Kind::button, "short", "打印"));
  actions.children.push_back(test::node(Kind::button, "long", "专栏专题 新开设数量 数字已改，说明仍然适用"));
  actions.children.back().note = "提交未被接受，请打开处理";
  screen::Node page = test::node(Kind::page, "page");
  page.children.push_back(actions);
  page.children.push_back(test::node(Kind::text, "below", "请打印报表，签字盖章后留存。"));
  const Layout layout = lay_out(page, 220, measure);
  CHECK(item_of(layout, "short").box.height == dimension::button_height);
  const Item& button = item_of(layout, "long");
  CHECK(button.line_count > 3);
  for (std::uint32_t index = button.first_line; index < button.first_line + button.line_count; ++index) {
    const Line& line = layout.lines[index];
    INFO(line.text);
    CHECK(line.top >= button.box.top);
    CHECK(line.top + metrics(line.style).line_height <= bottom(button.box));
  }
  CHECK(item_of(layout, "below").box.top >= bottom(button.box));
}

TEST_CASE("short texts in one line stand beside each other as long as there is room") {
  test::FixedMeasure measure;
  screen::Node line = test::node(Kind::actions, "line");
  for (const char* const month : {"1", "2", "3"}) {
    line.children.push_back(
        test::node(Kind::text, std::string("month") + month, std::string(month) + "月 上年 12,345"));
  }
  screen::Node page = test::node(Kind::page, "page");
  page.children.push_back(line);
  const Layout wide = lay_out(page, 900, measure);
  const Box first = item_of(wide, "month1").box;
  CHECK(item_of(wide, "month2").box.top == first.top);
  CHECK(item_of(wide, "month2").box.left == right(first) + dimension::between_buttons);
  const float narrow = 2 * dimension::main_margin + 2.5F * first.width;
  const Layout two_lines = lay_out(page, narrow, measure);
  CHECK(item_of(two_lines, "month2").box.top == item_of(two_lines, "month1").box.top);
  CHECK(item_of(two_lines, "month3").box.left == item_of(two_lines, "month1").box.left);
  CHECK(item_of(two_lines, "month3").box.top == bottom(item_of(two_lines, "month1").box));
}

TEST_CASE("a number stands at the right edge of its control, its unit behind it") {
  test::FixedMeasure measure;
  const screen::Node page = test::report_page();
  const Layout layout = lay_out(page, 1280, measure);
  const Item& field = item_of(layout, "cell.release.total");
  REQUIRE(field.line_count == 2);
  const Line& value = layout.lines[field.first_line];
  const Line& unit = layout.lines[field.first_line + 1];
  CHECK(value.text == "16965");
  CHECK(value.left + 5 * 8 == right(field.box) - dimension::control_padding);
  CHECK(unit.text == "条");
  CHECK(unit.left > right(field.box));
}

TEST_CASE("blocks hold every item once and reach as far as their items") {
  test::FixedMeasure measure;
  const screen::Node page = test::report_page();
  const Layout layout = lay_out(page, 1280, measure);
  std::size_t next = 0;
  for (const Block& block : layout.blocks) {
    CHECK(block.first_item == next);
    for (std::size_t index = next; index < next + block.item_count; ++index) {
      const Item& item = layout.items[index];
      CHECK(item.pinned == block.pinned);
      CHECK(item.box.top >= block.top);
      CHECK(bottom(item.box) <= block.bottom);
    }
    next += block.item_count;
  }
  CHECK(next == layout.items.size());
}

TEST_CASE("a screen without navigation is a column in the middle, no wider than is good to read") {
  test::FixedMeasure measure;
  screen::Node page = test::node(Kind::page, "page");
  page.children.push_back(test::node(Kind::heading, "title", "回执"));
  const Layout layout = lay_out(page, 1920, measure);
  const Box& title = item_of(layout, "title").box;
  CHECK(title.width == dimension::reading_most);
  CHECK(title.left == 1920 - right(title));
}

}  // namespace tianbao::paint
