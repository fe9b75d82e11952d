#include "shared/expression/formula.h"

#include <algorithm>
#include <array>
#include <utility>

#include "shared/expression/formula_writer.h"
#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

/// By Operator. % is written in words.
constexpr std::array<std::string_view, 13> operator_words = {"",  "+", "-", "×", "÷", "除以", "=",
                                                             "≠", "<", "≤", ">", "≥", ""};

/// What is blank, unread or unknown stands among the values already.
bool says_something_new(const Error& error) {
  return error.code >= ErrorCode::no_such_overload;
}

bool is_boolean(const Node& node) {
  return node.type == Type::boolean;
}

}  // namespace

std::string literal_text(const Value& value) {
  if (const std::string* const text = value.string()) return formula_text(*text);
  return text::shortened(to_text(value), max_formula_text_characters);
}

std::string FormulaWriter::run() && {
  if (program_.nodes_.empty()) return {};
  if (program_.extension_ != nullptr) return program_.source();
  const auto root = static_cast<std::uint32_t>(program_.nodes_.size() - 1);
  write(root, Strength::choice, program_.type_ == Type::boolean || program_.type_ == Type::dynamic);
  if (text_.size() <= max_formula_bytes) return std::move(text_);
  return std::string(text::beginning(text_, max_formula_bytes)) + "…";
}

Strength FormulaWriter::strength(const Node& node, bool is_statement) const {
  switch (node.kind) {
    case NodeKind::choice:
      return Strength::choice;
    case NodeKind::all_of:
    case NodeKind::any_of:
      return Strength::junction;
    case NodeKind::has_slot:
    case NodeKind::none_slot:
    case NodeKind::matches:
    case NodeKind::invert:
      return Strength::statement;
    case NodeKind::macro:
      return is_boolean(node) ? Strength::statement : Strength::unit;
    case NodeKind::slot:
      return is_statement && is_boolean(node) ? Strength::statement : Strength::unit;
    case NodeKind::chain: {
      const Operator last = operands(node).back().before;
      if (!is_arithmetic(last)) return Strength::statement;
      return last <= Operator::subtract ? Strength::sum : Strength::product;
    }
    case NodeKind::call: {
      const std::string_view phrase = phrase_of(node);
      if (is_predicate(phrase)) return Strength::statement;
      return phrase.find('$') == std::string_view::npos ? Strength::unit : Strength::product;
    }
    default:
      return Strength::unit;
  }
}

const Value& FormulaWriter::value_of(std::uint32_t index) {
  std::optional<Value>& value = values_[index];
  if (!value) {
    Evaluation evaluation(program_, *slots_);
    Value storage;
    value = evaluation.evaluate(index, storage);
  }
  return *value;
}

std::optional<std::size_t> FormulaWriter::slot_behind(const Node& node) const {
  if (node.kind == NodeKind::slot) return node.index;
  if (node.kind == NodeKind::index) return slot_behind(this->node(operands(node)[0].node));
  return node.kind == NodeKind::local ? ranges_[node.index] : std::nullopt;
}

void FormulaWriter::write(std::uint32_t index, Strength least, bool is_statement) {
  if (text_.size() > max_formula_bytes) return;
  const std::size_t begin = text_.size();
  write_bare(index, is_statement);
  // 3 - (-5), (-5) × 3: a sign of its own beside an operator.
  const bool is_negative = least >= Strength::product && text_.compare(begin, 1, "-") == 0;
  if (!is_negative && strength(node(index), is_statement) >= least) return;
  text_.insert(begin, 1, '(');
  text_ += ')';
}

void FormulaWriter::write_bare(std::uint32_t index, bool is_statement) {
  const Node& here = node(index);
  const std::span<const Operand> parts = operands(here);
  switch (here.kind) {
    case NodeKind::all_of:
      return write_items(parts, "且", Strength::statement, true);
    case NodeKind::any_of:
      return write_items(parts, "或", Strength::statement, true);
    case NodeKind::choice:
      text_ += "若 ";
      write(parts[0].node, Strength::junction, true);
      join("则");
      write(parts[1].node, Strength::junction, is_statement);
      text_ += "，否则 ";
      return write(parts[2].node, Strength::choice, is_statement);
    case NodeKind::invert:
      if (here.index % 2 == 0) return write(parts[0].node, Strength::statement, is_statement);
      break;
    default:
      break;
  }
  if (write_atom(index, is_statement) && is_statement) write_mark(index);
}

