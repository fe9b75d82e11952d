#include "shared/form/dependents.h"

#include <optional>
#include <utility>

#include "shared/expression/program.h"
#include "shared/form/form.h"

namespace tianbao::form {
namespace {

/// Collects the edges from the fields that programs read to whose programs they are.
class Edges {
 public:
  explicit Edges(std::size_t field_count) : latest_(field_count, none) {}

  /// A reader's programs are added one behind the other: what several of them read is one edge.
  void add(const std::optional<expression::Program>& program, std::size_t reader) {
    if (program) add(*program, reader);
  }

  void add(const expression::Program& program, std::size_t reader) {
    const auto to = static_cast<std::uint32_t>(reader);
    for (const std::size_t slot : program.slots()) {
      // Last year's cells and the register do not change while a form is filled.
      if (slot >= latest_.size() || latest_[slot] == to) continue;
      latest_[slot] = to;
      edges_.emplace_back(static_cast<std::uint32_t>(slot), to);
    }
  }

  IndexLists lists() const { return {latest_.size(), edges_}; }

 private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  std::vector<std::uint32_t> latest_;  // by field: who was last found to read it
  std::vector<IndexLists::Edge> edges_;
};

}  // namespace

IndexLists::IndexLists(std::size_t count, const std::vector<Edge>& edges)
    : starts_(count + 1, 0), items_(edges.size()) {
  for (const Edge& edge : edges) ++starts_[edge.first];
  // Each list's end; putting its items in from the last to the first makes that its beginning.
  for (std::size_t index = 0; index < count; ++index) starts_[index + 1] += starts_[index];
  for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge)
    items_[--starts_[edge->first]] = edge->second;
}

Dependents dependents_of(const Form& form) {
  const std::size_t field_count = form.fields.size();
  Edges settled(field_count);
  Edges required(field_count);
  Edges rules(field_count);
  for (std::size_t index = 0; index < field_count; ++index) {
    settled.add(form.fields[index].relevant, index);
    settled.add(form.fields[index].computed, index);
    required.add(form.fields[index].required, index);
  }
  for (std::size_t index = 0; index < form.rules.size(); ++index) {
    const Rule& rule = form.rules[index];
    rules.add(rule.when, index);
    rules.add(rule.fact_when, index);
    rules.add(rule.condition, index);
    for (const MessagePart& part : rule.message) rules.add(part.expression, index);
  }
  std::vector<std::uint32_t> order(field_count);
  for (std::size_t place = 0; place < field_count; ++place) {
    order[form.dependency_order[place]] = static_cast<std::uint32_t>(place);
  }
  return {settled.lists(), required.lists(), rules.lists(), std::move(order)};
}

}  // namespace tianbao::form
