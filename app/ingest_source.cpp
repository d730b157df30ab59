#include "app/ingest_source.h"

namespace gouji::app {
namespace {

constexpr std::size_t lookahead = 64;  // paths whose entries are looked up at once

constexpr std::size_t most_held = std::size_t{16} << 20;  // bytes of archives' members among them

// What the ledger says is done, as far as that can be seen without reading: nothing about the file has changed.
bool is_done(const store::LedgerEntry& entry, const corpus::Input& input, const store::Versions& versions) {
  const FileState state = file_state(input);
  return state.bytes && FileState{entry.bytes, entry.modified} == state && entry.versions == versions;
}

}  // namespace

IngestSource::IngestSource(const Options& options, store::Versions versions, store::Store& store, corpus::Walk walk, IngestCounts& counts)
    : options_(options), versions_(std::move(versions)), store_(store), walk_(std::move(walk)), counts_(counts) {}

std::optional<IngestRequest> IngestSource::next() {
  for (;;) {
    if (ahead_.empty()) look_up();
    if (ahead_.empty()) return std::nullopt;
    IngestRequest request = std::move(ahead_.front());
    ahead_.pop_front();
    if (!skips(request)) return request;
    ++counts_.skipped;
    count_known(counts_, *request.known);
  }
}

void IngestSource::look_up() {
  std::vector<std::string> ledger_paths;
  for (std::size_t held = 0; ahead_.size() < lookahead && held < most_held;) {
    std::optional<corpus::Input> input = walk_.next();
    if (!input) break;
    if (input->held && *input->held) held += (*input->held)->size();
    ledger_paths.push_back(store::ledger_path(input->path));
    ahead_.push_back({std::move(*input), std::nullopt});
  }
  if (ahead_.empty()) return;
  auto known = store_.find(ledger_paths);
  for (std::size_t i = 0; i < ahead_.size(); ++i) ahead_[i].known = std::move(known[i]);
}

bool IngestSource::skips(const IngestRequest& request) const {
  if (!request.known) return false;
  if (request.known->status == store::Status::refused && options_.retry_failed) return false;
  return (options_.resume || options_.retry_failed) && is_done(*request.known, request.input, versions_);
}

void count_known(IngestCounts& counts, const store::LedgerEntry& known) {
  if (known.status == store::Status::refused) ++counts.still_refused;
  counts.fails = counts.fails || known.findings.value_or(0) > 0;
}

}  // namespace gouji::app