/// What is one statement, or no statement at all; whether it may be one.
bool FormulaWriter::write_atom(std::uint32_t index, bool is_statement) {
  const Node& here = node(index);
  switch (here.kind) {
    case NodeKind::constant: {
      const Value& value = program_.constants_[here.index];
      const std::string option =
          beside_ && value.string() ? wording_.option(*beside_, *value.string()) : std::string();
      text_ += option.empty() ? literal_text(value) : formula_text(option);
      return false;
    }
    case NodeKind::slot:
      if (is_statement && is_boolean(here)) {
        text_ += wording_.name(here.index) + " = 是";
        return true;
      }
      text_ += slots_ ? wording_.value(here.index) : wording_.name(here.index);
      return is_statement;
    case NodeKind::local:
      text_ += program_.variables_[here.index];
      return is_statement;
    case NodeKind::has_slot:
      text_ += "已填写 " + wording_.name(here.index);
      return true;
    case NodeKind::none_slot:
      text_ += wording_.name(here.index) + " 填的是“无”";
      return true;
    case NodeKind::negate:
      text_.append(here.index, '-');
      write(operands(here)[0].node, Strength::unit);
      return false;
    case NodeKind::invert:
      return write_negation(here);
    case NodeKind::chain:
      if (is_arithmetic(operands(here).back().before)) {
        write_chain(here);
        return false;
      }
      write_relation(here);
      return true;
    case NodeKind::list:
      text_ += '[';
      write_items(operands(here), "、", Strength::choice);
      text_ += ']';
      return false;
    case NodeKind::index:
      write(operands(here)[0].node, Strength::unit);
      text_ += '[';
      write(operands(here)[1].node, Strength::choice);
      text_ += ']';
      return true;
    case NodeKind::matches:
      write_phrase(match_phrase, {operands(here).data(), 2}, false);
      return true;
    case NodeKind::call:
      write_call(here, false);
      return is_boolean(here) || here.type == Type::dynamic;
    case NodeKind::macro:
      write_macro(here);
      return true;
    default:
      return false;
  }
}

/// As people say it where there are words for it: 没有填写 x, not 不 (已填写 x).
bool FormulaWriter::write_negation(const Node& inverted) {
  const Node& denied = node(operands(inverted)[0].node);
  const bool is_in = denied.kind == NodeKind::chain && operands(denied).size() == 2 &&
                     operands(denied)[1].before == Operator::in;
  if (denied.kind == NodeKind::has_slot) {
    text_ += "没有填写 " + wording_.name(denied.index);
  } else if (denied.kind == NodeKind::none_slot) {
    text_ += wording_.name(denied.index) + " 填的不是“无”";
  } else if (denied.kind == NodeKind::slot) {
    text_ += wording_.name(denied.index) + " = 否";
  } else if (is_in) {
    write_phrase(in_phrase, operands(denied), true);
  } else if (denied.kind == NodeKind::matches) {
    write_phrase(match_phrase, {operands(denied).data(), 2}, true);
  } else if (denied.kind == NodeKind::call && is_predicate(phrase_of(denied))) {
    write_call(denied, true);
  } else {
    text_ += "不 (";
    write(operands(inverted)[0].node, Strength::choice, true);
    text_ += ')';
  }
  return true;
}

void FormulaWriter::write_chain(const Node& chain) {
  const std::span<const Operand> links = operands(chain);
  const Strength own = strength(chain, false);
  const auto tighter = static_cast<Strength>(static_cast<int>(own) + 1);
  write(links[0].node, own);
  for (const Operand& link : links.subspan(1)) {
    join(operator_words[static_cast<std::size_t>(link.before)]);
    write(link.node, tighter);
    if (link.before == Operator::remainder) text_ += " 的余数";
  }
}

