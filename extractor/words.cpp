#include "extractor/words.h"

#include "extractor/characters.h"

namespace gouji::extractor {
namespace {

constexpr bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

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
    const bool three_bytes = at + 3 <= text.size() && (static_cast<unsigned char>(text[at]) & 0xF0U) == 0xE0U;  // nearly always, or ASCII
    if (three_bytes ? !firsts.has(CharacterMask::of(text[at + 1], text[at + 2]))
                    : is_ascii(text[at]) && !firsts.has(CharacterMask::of(0, text[at]))) {
      at += three_bytes ? 3 : 1;
      continue;
    }
    const bool two = three_bytes && at + 6 <= text.size() && (static_cast<unsigned char>(text[at + 3]) & 0xF0U) == 0xE0U;
    const bool no_second = two && !all_seconds_ && !seconds_.has(CharacterMask::of(text[at + 4], text[at + 5]));
    if (!no_second && prefix(text.substr(at)) != 0) return true;
    at += character_length(text, at);
  }
  return false;
}

}  // namespace gouji::extractor
