// A line on a terminal's standard error that says how far long work is; nothing on anything but a terminal.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

namespace gouji::app {

class Progress {
 public:
  // Shown once the work has run for half a second, and only if `wanted`.
  Progress(std::size_t total, bool wanted);
  ~Progress();  // wipes the line
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step(std::string_view path);

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t total_, done_ = 0;
  bool wanted_, shown_ = false;
  Clock::time_point last_ = Clock::now();
};

}  // namespace gouji::app
