#include <string>

#include "shared/pattern/pattern.h"

namespace tianbao::pattern {
namespace {

/// What a sentence says of the text at fault: a limit, or what could stand there.
struct Verdict {
  const char* text = "";
  std::size_t limit = 0;
  const char* unit = "";
};

Verdict verdict(PatternErrorCode code) {
  switch (code) {
    case PatternErrorCode::too_long:
      return {"过长，最多 ", max_source_bytes, " 个字节"};
    case PatternErrorCode::too_deep:
      return {"嵌套过深，括号最多 ", max_depth, " 层"};
    case PatternErrorCode::too_large:
      return {"过于庞大，重复展开后合计最多 ", max_instructions, " 步"};
    case PatternErrorCode::syntax:
      return {"不符合语法，此处应为"};
    case PatternErrorCode::unsupported:
      return {"不受支持，此处应为"};
    case PatternErrorCode::repetition_out_of_range:
      return {"超出范围，次数应由小到大，最多 ", max_repetitions, " 次"};
  }
  return {};
}

}  // namespace

std::string_view expected_text(Expected expected) {
  switch (expected) {
    case Expected::nothing:
      return {};
    case Expected::begun_group:
      return "有“(”与之配对的“)”，或者“\\)”";
    case Expected::ended_group:
      return "有“)”与之配对的“(”，或者“\\(”";
    case Expected::plain_group:
      return "“(…)”或“(?:…)”";
    case Expected::content_to_repeat:
      return "前面有内容可重复的数量词，或者“\\”加这个字符";
    case Expected::one_quantifier:
      return "别的内容：一项最多跟一个数量词";
    case Expected::repetition:
      return "{2}、{2,} 或 {2,4} 这样的次数，花括号本身写成“\\{”";
    case Expected::written_set:
      return "写明范围的字符类，如 [A-Za-z]、[一-鿿]";
    case Expected::no_reference:
      return "不引用前文的写法";
    case Expected::begin_or_end:
      return "^ 或 $";
    case Expected::escape:
      return "\\d、\\w、\\s、\\D、\\W、\\S、\\n、\\r、\\t，或者“\\”加一个半角标点";
    case Expected::escaped_character:
      return "“\\”和它后面的字符，“\\”本身写成“\\\\”";
    case Expected::escaped_hyphen:
      return "“\\-”，或者写在方括号内最前、最后的“-”";
    case Expected::escaped_opening_bracket:
      return "“\\[”";
    case Expected::escaped_closing_bracket:
      return "“\\]”";
    case Expected::escaped_closing_brace:
      return "“\\}”";
    case Expected::range_to_character:
      return "以一个字符结尾的范围";
    case Expected::ascending_range:
      return "编码由小到大的范围";
    case Expected::set_with_member:
      return "至少有一个字符的“[…]”";
    case Expected::ended_set:
      return "有“]”与之配对的“[”，或者“\\[”";
  }
  return {};
}

std::string describe(const PatternError& error) {
  std::string sentence = "正则表达式";
  if (!error.found.empty()) {
    sentence += "第 ";
    sentence += std::to_string(error.offset + 1);
    sentence += " 个字节处的“";
    sentence += error.found;
    sentence += "”";
  }
  const auto [text, limit, unit] = verdict(error.code);
  sentence += text;
  if (limit > 0) sentence += std::to_string(limit);
  sentence += unit;
  sentence += expected_text(error.expected);
  sentence += "。";
  return sentence;
}

}  // namespace tianbao::pattern
