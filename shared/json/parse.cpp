#include "shared/json/parse.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

// The streams of the library are not used and would only weigh on the browser's client.
#define JSON_NO_IO 1
#include <nlohmann/json.hpp>

#include "shared/sort.h"
#include "shared/text/utf8.h"

namespace tianbao::json {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Goes over the text for nlohmann's lexer and lets the handler see how far the lexer has read: its events do
/// not say where in the text they are.
class TracingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TracingIterator(const char* position, const char** reached) : position_(position), reached_(reached) {}

  reference operator*() const { return *position_; }
  TracingIterator& operator++() {
    *reached_ = ++position_;
    return *this;
  }
  friend bool operator==(const TracingIterator& left, const TracingIterator& right) {
    return left.position_ == right.position_;
  }
  friend bool operator!=(const TracingIterator& left, const TracingIterator& right) {
    return !(left == right);
  }

 private:
  const char* position_;
  const char** reached_;
};

/// An array or object whose end has not been read yet.
struct OpenContainer {
  Value value;
  std::string key;                       // under which it will be a member, when its parent is an object
  std::vector<std::size_t> key_offsets;  // of an object's members
};

/// Turns the lexer's events into a Value on a stack of its own, so that no input, however deep, is followed
/// by recursion. The member functions without a final `_` are the names that nlohmann's SAX interface
/// prescribes; they return false to stop.
class Builder {
 public:
  Builder(std::string_view text, const Limits& limits) : text_(text), limits_(limits), reached_(text.data()) {
    if (text.substr(0, byte_order_mark.size()) == byte_order_mark) previous_reached_ = byte_order_mark.size();
  }

  bool null() { return add(nullptr); }
  bool boolean(bool value) { return add(value); }
  bool number_integer(std::int64_t value) { return add(number::Decimal::from_integer(value)); }
  bool number_unsigned(std::uint64_t value) { return add_number(std::to_string(value)); }
  bool number_float(double, const std::string& token) {
    // The token itself has the decimal point of the process's locale; the text has what was written.
    return add_number(text_.substr(token_start(), token.size()));
  }
  bool string(std::string& value) { return add(std::move(value)); }
  bool binary(std::vector<std::uint8_t>&) { return fail(ParseErrorCode::syntax); }  // JSON has none
  bool start_object(std::size_t) { return open(Object()); }
  bool end_object() { return check_keys() && close(); }
  bool start_array(std::size_t) { return open(Array()); }
  bool end_array() { return close(); }
  bool key(std::string& value) {
    open_.back().key_offsets.push_back(token_start());
    key_ = std::move(value);
    return next();
  }
  bool parse_error(std::size_t read_bytes, const std::string&, const nlohmann::detail::exception& exception) {
    constexpr int number_overflow = 406;
    if (exception.id == number_overflow) return fail(ParseErrorCode::number_not_exact);
    error_ = ParseError{};
    error_->offset = std::min(token_start(), read_bytes == 0 ? 0 : read_bytes - 1);
    return false;
  }

  TracingIterator begin() { return {text_.data(), &reached_}; }
  TracingIterator end() { return {text_.data() + text_.size(), &reached_}; }
  const std::optional<ParseError>& error() const { return error_; }
  Value take() && { return std::move(root_); }

 private:
  bool fail(ParseErrorCode code, std::size_t limit = 0);
  bool open(Value value);
  bool close();
  bool add(Value value);
  bool add_number(std::string_view token);
  bool count_value();
  void place(Value value, std::string key);
  bool check_keys();
  bool next();
  std::size_t token_start() const;

  std::string_view text_;
  const Limits& limits_;
  const char* reached_;               // how far the lexer has read
  std::size_t previous_reached_ = 0;  // … when the event before this one came
  std::size_t values_ = 0;
  std::vector<OpenContainer> open_;
  std::string key_;
  Value root_;
  std::optional<ParseError> error_;
};

bool Builder::fail(ParseErrorCode code, std::size_t limit) {
  error_ = ParseError{};
  error_->code = code;
  error_->offset = token_start();
  error_->limit = limit;
  return false;
}

/// Between the previous event and the present token lie only blanks and separators. (After a number the lexer
/// has read one character more, which is one of them or a closing bracket.)
std::size_t Builder::token_start() const {
  const std::size_t start = text_.find_first_not_of(" \t\r\n,:", previous_reached_);
  return start == std::string_view::npos ? text_.size() : start;
}

bool Builder::next() {
  previous_reached_ = static_cast<std::size_t>(reached_ - text_.data());
  return true;
}

bool Builder::count_value() {
  if (values_ >= limits_.max_values) return fail(ParseErrorCode::too_many_values, limits_.max_values);
  ++values_;
  return true;
}

