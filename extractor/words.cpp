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

bool WordList::is_one(std::string_view text) const {
  for (const std::string_view w : words_)
    if (w == text) return true;
  return false;
}

// Passes over characters of three bytes, nearly all that there are, that begin none of the words.
std::size_t WordList::pass_over(std::string_view text, std::size_t at) const {
  while (at + 3 <= text.size() && (static_cast<unsigned char>(text[at]) & 0xF0U) == 0xE0U && !firsts_.has(CharacterMask::of(text[at + 1], text[at + 2])))
    at += 3;
  return at;
}

bool WordList::stands_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size();) {
    at = pass_over(text, at);
    if (at == text.size()) break;
    if (prefix(text.substr(at)) != 0) return true;
    at += character_length(text, at);
  }
  return false;
}

}  // namespace gouji::extractor
