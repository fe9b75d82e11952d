#include <array>

#include "shared/expression/formula_writer.h"
#include "shared/expression/macro_syntax.h"

namespace tianbao::expression {
namespace {

struct Phrase {
  std::string_view function;
  std::string_view words;  // $1 is the first argument; with no $, a name to write in front of them all
};

/// Functions that are not here are written as in the rule.
constexpr std::array phrases = {
    Phrase{"contains", "$1 ~包含 $2"},
    Phrase{"startsWith", "$1 ~以 $2 开头"},
    Phrase{"endsWith", "$1 ~以 $2 结尾"},
    Phrase{"host", "$1 的域名"},
    Phrase{"day", "$1 年 $2 月 $3 日"},
    Phrase{"sum", "$1 之和"},
    Phrase{"abs", "$1 的绝对值"},
    Phrase{"round", "$1 取 $2 位小数"},
    Phrase{"size", "$1 的字数"},
    Phrase{"max", "最大值"},
    Phrase{"min", "最小值"},
};

/// size() of a list.
constexpr std::string_view item_count_phrase = "$1 的项数";

std::string_view quantifier(Macro macro) {
  switch (macro) {
    case Macro::all:
      return " 的每一项 ";
    case Macro::exists:
      return " 中有一项 ";
    case Macro::exists_one:
      return " 中恰有一项 ";
    default:
      return {};
  }
}

std::string_view name_of(Macro macro) {
  for (const MacroSyntax& each : macros()) {
    if (each.macro == macro) return each.name;
  }
  return "cel.bind";
}

}  // namespace

std::string_view FormulaWriter::phrase_of(const Node& call) const {
  const std::string_view name = program_.functions_[call.index].front().name;
  if (name == "size" && node(operands(call)[0].node).type == Type::list) return item_count_phrase;
  for (const Phrase& each : phrases) {
    if (each.function == name) return each.words;
  }
  return name;
}

void FormulaWriter::write_call(const Node& call, bool negated) {
  const std::string_view phrase = phrase_of(call);
  if (phrase.find('$') != std::string_view::npos) return write_phrase(phrase, operands(call), negated);
  text_ += phrase;
  text_ += '(';
  write_items(operands(call), ", ", Strength::choice);
  text_ += ')';
}

void FormulaWriter::write_phrase(std::string_view phrase, std::span<const Operand> arguments, bool negated) {
  const std::optional<std::size_t> outer = beside_;
  for (std::size_t position = 0; position < phrase.size(); ++position) {
    const char character = phrase[position];
    if (character == ' ') {
      space();
    } else if (character == '~') {
      if (negated) text_ += "不";
    } else if (character != '$') {
      text_ += character;
    } else {
      const auto number = static_cast<std::size_t>(phrase[++position] - '1');
      if (!is_predicate(phrase)) {
        write(arguments[number].node, Strength::unit);
        continue;
      }
      if (const auto slot = slot_behind(node(arguments[1 - number].node))) beside_ = slot;
      write_side(arguments[number].node, true);
      beside_ = outer;
    }
  }
}

void FormulaWriter::write_macro(const Node& macro) {
  const std::span<const Operand> parts = operands(macro);
  const std::string_view words = quantifier(macro.macro);
  std::string variables = program_.variables_[macro.index];
  if (macro.two_variables) variables += ", " + program_.variables_[macro.index + 1];
  const bool is_bind = macro.macro == Macro::bind;
  if (!is_bind) write(parts[0].node, Strength::unit);
  if (!is_bind) ranges_[macro.index + (macro.two_variables ? 1 : 0)] = slot_behind(node(parts[0].node));
  ++macro_depth_;
  if (!words.empty()) {
    text_.append(words).append(variables).append(" 满足 ");
    write(parts[1].node, Strength::statement, true);
  } else {
    if (!is_bind) text_ += '.';
    text_.append(name_of(macro.macro)).append("(").append(variables);
    for (const Operand& part : is_bind ? parts : parts.subspan(1)) {
      text_ += ", ";
      write(part.node, Strength::choice);
    }
    text_ += ')';
  }
  --macro_depth_;
}

}  // namespace tianbao::expression
