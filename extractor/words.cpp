#include "extractor/words.h"

#include "extractor/characters.h"

namespace gouji::extractor {

std::size_t WordList::find_prefix(std::string_view text) const {
  for (const std::string_view w : words_)
    if (begins(text, w)) return w.size();
  return 0;
}

std::size_t WordList::find_suffix(std::string_view text) const {
  for (const std::string_view w : words_)
    if (ends(text, w)) return w.size();
  return 0;
}

bool WordList::stands_in(std::string_view text) const {
  while (!text.empty()) {
    if (firsts_.has(CharacterMask::first(text)) && find_prefix(text) != 0) return true;
    text.remove_prefix(character_length(text, 0));
  }
  return false;
}

}  // namespace gouji::extractor
