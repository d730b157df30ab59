#include "app/ingest_progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>

#include "app/log.h"
#include "app/output_file.h"
#include "output/messages.h"
#include "output/utf8.h"

namespace gouji::app {
namespace {

constexpr std::chrono::milliseconds terminal_interval{200}, metrics_interval{5000};
constexpr std::chrono::seconds pipe_interval{30};

std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::uint64_t peak_memory(int who) {
  rusage usage{};
  ::getrusage(who, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

std::size_t terminal_columns() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

}  // namespace

std::string fitted(const std::string& line, std::size_t columns) {
  std::size_t width = 0;
  for (std::size_t at = 0; columns > 0 && at < line.size();) {
    const output::CodePoint next = output::code_point(line, at);
    width += static_cast<std::size_t>(output::column_width(next.value));
    if (width >= columns) return line.substr(0, at);  // the last column stays free: some terminals go on to the next line behind it
    at += next.length;
  }
  return line;
}

IngestProgress::IngestProgress(bool wanted, std::string metrics, std::optional<std::uint64_t> total, Language language)
    : wanted_(wanted), on_terminal_(::isatty(STDERR_FILENO) != 0), metrics_(std::move(metrics)), total_(total), language_(language) {}

IngestProgress::~IngestProgress() {
  if (shown_ && on_terminal_) std::fputs("\r\x1b[K", stderr);
}

double IngestProgress::seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }

void IngestProgress::step(const IngestCounts& counts) {
  const Clock::time_point now = Clock::now();
  const bool is_time = on_terminal_ ? now - last_shown_ >= terminal_interval : now - last_shown_ >= pipe_interval;
  if (wanted_ && is_time) {
    last_shown_ = now;
    show(counts);
  }
  if (now - last_metrics_ >= metrics_interval) {
    last_metrics_ = now;
    write_metrics(counts);
  }
}

void IngestProgress::show(const IngestCounts& counts) {
  const std::uint64_t done = counts.good() + counts.refused, read = done - counts.skipped;
  const double rate = static_cast<double>(read) / seconds();
  using output::Text;
  std::string line = fmt::format(
      fmt::runtime(Text{"{}{} · {:.0f} 份/秒 · {:.1f} MB/s · 问题 {} · 未能读取 {}", "{}{} · {:.0f}/s · {:.1f} MB/s · {} findings · {} refused"}.in(
          language_)),
      done, total_ ? fmt::format("/{}", *total_) : std::string(), rate, static_cast<double>(counts.bytes) / 1e6 / seconds(), counts.findings,
      counts.refused);
  if (total_ && *total_ >= done && rate > 0)
    line += Text{" · 剩余 ", " · ETA "}.in(language_) + clock_time(static_cast<double>(*total_ - done) / rate);
  draw(line);
}

void IngestProgress::draw(const std::string& line) {
  shown_ = true;
  std::fputs(on_terminal_ ? ("\r\x1b[K" + fitted(line, terminal_columns())).c_str() : ("gouji: " + line + "\n").c_str(), stderr);
}

void IngestProgress::comparing() {
  if (wanted_ && on_terminal_) draw(output::Text{"正在核对各份报告之间的数字 ……", "comparing documents ..."}.in(language_));
}

void IngestProgress::finish(const IngestCounts& counts) { write_metrics(counts); }

void IngestProgress::write_metrics(const IngestCounts& counts) {
  if (metrics_.empty() || metrics_failed_) return;
  try {
    Result<OutputFile> file = OutputFile::open(metrics_);
    if (file) {
      file->stream() << metrics_text(counts, seconds());
      const Result<bool> committed = file->commit();
      if (committed) return;
      log_error(committed.error());
    } else {
      log_error(file.error());
    }
  } catch (const std::ios_base::failure& failure) {
    log_error({"cannot_write", metrics_ + ": " + failure.what(), {}});
  }
  metrics_failed_ = true;
}

std::string metrics_text(const IngestCounts& counts, double seconds) {
  std::string out;
  const auto head = [&](const char* name, const char* type, const char* help) {
    out += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
  };
  head("gouji_inputs_total", "counter", "Inputs of this run by what became of them.");
  for (const auto& [outcome, count] : {std::pair<const char*, std::uint64_t>{"stored", counts.stored},
                                       {"duplicate", counts.duplicates},
                                       {"unchanged", counts.unchanged},
                                       {"skipped", counts.skipped},
                                       {"refused", counts.refused}}) {
    out += fmt::format("gouji_inputs_total{{outcome=\"{}\"}} {}\n", outcome, count);
  }
  const auto counter = [&](const char* name, const char* help, std::uint64_t value) {
    head(name, "counter", help);
    out += fmt::format("{} {}\n", name, value);
  };
  counter("gouji_document_bytes_total", "Bytes of the documents stored by this run.", counts.bytes);
  counter("gouji_figures_total", "Figures of the documents stored by this run.", counts.figures);
  counter("gouji_findings_total", "Findings in the documents stored by this run.", counts.findings);
  head("gouji_worker_failures_total", "counter", "Workers that a document ended, by how.");
  out += fmt::format("gouji_worker_failures_total{{fault=\"crashed\"}} {}\ngouji_worker_failures_total{{fault=\"timeout\"}} {}\n", counts.crashed,
                     counts.timed_out);
  head("gouji_peak_memory_bytes", "gauge", "Largest resident set: of the run itself, of the largest worker that has ended.");
  out += fmt::format("gouji_peak_memory_bytes{{process=\"run\"}} {}\ngouji_peak_memory_bytes{{process=\"worker\"}} {}\n", peak_memory(RUSAGE_SELF),
                     peak_memory(RUSAGE_CHILDREN));
  head("gouji_run_seconds", "gauge", "How long this run has worked.");
  out += fmt::format("gouji_run_seconds {:.3f}\n", seconds);
  head("gouji_store_seconds", "gauge", "How much of that went into writing to the store.");
  out += fmt::format("gouji_store_seconds {:.3f}\n", counts.store_time.count());
  return out;
}

}  // namespace gouji::app
