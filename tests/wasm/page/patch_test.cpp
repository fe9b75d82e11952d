#include "wasm/page/patch.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/wasm/page/model.h"
#include "wasm/screen/node.h"

namespace tianbao::page {
namespace {

using screen::Kind;
using screen::Node;

Node make(Kind kind, std::string id, std::vector<Node> children = {}) {
  Node node;
  node.kind = kind;
  node.id = std::move(id);
  node.children = std::move(children);
  return node;
}

Node field(std::string id, std::string value) {
  Node node = make(Kind::field, std::move(id));
  node.value = std::move(value);
  return node;
}

/// Trees and changes to them that no screen would think of.
class Random {
 public:
  explicit Random(std::uint32_t seed) : engine_(seed) {}

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(engine_);
  }

  Node tree() {
    ids_.clear();
    for (int number = 0; number < 40; ++number) ids_.push_back("node." + std::to_string(number));
    std::shuffle(ids_.begin(), ids_.end(), engine_);
    return subtree(0);
  }

  void paint(Node& node) {
    static const std::vector<std::string> texts = {"", "总数", "a \"quoted\" \\ line\nnext", "\x01", "𠮷"};
    node.text = texts[below(texts.size())];
    node.value = texts[below(texts.size())];
    node.note = below(2) == 0 ? "12/14" : "";
    node.tone = static_cast<screen::Tone>(below(6));
    node.column = static_cast<std::uint32_t>(below(3));
    node.row_span = static_cast<std::uint32_t>(1 + below(3));
    node.required = below(2) == 0;
    node.checked = below(2) == 0;
    node.described_by.assign(below(3), "help");
    node.column_widths_percent.assign(below(3), std::uint8_t{20});
  }

  void change(Node& node) {
    if (below(4) == 0) paint(node);
    if (below(12) == 0) node.kind = static_cast<Kind>(below(16));
    if (below(16) == 0) node.input = static_cast<screen::InputKind>(below(7));
    if (below(16) == 0) std::shuffle(node.children.begin(), node.children.end(), engine_);
    for (Node& child : node.children) change(child);
    if (!node.children.empty() && below(6) == 0) {
      node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(below(node.children.size())));
    }
    if (!ids_.empty() && below(6) == 0) {
      const auto place = static_cast<std::ptrdiff_t>(below(node.children.size() + 1));
      node.children.insert(node.children.begin() + place, subtree(3));
    }
  }

  /// Takes a node out and puts it in under another parent.
  void transplant(Node& root) {
    if (root.children.size() < 2) return;
    Node& giver = root.children.front();
    if (giver.children.empty()) return;
    Node moved = giver.children.back();
    giver.children.pop_back();
    root.children.back().children.push_back(std::move(moved));
  }

 private:
  Node subtree(int depth) {
    Node node;
    node.id = ids_.back();
    ids_.pop_back();
    node.kind = static_cast<Kind>(below(16));
    paint(node);
    const std::size_t count = depth >= 3 ? 0 : below(5);
    for (std::size_t index = 0; index < count && !ids_.empty(); ++index) {
      node.children.push_back(subtree(depth + 1));
    }
    return node;
  }

  std::mt19937 engine_;
  std::vector<std::string> ids_;
};

}  // namespace

TEST_CASE("a patch is exactly what its format says") {
  const Node before = make(Kind::page, "page", {field("cell.a.b", "1"), make(Kind::text, "old")});
  Node after = before;
  after.children[0].value = "12";
  after.children[0].invalid = true;
  after.children[1] = make(Kind::text, "new");
  after.children[1].text = "“说明”\"1\"\n2";
  CHECK(diff(before, after) == R"([["remove","old"],["update","cell.a.b",{"value":"12","invalid":true}],)"
                               R"(["create","page",1,{"kind":"text","id":"new","text":"“说明”\"1\"\n2"}]])");
}

TEST_CASE("equal trees need no patch, and a return to the default is said") {
  const Node filled = make(Kind::page, "page", {field("cell.a.b", "1")});
  const Node blank = make(Kind::page, "page", {field("cell.a.b", "")});
  CHECK(diff(filled, filled) == "[]");
  CHECK(diff(filled, blank) == R"([["update","cell.a.b",{"value":""}]])");
}

TEST_CASE("the first tree is created and the last one removed") {
  const Node tree = make(Kind::page, "page", {make(Kind::heading, "title")});
  CHECK(diff({}, tree) ==
        R"([["create","",0,{"kind":"page","id":"page","children":[{"kind":"heading","id":"title"}]}]])");
  CHECK(diff(tree, {}) == R"([["remove","page"]])");
  CHECK(diff(tree, make(Kind::page, "other")) ==
        R"([["remove","page"],["create","",0,{"kind":"page","id":"other"}]])");
}

TEST_CASE("what decides the element in the page makes a new one") {
  const Node before = make(Kind::page, "page", {field("a", "1")});
  Node after = before;
  SECTION("the kind of input") {
    after.children[0].input = screen::InputKind::multiline;
  }
  SECTION("the kind of node") {
    after.children[0].kind = Kind::choice;
  }
  SECTION("radio buttons or check boxes") {
    after.children[0].multiple = true;
  }
  SECTION("the level of a heading") {
    after.children[0].level = 2;
  }
  Model model;
  REQUIRE(model.apply(diff({}, before)));
  const int serial = model.serial("a");
  REQUIRE(model.apply(diff(before, after)));
  CHECK(model.tree() == after);
  CHECK(model.serial("a") != serial);
}

TEST_CASE("a control keeps its element while findings come and go around it") {
  const Node before =
      make(Kind::page, "page",
           {make(Kind::row, "row.1", {field("x", "1")}), make(Kind::row, "row.2", {field("y", "2")})});
  Node after = before;
  after.children.insert(after.children.begin(), make(Kind::findings, "summary"));
  after.children[1].children.insert(after.children[1].children.begin(), make(Kind::text, "help.x"));
  after.children[2].children.push_back(make(Kind::text, "help.y"));
  Model model;
  REQUIRE(model.apply(diff({}, before)));
  const int x = model.serial("x");
  const int y = model.serial("y");
  REQUIRE(model.apply(diff(before, after)));
  REQUIRE(model.apply(diff(after, before)));
  CHECK(model.tree() == before);
  CHECK(model.serial("x") == x);
  CHECK(model.serial("y") == y);
}

TEST_CASE("of siblings that change places only the fewest are made again") {
  const Node before = make(Kind::page, "page", {field("a", ""), field("b", ""), field("c", "")});
  const Node after = make(Kind::page, "page", {field("c", ""), field("a", ""), field("b", "")});
  CHECK(diff(before, after) == R"([["remove","c"],["create","page",0,{"kind":"field","id":"c"}]])");
}

TEST_CASE("patches take any tree to any other") {
  for (std::uint32_t seed = 1; seed <= 300; ++seed) {
    Random random(seed);
    Node tree = random.tree();
    Model model;
    REQUIRE(model.apply(diff({}, tree)));
    REQUIRE(model.tree() == tree);
    for (int step = 0; step < 8; ++step) {
      Node next = tree;
      random.change(next);
      if (random.below(4) == 0) random.transplant(next);
      CAPTURE(seed, step, diff(tree, next));
      REQUIRE(model.apply(diff(tree, next)));
      REQUIRE(model.tree() == next);
      tree = next;
    }
  }
}

}  // namespace tianbao::page
