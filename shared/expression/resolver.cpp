#include "shared/expression/resolver.h"

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <string>
#include <utility>

#include "shared/expression/call_checker.h"
#include "shared/expression/compile_error.h"
#include "shared/expression/macro_syntax.h"
#include "shared/sort.h"
#include "shared/text/nearest.h"

namespace tianbao::expression {
namespace {

constexpr std::string_view region_function = "region";

constexpr std::uint32_t no_parent = std::numeric_limits<std::uint32_t>::max();

/// The names of types, which are values: type(1) == int.
constexpr std::array<std::string_view, 13> type_names = {"bool",
                                                         "bytes",
                                                         "double",
                                                         "google.protobuf.Duration",
                                                         "google.protobuf.Timestamp",
                                                         "int",
                                                         "list",
                                                         "map",
                                                         "null_type",
                                                         "optional_type",
                                                         "string",
                                                         "type",
                                                         "uint"};

/// Rules have no types, which only what goes beyond them can use.
bool is_type_name(const Library& library, std::string_view name) {
  return library.extension != nullptr &&
         std::find(type_names.begin(), type_names.end(), name) != type_names.end();
}

class Resolver {
 public:
  Resolver(Tree& tree, std::string_view source, const Declarations& declarations, const Dialect& dialect)
      : tree_(tree),
        source_(source),
        declarations_(declarations),
        dialect_(dialect),
        parents_(tree.nodes.size(), no_parent) {}

  Result<Resolved, CompileError> run() {
    for (std::uint32_t index = 0; index < tree_.nodes.size(); ++index) {
      for (const Operand& operand : tree_.operands_of(tree_.nodes[index])) parents_[operand.node] = index;
    }
    // Functions first: what stands between the parentheses of an unknown one may be names only it would know.
    for (std::uint32_t index = 0; index < tree_.nodes.size() && !error_; ++index) {
      if (tree_.nodes[index].kind == NodeKind::call) resolve_function(index);
    }
    for (std::uint32_t index = 0; index < tree_.nodes.size() && !error_; ++index) {
      if (tree_.nodes[index].kind == NodeKind::name) resolve_name(index);
    }
    if (error_) return std::move(*error_);
    sort_items(slots_, std::less<>());
    slots_.erase(std::unique(slots_.begin(), slots_.end()), slots_.end());
    return Resolved{std::move(slots_)};
  }

 private:
  const std::string& member_of(const Node& select) const { return *tree_.constants[select.index].string(); }

  /// The nodes of `a`, `a.b`, `a.b.c`, from a name up.
  std::vector<std::uint32_t> chain_above(std::uint32_t name) const {
    std::vector<std::uint32_t> chain = {name};
    for (std::uint32_t above = parents_[name]; above != no_parent; above = parents_[above]) {
      if (tree_.nodes[above].kind != NodeKind::select) break;
      chain.push_back(above);
    }
    return chain;
  }

  /// `a.b.c` for the select c of that chain; "" when it begins with something else than a name.
  std::string dotted(std::uint32_t index) const {
    const Node& node = tree_.nodes[index];
    if (node.kind == NodeKind::name) return std::string(tree_.names[node.index]);
    if (node.kind != NodeKind::select) return {};
    std::string text = dotted(tree_.operands_of(node)[0].node);
    if (!text.empty()) text += "." + member_of(node);
    return text;
  }

  bool is_function(std::string_view name) const { return !find_function(dialect_.library, name).empty(); }

  /// `region(basic.site_code)` is declared under that name, for it depends on more than its argument. Stands
  /// for both slots: whoever reads the one reads the other.
  bool resolve_region(std::uint32_t index) {
    const Node& call = tree_.nodes[index];
    if (call.receiver || call.operand_count != 1) return false;
    const std::uint32_t argument = tree_.operands_of(call)[0].node;
    const std::string name = dotted(argument);
    const std::optional<std::size_t> slot = declarations_.find("region(" + name + ")");
    if (!slot) return false;
    slots_.push_back(*declarations_.find(name));
    drop(argument);
    make_slot(index, *slot);
    return true;
  }

