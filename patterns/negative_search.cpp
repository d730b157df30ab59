#include "patterns/negative_search.h"

#include <algorithm>

namespace gouji::patterns {

// Names are taken from left to right, the longest at each place. A character that stands in no name parts those before it from those
// behind it: behind the last such character before `at` the search can begin afresh.
void NegativeSearch::search_to(std::size_t at) {
  const Lexicon<Negative>& names = library_.negative_names();
  std::size_t place = names.last_break(text_, searched_, at);
  while (place <= at && place < text_.size()) {
    const Match<Negative> name = names.prefix(text_.substr(place));
    if (!name) {
      place += character_length(text_[place]);
      continue;
    }
    const auto begin = static_cast<std::uint32_t>(place);
    hits_.push_back({name.entry, {begin, begin + static_cast<std::uint32_t>(name.length)}});
    place += name.length;
  }
  searched_ = place;
}

const Library::NegativeHit* NegativeSearch::covering(std::size_t at) {
  if (library_.has_negative_patterns()) {  // they are run over the whole text
    if (!all_found_) hits_ = library_.negatives(text_);
    all_found_ = true;
  } else if (at >= searched_) {
    search_to(at);
  }
  while (next_ < hits_.size() && hits_[next_].range.end <= at) ++next_;
  return next_ < hits_.size() && hits_[next_].range.begin <= at ? &hits_[next_] : nullptr;
}

}  // namespace gouji::patterns
