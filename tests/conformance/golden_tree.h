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
/// Operators are calls by names of their own. A chain of && or || is halved at its middle operator, each half
/// again; all other chains lean to the left. An even number of ! or - is none, an odd one is one. The macros
/// that langdef.md, "Macros", lists are comprehensions over the accumulator @result:
///
///     has(x.f)          x.f~test-only~
///     x.all(v, p)       init true,  while @not_strictly_false(@result),   step @result && p, result @result
///     x.exists(v, p)    init false, while @not_strictly_false(!@result),  step @result || p, result @result
///     x.exists_one(v,p) init 0,     while true,  step p ? @result + 1 : @result, result @result == 1
///     x.map(v, f)       init [],    while true,  step @result + [f], result @result x.map(v, p, f)    init
///     [],    while true,  step p ? @result + [f] : @result,                          result @result
///     x.filter(v, p)    init [],    while true,  step p ? @result + [v] : @result, result @result
///
/// Those of the extensions (cel.bind, optMap, optFlatMap, transformList …, and every macro of two variables)
/// were unknown to the parser that the golden trees are from: there they are calls as they are written.
std::string golden_tree(const expression::Tree& tree, std::string_view source);

}  // namespace tianbao::conformance
