#include "shared/json/write.h"

#include "shared/sort.h"
#include "shared/text/utf8.h"

namespace tianbao::json {
namespace {

enum class Style { canonical, indented, compact };

class Writer {
 public:
  explicit Writer(Style style) : style_(style) {}

  void write(const Value& value);
  std::string take() && { return std::move(out_); }

 private:
  void write_string(std::string_view text);
  void write_array(const Array& array);
  void write_object(const Object& object);
  void write_member(const Member& member);
  void start_item(bool first);
  void break_line();

  Style style_;
  std::string out_;
  std::size_t depth_ = 0;
};

void Writer::write(const Value& value) {
  if (const bool* truth = value.as_bool()) {
    out_ += *truth ? "true" : "false";
  } else if (const number::Decimal* number = value.as_number()) {
    out_ += number->to_string();
  } else if (const std::string* text = value.as_string()) {
    write_string(*text);
  } else if (const Array* array = value.as_array()) {
    write_array(*array);
  } else if (const Object* object = value.as_object()) {
    write_object(*object);
  } else {
    out_ += "null";
  }
}

// RFC 8785 section 3.2.2.2: two-character escapes where JSON has them, \u00xx in lower case for the other
// control characters, everything else as it is.
void Writer::write_string(std::string_view text) {
  constexpr std::string_view escaped = "\b\t\n\f\r\"\\";
  constexpr std::string_view letters = "btnfr\"\\";
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  constexpr unsigned first_printable = 0x20;
  out_.push_back('"');
  for (const char character : text) {
    const auto byte = static_cast<unsigned char>(character);
    const std::size_t index = escaped.find(character);
    if (index != std::string_view::npos) {
      out_.push_back('\\');
      out_.push_back(letters[index]);
    } else if (byte < first_printable) {
      out_ += "\\u00";
      out_.push_back(hexadecimal[byte >> 4U]);
      out_.push_back(hexadecimal[byte & 0xFU]);
    } else {
      out_.push_back(character);
    }
  }
  out_.push_back('"');
}

void Writer::write_array(const Array& array) {
  out_.push_back('[');
  ++depth_;
  bool first = true;
  for (const Value& item : array) {
    start_item(first);
    write(item);
    first = false;
  }
  --depth_;
  if (!first) break_line();
  out_.push_back(']');
}

void Writer::write_object(const Object& object) {
  std::vector<const Member*> members;
  members.reserve(object.size());
  for (const Member& member : object) members.push_back(&member);
  if (style_ == Style::canonical) {
    sort_items(members, [](const Member* left, const Member* right) {
      return text::less_by_utf16(left->key, right->key);
    });
  }
  out_.push_back('{');
  ++depth_;
  bool first = true;
  for (const Member* member : members) {
    start_item(first);
    write_member(*member);
    first = false;
  }
  --depth_;
  if (!first) break_line();
  out_.push_back('}');
}

void Writer::write_member(const Member& member) {
  write_string(member.key);
  out_ += style_ == Style::indented ? ": " : ":";
  write(member.value);
}

void Writer::start_item(bool first) {
  if (!first) out_.push_back(',');
  break_line();
}

void Writer::break_line() {
  if (style_ != Style::indented) return;
  constexpr std::size_t indent = 2;
  out_.push_back('\n');
  out_.append(depth_ * indent, ' ');
}

std::string write_as(Style style, const Value& value) {
  Writer writer(style);
  writer.write(value);
  return std::move(writer).take();
}

}  // namespace

std::string to_canonical(const Value& value) {
  return write_as(Style::canonical, value);
}

std::string to_indented(const Value& value) {
  return write_as(Style::indented, value) + "\n";
}

std::string to_compact(const Value& value) {
  return write_as(Style::compact, value);
}

}  // namespace tianbao::json
