#include "model/words.h"

#include <bit>

namespace gouji {
namespace {

// Bytes of the character that begins with `lead`, as far as its first byte tells.
constexpr std::size_t length_of(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

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
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= text.size();) {  // two characters at one load, nearly always Han
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
    const auto byte = [&](unsigned i) { return static_cast<char>(eight >> 8U * i); };
    if ((eight & 0xF0U) == 0xE0U) {
      const unsigned first = CharacterMask::of(byte(1), byte(2));
      if ((eight & 0xF0000000U) == 0xE0000000U && !all_seconds_) {
        const unsigned second = CharacterMask::of(byte(4), byte(5));
        if (!either_.has(second)) {  // with it no word begins or goes on: none begins before it either
          at += 6;
          continue;
        }
        if (firsts_.has(first) && seconds_.has(second) && find_prefix(text.substr(at)) != 0) return true;
      } else if (firsts_.has(first) && find_prefix(text.substr(at)) != 0) {
        return true;
      }
      at += 3;
    } else {
      if (prefix(text.substr(at)) != 0) return true;
      at += length_of(text[at]);
    }
  }
  for (; at < text.size(); at += length_of(text[at]))
    if (prefix(text.substr(at)) != 0) return true;
  return false;
}

}  // namespace gouji
