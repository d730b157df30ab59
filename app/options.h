// What a command line asks for, after it was found to be good. Plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/log.h"
#include "corpus/input.h"
#include "model/language.h"

namespace gouji::app {

enum class Command : std::uint8_t { extract, audit, ingest, status, numbers, patterns_list, patterns_test };
enum class Format : std::uint8_t { text, jsonl, csv, sarif, html, xlsx, docx };
enum class Color : std::uint8_t { automatic, always, never };

struct Options {
  Command command = Command::audit;
  std::vector<std::string> inputs;  // as given: files, folders, "-", "@LIST"
  Format format = Format::text;
  std::string output;  // "" or "-": standard output; a folder: one file a document
  bool bom = false;    // csv: for Excel
  Language language = Language::zh;
  std::string patterns_directory;  // "": the built-in library only
  bool all_numbers = false;
  corpus::InputFormat read_as = corpus::InputFormat::by_content;  // --as
  unsigned threads = 0;                                           // 0: as many as the machine has
  Color color = Color::automatic;
  corpus::Limits limits;
  std::string store;                                    // ingest, status: "sqlite:PATH"
  bool resume = false;                                  // ingest: what the ledger has is not read again
  bool retry_failed = false;                            // ingest: only what the ledger has as refused is read again, and what it has not
  std::uint64_t timeout_seconds = 120;                  // ingest: of one input
  std::uint64_t memory_limit = std::uint64_t{4} << 30;  // ingest: address space of one worker; 0: no bound
  std::string metrics;                                  // ingest: a file for Prometheus
  bool refused_only = false;                            // status: the refused inputs as a list
  bool quiet = false;
  LogLevel log_level = LogLevel::warning;
  std::string event_log;  // a file of events; "": none
};

// Exit status of every command.
inline constexpr int exit_done = 0;      // nothing inconsistent
inline constexpr int exit_findings = 1;  // at least one check fails, or one of several inputs was refused
inline constexpr int exit_nothing = 2;   // nothing could be done

}  // namespace gouji::app
