// Name: words that come again and again in one report (an indicator, a unit, the label of a row), held once in a NamePool. A name is one
// pointer: copied, compared and hashed without a look at its words.
//
// Ownership: a Name borrows from its pool and lives as long as that; the pool is that of the Extraction whose figures bear the names, and
// moves with it. The empty name belongs to no pool. Names of different pools compare by their words.
// Threads: a Name is a value; a pool is written by one thread, and once nothing is added to it any more it may be read by several.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gouji {

// A hash of short words, eight bytes at a time; std::hash is a call and takes twice as long.
inline std::uint32_t hash_of(std::string_view words) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15ULL;
  std::uint64_t out = words.size() * factor;
  const auto mix = [&](const char* at, std::size_t size) {
    std::uint64_t part = 0;
    std::memcpy(&part, at, size);
    out = (out ^ part) * factor;
    out ^= out >> 32U;
  };
  constexpr std::size_t step = sizeof(std::uint64_t);
  const char* at = words.data();
  std::size_t left = words.size();
  for (; left > step; left -= step, at += step) mix(at, step);
  if (words.size() >= step)
    mix(words.data() + words.size() - step, step);  // the last eight again where they are not full
  else
    for (; left > 0; --left, ++at) mix(at, 1);
  return static_cast<std::uint32_t>(out);
}
struct WordsHash {
  std::size_t operator()(std::string_view words) const noexcept { return hash_of(words); }
};

class Name {
 public:
  constexpr Name() = default;

  std::string_view view() const { return entry_ == nullptr ? std::string_view("") : entry_->words(); }  // never null: it may go to memchr
  operator std::string_view() const { return view(); }  // NOLINT(google-explicit-constructor): a name is read as any words are
  std::string str() const { return std::string(view()); }
  bool empty() const { return entry_ == nullptr; }
  std::size_t size() const { return entry_ == nullptr ? 0 : entry_->size; }

  // The number of the name in its pool, from 1 on in the order of their coming; 0 for the empty name.
  std::uint32_t index() const { return entry_ == nullptr ? 0 : entry_->index; }
  std::uint32_t hash() const { return entry_ == nullptr ? 0 : entry_->hash; }

  friend bool operator==(Name a, Name b) {
    if (a.entry_ == b.entry_) return true;
    return a.hash() == b.hash() && a.view() == b.view();
  }
  friend bool operator==(Name a, std::string_view b) { return a.view() == b; }

 private:
  friend class NamePool;
  // Stands in the pool's memory, its words right behind it.
  struct Entry {
    std::uint32_t index, size, hash;
    std::string_view words() const { return {reinterpret_cast<const char*>(this + 1), size}; }
  };
  explicit Name(const Entry* entry) : entry_(entry) {}

  const Entry* entry_ = nullptr;
};

class NamePool {
 public:
  NamePool() = default;
  NamePool(NamePool&& other) noexcept { swap(other); }  // leaves `other` empty
  NamePool& operator=(NamePool&& other) noexcept {
    NamePool(std::move(other)).swap(*this);
    return *this;
  }

  // The name of these words, the same one each time. The words are copied: at most 4 GiB of them.
  Name intern(std::string_view words);
  // How many names there are, but for the empty one: all have an index of at most this.
  std::uint32_t size() const { return size_; }

 private:
  const Name::Entry* add(std::string_view words, std::uint32_t hash);
  void grow();
  void swap(NamePool& other) noexcept;

  std::vector<const Name::Entry*> slots_;  // by hash, open addressing: a power of two, at least half of it empty
  std::uint32_t size_ = 0;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;  // what the entries stand in; never moved
  std::byte* free_ = nullptr;                         // of the last block
  std::size_t left_ = 0;                              // bytes
};

}  // namespace gouji

template <>
struct std::hash<gouji::Name> {
  std::size_t operator()(gouji::Name name) const noexcept { return name.hash(); }
};
