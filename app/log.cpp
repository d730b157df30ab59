#include "app/log.h"

#include <atomic>
#include <cstdio>
#include <string>

namespace gouji::app {
namespace {

std::atomic<LogLevel> current_level{LogLevel::warning};

}  // namespace

void set_log_level(LogLevel level) { current_level = level; }

bool logs(LogLevel level) { return level <= current_level; }

void log(LogLevel level, std::string_view message) {
  if (!logs(level)) return;
  std::string line = "gouji: ";
  line.append(message).push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void log_error(const Error& error) { log(LogLevel::error, error.hint.empty() ? error.message : error.message + "\n       " + error.hint); }

}  // namespace gouji::app
