// Store: where an archive's records go, with the ledger of its inputs. One writer at a time; one thread.
//
// Open → find and write, in turn → compare → finish. A batch is one transaction: after a crash, a kill or a power cut each document of it
// is there whole, with its ledger entry, or not at all. What fails throws StoreFailure and leaves the store as it was before
// the batch.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "model/across.h"
#include "model/result.h"
#include "output/store/ledger.h"
#include "output/tally.h"

namespace gouji::store {

// Codes: "store_unreachable", "store_busy", "store_full", "store_read_only", "store_newer", "store_older", "store_outdated", "store_missing",
// "store_damaged", "not_a_store", "store_failed".
class StoreFailure : public std::runtime_error {
 public:
  explicit StoreFailure(Error error) : std::runtime_error(error.message), error_(std::move(error)) {}
  const Error& error() const { return error_; }

 private:
  Error error_;
};

// What the documents of one entity say of each other.
struct AcrossCounts {
  std::uint64_t checks = 0, findings = 0;
  bool pending = false;  // a run was stopped before all were compared
};

// How documents are compared: the rules are the caller's.
struct Comparison {
  // The checks of documents of one entity, whose figures are given in the order of their periods.
  std::function<std::vector<AcrossCheck>(const std::vector<KeyFigures>& documents)> checks;
  std::function<bool()> stop;  // true: no more, the next run goes on
};

// What a store holds, for `gouji status`.
struct Overview {
  std::string schema, created_by;                               // the layout's version; the program that made it
  std::vector<std::pair<std::string, std::uint64_t>> inputs;    // by status
  std::vector<std::pair<std::string, std::uint64_t>> refusals;  // by code, the most frequent first
  std::vector<std::pair<std::string, std::uint64_t>> versions;  // documents by "program patterns"
  std::uint64_t documents = 0, superseded = 0, figures = 0, findings = 0;
  output::VerdictCounts checks;
  AcrossCounts across;
  std::string last_input;  // when the last input was taken up; "" none
};

class Store {
 public:
  virtual ~Store() = default;
  // What the ledger says of each path, in their order.
  virtual std::vector<std::optional<LedgerEntry>> find(const std::vector<std::string>& ledger_paths) = 0;
  // Stores a batch. A document that is there already, made by the same versions, is left as it is; by others, it is replaced.
  // A document that takes a path over from one of the same entity, period and kind supersedes it; both stay.
  // Sets each entry's status to stored or duplicate.
  virtual void write(std::vector<Delivery>& batch) = 0;
  // After the last batch: compares the documents of each entity of which something has changed since they were compared. What is pending
  // survives any stop. Counts all that the store holds.
  virtual AcrossCounts compare(const Comparison& comparison) = 0;
  // After that: everything is on the disk.
  virtual void finish() = 0;
  virtual Overview overview() = 0;
  // The refused inputs in the order of their paths.
  virtual void each_refused(const std::function<void(const LedgerEntry&)>& take) = 0;
};

enum class Access : std::uint8_t { write, read };

// A target as it may be shown: without a password.
std::string shown_target(const std::string& target);

// `target` is "sqlite:PATH", a path alone, "parquet:FOLDER", or "postgresql://…" as libpq takes it. `write` makes the store where there is none and
// brings an older layout up to date; `read` does neither. Errors: those of StoreFailure, and "usage" for a target of an unknown kind.
Result<std::unique_ptr<Store>> open_store(const std::string& target, Access access, const std::string& program_version);

}  // namespace gouji::store
