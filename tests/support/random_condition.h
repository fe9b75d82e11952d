#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/random.h"

namespace tianbao::testing {

/// How expressions read a field.
enum class Reading : std::uint8_t { number, text, yes_no, one_choice, many_choices, date, identifier };

/// A field of a made-up form: s.f0, t.f1, s.f2 …
struct RandomField {
  std::size_t number = 0;
  Reading reading = Reading::number;
};

std::string address(const RandomField& field);

/// Writes expressions over some fields, the same with every compiler (no two random parts stand in one C++
/// expression whose order is the compiler's), and remembers which of this year's they read. There is no
/// double quote in them, so that they can stand in a JSON text as they are. The choices of a field are a, b
/// and c.
class ConditionWriter {
 public:
  ConditionWriter(Random& random, const std::vector<RandomField>& fields)
      : random_(random), fields_(fields) {}

  std::string condition();
  std::string number();
  std::string text();

  /// A field by its name alone, or a number.
  std::string part();

  const std::vector<std::size_t>& read() const { return read_; }

 private:
  std::string name(const RandomField& field);
  std::string name_of_this_year(const RandomField& field);
  std::string amount();
  std::string compared_number(std::string text);
  std::string comparison();

  Random& random_;
  const std::vector<RandomField>& fields_;
  std::vector<std::size_t> read_;
};

}  // namespace tianbao::testing
