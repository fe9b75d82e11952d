#include "server/command/arguments.h"

#include <algorithm>

#include "shared/text/nearest.h"

namespace tianbao::command {

namespace {

Complaint unknown_option(std::string_view name, std::span<const Option> known) {
  text::Nearest alike(name);
  for (const Option& option : known) alike.offer(option.name);
  const std::string message = "没有选项“" + std::string(name) + "”";
  if (alike.name().empty()) return {message + "。"};
  return {message + "，是否想写“" + std::string(alike.name()) + "”？"};
}

Complaint operand_complaint(const ParsedArguments& parsed, const Operands& operands) {
  if (parsed.operands.size() < operands.least)
    return Complaint{"缺少参数 " + std::string(operands.name) + "（用法见 --help）。"};
  return Complaint{"多了参数“" + parsed.operands[operands.most] + "”（用法见 --help）。"};
}

}  // namespace

bool ParsedArguments::has(std::string_view name) const {
  return value(name) != nullptr;
}

const std::string* ParsedArguments::value(std::string_view name) const {
  for (const auto& [option, text] : options) {
    if (option == name) return &text;
  }
  return nullptr;
}

Result<ParsedArguments, Complaint> parse_arguments(const Arguments& arguments, std::span<const Option> known,
                                                   const Operands& operands) {
  ParsedArguments parsed;
  bool options_ended = false;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string_view argument = arguments[i];
    if (options_ended || argument.size() < 2 || argument[0] != '-') {
      parsed.operands.emplace_back(argument);
      continue;
    }
    if (argument == "--") {
      options_ended = true;
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    const auto option =
        std::find_if(known.begin(), known.end(), [name](const Option& each) { return each.name == name; });
    if (option == known.end()) return unknown_option(name, known);
    if (parsed.has(name)) return Complaint{"选项“" + std::string(name) + "”写了两次。"};
    std::string value;
    if (equals != std::string_view::npos) {
      if (!option->takes_value) return Complaint{"选项“" + std::string(name) + "”不带值。"};
      value = argument.substr(equals + 1);
    } else if (option->takes_value) {
      if (i + 1 == arguments.size()) return Complaint{"选项“" + std::string(name) + "”后面缺少值。"};
      value = arguments[++i];
    }
    parsed.options.emplace_back(option->name, std::move(value));
  }
  if (parsed.operands.size() < operands.least || parsed.operands.size() > operands.most) {
    return operand_complaint(parsed, operands);
  }
  return parsed;
}

}  // namespace tianbao::command
