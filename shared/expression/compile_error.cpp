#include "shared/expression/compile_error.h"

#include "shared/text/utf8.h"

namespace tianbao::expression {
namespace {

constexpr std::size_t max_excerpt_code_points = 40;

/// `text` may end inside of a UTF-8 sequence, which is then left out.
std::string excerpt(std::string_view text) {
  text = text.substr(0, text::valid_utf8_length(text));
  return text::shortened(text, max_excerpt_code_points);
}

}  // namespace

CompileError make_error(CompileErrorCode code, std::string_view source, std::size_t offset,
                        std::size_t length, std::string_view expected) {
  return {code, offset, excerpt(source.substr(offset, length)), std::string(expected), {}};
}

std::string_view type_name(Type type) {
  switch (type) {
    case Type::dynamic:
      return "任意值";
    case Type::null:
      return "空值";
    case Type::boolean:
      return "布尔值";
    case Type::integer:
    case Type::unsigned_integer:
    case Type::floating:
    case Type::decimal:
      return "数字";
    case Type::string:
      return "文字";
    case Type::bytes:
      return "字节串";
    case Type::list:
      return "列表";
    case Type::map:
      return "映射";
    case Type::timestamp:
      return "时刻";
    case Type::duration:
      return "时长";
    case Type::type:
      return "类型";
    case Type::optional:
      return "可选值";
  }
  return {};
}

}  // namespace tianbao::expression
