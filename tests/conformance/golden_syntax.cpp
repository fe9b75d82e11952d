#include "tests/conformance/golden_syntax.h"

#include <array>
#include <string_view>

namespace tianbao::conformance {
namespace {

using Kind = GoldenExpression::Kind;

/// Which lines break where is cel-go's common/debug: the items of calls, lists and maps stand on lines of
/// their own.
class Printer {
 public:
  void print(const GoldenExpression& expression);
  std::string take() && { return std::move(out_); }

 private:
  void print_select(const GoldenExpression& select);
  void print_call(const GoldenExpression& call);
  void print_list(const GoldenExpression& list);
  void print_map(const GoldenExpression& map);
  void print_comprehension(const GoldenExpression& comprehension);
  void write(std::string_view text);
  void open(std::string_view bracket);
  void next_line();
  void close(std::string_view bracket);
  void adorn(std::string_view kind);

  std::string out_;
  std::size_t indentation_ = 0;
  bool at_line_start_ = true;
};

void Printer::write(std::string_view text) {
  if (at_line_start_) out_.append(2 * indentation_, ' ');
  at_line_start_ = false;
  out_ += text;
}

void Printer::next_line() {
  out_ += '\n';
  at_line_start_ = true;
}

void Printer::open(std::string_view bracket) {
  write(bracket);
  ++indentation_;
  next_line();
}

void Printer::close(std::string_view bracket) {
  --indentation_;
  next_line();
  write(bracket);
}

void Printer::adorn(std::string_view kind) {
  write("^#*expr.");
  write(kind);
  write("#");
}

void Printer::print(const GoldenExpression& expression) {
  switch (expression.kind) {
    case Kind::constant:
      write(expression.text);
      return adorn("Constant_" + expression.constant_kind);
    case Kind::identifier:
      write(expression.text);
      return adorn("Expr_IdentExpr");
    case Kind::select:
      print_select(expression);
      return adorn("Expr_SelectExpr");
    case Kind::call:
      print_call(expression);
      return adorn("Expr_CallExpr");
    case Kind::list:
      print_list(expression);
      return adorn("Expr_ListExpr");
    case Kind::map:
      print_map(expression);
      return adorn("Expr_StructExpr");
    case Kind::comprehension:
      print_comprehension(expression);
      return adorn("Expr_ComprehensionExpr");
  }
}

void Printer::print_select(const GoldenExpression& select) {
  print(select.operands[0]);
  write(".");
  write(select.text);
  if (select.test_only) write("~test-only~");
}

void Printer::print_call(const GoldenExpression& call) {
  const std::size_t first = call.has_target ? 1 : 0;
  if (call.has_target) {
    print(call.operands[0]);
    write(".");
  }
  write(call.text);
  if (call.operands.size() == first) return write("()");
  open("(");
  for (std::size_t i = first; i < call.operands.size(); ++i) {
    if (i > first) {
      write(",");
      next_line();
    }
    print(call.operands[i]);
  }
  close(")");
}

void Printer::print_list(const GoldenExpression& list) {
  if (list.operands.empty()) return write("[]");
  open("[");
  for (std::size_t i = 0; i < list.operands.size(); ++i) {
    if (i > 0) {
      write(",");
      next_line();
    }
    print(list.operands[i]);
  }
  close("]");
}

void Printer::print_map(const GoldenExpression& map) {
  if (map.operands.empty()) return write("{}");
  open("{");
  for (std::size_t i = 0; i < map.operands.size(); i += 2) {
    if (i > 0) {
      write(",");
      next_line();
    }
    if (map.operands[i + 1].optional) write("?");
    print(map.operands[i]);
    write(":");
    print(map.operands[i + 1]);
    adorn("Expr_CreateStruct_Entry");
  }
  close("}");
}

void Printer::print_comprehension(const GoldenExpression& comprehension) {
  constexpr std::array<std::string_view, 5> headings = {"// Target", "// Init", "// LoopCondition",
                                                        "// LoopStep", "// Result"};
  open("__comprehension__(");
  write("// Variable");
  next_line();
  write(comprehension.text);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    write(",");
    next_line();
    write(headings[i]);
    next_line();
    print(comprehension.operands[i]);
    if (i > 0) continue;
    write(",");
    next_line();
    write("// Accumulator");
    next_line();
    write("@result");
  }
  write(")");
  --indentation_;
}

}  // namespace

std::string print(const GoldenExpression& expression) {
  Printer printer;
  printer.print(expression);
  return std::move(printer).take();
}

}  // namespace tianbao::conformance
