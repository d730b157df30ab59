// Tally: what was read and how it came out, counted over every input; the summary of every writer.
#pragma once

#include <array>
#include <cstdint>

#include "output/report.h"

namespace gouji::output {

inline constexpr std::size_t verdict_count = 8;
inline constexpr std::array<Verdict, verdict_count> all_verdicts{Verdict::exact,        Verdict::rounding,     Verdict::unlikely,
                                                                 Verdict::inconsistent, Verdict::suspect_unit, Verdict::explained,
                                                                 Verdict::query,        Verdict::not_checkable};

struct VerdictCounts {
  std::array<std::uint64_t, verdict_count> counts{};
  void add(Verdict verdict) { ++counts[static_cast<std::size_t>(verdict)]; }
  std::uint64_t of(Verdict verdict) const { return counts[static_cast<std::size_t>(verdict)]; }
  std::uint64_t total() const;
};

// A check that does not hold: inconsistent or suspect_unit. What it follows from another one is a consequence, no finding of its own.
inline bool fails(const Check& check) { return check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit; }
inline bool is_finding(const Check& check) { return fails(check) && check.caused_by == no_id; }

VerdictCounts count_verdicts(const std::vector<Check>& checks);

struct Tally {
  std::uint64_t inputs = 0;  // paths given: a document with two paths counts twice
  std::uint64_t documents = 0, refusals = 0, figures = 0, findings = 0;
  VerdictCounts checks;
  void add(const Report& report);
  void add(const Refusal& refusal);
};

}  // namespace gouji::output
