// Numbering: different keys get the numbers 0, 1, 2 … in the order of their coming. Flat: no key costs an allocation of its own, and a
// report has thousands of groups of one or two figures. A key that borrows its words must not outlive them.
#pragma once

#include <bit>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/name.h"

namespace gouji::audit {

template <class Key>
struct HashOf : std::hash<Key> {};
template <>
struct HashOf<std::string_view> : WordsHash {};

template <class Key, class Hash = HashOf<Key>>
class Numbering {
 public:
  struct Added {
    std::uint32_t number;
    bool fresh;
  };
  Added add(const Key& key) {
    if (slots_.size() < 2 * (keys_.size() + 1)) grow();
    const auto hash = static_cast<std::uint32_t>(Hash{}(key));
    Slot& slot = slots_[place_of(key, hash)];
    if (slot.number != no_id) return {slot.number, false};
    slot = {hash, size()};
    keys_.push_back(key);
    return {slot.number, true};
  }
  // no_id where the key has none.
  std::uint32_t find(const Key& key) const { return keys_.empty() ? no_id : slots_[place_of(key, static_cast<std::uint32_t>(Hash{}(key)))].number; }
  const Key& key(std::uint32_t number) const { return keys_[number]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(keys_.size()); }

 private:
  struct Slot {
    std::uint32_t hash = 0, number = no_id;
  };

  // The slot of the key, or the empty one where it belongs.
  std::size_t place_of(const Key& key, std::uint32_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].number != no_id && !(slots_[at].hash == hash && keys_[slots_[at].number] == key)) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> larger(std::bit_ceil(4 * (keys_.size() + 8)));
    const std::size_t mask = larger.size() - 1;
    for (const Slot& slot : slots_) {
      if (slot.number == no_id) continue;
      std::size_t at = slot.hash & mask;
      while (larger[at].number != no_id) at = (at + 1) & mask;
      larger[at] = slot;
    }
    slots_ = std::move(larger);
  }

  std::vector<Key> keys_;    // by number
  std::vector<Slot> slots_;  // open addressing: a power of two, at least half of it empty
};

}  // namespace gouji::audit