bool FormulaWriter::is_empty_text(std::uint32_t index) const {
  const Node& side = node(index);
  if (side.kind != NodeKind::constant) return false;
  const std::string* const text = program_.constants_[side.index].string();
  return text != nullptr && text->empty();
}

void FormulaWriter::write_relation(const Node& chain) {
  const std::span<const Operand> sides = operands(chain);
  const Operator operation = sides[1].before;
  if (sides.size() == 2 && operation == Operator::in) return write_phrase(in_phrase, sides, false);
  const bool is_equality = operation == Operator::equal || operation == Operator::not_equal;
  if (sides.size() == 2 && is_equality && is_empty_text(sides[1].node)) {
    write_side(sides[0].node, true);
    text_ += operation == Operator::equal ? " 为空" : " 不为空";
    return;
  }
  // Where both sides are equal and one is a plain value, that is what the other one comes to.
  bool is_plain_equality = false;
  if (shows_results() && sides.size() == 2 && operation == Operator::equal) {
    const auto is_plain = [this](const Operand& side) { return node(side.node).operand_count == 0; };
    const bool* const equal = value_of(static_cast<std::uint32_t>(&chain - program_.nodes_.data())).boolean();
    is_plain_equality = equal && *equal && std::any_of(sides.begin(), sides.end(), is_plain);
  }
  const std::optional<std::size_t> outer = beside_;
  for (std::size_t position = 0; position < sides.size(); ++position) {
    if (position > 0 && sides[position].before == Operator::in) join("在");
    if (position > 0 && sides[position].before != Operator::in) {
      join(operator_words[static_cast<std::size_t>(sides[position].before)]);
    }
    if (const auto slot = slot_behind(node(sides[position == 0 ? 1 : 0].node))) beside_ = slot;
    write_side(sides[position].node, !is_plain_equality);
    beside_ = outer;
  }
}

/// What a statement is about, and what it comes to where that is not plain.
void FormulaWriter::write_side(std::uint32_t index, bool with_result) {
  write(index, Strength::sum);
  const Node& side = node(index);
  if (!with_result || !shows_results() || side.operand_count == 0 || side.kind == NodeKind::list) return;
  const Value& result = value_of(index);
  if (result.error()) {
    if (says_something_new(*result.error())) text_ += to_text(result);
    return;
  }
  const std::optional<std::size_t> slot = slot_behind(side);
  const std::string option =
      slot && result.string() ? wording_.option(*slot, *result.string()) : std::string();
  text_ += is_rounded(result) ? "（≈ " : "（= ";
  text_ += (option.empty() ? literal_text(result) : formula_text(option)) + "）";
}

void FormulaWriter::write_mark(std::uint32_t index) {
  if (!shows_results()) return;
  const bool* const holds = value_of(index).boolean();
  space();
  text_ += !holds ? "？" : *holds ? "✓" : "✗";
}

void FormulaWriter::write_items(std::span<const Operand> items, std::string_view separator, Strength least,
                                bool are_statements) {
  for (const Operand& item : items) {
    if (&item != items.data()) {
      if (are_statements) {
        join(separator);
      } else {
        text_ += separator;
      }
    }
    write(item.node, least, are_statements);
  }
}

/// None where a full-width bracket makes room already.
void FormulaWriter::space() {
  if (!text_.ends_with("）")) text_ += ' ';
}

void FormulaWriter::join(std::string_view word) {
  space();
  text_ += word;
  text_ += ' ';
}

std::string formula_of_names(const Program& program, const Wording& wording) {
  return FormulaWriter(program, wording, std::nullopt).run();
}

std::string formula_of_values(const Program& program, const Wording& wording, std::span<const Slot> slots) {
  return FormulaWriter(program, wording, slots).run();
}

std::string formula_text(std::string_view text) {
  const bool is_plain = !text.empty() && text.find_first_not_of("0123456789-.") == std::string_view::npos;
  if (is_plain) return std::string(text);
  return "“" + text::shortened(text, max_formula_text_characters) + "”";
}

}  // namespace tianbao::expression
