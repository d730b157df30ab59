#include "model/name.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>
#include <utility>

namespace gouji {
Name NamePool::intern(std::string_view words) {
  if (words.empty()) return {};
  if (slots_.size() < 2 * (std::size_t{size_} + 1)) grow();
  const std::uint32_t hash = hash_of(words);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  for (; slots_[slot] != nullptr; slot = (slot + 1) & mask)
    if (slots_[slot]->hash == hash && slots_[slot]->words() == words) return Name(slots_[slot]);
  return Name(slots_[slot] = add(words, hash));
}

const Name::Entry* NamePool::add(std::string_view words, std::uint32_t hash) {
  constexpr std::size_t first_block = 4096, largest_block = 65536;  // bytes; words longer than that get a block of their own
  constexpr std::size_t alignment = alignof(Name::Entry);
  const std::size_t needed = (sizeof(Name::Entry) + words.size() + alignment - 1) / alignment * alignment;
  if (needed > left_) {
    const std::size_t wanted = std::min(largest_block, first_block << std::min<std::size_t>(blocks_.size(), 8));
    left_ = std::max(wanted, needed);
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(left_));
    free_ = blocks_.back().get();
  }
  const auto* entry = new (free_) Name::Entry{++size_, static_cast<std::uint32_t>(words.size()), hash};
  std::memcpy(free_ + sizeof(Name::Entry), words.data(), words.size());
  free_ += needed;
  left_ -= needed;
  return entry;
}

void NamePool::grow() {
  constexpr std::size_t first_slots = 256;
  std::vector<const Name::Entry*> larger(std::max(first_slots, 4 * slots_.size()));
  const std::size_t mask = larger.size() - 1;
  for (const Name::Entry* entry : slots_) {
    if (entry == nullptr) continue;
    std::size_t slot = entry->hash & mask;
    while (larger[slot] != nullptr) slot = (slot + 1) & mask;
    larger[slot] = entry;
  }
  slots_ = std::move(larger);
}

void NamePool::swap(NamePool& other) noexcept {
  std::swap(slots_, other.slots_);
  std::swap(size_, other.size_);
  std::swap(blocks_, other.blocks_);
  std::swap(free_, other.free_);
  std::swap(left_, other.left_);
}

}  // namespace gouji
