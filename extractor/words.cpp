#include "extractor/words.h"

#include <bit>
#include <cstring>

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

bool WordList::stands_in(std::string_view text) const {
  const CharacterMask firsts = firsts_;  // in registers
  for (std::size_t at = 0; at < text.size();) {
    // Nearly always a Han that begins no word: passed over by one load (of a byte more, that does not matter) and one bit.
    for (std::uint32_t four = 0; at + sizeof four <= text.size(); at += 3) {
      std::memcpy(&four, text.data() + at, sizeof four);
      if constexpr (std::endian::native == std::endian::big) four = __builtin_bswap32(four);
      if ((four & 0xF0U) != 0xE0U || firsts.has(CharacterMask::of(static_cast<char>(four >> 8U), static_cast<char>(four >> 16U)))) break;
    }
    const bool three_bytes = at + 3 <= text.size() && (static_cast<unsigned char>(text[at]) & 0xF0U) == 0xE0U;
    const bool two = three_bytes && at + 6 <= text.size() && (static_cast<unsigned char>(text[at + 3]) & 0xF0U) == 0xE0U;
    const bool no_second = two && !all_seconds_ && !seconds_.has(CharacterMask::of(text[at + 4], text[at + 5]));
    if (!no_second && at < text.size() && prefix(text.substr(at)) != 0) return true;
    if (at < text.size()) at += character_length(text, at);
  }
  return false;
}

}  // namespace gouji::extractor
