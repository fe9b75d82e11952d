#include "tests/shared/expression/names.h"

#include <catch2/catch_test_macros.hpp>
#include <utility>

#include "shared/expression/compile_error.h"

namespace tianbao::expression::testing {
namespace {

using number::Decimal;

Domain number_domain(std::optional<int> least, std::optional<int> greatest, bool can_be_none) {
  Domain domain;
  if (least) domain.least = Decimal::from_integer(*least);
  if (greatest) domain.greatest = Decimal::from_integer(*greatest);
  domain.can_be_none = can_be_none;
  return domain;
}

Domain words_domain(Words words, std::size_t max_items) {
  Domain domain;
  for (const std::string_view word : words) domain.max_bytes = std::max(domain.max_bytes, word.size());
  domain.max_items = max_items;
  domain.words = ordered(std::move(words));
  domain.can_be_none = false;
  return domain;
}

Domain text_domain(std::size_t max_bytes) {
  Domain domain;
  domain.max_bytes = max_bytes;
  return domain;
}

const std::vector<Name>& all_names() {
  static const std::vector<Name> names = {
      {"percent", Type::decimal, number_domain(0, 100, false)},
      {"count", Type::decimal, number_domain(0, std::nullopt, true)},
      {"prior", Type::decimal, number_domain(std::nullopt, std::nullopt, true)},
      {"year", Type::decimal, number_domain(2017, std::nullopt, false)},
      {"kind", Type::string, words_domain({"portal", "other"}, 0)},
      {"ticked", Type::list, words_domain({"a", "b", "c"}, 3)},
      {"text", Type::string, text_domain(20)},
      {"answer", Type::boolean, number_domain(std::nullopt, std::nullopt, false)},
  };
  return names;
}

}  // namespace

std::span<const Name> names() {
  return all_names();
}

Result<Program, CompileError> compile_over_names(std::string_view source) {
  std::vector<Declaration> list;
  for (const Name& name : names()) {
    list.push_back(
        {std::string(name.name), name.type, name.type == Type::list ? Type::string : Type::dynamic});
  }
  return compile(source, std::move(list));
}

Program compiled(std::string_view source) {
  Result<Program, CompileError> program = compile_over_names(source);
  INFO(source);
  if (!program) FAIL(describe(program.error()));
  return std::move(program).value();
}

std::vector<Domain> domains() {
  std::vector<Domain> result;
  for (const Name& name : names()) result.push_back(name.domain);
  return result;
}

}  // namespace tianbao::expression::testing
