// One run of `gouji ingest`: what it counted, and the batches that it writes. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "app/options.h"
#include "output/store/store.h"

namespace gouji::app {

struct IngestCounts {
  std::uint64_t stored = 0, duplicates = 0, refused = 0;
  std::uint64_t unchanged = 0;                         // read, and as the ledger says
  std::uint64_t skipped = 0;                           // --resume: not even read
  std::uint64_t still_refused = 0;                     // of these, what the ledger has as refused
  std::uint64_t bytes = 0, figures = 0, findings = 0;  // of what was stored; duplicates add nothing
  std::uint64_t crashed = 0, timed_out = 0;            // refusals for which a worker ended
  std::chrono::duration<double> store_time{};          // spent in the store's writing, its end included
  bool fails = false;                                  // a check of any input that is in the store does not hold
  std::uint64_t good() const { return stored + duplicates + unchanged + skipped; }
};

// Gathers deliveries and writes them a batch at a time: a transaction a document would cost more than its audit.
class Batches {
 public:
  Batches(store::Store& store, IngestCounts& counts) : store_(store), counts_(counts) {}
  // Throws StoreFailure; nothing of the batch is then in the store.
  void add(store::Delivery delivery);
  void flush();
  // The rest, and everything on the disk. After the last delivery.
  void finish();

 private:
  store::Store& store_;
  IngestCounts& counts_;
  std::vector<store::Delivery> batch_;
  std::size_t bytes_ = 0;
};

}  // namespace gouji::app
