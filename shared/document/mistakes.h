#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/document/document.h"

namespace tianbao::document {

/// Gathers what is wrong with a document, each with its place, up to max_document_errors.
class Mistakes {
 public:
  void add(std::string pointer, std::string_view code, std::string_view found, std::string expected);
  void missing(std::string_view pointer, std::string_view member);
  void wrong_type(std::string_view pointer, const json::Value& found, std::string_view expected);

  bool empty() const { return errors_.empty(); }
  std::size_t count() const { return errors_.size(); }
  bool full() const { return errors_.size() >= max_document_errors; }
  std::vector<DocumentError> take() { return std::move(errors_); }

 private:
  std::vector<DocumentError> errors_;
};

/// The JSON text of a value, shortened to what fits a message.
std::string excerpt(const json::Value& value);

/// The member if it is there and a string of at most `max_bytes`; else the mistake is noted and "" given.
std::string read_string(const json::Value& object, std::string_view pointer, std::string_view member,
                        std::size_t max_bytes, Mistakes& mistakes);

/// Notes every member whose name is not among `known`, and that `value` is no object. False in the latter
/// case.
bool expect_members(const json::Value& value, std::string_view pointer,
                    const std::vector<std::string_view>& known, Mistakes& mistakes);

}  // namespace tianbao::document
