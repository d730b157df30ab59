// The inputs of an ingest, in order, each with what the ledger knows of it; those that need no work are counted and left out.
// One thread.
#pragma once

#include <deque>
#include <optional>

#include "app/ingest_messages.h"
#include "app/ingest_run.h"
#include "corpus/walk.h"

namespace gouji::app {

class IngestSource {
 public:
  IngestSource(const Options& options, store::Versions versions, store::Store& store, corpus::Walk walk, IngestCounts& counts);
  // Throws StoreFailure.
  std::optional<IngestRequest> next();

 private:
  void look_up();
  bool skips(const IngestRequest& request) const;

  const Options& options_;
  store::Versions versions_;
  store::Store& store_;
  corpus::Walk walk_;
  IngestCounts& counts_;
  std::deque<IngestRequest> ahead_;  // looked up
};

// An input that stays as the ledger has it.
void count_known(IngestCounts& counts, const store::LedgerEntry& known);

}  // namespace gouji::app
