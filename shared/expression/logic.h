#pragma once

#include "shared/expression/value.h"

namespace tianbao::expression {

/// The logic of `&&` and `||` over any number of operands, in which an operand that decides absorbs every
/// error (langdef.md, "Logical Operators"). Where none decides, a blank cell gives way to any other error: a
/// rule must not become "not applicable" because of a blank while another cell, had it been readable, might
/// have decided it. Of errors of equal rank the left one stays.
///
///     a && b   | true   false  blank   error        a || b   | true  false  blank   error
///     ---------+-----------------------------       ---------+----------------------------
///     true     | true   false  blank   error        true     | true  true   true    true
///     false    | false  false  false   false        false    | true  false  blank   error
///     blank    | blank  false  blank   error        blank    | true  blank  blank   error
///     error    | error  false  error   error        error    | true  error  error   error
///
/// blank is no_such_key; error is unread, unknown or any other, among them no_such_overload, which is what an
/// operand that is no boolean counts as.
///
/// `c ? a : b` is a or b as c says, whatever the other one is, and c's error when c is one (no_such_overload
/// when c is no boolean).
class Junction {
 public:
  /// `deciding`: false for `&&`, true for `||`.
  explicit Junction(bool deciding) : deciding_(deciding) {}

  /// Takes the next operand; whether it decides, so that no other need be looked at.
  bool take(const Value& operand) {
    if (const bool* boolean = operand.boolean()) {
      decided_ = *boolean == deciding_;
      return decided_;
    }
    const Error error = operand.error() ? *operand.error() : Error{ErrorCode::no_such_overload};
    if (!failed_ || error_.code == ErrorCode::no_such_key) error_ = error;
    failed_ = true;
    return false;
  }

  void put(Value& result) const {
    if (!decided_ && failed_) {
      result.content = error_;
    } else {
      result.content = decided_ == deciding_;
    }
  }

 private:
  bool deciding_;
  bool decided_ = false;
  bool failed_ = false;
  Error error_;  // where failed_
};

}  // namespace tianbao::expression
