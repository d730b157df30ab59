#include "app/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <string>

namespace gouji::app {
namespace {

constexpr std::chrono::milliseconds patience{500};  // before the first line
constexpr std::chrono::milliseconds interval{100};  // between two
constexpr std::size_t width = 30;

}  // namespace

Progress::Progress(std::size_t total, bool wanted) : total_(total), wanted_(wanted && total > 1 && ::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\x1b[K", stderr);
}

void Progress::step(std::string_view path) {
  ++done_;
  const auto now = Clock::now();
  if (!wanted_ || now - last_ < (shown_ ? interval : patience)) return;
  last_ = now;
  shown_ = true;
  const std::size_t filled = width * done_ / total_;
  // Only the file's name: a long path would wrap, and a wrapped line cannot be wiped.
  const std::string_view file = path.substr(path.find_last_of('/') + 1).substr(0, 40);
  const std::string line = fmt::format("\r\x1b[K[{}{}] {}/{} {}", std::string(filled, '#'), std::string(width - filled, '.'), done_, total_, file);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace gouji::app
