#include "app/ingest_input.h"

#include <fmt/chrono.h>
#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <ctime>

#include "corpus/archive.h"
#include "output/messages.h"
#include "output/store/report_rows.h"
#include "output/tally.h"

namespace gouji::app {
namespace {

using store::Delivery;
using store::LedgerEntry;
using Clock = std::chrono::steady_clock;

// Reads a file whole, twice at most, in one state. Sets `state` to what the bytes belong to.
Result<corpus::Bytes> load_steady(const Auditor& auditor, corpus::Input input, FileState& state) {
  state = file_state(input);
  if (input.held || input.path == "-") return auditor.load(std::move(input));
  for (int attempt = 0; attempt < 2; ++attempt) {
    Result<corpus::Bytes> bytes = auditor.load(input);
    const FileState after = file_state(input);
    if (!bytes || after == state) return bytes;
    state = after;
  }
  return fail("changed_while_read", input.path + ": it changes while it is read");
}

// "2026-11-21T18:05:00Z"
std::string utc_now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

Delivery begun(const std::string& path, const store::Versions& versions) {
  Delivery delivery;
  delivery.entry.path = store::ledger_path(path);
  delivery.entry.versions = versions;
  delivery.entry.started_at = utc_now();
  return delivery;
}

void refuse(Delivery& delivery, output::Refusal refusal, Language language) {
  output::localize(refusal, language);
  delivery.entry.status = store::Status::refused;
  delivery.entry.code = refusal.code;
  delivery.entry.message = refusal.message;
  delivery.entry.hint = refusal.hint;
}

void accept(Delivery& delivery, const output::Report& report) {
  LedgerEntry& entry = delivery.entry;
  entry.status = store::Status::stored;
  entry.document = report.document.meta.id;
  entry.figures = static_cast<std::int64_t>(report.extraction.figures.size());
  entry.checks = static_cast<std::int64_t>(report.checks.size());
  entry.findings = std::count_if(report.checks.begin(), report.checks.end(), output::is_finding);
  delivery.records = store::rows_of(report, entry.path, entry.versions.program);
}

bool is_unchanged(const std::optional<LedgerEntry>& known, const std::string& sha256, const store::Versions& versions) {
  return known && known->status != store::Status::refused && known->sha256 == sha256 && known->versions == versions;
}

}  // namespace

store::Delivery refused_delivery(const std::string& path, const FileState& state, Error error, const store::Versions& versions, Language language) {
  Delivery delivery = begun(path, versions);
  delivery.entry.bytes = state.bytes;
  delivery.entry.modified = state.modified;
  refuse(delivery, refusal_of(path, std::move(error)), language);
  return delivery;
}

FileState file_state(const corpus::Input& input) {
  struct stat status {};
  const std::string path = input.held ? corpus::archive_of(input.path) : input.path;
  if (path == "-" || ::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return {};
  const std::int64_t modified = std::int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
  if (!input.held) return {status.st_size, modified};
  if (!*input.held) return {};
  return {static_cast<std::int64_t>((*input.held)->size()), modified};
}

Ingested ingest_input(const Auditor& auditor, corpus::Input input, const std::optional<LedgerEntry>& known, const store::Versions& versions,
                      Language language) {
  const Clock::time_point start = Clock::now();
  const std::string path = input.path;
  Delivery delivery = begun(path, versions);
  LedgerEntry& entry = delivery.entry;
  FileState state;
  Result<corpus::Bytes> bytes = load_steady(auditor, std::move(input), state);
  entry.bytes = state.bytes;
  entry.modified = state.modified;
  if (!bytes) {
    refuse(delivery, refusal_of(path, std::move(bytes.error())), language);
  } else {
    if (is_unchanged(known, bytes->sha256, versions)) return Unchanged{};
    entry.sha256 = bytes->sha256;
    if (!entry.bytes) entry.bytes = static_cast<std::int64_t>(bytes->data.size());
    Outcome outcome = auditor.run(std::move(*bytes));
    if (auto* refusal = std::get_if<output::Refusal>(&outcome)) {
      refuse(delivery, std::move(*refusal), language);
    } else {
      accept(delivery, std::get<output::Report>(outcome));
    }
  }
  entry.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - start).count();
  return delivery;
}

}  // namespace gouji::app
