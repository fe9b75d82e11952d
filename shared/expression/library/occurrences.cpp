#include "shared/expression/library/occurrences.h"

#include "shared/text/utf8.h"

namespace tianbao::expression {

Occurrences::Occurrences(std::string_view text, std::string_view part, std::size_t from)
    : text_(text), part_(part), position_(from) {
  exhausted_ = part.size() > text.size() - from;
  if (exhausted_ || part.empty()) return;
  borders_.assign(part.size(), 0);
  std::uint32_t border = 0;
  for (std::size_t index = 1; index < part.size(); ++index) {
    while (border > 0 && part[index] != part[border]) border = borders_[border - 1];
    if (part[index] == part[border]) ++border;
    borders_[index] = border;
  }
}

std::optional<std::size_t> Occurrences::next() {
  if (exhausted_) return std::nullopt;
  if (part_.empty()) return next_boundary();
  while (position_ < text_.size()) {
    while (matched_ > 0 && text_[position_] != part_[matched_]) matched_ = borders_[matched_ - 1];
    if (text_[position_++] == part_[matched_]) ++matched_;
    if (matched_ == part_.size()) {
      matched_ = borders_.back();
      return position_ - part_.size();
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Occurrences::next_boundary() {
  const std::size_t found = position_;
  exhausted_ = found == text_.size();
  if (!exhausted_) text::next_code_point(text_, position_);
  return found;
}

}  // namespace tianbao::expression
