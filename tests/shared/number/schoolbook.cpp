#include "tests/shared/number/schoolbook.h"

#include <algorithm>
#include <vector>

namespace tianbao::testing {
namespace {

std::string without_leading_zeros(std::string digits) {
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits;
}

int digit(const std::string& digits, std::size_t place) {
  return place < digits.size() ? digits[digits.size() - 1 - place] - '0' : 0;
}

bool is_less(const std::string& left, const std::string& right) {
  return left.size() != right.size() ? left.size() < right.size() : left < right;
}

std::string add_digits(const std::string& left, const std::string& right) {
  std::string sum;
  int carry = 0;
  for (std::size_t place = 0; place <= std::max(left.size(), right.size()); ++place) {
    const int column = digit(left, place) + digit(right, place) + carry;
    sum.push_back(static_cast<char>('0' + column % 10));
    carry = column / 10;
  }
  std::reverse(sum.begin(), sum.end());
  return without_leading_zeros(sum);
}

/// left must not be less than right.
std::string subtract_digits(const std::string& left, const std::string& right) {
  std::string difference;
  int borrow = 0;
  for (std::size_t place = 0; place < left.size(); ++place) {
    const int column = digit(left, place) - digit(right, place) - borrow;
    borrow = column < 0 ? 1 : 0;
    difference.push_back(static_cast<char>('0' + column + borrow * 10));
  }
  std::reverse(difference.begin(), difference.end());
  return without_leading_zeros(difference);
}

}  // namespace

Schoolbook schoolbook_sum(Schoolbook left, Schoolbook right) {
  const int exponent = std::min(left.exponent, right.exponent);
  left.digits = without_leading_zeros(left.digits +
                                      std::string(static_cast<std::size_t>(left.exponent - exponent), '0'));
  right.digits = without_leading_zeros(right.digits +
                                       std::string(static_cast<std::size_t>(right.exponent - exponent), '0'));
  if (left.negative == right.negative) {
    return {left.negative, add_digits(left.digits, right.digits), exponent};
  }
  if (is_less(left.digits, right.digits)) std::swap(left, right);
  return {left.negative, subtract_digits(left.digits, right.digits), exponent};
}

Schoolbook schoolbook_product(const Schoolbook& left, const Schoolbook& right) {
  std::vector<int> columns(left.digits.size() + right.digits.size(), 0);
  for (std::size_t i = 0; i < left.digits.size(); ++i) {
    for (std::size_t j = 0; j < right.digits.size(); ++j) {
      columns[i + j] += digit(left.digits, i) * digit(right.digits, j);
    }
  }
  std::string product;
  int carry = 0;
  for (const int column : columns) {
    product.push_back(static_cast<char>('0' + (column + carry) % 10));
    carry = (column + carry) / 10;
  }
  std::reverse(product.begin(), product.end());
  return {left.negative != right.negative, without_leading_zeros(product), left.exponent + right.exponent};
}

Schoolbook schoolbook_quotient(const Schoolbook& left, const Schoolbook& right, std::size_t precision) {
  Schoolbook result{left.negative != right.negative, "0", left.exponent - right.exponent};
  std::string rest = "0";
  std::size_t next = 0;
  const auto complete = [&] {
    return next >= left.digits.size() && (rest == "0" || result.digits.size() >= precision);
  };
  while (!complete()) {
    const bool beyond_point = next >= left.digits.size();
    rest.push_back(beyond_point ? '0' : left.digits[next]);
    rest = without_leading_zeros(rest);
    ++next;
    if (beyond_point) --result.exponent;
    char quotient_digit = '0';
    while (!is_less(rest, right.digits)) {
      rest = subtract_digits(rest, right.digits);
      ++quotient_digit;
    }
    result.digits = without_leading_zeros(result.digits + quotient_digit);
  }
  const std::string twice = add_digits(rest, rest);
  const bool is_odd = (result.digits.back() - '0') % 2 == 1;
  if (is_less(right.digits, twice) || (twice == right.digits && is_odd)) {
    result.digits = add_digits(result.digits, "1");
  }
  return result;
}

Schoolbook schoolbook_remainder(const Schoolbook& left, const Schoolbook& right) {
  const int exponent = std::min(left.exponent, right.exponent);
  const std::string dividend =
      left.digits + std::string(static_cast<std::size_t>(left.exponent - exponent), '0');
  const std::string divisor = without_leading_zeros(
      right.digits + std::string(static_cast<std::size_t>(right.exponent - exponent), '0'));
  std::string rest = "0";
  for (const char next : dividend) {
    rest = without_leading_zeros(rest + next);
    while (!is_less(rest, divisor)) rest = subtract_digits(rest, divisor);
  }
  return {left.negative, rest, exponent};
}

std::string reduced_text(Schoolbook number) {
  number.digits = without_leading_zeros(number.digits);
  if (number.digits == "0") return "0e0";
  while (number.digits.back() == '0') {
    number.digits.pop_back();
    ++number.exponent;
  }
  return (number.negative ? "-" : "") + number.digits + "e" + std::to_string(number.exponent);
}

std::size_t reduced_digits(const Schoolbook& number) {
  const std::string text = reduced_text(number);
  return text.find('e') - (text.front() == '-' ? 1 : 0);
}

}  // namespace tianbao::testing
