// How far an ingest is: a line on a terminal, a line now and then in a pipe, a file of metrics for Prometheus. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "app/ingest_run.h"
#include "model/language.h"

namespace gouji::app {

class IngestProgress {
 public:
  // `metrics`: a file, "" for none. `total`: the inputs, where they were counted.
  IngestProgress(bool wanted, std::string metrics, std::optional<std::uint64_t> total, Language language);
  ~IngestProgress();  // wipes the line
  IngestProgress(const IngestProgress&) = delete;
  IngestProgress& operator=(const IngestProgress&) = delete;

  // Shows the counts when it is time to. A file of metrics that cannot be written is said once.
  void step(const IngestCounts& counts);
  // All inputs are done and their documents are being compared: said on a terminal.
  void comparing();
  void finish(const IngestCounts& counts);
  double seconds() const;

 private:
  using Clock = std::chrono::steady_clock;
  void show(const IngestCounts& counts);
  void draw(const std::string& line);
  void write_metrics(const IngestCounts& counts);

  bool wanted_, on_terminal_, shown_ = false, metrics_failed_ = false;
  std::string metrics_;
  std::optional<std::uint64_t> total_;
  Language language_;
  Clock::time_point start_ = Clock::now(), last_shown_ = start_, last_metrics_ = start_;
};

// The beginning of a line that a terminal of `columns` shows without breaking it; 0 columns: unknown, the whole line.
std::string fitted(const std::string& line, std::size_t columns);

// Prometheus text exposition format, version 0.0.4.
std::string metrics_text(const IngestCounts& counts, double seconds);

}  // namespace gouji::app
