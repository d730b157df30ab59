// Runs a program and says what it cost: for tests of bounds on time and memory.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gouji::test {

struct ChildLimits {
  unsigned cpu_seconds = 60;        // it is killed beyond: a guard against hangs, not a measure
  std::uint64_t address_space = 0;  // bytes; 0: no bound (sanitizers reserve terabytes)
};

struct ChildRun {
  int status = -1;         // exit status; -1: killed by a signal
  int signal = 0;          // which
  std::string out;         // standard output
  double seconds = 0;      // CPU time, its own and the system's
  std::uint64_t peak = 0;  // bytes resident at most
};

// arguments[0] is the program. Standard error is thrown away.
ChildRun run_child(const std::vector<std::string>& arguments, const ChildLimits& limits = {});

// Whether this build has AddressSanitizer: memory is then no measure, and time a fraction of it.
constexpr bool sanitized() {
#if defined(__SANITIZE_ADDRESS__)
  return true;
#else
  return false;
#endif
}

}  // namespace gouji::test
