// Lexicon<T>: literal names → entries, longest match at a place, forwards and backwards; a trie over the characters of UTF-8.
// Built once, then immutable and shared by threads. Entries are owned by the caller (patterns::Library) and outlive it.
//
// Cost: most places of a text begin no name and are refused by a bit or two; a name of n characters costs n look-ups.
// Names and texts are compared byte by byte (no folding); text that is no UTF-8 is safe, it only does not match.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace gouji::patterns {

// Bytes of the character that begins with `lead`, as far as its first byte tells (1 for what is no lead byte).
inline std::size_t character_length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

// The trie itself, of names to indexes; a Lexicon gives the indexes a type.
class Trie {
 public:
  Trie();
  // `reversed` tries are asked for the longest name that ends a text. A name inserted twice keeps its last index; "" is ignored.
  void insert(std::string_view name, int index, bool reversed = false);
  struct Hit {
    int index = -1;          // -1: nothing
    std::size_t length = 0;  // bytes
  };
  Hit longest_prefix(std::string_view text) const { return may_begin(text) ? walk_forwards(text) : Hit{}; }
  // Of a trie built reversed.
  Hit longest_suffix(std::string_view text) const { return may_end(text) ? walk_backwards(text) : Hit{}; }
  // Every character of three bytes with which a name begins, by its last two bytes, and perhaps some others; where a name begins with
  // another character, all of them.
  template <class Visit>
  void each_beginning(Visit visit) const {
    for (unsigned row = 0; row < 64; ++row)
      for (std::uint64_t columns = narrow_ ? ~std::uint64_t{0} : firsts_.bits[row]; columns != 0; columns &= columns - 1)
        visit(static_cast<char>(row | 0x80U), static_cast<char>(static_cast<unsigned>(std::countr_zero(columns)) | 0x80U));
  }
  // The last place from `floor` to `at` over which no name reaches, as far as two characters tell (`floor` and `at` are places where
  // characters begin): between two that stand side by side in no name.
  std::size_t last_break(std::string_view text, std::size_t floor, std::size_t at) const {
    if (at >= text.size()) return at;
    Cell behind = Cell::last(text.substr(0, std::min(text.size(), at + character_length(text[at]))));
    while (at > floor) {
      const std::string_view before = text.substr(0, at);
      const bool han = ends_in_han(before);
      const Cell cell = Cell::last(before);
      if (!inside_.has(cell) || !side_by_side_.has(cell, behind)) break;
      behind = cell;
      std::size_t length = han ? 3 : 1;
      while (!han && length < 4 && length < at && (static_cast<unsigned char>(text[at - length]) & 0xC0U) == 0x80U) ++length;
      at = at - floor > length ? at - length : floor;
    }
    return at;
  }
  // Passes over characters of three bytes that begin no name.
  std::size_t pass_over(std::string_view text, std::size_t at) const {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    for (std::uint32_t four = 0; at + sizeof four <= text.size(); at += 3) {  // one load for a character, and a byte that does not matter
      std::memcpy(&four, text.data() + at, sizeof four);
      if constexpr (std::endian::native == std::endian::big) four = __builtin_bswap32(four);
      if ((four & 0xF0U) != 0xE0U) return at;
      const Cell cell{static_cast<unsigned char>(four >> 8U), static_cast<unsigned char>(four >> 16U)};
      if (firsts_.has(cell) && may_go_on(cell, text.substr(at + 3))) return at;
    }
    while (at + 3 <= text.size() && (byte(at) & 0xF0U) == 0xE0U) {
      const Cell cell{byte(at + 1), byte(at + 2)};
      if (firsts_.has(cell) && may_go_on(cell, text.substr(at + 3))) break;
      at += 3;
    }
    return at;
  }

 private:
  // Edges in one open-addressed table, so that a look-up is one probe whatever the fan-out.
  class Edges {
   public:
    Edges() : slots_(16) {}
    std::uint32_t find(std::uint32_t from, std::uint32_t character) const { return slots_[place(from, character)].to; }  // 0: none
    void add(std::uint32_t from, std::uint32_t character, std::uint32_t to);

