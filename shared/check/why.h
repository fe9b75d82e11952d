#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "shared/check/bind.h"
#include "shared/check/check.h"
#include "shared/form/form.h"
#include "shared/json/value.h"

namespace tianbao::check {

/// Something that a rule or a standard fact has read.
struct Read {
  std::size_t slot = 0;  // as form::Slots numbers them: below Form::fields.size() it is a cell of the report
  std::string label;     // 信息发布·总数, 上年信息发布·总数, 登记的网址
  std::string value;     // as it is shown, shortened where it is long; （空） …
};

/// Why a rule or a standard fact says what it says, for a person to follow. Every member is bounded, see
/// expression/formula.h.
struct Why {
  std::string asked;  // what has to hold, in the names of the cells: 信息发布·总数 = 概况类信息更新量 + …
  std::string when;     // on what condition, with the values in it; "" for a rule that always applies
  std::string formula;  // with the values in it: 523 = 51 + 472 + 135（= 658）✗
  std::vector<Read> cells;
  std::string source;  // what it rests on: 填写说明 text or document number
};

/// Of a rule of the form, whatever its verdict.
Why why(const Bound& bound, const form::Rule& rule);

/// Of a finding of check() about what is bound.
Why why(const Bound& bound, const Finding& finding);

/// {"asked", "when", "formula", "cells": [{"name", "label", "value"}], "source"}; `when` is left out where it
/// is empty.
json::Object to_json(const Why& why, const form::Form& form);

/// The findings as to_json(findings, form) has them, each with `why`.
json::Value to_json(const std::vector<Finding>& findings, const Bound& bound);

}  // namespace tianbao::check
