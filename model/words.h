// Words that are looked for in short texts. words<"其中 包括"> is a list of them, made when the program is compiled: a mask of the characters
// that its words begin (end) with refuses most texts at one look. Texts are UTF-8; no state, no allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace gouji {

// Han share their first byte: the last byte tells most words apart before the rest is compared.
constexpr bool begins(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text[word.size() - 1] == word.back() && text.starts_with(word);
}
constexpr bool ends(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.back() == word.back() && text.ends_with(word);
}
// Where the word stands, or npos; the word is not empty. string_view::find looks for the first byte, which every second Han
// has; the last one is seen in one of a hundred.
inline std::size_t find_word(std::string_view text, std::string_view word) {
  const std::size_t tail = word.size() - 1;
  for (std::size_t at = tail; at < text.size(); ++at) {
    const void* const found = std::memchr(text.data() + at, word.back(), text.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (text.substr(at - tail, word.size()) == word) return at - tail;
  }
  return std::string_view::npos;
}
inline bool contains(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && find_word(text, word) != std::string_view::npos;
}

// A set of characters, by hash: a character that it refuses is in none of the words.
class CharacterMask {
 public:
  // Of the character that the text begins (ends) with; the text is not empty.
  static constexpr unsigned first(std::string_view text) {
    const unsigned lead = byte(text, 0);
    if (lead < 0x80 || text.size() < 3) return hash(0, lead < 0x80 ? lead : byte(text, text.size() - 1));
    return lead < 0xE0 ? hash(0, byte(text, 1)) : hash(byte(text, 1), byte(text, 2));
  }
  static constexpr unsigned last(std::string_view text) {
    const unsigned end = byte(text, text.size() - 1);
    return end < 0x80 || text.size() < 2 ? hash(0, end) : hash(byte(text, text.size() - 2), end);
  }
  // Of one by its last two bytes.
  static constexpr unsigned of(char before_last, char last) {
    return hash(static_cast<unsigned char>(before_last), static_cast<unsigned char>(last));
  }
  constexpr void add(unsigned key) { bits_[key >> 6U] |= std::uint64_t{1} << (key & 63U); }
  constexpr void add(const CharacterMask& other) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= other.bits_[i];
  }
  constexpr bool has(unsigned key) const { return (bits_[key >> 6U] >> (key & 63U) & 1U) != 0; }

 private:
  static constexpr unsigned byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
  static constexpr unsigned hash(unsigned a, unsigned b) { return (a ^ b << 2U) & 255U; }
  std::array<std::uint64_t, 4> bits_{};
};

// Words in the order in which they are tried. A view: the words themselves stand in the program.
class WordList {
 public:
  constexpr explicit WordList(std::span<const std::string_view> words) : words_(words) {
    for (const std::string_view w : words) {
      firsts_.add(CharacterMask::first(w));
      add_second(w);
      lasts_.add(CharacterMask::last(w));
    }
    either_.add(firsts_);
    either_.add(seconds_);
  }
  // Bytes of the first word of the list that the text begins (ends) with; 0: none.
  std::size_t prefix(std::string_view text) const { return !text.empty() && firsts_.has(CharacterMask::first(text)) ? find_prefix(text) : 0; }
  std::size_t suffix(std::string_view text) const { return !text.empty() && lasts_.has(CharacterMask::last(text)) ? find_suffix(text) : 0; }
  // The text is one of the words.
  bool has(std::string_view text) const { return !text.empty() && firsts_.has(CharacterMask::first(text)) && is_one(text); }
  // One of the words stands somewhere in the text: one pass, however many they are.
  bool stands_in(std::string_view text) const;

  constexpr auto begin() const { return words_.begin(); }
  constexpr auto end() const { return words_.end(); }

 private:
  // A word of more than one Han has a second character; where one has none, any may follow the first.
  constexpr void add_second(std::string_view word) {
    const auto leads_han = [&](std::size_t at) { return at + 3 <= word.size() && (static_cast<unsigned char>(word[at]) & 0xF0U) == 0xE0U; };
    if (leads_han(0) && leads_han(3))
      seconds_.add(CharacterMask::of(word[4], word[5]));
    else
      all_seconds_ = true;
  }
  std::size_t find_prefix(std::string_view text) const;
  bool is_one(std::string_view text) const;
  std::size_t find_suffix(std::string_view text) const;
  std::span<const std::string_view> words_;
  CharacterMask firsts_, seconds_, lasts_;
  CharacterMask either_;  // firsts and seconds
  bool all_seconds_ = false;
};

// A string literal as a template argument: words with a space between.
template <std::size_t length>
struct Literal {
  std::array<char, length> text{};
  consteval Literal(const char (&literal)[length]) {  // NOLINT(google-explicit-constructor): words<"…"> is what it is for
    for (std::size_t i = 0; i < length; ++i) text[i] = literal[i];
  }
  constexpr std::string_view view() const { return {text.data(), length - 1}; }
  consteval std::size_t count() const {
    std::size_t spaces = 0;
    for (const char c : view()) spaces += c == ' ' ? 1 : 0;
    return spaces + 1;
  }
};

template <Literal list>
consteval std::array<std::string_view, list.count()> split_list() {
  std::array<std::string_view, list.count()> out;
  const std::string_view text = list.view();
  std::size_t begin = 0, word = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {  // g++ 12 cannot evaluate string_view::find where UBSan looks on
    if (at < text.size() && text[at] != ' ') continue;
    out[word++] = text.substr(begin, at - begin);
    begin = at + 1;
  }
  return out;
}

template <Literal list>
inline constexpr auto split_words = split_list<list>();
template <Literal list>
inline constexpr WordList words{split_words<list>};

inline bool starts_with_any(std::string_view text, const WordList& list) { return list.prefix(text) != 0; }
inline bool ends_with_any(std::string_view text, const WordList& list) { return list.suffix(text) != 0; }
inline bool contains_any(std::string_view text, const WordList& list) { return list.stands_in(text); }

// Removes the first of the words that the text begins (ends) with; true when it did. Longer words first.
inline bool drop_prefix(std::string_view& text, const WordList& list) {
  const std::size_t length = list.prefix(text);
  text.remove_prefix(length);
  return length != 0;
}
inline bool drop_suffix(std::string_view& text, const WordList& list) {
  const std::size_t length = list.suffix(text);
  text.remove_suffix(length);
  return length != 0;
}

}  // namespace gouji