   private:
    struct Edge {
      std::uint32_t from = 0, character = 0;
      std::uint32_t to = 0;  // 0: the slot is empty
    };
    std::size_t place(std::uint32_t from, std::uint32_t character) const;
    std::vector<Edge> slots_;  // power of two long, at most half full
    std::size_t used_ = 0;
  };
  // The cell of a character in a table of 64 × 64: the low six bits of its last two bytes, which tell most Han apart and cost
  // nothing to compute (of the first byte alone where it is no Han). A name and a text that begin (end) alike have the same cell.
  struct Cell {
    unsigned char row = 0, column = 0;
    static Cell first(std::string_view text);
    static Cell last(std::string_view text);
  };
  // One bit a cell: nearly every look-up ends here, as no name begins (ends) with that character.
  struct Filter {
    std::array<std::uint64_t, 64> bits{};
    bool has(Cell c) const { return (bits[c.row & 63U] >> (c.column & 63U) & 1U) != 0; }
    void add(Cell c) { bits[c.row & 63U] |= std::uint64_t{1} << (c.column & 63U); }
  };
  // The same of a name's first (last) two characters. Only names of Han are told apart.
  struct PairFilter {
    std::array<std::uint64_t, 256> bits{};
    static unsigned key(Cell a, Cell b) {
      const unsigned x = (a.row & 63U) << 6U | (a.column & 63U), y = (b.row & 63U) << 6U | (b.column & 63U);
      return (x * 2654435761U + y * 40503U) >> 9U & 16383U;
    }
    bool has(Cell a, Cell b) const { return (bits[key(a, b) >> 6U] >> (key(a, b) & 63U) & 1U) != 0; }
    void add(Cell a, Cell b) { bits[key(a, b) >> 6U] |= std::uint64_t{1} << (key(a, b) & 63U); }
  };
  // A name may begin with the Han of this cell, which begins one, and the text behind it.
  bool may_go_on(Cell first, std::string_view behind) const {
    if (behind.size() < 3 || (static_cast<unsigned char>(behind[0]) & 0xF0U) != 0xE0U) return true;
    return singles_.has(first) || seconds_.has(first, Cell::first(behind));
  }
  bool may_begin(std::string_view text) const {
    const Cell first = Cell::first(text);
    if (!firsts_.has(first)) return false;
    return text.size() < 6 || (static_cast<unsigned char>(text[0]) & 0xF0U) != 0xE0U || may_go_on(first, text.substr(3));
  }
  static bool ends_in_han(std::string_view text) {
    const auto byte = [&](std::size_t back) { return static_cast<unsigned char>(text[text.size() - back]); };
    return text.size() >= 3 && (byte(1) & 0xC0U) == 0x80U && (byte(2) & 0xC0U) == 0x80U && (byte(3) & 0xF0U) == 0xE0U;
  }
  bool may_end(std::string_view text) const {
    const Cell last = Cell::last(text);
    if (!firsts_.has(last)) return false;
    if (!ends_in_han(text) || !ends_in_han(text.substr(0, text.size() - 3)) || singles_.has(last)) return true;
    return seconds_.has(last, Cell::last(text.substr(0, text.size() - 3)));
  }
  Hit walk_forwards(std::string_view text) const;
  Hit walk_backwards(std::string_view text) const;
  template <class Next>
  Hit walk(std::string_view text, Next next, Cell cell) const;
  // A node and its first edge, which is nearly always its only one; the others are in `edges_`.
  struct Node {
    int index = -1;  // of the name that ends here
    std::uint32_t character = 0, child = 0;
    bool branches = false;
  };
  std::uint32_t child(std::uint32_t node, std::uint32_t character) const;
  std::uint32_t add_child(std::uint32_t node, std::uint32_t character);
  std::uint32_t add_pair(std::uint32_t first, std::uint32_t second);

  Filter firsts_;
  Filter inside_;        // of every character of a name
  Filter singles_;       // of names of one character
  bool narrow_ = false;  // a name begins with a character that has not three bytes
  PairFilter seconds_;
  PairFilter side_by_side_;  // of any two characters of a name, one behind the other
  // The first two characters of a name lead to its node at one go (a name of one: it and the end of the name), which refuses
  // most of what the filter let pass.
  Edges pairs_, edges_;
  std::vector<Node> nodes_;
};

inline Trie::Cell Trie::Cell::first(std::string_view text) {
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() >= 3 && (at(0) & 0xF0U) == 0xE0U) return {at(1), at(2)};  // nearly always: Han
  return {0, text.empty() ? static_cast<unsigned char>(0) : at(0)};
}

inline Trie::Cell Trie::Cell::last(std::string_view text) {
  const std::size_t size = text.size();
  if (size == 0) return {};
  const auto byte = static_cast<unsigned char>(text[size - 1]);
  if (size == 1 || (byte & 0xC0U) != 0x80U) return {0, byte};
  return {static_cast<unsigned char>(text[size - 2]), byte};
}

template <class T>
struct Match {
  const T* entry = nullptr;  // nullptr: nothing
  std::size_t length = 0;    // bytes of the text
  explicit operator bool() const { return entry != nullptr; }
};

template <class T>
class Lexicon {
 public:
  void insert(std::string_view name, const T* entry) {
    const int index = static_cast<int>(entries_.size());
    entries_.push_back(entry);
    forwards_.insert(name, index);
    backwards_.insert(name, index, true);
  }
  // The longest name that `text` begins with.
  Match<T> prefix(std::string_view text) const { return match(forwards_.longest_prefix(text)); }
  // The longest name that `text` ends with.
  Match<T> suffix(std::string_view text) const { return match(backwards_.longest_suffix(text)); }
  Match<T> exact(std::string_view text) const {
    const Match<T> m = prefix(text);
    return m.length == text.size() ? m : Match<T>{};
  }
  // The first name at or after `from`, the longest there; `at` receives its place. Nothing: a Match without entry, `at` = text.size().
  Match<T> find(std::string_view text, std::size_t from, std::size_t& at) const;
  std::size_t last_break(std::string_view text, std::size_t floor, std::size_t at) const { return forwards_.last_break(text, floor, at); }
  std::size_t size() const { return entries_.size(); }
  // visit(before_last, last): the last two bytes of every character with which a name begins, and of perhaps some others.
  template <class Visit>
  void each_beginning(Visit visit) const {
    forwards_.each_beginning(visit);
  }

 private:
  Match<T> match(Trie::Hit hit) const { return hit.index < 0 ? Match<T>{} : Match<T>{entries_[static_cast<std::size_t>(hit.index)], hit.length}; }
  Trie forwards_, backwards_;
  std::vector<const T*> entries_;
};

template <class T>
Match<T> Lexicon<T>::find(std::string_view text, std::size_t from, std::size_t& at) const {
  for (at = from; at < text.size(); at += character_length(text[at])) {
    at = forwards_.pass_over(text, at);
    if (at == text.size()) break;
    if (const Match<T> m = prefix(text.substr(at))) return m;
  }
  at = text.size();
  return {};
}

}  // namespace gouji::patterns
