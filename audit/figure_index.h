// FigureIndex: the figures of one report by name, subject and breakdown, so that no rule compares all with all.
// Borrows the extraction; must not outlive it. Prose only: tables have rules of their own.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "audit/naming.h"
#include "model/extraction.h"

namespace gouji::audit {

// What a figure can be compared with: figures whose meanings agree in these.
enum class BasisClass : std::uint8_t { unknown, planned, adjusted, actual, target, achieved };
BasisClass basis_class(Basis basis);

// Figures by a number that each has, in reading order; one array for all.
class FiguresByKey {
 public:
  FiguresByKey() = default;
  // Figure i has number keys[i], one below `count`; others (no_id) are left out.
  FiguresByKey(const std::vector<std::uint32_t>& keys, std::size_t count);
  std::span<const FigureId> of(std::uint32_t key) const {
    if (key + std::size_t{1} >= begins_.size()) return {};
    return {figures_.data() + begins_[key], figures_.data() + begins_[key + 1]};
  }

 private:
  std::vector<std::uint32_t> begins_;  // by key, and the end
  std::vector<FigureId> figures_;
};

class FigureIndex {
 public:
  explicit FigureIndex(const Extraction& extraction);
  FigureIndex(const FigureIndex&) = delete;  // names borrow from core_names_
  FigureIndex& operator=(const FigureIndex&) = delete;

  const Figure& figure(FigureId id) const { return extraction_->figures[id]; }
  // The name as compared: core of the indicator's last part.
  std::string_view core_name(FigureId id) const { return cores_[id]; }
  // The same of Figure::of; "" without one.
  std::string_view of_core(FigureId id) const { return of_cores_[id]; }
  // Figures of prose that may enter a check: measures, no kind `other` without a unit.
  bool usable(FigureId id) const { return usable_[id]; }

  // Usable figures with this core name, in reading order.
  std::span<const FigureId> named(std::string_view core_name) const;
  // The same of a usable figure's own name.
  std::span<const FigureId> namesakes(FigureId id) const { return by_name_.of(name_of_[id]); }
  // Figures (shares, changes, completions) that say something of level figure `subject`, in reading order.
  std::span<const FigureId> about(FigureId subject) const { return about_.of(subject); }
  // The breakdown in which the figure is a part, or nullptr; the first, where there are several.
  const Relation* breakdown_with_part(FigureId id) const;
  // The figure that a breakdown divides; no_id without one.
  static FigureId total_of(const Relation& relation);

 private:
  const Extraction* extraction_;
  CoreNames core_names_;
  std::vector<std::string_view> cores_, of_cores_;
  std::vector<bool> usable_;
  Numbering<std::string_view> names_;   // core names
  std::vector<std::uint32_t> name_of_;  // figure → number of its name; no_id where it is not usable
  FiguresByKey by_name_, about_;
  std::vector<std::uint32_t> breakdown_;  // figure → index of relation
};

// Two figures measure in the same unit: amounts of one currency, counts of one classifier, ratios.
bool same_measure(const Figure& a, const Figure& b);
// Neither is known to be of another period, basis, fund or scope. `loose` for figures that syntax has already joined.
bool same_period(const Figure& a, const Figure& b);
bool same_basis(const Figure& a, const Figure& b);
bool same_fund(const Figure& a, const Figure& b);
bool same_scope(const Figure& a, const Figure& b);
inline bool compatible(const Figure& a, const Figure& b) {
  return same_measure(a, b) && same_period(a, b) && same_basis(a, b) && same_fund(a, b) && same_scope(a, b);
}

}  // namespace gouji::audit
