// What a Library holds; private to the room.
#pragma once

#include <re2/re2.h>

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "patterns/library.h"

namespace gouji::patterns {

// All entries of one kind, and the lexicon of their names.
template <class T>
struct Collection {
  std::vector<std::unique_ptr<T>> entries;
  Lexicon<T> lexicon;
};

// A negative that is a regular expression, compiled once.
struct NegativePattern {
  const Negative* entry = nullptr;
  std::unique_ptr<RE2> whole;  // the pattern in a group of its own; group 2 is the pattern's, where it has one
  bool has_group = false;
};

struct Library::Data {
  Collection<Unit> units;
  Collection<ComparatorWord> comparators;
  Collection<Negative> negatives;
  Collection<Indicator> indicators;
  Collection<BasisWord> bases;
  Collection<FundWord> funds;
  Collection<ScopeWord> scopes;
  Collection<PeriodWord> periods;
  Collection<ChangeWord> changes;
  Collection<VersusWord> versus;
  Collection<MarkerWord> markers;
  Collection<Partition> partitions;
  Collection<ColumnWord> columns;
  Collection<StandardForm> forms;
  std::map<std::string, Lexicon<MarkerWord>, std::less<>> markers_of;  // by marker
  std::vector<Partition> partition_list;                               // partitions by value, as the header gives them
  std::vector<const StandardForm*> form_list;

  Lexicon<ColumnWord> column_endings;  // those that a longer header may end with

  std::vector<NegativePattern> negative_patterns;
  std::unique_ptr<RE2> any_negative;  // all of them as one alternation: one pass says where
  std::string version;

  // Calls visit(kind, collection) for every kind, in the order in which they are listed.
  template <class Self, class Visit>
  static void each(Self& self, Visit visit) {
    visit("unit", self.units);
    visit("comparator", self.comparators);
    visit("negative", self.negatives);
    visit("indicator", self.indicators);
    visit("basis", self.bases);
    visit("fund", self.funds);
    visit("scope", self.scopes);
    visit("period", self.periods);
    visit("change", self.changes);
    visit("versus", self.versus);
    visit("marker", self.markers);
    visit("partition", self.partitions);
    visit("column", self.columns);
    visit("form", self.forms);
  }
};

// Compiles the patterns of the negatives; each is known to be valid.
void compile_negatives(Library::Data& data);

}  // namespace gouji::patterns
