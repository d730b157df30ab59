// Messages to standard error: what, where, what to do. Standard output carries results and nothing else.
// Threads: safe; a message is written in one piece.
#pragma once

#include <cstdint>
#include <string_view>

#include "model/result.h"

namespace gouji::app {

enum class LogLevel : std::uint8_t { error, warning, info, debug };

void set_log_level(LogLevel level);
bool logs(LogLevel level);
void log(LogLevel level, std::string_view message);
// "gouji: message" and, on a line of its own, what to do.
void log_error(const Error& error);

}  // namespace gouji::app
