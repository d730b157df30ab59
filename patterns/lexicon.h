// Lexicon<T>: literal names → entries, longest match at a place, forwards and backwards; a byte trie over UTF-8.
// Built once, then immutable and shared by threads. Entries are owned by the caller (patterns::Library) and outlive it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace gouji::patterns {

// The trie itself, of names to indexes; a Lexicon gives the indexes a type.
class Trie {
 public:
  Trie();
  // `reversed` tries are asked for the longest name that ends a text.
  void insert(std::string_view name, int index, bool reversed = false);
  struct Hit {
    int index = -1;            // -1: nothing
    std::size_t length = 0;    // bytes
  };
  Hit longest_prefix(std::string_view text) const;
  Hit longest_suffix(std::string_view text) const;  // of a trie built reversed

 private:
  struct Node;
  template <class Next>
  Hit walk(Next next) const;
  struct Edge {
    unsigned char byte;
    int node;
  };
  struct Node {
    int index = -1;
    std::vector<Edge> edges;  // sorted by byte
  };
  int child(int node, unsigned char byte) const;
  std::vector<Node> nodes_;
  std::vector<int> root_;      // first byte → node
};

template <class T>
struct Match {
  const T* entry = nullptr;    // nullptr: nothing
  std::size_t length = 0;      // bytes of the text
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
  std::size_t size() const { return entries_.size(); }

 private:
  Match<T> match(Trie::Hit hit) const {
    return hit.index < 0 ? Match<T>{} : Match<T>{entries_[static_cast<std::size_t>(hit.index)], hit.length};
  }
  Trie forwards_, backwards_;
  std::vector<const T*> entries_;
};

}  // namespace gouji::patterns
