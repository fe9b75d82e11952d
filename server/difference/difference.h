#pragma once

#include <string>
#include <vector>

#include "shared/form/form.h"

namespace tianbao::difference {

/// What is not the same in two editions of a form, in Chinese. Each text is one thing that differs, the
/// details of it in lines of their own, indented; all in the order of the newer form, what is gone where it
/// stood.
struct Differences {
  std::vector<std::string> heads;     // title, years, deadline …
  std::vector<std::string> sections;  // and the columns of their tables
  std::vector<std::string> fields;    // by address
  std::vector<std::string> rules;     // by code
  std::vector<std::string>
      carried;  // of one form: last year's values that do not go over, or not as they are

  bool empty() const { return heads.empty() && sections.empty() && fields.empty() && rules.empty(); }
};

/// A member that Form gains is compared in changes.cpp, of fields, or beside it, of forms, sections and
/// rules.
Differences differences(const form::Form& before, const form::Form& now);

}  // namespace tianbao::difference
