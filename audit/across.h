// Checks across documents: figures of one entity, period, basis, fund, scope and unit that several reports state. Of each document only its
// key figures are kept (key_figures.h).
// Not thread-safe: one caller, documents in order.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "audit/auditor.h"
#include "model/across.h"

namespace gouji::audit {

class Across {
 public:
  explicit Across(Language language) : language_(language) {}

  void add(const KeyFigures& figures);
  // In the order of the entities and of their figures, as they were first met.
  std::vector<AcrossCheck> checks() const;

 private:
  struct Kept {
    std::uint32_t document = 0, key = 0;
    TextRange number;
    std::uint64_t line = 0;
    Decimal value, width;
    std::string printed;
  };
  struct Source {
    std::string id, path, entity;
    std::size_t first = 0, last = 0;  // of its figures
  };
  struct Key {
    std::string text, name;
    Period period;
  };
  AcrossCheck compare(const std::string& entity, const Key& key, const std::vector<const Kept*>& figures) const;

  Language language_;
  std::vector<Source> documents_;
  std::vector<Kept> figures_;
  std::vector<Key> keys_;
  std::unordered_map<std::string, std::uint32_t> key_of_;
};

}  // namespace gouji::audit
