// Is a system of linear relations over small unknowns solvable, and if not, by how much and because of which relations? The one file that
// knows COIN-OR CLP. Doubles: the caller keeps the exact numbers and scales what it asks. Threads: safe, every call has its own model.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace gouji::audit {

// low ≤ Σ coefficient·unknown ≤ high; either bound may be infinite.
struct LinearRow {
  std::vector<std::pair<std::uint32_t, double>> terms;  // unknown, coefficient
  double low = 0, high = 0;
  std::uint32_t relation = 0;  // the caller's name for it: a relation may have two rows
};

struct Slack {
  bool solved = false;  // false: the solver gave up, and nothing is known
  // How many times its own rounding (Σ |coefficient|) every row must be widened before all of them can hold; 0: they hold.
  double widening = 0;
  std::vector<std::uint32_t> relations;  // those that press, where widening is not 0; no others are needed for the conflict
};

// Every unknown lies in [low, low + 1]: −1/2 for numbers that were rounded, 0 for such as were cut off.
Slack least_widening(std::uint32_t unknowns, const std::vector<LinearRow>& rows, double low = -0.5);

}  // namespace gouji::audit
