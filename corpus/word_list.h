// A fixed list of words that are looked for in many short texts. They are sorted by their first character, and a table says
// of every character whether a word may start with it: of most it says no, at the cost of one look.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "corpus/characters.h"

namespace gouji::corpus {

template <std::size_t size>
class WordList {
 public:
  static_assert(size < 256);

  constexpr explicit WordList(std::array<std::string_view, size> words) : words_(words) {
    std::sort(words_.begin(), words_.end(), [](std::string_view a, std::string_view b) { return slot(a, 0) < slot(b, 0); });
    for (std::size_t i = size; i > 0; --i) first_[slot(words_[i - 1], 0)] = static_cast<std::uint8_t>(i);
  }

  bool has(std::string_view text) const {
    return any_at(text, 0, [&](std::string_view word) { return word == text; });
  }
  bool starts(std::string_view text) const {
    return any_at(text, 0, [&](std::string_view word) { return stands_at(text, 0, word); });
  }
  bool occurs_in(std::string_view text) const {
    for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) {
      // Characters of three bytes that begin no word: their slot is in the last two.
      while (at + 3 <= text.size() && (byte(text, at) & 0xF0U) == 0xE0U &&
             first_[(byte(text, at + 1) & 0x0FU) << 6U | (byte(text, at + 2) & 0x3FU)] == 0)
        at += 3;
      if (at >= text.size()) break;
      if (any_at(text, at, [&](std::string_view word) { return stands_at(text, at, word); })) return true;
    }
    return false;
  }

 private:
  static constexpr std::size_t slots = 1024;  // a slot is the low ten bits of a code point
  static constexpr unsigned byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
  static constexpr std::size_t slot(std::string_view text, std::size_t at) { return character_at(text, at).code % slots; }

  // The last byte tells most words apart before the rest is compared: Han share their first.
  static bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    return text.size() - at >= word.size() && text[at + word.size() - 1] == word.back() && text.substr(at, word.size()) == word;
  }

  // Tries the words that may start with the character at `at`.
  template <class Test>
  bool any_at(std::string_view text, std::size_t at, Test test) const {
    if (at >= text.size()) return false;
    const std::size_t key = slot(text, at);
    if (first_[key] == 0) return false;
    for (std::size_t i = first_[key] - 1U; i < size && slot(words_[i], 0) == key; ++i) {
      if (test(words_[i])) return true;
    }
    return false;
  }

  std::array<std::string_view, size> words_;
  std::array<std::uint8_t, slots> first_{};  // of the words of a slot, the first one's place plus one; 0: there is none
};

}  // namespace gouji::corpus
