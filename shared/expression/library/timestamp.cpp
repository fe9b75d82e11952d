#include "shared/expression/library/timestamp.h"

#include <cstddef>

#include "shared/text/characters.h"

namespace tianbao::expression {
namespace {

constexpr std::int64_t seconds_per_day = 86400;
constexpr std::int64_t first_second = -62'135'596'800;  // 0001-01-01T00:00:00Z
constexpr std::int64_t last_second = 253'402'300'799;   // 9999-12-31T23:59:59Z

/// Reads from the front of a text. After something that was not expected it goes on with zeros, and the
/// outcome is to be thrown away.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool finished() const { return !failed_ && rest_.empty(); }

  /// A number of that many digits, at most `max`.
  int number(std::size_t digits, int max) {
    const std::string_view taken = rest_.substr(0, digits);
    if (taken.size() < digits || !text::is_all_digits(taken)) return fail();
    rest_.remove_prefix(digits);
    int value = 0;
    for (const char digit : taken) value = value * 10 + (digit - '0');
    return value <= max ? value : fail();
  }

  /// One of these characters, as its position among them.
  std::size_t one_of(std::string_view characters) {
    const std::size_t position = rest_.empty() ? std::string_view::npos : characters.find(rest_.front());
    if (position == std::string_view::npos) return static_cast<std::size_t>(fail());
    rest_.remove_prefix(1);
    return position;
  }

  /// hh:mm, in minutes.
  int clock() {
    const int hours = number(2, 23);
    one_of(":");
    return hours * 60 + number(2, 59);
  }

  /// `.5`, or nothing; in nanoseconds.
  int fraction() {
    if (!text::take_prefix(rest_, ".")) return 0;
    const std::string_view digits = text::take_digits(rest_);
    if (digits.empty()) return fail();
    int nanoseconds = 0;
    int unit = static_cast<int>(nanoseconds_per_second);
    for (const char digit : digits) nanoseconds += (unit /= 10) * (digit - '0');
    return nanoseconds;
  }

  /// ±hh:mm, in minutes.
  int offset() {
    const bool west = one_of("+-") == 1;
    return west ? -clock() : clock();
  }

  /// Z or ±hh:mm, in minutes.
  int zone() { return text::take_prefix(rest_, "Z") || text::take_prefix(rest_, "z") ? 0 : offset(); }

 private:
  int fail() {
    failed_ = true;
    return 0;
  }

  std::string_view rest_;
  bool failed_ = false;
};

void append_two_digits(std::string& text, int number) {
  text += static_cast<char>('0' + number / 10);
  text += static_cast<char>('0' + number % 10);
}

Nanoseconds to_nanoseconds(const Timestamp& timestamp) {
  return Nanoseconds{timestamp.seconds} * nanoseconds_per_second + timestamp.nanoseconds;
}

}  // namespace

Value make_timestamp(Nanoseconds since_epoch) {
  Nanoseconds seconds = since_epoch / nanoseconds_per_second;
  auto nanoseconds = static_cast<std::int32_t>(since_epoch % nanoseconds_per_second);
  if (nanoseconds < 0) {
    nanoseconds += static_cast<std::int32_t>(nanoseconds_per_second);
    --seconds;
  }
  if (seconds < first_second || seconds > last_second) return make_error_value(ErrorCode::overflow);
  return {Timestamp{static_cast<std::int64_t>(seconds), nanoseconds}};
}

Value read_timestamp(std::string_view text) {
  Reader reader(text);
  calendar::Date date;
  date.year = reader.number(4, 9999);
  reader.one_of("-");
  date.month = reader.number(2, 12);
  reader.one_of("-");
  date.day = reader.number(2, 31);
  reader.one_of("Tt");
  const int minutes = reader.clock();
  reader.one_of(":");
  const int seconds = reader.number(2, 59);
  const int nanoseconds = reader.fraction();
  const int offset_minutes = reader.zone();
  if (!reader.finished() || !calendar::is_date(date)) return make_error_value(ErrorCode::invalid_argument);
  const std::int64_t minutes_in_utc = minutes - offset_minutes;  // negative when it is still the day before
  const std::int64_t since_epoch =
      calendar::to_day_number(date) * seconds_per_day + minutes_in_utc * 60 + seconds;
  return make_timestamp(Nanoseconds{since_epoch} * nanoseconds_per_second + nanoseconds);
}

std::string write_timestamp(const Timestamp& timestamp) {
  const LocalTime time = to_local_time(timestamp, 0);
  std::string text = calendar::to_iso(time.date);
  text += 'T';
  append_two_digits(text, time.second_of_day / 3600);
  text += ':';
  append_two_digits(text, time.second_of_day / 60 % 60);
  text += ':';
  append_two_digits(text, time.second_of_day % 60);
  append_fraction(text, time.nanoseconds);
  return text + "Z";
}

std::optional<int> read_utc_offset_minutes(std::string_view text) {
  Reader reader(text);
  const int minutes = reader.offset();
  return reader.finished() ? std::optional(minutes) : std::nullopt;
}

LocalTime to_local_time(const Timestamp& timestamp, int utc_offset_minutes) {
  const std::int64_t seconds = timestamp.seconds + std::int64_t{utc_offset_minutes} * 60;
  std::int64_t second_of_day = seconds % seconds_per_day;
  if (second_of_day < 0) second_of_day += seconds_per_day;
  const std::int64_t day_number = (seconds - second_of_day) / seconds_per_day;
  return {day_number, calendar::from_day_number(day_number), static_cast<int>(second_of_day),
          timestamp.nanoseconds};
}

Value add(const Timestamp& timestamp, const Duration& duration) {
  return make_timestamp(to_nanoseconds(timestamp) + to_nanoseconds(duration));
}

Value subtract(const Timestamp& timestamp, const Duration& duration) {
  return make_timestamp(to_nanoseconds(timestamp) - to_nanoseconds(duration));
}

Value subtract(const Timestamp& left, const Timestamp& right) {
  return make_duration(to_nanoseconds(left) - to_nanoseconds(right));
}

std::strong_ordering order(const Timestamp& left, const Timestamp& right) {
  return left.seconds != right.seconds ? left.seconds <=> right.seconds
                                       : left.nanoseconds <=> right.nanoseconds;
}

}  // namespace tianbao::expression
