// Messages to standard error: what, where, what to do. Standard output carries results and nothing else. Besides, where the user
// names a file for it, a log of the run for programs: JSON Lines, one event a line, times in UTC.
// Threads: safe; a message is written in one piece. Worker processes do not log: what they meet comes back as an answer.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <variant>

#include "model/result.h"

namespace gouji::app {

enum class LogLevel : std::uint8_t { error, warning, info, debug };

void set_log_level(LogLevel level);
bool logs(LogLevel level);
void log(LogLevel level, std::string_view message);
// The message and, on a line of its own, what to do.
std::string shown(const Error& error);
// The same to standard error, and as an event.
void log_error(const Error& error);

// Events are appended to `path` from here on. Errors: "cannot_write".
Result<void> open_event_log(const std::string& path);

struct EventField {
  std::string_view name;
  std::variant<std::string_view, std::int64_t> value;
};
// {"time":…,"level":…,"event":event, field…}; nothing where no log was opened.
void log_event(LogLevel level, std::string_view event, std::initializer_list<EventField> fields);

}  // namespace gouji::app
