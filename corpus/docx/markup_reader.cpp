#include "corpus/docx/markup_reader.h"

#include <algorithm>

namespace gouji::corpus::docx {

bool is_former_state(Name name) { return name >= Name::rPrChange && name <= Name::numberingChange; }

bool MarkupReader::choose(const Tag& tag) {
  if (chosen_.empty() || chosen_.back()) return false;
  if (tag.name == Name::Choice) {
    std::string_view asked = tag.get(Name::Requires);
    while (!asked.empty()) {
      const std::size_t end = std::min(asked.find(' '), asked.size());
      if (end > 0 && !is_understood(tag.namespace_of(asked.substr(0, end)))) return false;
      asked.remove_prefix(std::min(end + 1, asked.size()));
    }
  }
  return chosen_.back() = true;
}

bool MarkupReader::reads(const Tag& tag) {
  if (tag.space == Space::compatibility) {
    if (tag.name == Name::AlternateContent) chosen_.push_back(false);
    return (tag.name != Name::Choice && tag.name != Name::Fallback) || choose(tag);
  }
  if (tag.space == Space::markup && is_former_state(tag.name)) return false;
  return open(tag);
}

void MarkupReader::start(const Tag& tag) {
  ++tags_;
  if (skipped_ > 0) {
    ++skipped_;
    passed_over(tag);
  } else if (!reads(tag)) {
    skipped_ = 1;
    passed_over(tag);
  }
}

void MarkupReader::end(Space space, Name name) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (space == Space::compatibility) {
    if (name == Name::AlternateContent) chosen_.pop_back();
    return;
  }
  close(space, name);
}

}  // namespace gouji::corpus::docx
