#pragma once

#include <string>
#include <string_view>

#include "shared/expression/syntax.h"

namespace tianbao::conformance {

/// A parsed tree as cel-go's debug writer prints it, every element with the kind it has in cel.expr.Expr
/// behind it:
///
///     a.b + 1     _+_(
///                   a^#*expr.Expr_IdentExpr#.b^#*expr.Expr_SelectExpr#,
///                   1^#*expr.Constant_Int64Value#
///                 )^#*expr.Expr_CallExpr#
///
/// Operators are calls by names of their own: `_?_:_`, `_[_]`, `@in`, `_?._(a, "b")` for a.?b, `_[?_]`. A
/// chain of && or || is halved at its middle operator, each half again; all other chains lean to the left. An
/// even number of ! or - is none, an odd one is one; a single - before a number belongs to the number. Of an
/// optional entry of a map the `?` is printed, of an optional item of a list it is not. The macros that
/// langdef.md, "Macros", lists are comprehensions with the accumulator @result (here r), all of them with the
/// result r but exists_one:
///
///     has(x.f)             x.f~test-only~
///     x.all(v, p)          from true, while @not_strictly_false(r), r && p
///     x.exists(v, p)       from false, while @not_strictly_false(!r), r || p
///     x.exists_one(v, p)   from 0, while true, p ? r + 1 : r; result r == 1
///     x.map(v, f)          from [], while true, r + [f]
///     x.map(v, p, f)       from [], while true, p ? r + [f] : r
///     x.filter(v, p)       from [], while true, p ? r + [v] : r
///
/// Those of the extensions (cel.bind, optMap, optFlatMap, transformList …, and every macro of two variables)
/// were unknown to the parser that the golden trees are from: there they are calls as they are written.
std::string golden_tree(const expression::Tree& tree, std::string_view source);

}  // namespace tianbao::conformance