  void resolve_function(std::uint32_t index) {
    Node& call = tree_.nodes[index];
    const std::string_view name = tree_.names[call.index];
    if (name == region_function && dialect_.mode == Mode::form) {
      if (resolve_region(index)) return;
      error_ = make_error(CompileErrorCode::wrong_type, source_, call.offset, call.length,
                          Expected::name_for_region);
      return;
    }
    const std::string qualifier = call.receiver ? dotted(tree_.operands_of(call)[0].node) : "";
    if (!qualifier.empty()) {
      const FunctionTable qualified = find_function(dialect_.library, qualifier + "." + std::string(name));
      if (!qualified.empty()) {
        drop(tree_.operands_of(call)[0].node);
        call.receiver = false;
        ++call.first_operand;
        --call.operand_count;
        tree_.names[call.index] = qualified.front().name;
        return;
      }
    }
    if (is_function(name) || (name == "none" && dialect_.mode == Mode::form)) return;
    if (find_macro(name, max_macro_variables) != nullptr) {
      error_ = make_error(CompileErrorCode::syntax, source_, call.offset, call.length, Expected::macro_call);
      error_->detail = name;
      return;
    }
    error_ =
        make_error(CompileErrorCode::unknown_name, source_, call.offset, call.length, Expected::function);
    error_->found = name;
    error_->nearest = nearest_function(name);
  }

  std::string nearest_function(std::string_view name) const {
    text::Nearest nearest(name);
    for (const FunctionTable table : dialect_.library.tables) {
      for (const Function& function : table) nearest.offer(function.name);
    }
    for (const MacroSyntax& macro : macros()) nearest.offer(macro.name);
    nearest.offer("has");
    if (dialect_.mode == Mode::form) {
      nearest.offer("none");
      nearest.offer(region_function);
    }
    return std::string(nearest.name());
  }

  /// What a qualifier was made of means nothing by itself.
  void drop(std::uint32_t index) {
    const std::span<const Operand> below = tree_.operands_of(tree_.nodes[index]);
    if (!below.empty()) drop(below[0].node);
    tree_.nodes[index].kind = NodeKind::unused;
  }

  void resolve_name(std::uint32_t index) {
    const std::vector<std::uint32_t> chain = chain_above(index);
    std::string name = dotted(chain.back());
    for (std::size_t length = chain.size(); length > 0; --length) {
      const std::uint32_t top = chain[length - 1];
      const std::optional<std::size_t> slot = declarations_.find(name);
      if (slot || is_type_name(dialect_.library, name)) {
        if (length > 1) drop(chain[length - 2]);
        if (slot) return make_slot(top, *slot);
        return make_type(top, name);
      }
      if (length > 1) name.resize(name.size() - member_of(tree_.nodes[top]).size() - 1);
    }
    fail_unknown(chain.back());
  }

  void make_slot(std::uint32_t index, std::size_t slot) {
    Node& node = tree_.nodes[index];
    node.kind = NodeKind::slot;
    node.index = static_cast<std::uint32_t>(slot);
    node.operand_count = 0;
    slots_.push_back(slot);
  }

  void make_type(std::uint32_t index, const std::string& name) {
    Node& node = tree_.nodes[index];
    node.kind = NodeKind::constant;
    node.index = static_cast<std::uint32_t>(tree_.constants.size());
    node.operand_count = 0;
    tree_.constants.push_back({TypeName{name}});
    tree_.exact.emplace_back();
  }

  void fail_unknown(std::uint32_t index) {
    const Node& node = tree_.nodes[index];
    const std::string name = dotted(index);
    text::Nearest nearest(name);
    for (const Declaration& declaration : declarations_.list()) {
      if (dialect_.suggests_names) nearest.offer(declaration.name);
    }
    error_ = make_error(CompileErrorCode::unknown_name, source_, node.offset, node.length, Expected::nothing);
    error_->nearest = nearest.name();
  }

  Tree& tree_;
  std::string_view source_;
  const Declarations& declarations_;
  const Dialect& dialect_;
  std::vector<std::uint32_t> parents_;
  std::vector<std::size_t> slots_;
  std::optional<CompileError> error_;
};

}  // namespace

Result<Resolved, CompileError> resolve_names(Tree& tree, std::string_view source,
                                             const Declarations& declarations, const Dialect& dialect) {
  return Resolver(tree, source, declarations, dialect).run();
}

}  // namespace tianbao::expression
