#include "app/application.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <iostream>

#include "app/audit_command.h"
#include "app/command_line.h"
#include "app/ingest_command.h"
#include "app/interrupt.h"
#include "app/numbers_command.h"
#include "app/output_file.h"
#include "app/patterns_command.h"
#include "app/status_command.h"

namespace gouji::app {
namespace {

int failed(const Error& error) {
  log_error(error);
  return exit_nothing;
}

int print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return exit_done;
}

int show_version() {
  const auto library = patterns::Library::load({});
  if (!library) return failed(library.error());
  return print(fmt::format("gouji {} (patterns {})\n", GOUJI_VERSION, (*library)->version()));
}

int run_numbers(const Options& options, const patterns::Library& library) {
  std::ios_base::sync_with_stdio(false);
  return with_output(options.output, [&](std::ostream& out) {
    write_numbers(std::cin, out, library);
    return exit_done;
  });
}

int dispatch(const Options& options) {
  set_log_level(options.log_level);
  if (!options.event_log.empty()) {
    if (const Result<void> opened = open_event_log(options.event_log); !opened) return failed(opened.error());
  }
  if (options.command == Command::status) return run_status(options);
  auto library = patterns::Library::load({options.patterns_directory});
  if (!library) return failed(library.error());
  switch (options.command) {
    case Command::extract:
    case Command::audit:
      return run_audit(options, std::move(*library));
    case Command::ingest:
      return run_ingest(options, std::move(*library));
    case Command::numbers:
      return run_numbers(options, **library);
    case Command::patterns_list:
    case Command::patterns_test:
      return run_patterns(options, **library);
    case Command::status:
      break;  // needs no library
  }
  return exit_nothing;
}

}  // namespace

int run(int argc, const char* const* argv) {
  handle_signals();
  try {
    const Result<CommandLine> line = parse_command_line(argc, argv);
    if (!line) return failed(line.error());
    if (const auto* help = std::get_if<ShowText>(&*line)) return print(help->text);
    if (std::holds_alternative<ShowVersion>(*line)) return show_version();
    return dispatch(std::get<Options>(*line));
  } catch (const Interrupted& interrupted) {
    return 128 + interrupted.signal;
  } catch (const std::exception& problem) {
    return failed({"internal_error", fmt::format("internal error: {}", problem.what()), {}});
  }
}

}  // namespace gouji::app
