#include "patterns/lexicon.h"

#include <algorithm>

namespace gouji::patterns {
namespace {

constexpr std::size_t first_bits = 4096;

struct Character {
  std::uint32_t packed;  // its bytes, never 0: a NUL byte packs to an overlong value that nothing else has
  std::size_t length;
};

std::uint32_t pack(std::string_view bytes) {
  std::uint32_t packed = 0;
  for (const char c : bytes) packed = packed << 8 | static_cast<unsigned char>(c);
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

}  // namespace

Trie::Trie() : edges_(16), index_of_(1, -1), first_(first_bits / 64) {}

void Trie::insert(std::string_view name, int index, bool reversed) {
  if (name.empty()) return;
  std::uint32_t node = 0;
  while (!name.empty()) {
    const Character c = reversed ? last_character(name) : first_character(name);
    if (node == 0) {
      const std::size_t bit = mix(c.packed) % first_bits;
      first_[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
    node = add_child(node, c.packed);
    if (reversed)
      name.remove_suffix(c.length);
    else
      name.remove_prefix(c.length);
  }
  index_of_[node] = index;
}

bool Trie::may_begin(std::uint32_t character) const {
  const std::size_t bit = mix(character) % first_bits;
  return (first_[bit / 64] >> (bit % 64) & 1) != 0;
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
  Hit best;
  std::uint32_t node = 0;
  for (std::size_t length = 0; !text.empty();) {
    const Character c = next(text);
    if (node == 0 && !may_begin(c.packed)) break;
    node = child(node, c.packed);
    if (node == 0) break;
    length += c.length;
    if (index_of_[node] >= 0) best = {index_of_[node], length};
  }
  return best;
}

Trie::Hit Trie::longest_prefix(std::string_view text) const {
  return walk(text, [](std::string_view& rest) {
    const Character c = first_character(rest);
    rest.remove_prefix(c.length);
    return c;
  });
}

Trie::Hit Trie::longest_suffix(std::string_view text) const {
  return walk(text, [](std::string_view& rest) {
    const Character c = last_character(rest);
    rest.remove_suffix(c.length);
    return c;
  });
}

}  // namespace gouji::patterns
