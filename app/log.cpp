#include "app/log.h"

#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "output/json_writer.h"

namespace gouji::app {
namespace {

spdlog::level::level_enum level_of(LogLevel level) {
  switch (level) {
    case LogLevel::error:
      return spdlog::level::err;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::debug:
      break;
  }
  return spdlog::level::debug;
}

// A log that cannot be written (a full disk) must not be the end of the work.
void ignore(const std::string& /*problem*/) {}

spdlog::logger& messages() {
  static const auto logger = [] {
    auto made = std::make_shared<spdlog::logger>("messages", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("gouji: %v");
    made->set_level(spdlog::level::warn);
    made->set_error_handler(ignore);
    return made;
  }();
  return *logger;
}

std::unique_ptr<spdlog::logger>& events() {
  static std::unique_ptr<spdlog::logger> logger;
  return logger;
}

// The members of an object, for the pattern has the braces and what every event has.
std::string members(std::string_view event, std::initializer_list<EventField> fields) {
  output::JsonWriter json;
  json.begin();
  json.text("event", event);
  for (const EventField& field : fields) {
    if (const auto* number = std::get_if<std::int64_t>(&field.value)) {
      json.number(field.name, *number);
    } else {
      json.text_or_null(field.name, std::get<std::string_view>(field.value));
    }
  }
  json.end();
  const std::string_view line = json.line();
  return std::string(line.substr(1, line.rfind('}') - 1));
}

}  // namespace

void set_log_level(LogLevel level) { messages().set_level(level_of(level)); }

bool logs(LogLevel level) { return messages().should_log(level_of(level)); }

void log(LogLevel level, std::string_view message) { messages().log(level_of(level), message); }

std::string shown(const Error& error) { return error.hint.empty() ? error.message : error.message + "\n       " + error.hint; }

void log_error(const Error& error) {
  log(LogLevel::error, shown(error));
  log_event(LogLevel::error, "error", {{"code", error.code}, {"message", error.message}, {"hint", error.hint}});
}

Result<void> open_event_log(const std::string& path) {
  try {
    events() = std::make_unique<spdlog::logger>("events", std::make_shared<spdlog::sinks::basic_file_sink_mt>(path));
  } catch (const spdlog::spdlog_ex& problem) {
    return fail("cannot_write", path + ": " + problem.what(), "give another file for --log");
  }
  events()->set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})", spdlog::pattern_time_type::utc);
  events()->set_level(spdlog::level::debug);
  events()->flush_on(spdlog::level::warn);
  events()->set_error_handler(ignore);
  return {};
}

void log_event(LogLevel level, std::string_view event, std::initializer_list<EventField> fields) {
  if (events()) events()->log(level_of(level), members(event, fields));
}

}  // namespace gouji::app
