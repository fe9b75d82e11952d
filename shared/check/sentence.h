#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/form/form.h"

namespace tianbao::check {

// What a form asks, in words: for those who write forms and those who agree to them. Findings have their own
// words, so that a program which lists no rules does not carry these.

/// What a rule asks, as one line: 信息发布·总数 = 概况类信息更新量 + 政务动态信息更新量;
/// 办结留言数量不大于收到留言数量; 注册用户数与上年相比不超过 5 倍、不少于五分之一. In front of it stands
/// when the rule applies: 征集调查期数 = 0 时，收到意见数量 = 0.
std::string sentence(const form::Form& form, const form::Rule& rule);

struct FieldSentence {
  std::string_view code;  // of facts.h
  form::Severity severity = form::Severity::error;
  std::string text;  // 必须填写, 0 至 100 之间, 写成 4 位年份
};

/// The standard facts that hold of one field; left out is what holds of every cell (too_many_digits).
std::vector<FieldSentence> sentences(const form::Form& form, std::size_t field);

}  // namespace tianbao::check
