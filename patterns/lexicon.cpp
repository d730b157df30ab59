#include "patterns/lexicon.h"

#include <algorithm>

namespace gouji::patterns {
namespace {

struct Character {
  std::uint32_t packed;  // its bytes, never 0: a NUL byte packs to an overlong value that nothing else has
  std::size_t length;
};

constexpr std::uint32_t end_of_name = 1;  // stands for the second character of a name of one
constexpr std::uint32_t nul = UINT32_MAX;

std::uint32_t pack(const char* bytes, std::size_t length) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  if (length == 3) return byte(0) | byte(1) << 8 | byte(2) << 16;  // nearly always: Han
  std::uint32_t packed = 0;
  for (std::size_t i = 0; i < length; ++i) packed = packed << 8 | byte(i);
  return packed <= end_of_name ? nul - packed : packed;
}

bool leads_three(char c) { return (static_cast<unsigned char>(c) & 0xF0U) == 0xE0U; }

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The last character has three bytes. Broken text may have a lead there that stands alone.
bool ends_in_three(std::string_view text) {
  const std::size_t size = text.size();
  return size >= 3 && leads_three(text[size - 3]) && continues(text[size - 2]) && continues(text[size - 1]);
}

Character first_character(std::string_view text) {
  if (text.size() >= 3 && leads_three(text.front())) return {pack(text.data(), 3), 3};
  const std::size_t length = std::min(character_length(text.front()), text.size());
  return {pack(text.data(), length), length};
}

Character last_character(std::string_view text) {
  if (ends_in_three(text)) return {pack(text.data() + text.size() - 3, 3), 3};
  std::size_t length = 1;
  while (length < 4 && length < text.size() && (static_cast<unsigned char>(text[text.size() - length]) & 0xC0) == 0x80) ++length;
  return {pack(text.data() + text.size() - length, length), length};
}

// Inlined by force into the walks: a call for each character would be a good part of its cost.
[[gnu::always_inline]] inline Character take_first(std::string_view& rest) {
  const Character c = first_character(rest);
  rest.remove_prefix(c.length);
  return c;
}

[[gnu::always_inline]] inline Character take_last(std::string_view& rest) {
  const Character c = last_character(rest);
  rest.remove_suffix(c.length);
  return c;
}

}  // namespace

// Linear probing: the slot of the edge, or the empty one where it would go.
std::size_t Trie::Edges::place(std::uint32_t from, std::uint32_t character) const {
  const std::size_t mask = slots_.size() - 1;
  const std::uint64_t key = (std::uint64_t{from} << 32 | character) * 0x9E3779B97F4A7C15u;
  std::size_t at = (key >> 40) & mask;
  while (slots_[at].to != 0 && (slots_[at].character != character || slots_[at].from != from)) at = (at + 1) & mask;
  return at;
}

void Trie::Edges::add(std::uint32_t from, std::uint32_t character, std::uint32_t to) {
  if (++used_ * 2 > slots_.size()) {
    std::vector<Edge> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Edge& edge : old)
      if (edge.to != 0) slots_[place(edge.from, edge.character)] = edge;
  }
  slots_[place(from, character)] = {from, character, to};
}

Trie::Trie() : nodes_(1) {}

std::uint32_t Trie::child(std::uint32_t node, std::uint32_t character) const {
  const Node& n = nodes_[node];
  if (n.character == character) return n.child;
  return n.branches ? edges_.find(node, character) : 0;
}

std::uint32_t Trie::add_child(std::uint32_t node, std::uint32_t character) {
  if (const std::uint32_t known = child(node, character)) return known;
  const auto added = static_cast<std::uint32_t>(nodes_.size());
  nodes_.emplace_back();
  Node& n = nodes_[node];
  if (n.child == 0) {
    n.character = character;
    n.child = added;
  } else {
    n.branches = true;
    edges_.add(node, character, added);
  }
  return added;
}

std::uint32_t Trie::add_pair(std::uint32_t first, std::uint32_t second) {
  if (const std::uint32_t known = pairs_.find(first, second)) return known;
  pairs_.add(first, second, static_cast<std::uint32_t>(nodes_.size()));
  nodes_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void Trie::insert(std::string_view name, int index, bool reversed) {
  if (name.empty()) return;
  const Cell cell = reversed ? Cell::last(name) : Cell::first(name);
  firsts_.add(cell);
  Cell behind = Cell::last(name);
  for (std::string_view rest = name; !rest.empty();) {
    const Cell inner = Cell::last(rest);
    inside_.add(inner);
    if (rest.size() < name.size()) side_by_side_.add(inner, behind);
    behind = inner;
    take_last(rest);
  }
  narrow_ = narrow_ || !leads_three(name.front());
  const auto next = [&] { return (reversed ? take_last(name) : take_first(name)).packed; };
  const std::uint32_t first = next();
  if (name.empty())
    singles_.add(cell);
  else
    seconds_.add(cell, reversed ? Cell::last(name) : Cell::first(name));
  std::uint32_t node = add_pair(first, name.empty() ? end_of_name : next());
  while (!name.empty()) node = add_child(node, next());
  nodes_[node].index = index;
}

// Follows the characters that `next` takes off the text, and keeps the last node at which a name ends.
template <class Next>
Trie::Hit Trie::walk(std::string_view text, Next next, Cell cell) const {
  if (text.empty()) return {};
  const Character first = next(text);
  Hit best;
  if (!text.empty()) {
    Character c = next(text);
    std::size_t length = first.length;
    for (std::uint32_t node = pairs_.find(first.packed, c.packed); node != 0; node = child(node, c.packed)) {
      length += c.length;
      if (nodes_[node].index >= 0) best = {nodes_[node].index, length};
      if (text.empty()) break;
      c = next(text);
    }
  }
  if (best.index >= 0 || !singles_.has(cell)) return best;
  const std::uint32_t alone = pairs_.find(first.packed, end_of_name);
  return alone == 0 ? Hit{} : Hit{nodes_[alone].index, first.length};
}

Trie::Hit Trie::walk_forwards(std::string_view text) const {
  return walk(
      text, [](std::string_view& rest) { return take_first(rest); }, Cell::first(text));
}

Trie::Hit Trie::walk_backwards(std::string_view text) const {
  return walk(
      text, [](std::string_view& rest) { return take_last(rest); }, Cell::last(text));
}

}  // namespace gouji::patterns
