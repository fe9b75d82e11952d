#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "shared/expression/program.h"
#include "shared/expression/value.h"

namespace tianbao::expression {

/// What a formula calls that which its slots stand for.
class Wording {
 public:
  virtual std::string name(std::size_t slot) const = 0;   // 信息发布·总数
  virtual std::string value(std::size_t slot) const = 0;  // 16965, “洞口发布”, （空）
  /// Of a slot that holds ids of options: the option as people know it, "" when it has none of that id.
  virtual std::string option(std::size_t slot, std::string_view id) const = 0;

 protected:
  ~Wording() = default;
};

/// What is longer ends in ….
constexpr std::size_t max_formula_bytes = 4096;
/// Of one text in it.
constexpr std::size_t max_formula_text_characters = 40;

/// The expression, which is one of a form (an expression with more of CEL stands as it is written), as a
/// person reads it, with the names of what it reads:
///
///     办件量·总数 = 自然人办件量 + 法人办件量
///     没有填写 微博·名称 或 微博·名称 填的是“无”
std::string formula_of_names(const Program& program, const Wording& wording);

/// The same with the values in place of the names. Behind every statement stands whether it is true, ✓ or ✗,
/// or ？ where that cannot be told; the statement itself stays as the rule asks for it. What a formula on
/// either side of a comparison comes to stands behind it, unless the other side shows it:
///
///     16965 = 78 + 12089 + 4798 ✓
///     523 = 51 + 472 + 135（= 658）✗
///     已填写 微博·名称 ✓ 且 微博·名称 填的是“无” ✗
///
/// What a result rounds for people stands behind ≈. Every mark is what an evaluation of that part alone
/// gives: the whole formula's is the rule's verdict.
std::string formula_of_values(const Program& program, const Wording& wording, std::span<const Slot> slots);

/// A text among the values: in quotation marks unless it is all digits, as days and codes are, shortened
/// where it is long.
std::string formula_text(std::string_view text);

}  // namespace tianbao::expression
