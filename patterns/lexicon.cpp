#include "patterns/lexicon.h"

#include <algorithm>

namespace gouji::patterns {
namespace {

constexpr std::size_t filter_bits = 1 << 16;

struct Character {
  std::uint32_t packed;  // its bytes, never 0: a NUL byte packs to an overlong value that nothing else has
  std::size_t length;
};

std::uint32_t byte(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::uint32_t pack(std::string_view bytes) {
  if (bytes.size() == 3) return byte(bytes, 0) << 16 | byte(bytes, 1) << 8 | byte(bytes, 2);  // nearly always: Han
  std::uint32_t packed = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) packed = packed << 8 | byte(bytes, i);
  return packed == 0 ? UINT32_MAX : packed;
}

Character first_character(std::string_view text) {
  const std::size_t length = std::min(character_length(text.front()), text.size());
  return {pack(text.substr(0, length)), length};
}

Character last_character(std::string_view text) {
  std::size_t length = 1;
  while (length < 4 && length < text.size() && (static_cast<unsigned char>(text[text.size() - length]) & 0xC0) == 0x80) ++length;
  return {pack(text.substr(text.size() - length)), length};
}

std::size_t mix(std::uint64_t key) { return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15u) >> 32); }

constexpr std::uint32_t end_of_name = 1;  // stands for the second character of a name of one

std::size_t filter_bit(std::uint32_t first, std::uint32_t second) {
  return static_cast<std::size_t>((first * 0x9E3779B1u + second * 0x85EBCA77u) >> 16) % filter_bits;
}

}  // namespace

Trie::Trie() : edges_(16), index_of_(1, -1), begins_(filter_bits / 64) {}

void Trie::insert(std::string_view name, int index, bool reversed) {
  if (name.empty()) return;
  firsts_.add(reversed ? Cell::last(name) : Cell::first(name));
  std::uint32_t node = 0, first = 0;
  for (std::size_t position = 0; !name.empty(); ++position) {
    const Character c = reversed ? last_character(name) : first_character(name);
    if (position == 0) first = c.packed;
    if (position == 1) mark(first, c.packed);
    node = add_child(node, c.packed);
    if (reversed)
      name.remove_suffix(c.length);
    else
      name.remove_prefix(c.length);
    if (position == 0 && name.empty()) mark(first, end_of_name);
  }
  index_of_[node] = index;
}

void Trie::mark(std::uint32_t first, std::uint32_t second) {
  const std::size_t bit = filter_bit(first, second);
  begins_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

bool Trie::marked(std::uint32_t first, std::uint32_t second) const {
  const std::size_t bit = filter_bit(first, second);
  return (begins_[bit / 64] >> (bit % 64) & 1) != 0;
}

// Linear probing: the slot of the edge, or the empty one where it would go.
std::size_t Trie::slot(std::uint32_t node, std::uint32_t character) const {
  const std::size_t mask = edges_.size() - 1;
  std::size_t at = mix(std::uint64_t{node} << 32 ^ character) & mask;
  while (edges_[at].character != 0 && (edges_[at].node != node || edges_[at].character != character)) at = (at + 1) & mask;
  return at;
}

std::uint32_t Trie::child(std::uint32_t node, std::uint32_t character) const { return edges_[slot(node, character)].child; }

std::uint32_t Trie::add_child(std::uint32_t node, std::uint32_t character) {
  if (const std::uint32_t known = child(node, character)) return known;
  if (index_of_.size() * 2 >= edges_.size()) grow();
  const auto added = static_cast<std::uint32_t>(index_of_.size());
  edges_[slot(node, character)] = {node, character, added};
  index_of_.push_back(-1);
  return added;
}

void Trie::grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old)
    if (edge.character != 0) edges_[slot(edge.node, edge.character)] = edge;
}

// Follows the characters that `next` takes off the text, and keeps the last node at which a name ends.
template <class Next>
Trie::Hit Trie::walk(std::string_view text, Next next) const {
  if (text.empty()) return {};
  const Character first = next(text);
  const Character second = text.empty() ? Character{end_of_name, 0} : next(text);
  const bool goes_on = second.length != 0 && marked(first.packed, second.packed);
  if (!goes_on && !marked(first.packed, end_of_name)) return {};
  Hit best;
  std::uint32_t node = child(0, first.packed);
  if (node != 0 && index_of_[node] >= 0) best = {index_of_[node], first.length};
  std::size_t length = first.length;
  for (Character c = second; goes_on && node != 0; c = next(text)) {
    node = child(node, c.packed);
    length += c.length;
    if (node != 0 && index_of_[node] >= 0) best = {index_of_[node], length};
    if (text.empty()) break;
  }
  return best;
}

Trie::Hit Trie::walk_forwards(std::string_view text) const {
  return walk(text, [](std::string_view& rest) {
    const Character c = first_character(rest);
    rest.remove_prefix(c.length);
    return c;
  });
}

Trie::Hit Trie::walk_backwards(std::string_view text) const {
  return walk(text, [](std::string_view& rest) {
    const Character c = last_character(rest);
    rest.remove_suffix(c.length);
    return c;
  });
}

}  // namespace gouji::patterns
