// Accuracy: what the auditor makes of generated reports, against their truth.
//
// A figure is found when a number that begins at its place is read with its value; it is right when its kind and unit are right too. A fault is
// found when a finding (inconsistent, suspect_unit) has a figure of the fault among its operands; it is blamed right when such a finding blames
// one of them. Findings that no other causes are counted: on a clean report each is a false alarm, on a faulty one those that have nothing to
// do with the fault are noise.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/auditor.h"
#include "generate/case.h"

namespace gouji::generate {

struct FigureCount {
  std::uint64_t stated = 0, found = 0, right = 0, read = 0;  // read: figures that the extractor made; those where the truth has none are its excess
  std::uint64_t excess = 0;
};

struct FaultCount {
  std::uint64_t planted = 0, found = 0;
  std::uint64_t asked = 0;      // not found, but a query has it among its operands
  std::uint64_t blamed = 0;     // on the very figure
  std::uint64_t misblamed = 0;  // on another only
  std::uint64_t decidable = 0;  // the relations leave one figure only that could be wrong
  std::uint64_t decided = 0;    // of these: blamed on it
  std::uint64_t misled = 0;     // of these: blamed on another only
  std::uint64_t findings = 0;   // about the fault: of one that altered several figures, beyond one for each
  std::uint64_t noise = 0;
  void add(const FaultCount& other);
};

struct Accuracy {
  std::uint64_t clean = 0, alarmed = 0, alarms = 0;                          // clean reports, those with false alarms, false alarms
  std::map<std::string, std::pair<std::uint64_t, std::uint64_t>> alarms_by;  // report kind → reports, false alarms
  std::map<std::string, FigureCount> figures;                                // "budget, cell lines" → counts
  std::map<std::string, std::map<std::string, FaultCount>> faults;           // fault kind → report kind
  std::vector<std::string> notes;                                            // what went wrong, a line each
  FaultCount all_faults() const;
  FigureCount all_figures() const;
};

// Runs `cases` clean and as many faulty reports from `seed` on. Notes are kept up to some thousands.
Accuracy measure(const app::Auditor& auditor, std::uint64_t seed, std::uint64_t cases);

// As Markdown tables.
std::string describe(const Accuracy& accuracy, std::uint64_t seed, std::uint64_t cases);

}  // namespace gouji::generate