bool Builder::open(Value value) {
  if (!count_value()) return false;
  if (open_.size() >= limits_.max_depth) return fail(ParseErrorCode::too_deep, limits_.max_depth);
  open_.push_back({std::move(value), std::move(key_), {}});
  key_.clear();
  return next();
}

bool Builder::close() {
  OpenContainer closed = std::move(open_.back());
  open_.pop_back();
  place(std::move(closed.value), std::move(closed.key));
  return next();
}

bool Builder::add(Value value) {
  if (!count_value()) return false;
  place(std::move(value), std::move(key_));
  key_.clear();
  return next();
}

bool Builder::add_number(std::string_view token) {
  const std::optional<number::Decimal> number = number::Decimal::parse(token);
  if (!number) return fail(ParseErrorCode::number_not_exact);
  return add(*number);
}

void Builder::place(Value value, std::string key) {
  if (open_.empty()) {
    root_ = std::move(value);
  } else if (Array* array = std::get_if<Array>(&open_.back().value.content)) {
    array->push_back(std::move(value));
  } else if (Object* object = std::get_if<Object>(&open_.back().value.content)) {
    object->push_back({std::move(key), std::move(value)});
  }
}

/// At the end of an object at once: comparing each key with all before it would let a hostile file of some
/// hundred thousand members keep the server busy for minutes.
bool Builder::check_keys() {
  const OpenContainer& container = open_.back();
  const Object& object = *container.value.as_object();
  const std::vector<std::size_t> order =
      positions_by(object, [](const Member& left, const Member& right) { return left.key < right.key; });
  std::size_t first_repeated = object.size();
  for (std::size_t index = 1; index < order.size(); ++index) {
    if (object[order[index - 1]].key == object[order[index]].key) {
      first_repeated = std::min(first_repeated, order[index]);
    }
  }
  if (first_repeated == object.size()) return true;
  fail(ParseErrorCode::duplicate_key);
  error_->offset = container.key_offsets[first_repeated];
  error_->key = object[first_repeated].key;
  return false;
}

ParseError error_at(ParseErrorCode code, std::size_t offset) {
  ParseError error;
  error.code = code;
  error.offset = offset;
  return error;
}

ParseError with_place(ParseError error, std::string_view text) {
  std::string_view before = text.substr(0, error.offset);
  if (before.substr(0, byte_order_mark.size()) == byte_order_mark)
    before.remove_prefix(byte_order_mark.size());
  error.line = 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t line_break = before.rfind('\n');
  if (line_break != std::string_view::npos) before.remove_prefix(line_break + 1);
  error.column = 1 + text::count_code_points(before);
  return error;
}

}  // namespace

Result<Value, ParseError> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_bytes) {
    ParseError error = error_at(ParseErrorCode::too_large, limits.max_bytes);
    error.limit = limits.max_bytes;
    return error;
  }
  const std::size_t valid_length = text::valid_utf8_length(text);
  if (valid_length < text.size()) {
    return with_place(error_at(ParseErrorCode::invalid_utf8, valid_length), text);
  }
  // nlohmann's lexer takes a NUL for the end of the text and would leave unread what follows.
  const std::size_t nul = text.find('\0');
  if (nul != std::string_view::npos) return with_place(error_at(ParseErrorCode::syntax, nul), text);

  Builder builder(text, limits);
  const bool complete = nlohmann::json::sax_parse(builder.begin(), builder.end(), &builder);
  if (!complete) return with_place(builder.error().value_or(ParseError{}), text);
  return std::move(builder).take();
}

std::string describe(const ParseError& error) {
  const std::string place =
      "第 " + std::to_string(error.line) + " 行第 " + std::to_string(error.column) + " 个字符处";
  const std::string limit = std::to_string(error.limit);
  switch (error.code) {
    case ParseErrorCode::too_large:
      return "文件太大，超过 " + limit + " 字节，未读取。";
    case ParseErrorCode::too_deep:
      return place + "嵌套超过 " + limit + " 层，未读取。";
    case ParseErrorCode::too_many_values:
      return place + "数据项超过 " + limit + " 个，未读取。";
    case ParseErrorCode::invalid_utf8:
      return place + "不是 UTF-8 编码的文字，文件可能已损坏，或以其他编码另存过。";
    case ParseErrorCode::duplicate_key:
      return place + "“" + error.key + "”重复出现，无法确定以哪一个为准。";
    case ParseErrorCode::number_not_exact:
      return place + "的数字位数过多或过大，无法精确读取。";
    case ParseErrorCode::syntax:
      break;
  }
  return place + "不符合 JSON 格式，文件可能不完整或被改动过。";
}

}  // namespace tianbao::json
