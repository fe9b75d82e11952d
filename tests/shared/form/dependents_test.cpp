#include "shared/form/dependents.h"

#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/support/reports.h"

namespace tianbao::form {
namespace {

using List = std::vector<std::uint32_t>;

List list(std::span<const std::uint32_t> indices) {
  return {indices.begin(), indices.end()};
}

}  // namespace

TEST_CASE("Lists hold their edges in order, and some hold none") {
  const IndexLists lists(4, {{2, 7}, {0, 1}, {2, 5}, {0, 0}});
  CHECK(list(lists[0]) == List{1, 0});
  CHECK(list(lists[1]).empty());
  CHECK(list(lists[2]) == List{7, 5});
  CHECK(list(lists[3]).empty());
}

TEST_CASE("What reads a field of this year is known, each reader once") {
  const Form form = testing::load_form(R"form({
    "format": "tianbao-form/1", "id": "trial", "edition": "1", "title": "试填表",
    "periods": {"first": 2017}, "provenance": "draft",
    "sections": [{"id": "s", "label": "部分", "groups": [{"fields": [
      {"id": "sum", "label": "合计", "type": "decimal", "relevant": "s.a > 0", "computed": "s.a + s.b"},
      {"id": "a", "label": "甲", "type": "decimal", "required": "has(s.b) && prior.s.sum > 0"},
      {"id": "b", "label": "乙", "type": "decimal", "relevant": "site.code == '1' && today > '2020'"}
    ]}]}],
    "rules": [
      {"code": "E101", "severity": "error", "when": "has(s.a)", "rule": "s.a < 9", "message": "{s.a}、{s.b}",
       "fields": ["s.a", "s.b"], "basis": "试"},
      {"code": "E102", "severity": "error", "rule": "s.sum > prior.s.a", "message": "{s.sum}",
       "fields": ["s.sum"], "basis": "试"}
    ]})form");
  const Dependents& dependents = form.dependents;
  const std::vector<std::size_t> order = {1, 2, 0};
  CHECK(form.dependency_order == order);
  CHECK(dependents.order == List{2, 0, 1});
  const List settled[] = {{}, {0}, {0}};
  const List required[] = {{}, {}, {1}};
  const List rules[] = {{1}, {0}, {0}};
  for (std::size_t field = 0; field < form.fields.size(); ++field) {
    CAPTURE(form.fields[field].address);
    CHECK(list(dependents.settled[field]) == settled[field]);
    CHECK(list(dependents.required[field]) == required[field]);
    CHECK(list(dependents.rules[field]) == rules[field]);
  }
}

}  // namespace tianbao::form
