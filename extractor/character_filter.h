// Which characters a text holds, as a small Bloom filter: most words that are looked for in a clause are not there, and
// one look at their last character says so. Built once for a text, good for every part of it.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "extractor/characters.h"
#include "model/words.h"

namespace gouji::extractor {

class CharacterFilter {
 public:
  CharacterFilter() = default;
  explicit CharacterFilter(std::string_view text) {
    for (std::size_t end = 0; end < text.size();) {
      const bool han = static_cast<unsigned char>(static_cast<unsigned char>(text[end]) - 0xE4U) <= 5 && end + 3 <= text.size();
      end += han ? 3 : character_length(text, end);
      if (end >= 2) add(text[end - 2], text[end - 1]);
    }
  }
  // A character by its last two bytes; the last one of a word.
  void add(char before_last, char last) {
    const unsigned h = hash(before_last, last);
    bits_[h >> 6U] |= std::uint64_t{1} << (h & 63U);
  }
  void add(std::string_view word) { add(word[word.size() - 2], word[word.size() - 1]); }
  // A character may be in both.
  bool meets(const CharacterFilter& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits_.size(); ++i) common |= bits_[i] & other.bits_[i];
    return common != 0;
  }
  // Its last character, and the one before that where the last has three bytes: 目标为 is not sought wherever 为 stands.
  bool may_hold(std::string_view word) const {
    const std::size_t size = word.size();
    if (size < 2) return true;
    if (!has(word[size - 2], word[size - 1])) return false;
    return size < 6 || (static_cast<unsigned char>(word[size - 3]) & 0xF0U) != 0xE0U || has(word[size - 5], word[size - 4]);
  }
  // `text` is the filter's text or a part of it.
  bool holds(std::string_view text, std::string_view word) const { return may_hold(word) && contains(text, word); }
  bool holds_any(std::string_view text, const WordList& list) const {
    for (const std::string_view w : list)
      if (holds(text, w)) return true;
    return false;
  }
  std::size_t find(std::string_view text, std::string_view word) const { return may_hold(word) ? find_word(text, word) : std::string_view::npos; }

 private:
  bool has(char before_last, char last) const {
    const unsigned h = hash(before_last, last);
    return ((bits_[h >> 6U] >> (h & 63U)) & 1U) != 0;
  }
  static constexpr unsigned hash(char a, char b) { return (static_cast<unsigned char>(a) * 37U + static_cast<unsigned char>(b)) & 1023U; }
  std::array<std::uint64_t, 16> bits_{};
};

}  // namespace gouji::extractor
