#include "app/ingest_run.h"

#include "app/log.h"

namespace gouji::app {
namespace {

constexpr std::size_t most_documents = 64, most_bytes = std::size_t{8} << 20;

// Only what is in the store: a log that says "stored" is right after any stop.
void log_input(const store::LedgerEntry& entry) {
  log_event(entry.status == store::Status::refused ? LogLevel::warning : LogLevel::info, "input",
            {{"path", entry.path},
             {"status", store::name(entry.status)},
             {"code", entry.code},
             {"sha256", entry.sha256},
             {"milliseconds", entry.milliseconds},
             {"figures", entry.figures.value_or(0)},
             {"findings", entry.findings.value_or(0)}});
}

}  // namespace

void Batches::add(store::Delivery delivery) {
  if (delivery.records) bytes_ += delivery.records->bytes();
  batch_.push_back(std::move(delivery));
  if (batch_.size() >= most_documents || bytes_ >= most_bytes) flush();
}

void Batches::flush() {
  if (batch_.empty()) return;
  const auto start = std::chrono::steady_clock::now();
  store_.write(batch_);
  counts_.store_time += std::chrono::steady_clock::now() - start;
  for (const store::Delivery& delivery : batch_) {
    const store::LedgerEntry& entry = delivery.entry;
    log_input(entry);
    if (!delivery.records) {
      ++counts_.refused;
      continue;
    }
    counts_.fails = counts_.fails || entry.findings.value_or(0) > 0;
    if (entry.status == store::Status::duplicate) {
      ++counts_.duplicates;
      continue;
    }
    ++counts_.stored;
    counts_.bytes += static_cast<std::uint64_t>(entry.bytes.value_or(0));
    counts_.figures += static_cast<std::uint64_t>(entry.figures.value_or(0));
    counts_.findings += static_cast<std::uint64_t>(entry.findings.value_or(0));
  }
  batch_.clear();
  bytes_ = 0;
}

void Batches::finish() {
  flush();
  const auto start = std::chrono::steady_clock::now();
  store_.finish();
  counts_.store_time += std::chrono::steady_clock::now() - start;
}

}  // namespace gouji::app
