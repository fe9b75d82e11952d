#include <algorithm>
#include <utility>

#include "shared/form/loading.h"

namespace tianbao::form {
namespace {

/// The fields whose values a field's relevance and computed value are made of.
std::vector<std::size_t> dependencies(std::size_t field, const std::vector<Field>& fields) {
  std::vector<std::size_t> needed;
  for (const auto* program : {&fields[field].relevant, &fields[field].computed}) {
    if (!*program) continue;
    for (const std::size_t slot : (*program)->slots()) {
      if (slot < fields.size()) needed.push_back(slot);
    }
  }
  return needed;
}

struct Step {
  std::size_t field = 0;
  std::vector<std::size_t> needed;
  std::size_t next = 0;  // into needed
};

void refuse_circle(const std::vector<Step>& path, std::size_t repeated, Loading& loading) {
  const auto first =
      std::find_if(path.begin(), path.end(), [repeated](const Step& step) { return step.field == repeated; });
  std::string circle;
  for (auto step = first; step != path.end(); ++step) {
    circle += loading.form.fields[step->field].address + " → ";
  }
  circle += loading.form.fields[repeated].address;
  const auto cause =
      std::find_if(loading.pending.begin(), loading.pending.end(), [repeated](const PendingProgram& program) {
        return program.field == repeated && program.purpose != FieldProgram::required;
      });
  loading.mistakes.add(cause->pointer, DefinitionErrorCode::cycle, circle, Expected::no_circle);
}

}  // namespace

void order_fields(Loading& loading) {
  const std::vector<Field>& fields = loading.form.fields;
  enum class Visit : std::uint8_t { not_yet, on_path, done };
  std::vector<Visit> visits(fields.size(), Visit::not_yet);
  // Depth first with a path of its own: a chain through 12,000 fields would be too deep for the call stack of
  // a browser.
  std::vector<Step> path;
  const auto enter = [&](std::size_t field) {
    visits[field] = Visit::on_path;
    path.push_back({field, dependencies(field, fields), 0});
  };
  for (std::size_t start = 0; start < fields.size(); ++start) {
    if (visits[start] == Visit::not_yet) enter(start);
    while (!path.empty()) {
      Step& step = path.back();
      if (step.next == step.needed.size()) {
        visits[step.field] = Visit::done;
        loading.form.dependency_order.push_back(step.field);
        path.pop_back();
        continue;
      }
      const std::size_t needed = step.needed[step.next++];
      if (visits[needed] == Visit::on_path) refuse_circle(path, needed, loading);
      if (visits[needed] == Visit::not_yet) enter(needed);
    }
  }
}

}  // namespace tianbao::form
