// The store of warehouses: Parquet files in batches (parquet_folder.h). What is known of its documents and inputs is kept in memory, as the
// files cannot be asked: some hundred bytes an input.
//
// Deliveries are gathered to some ten megabytes, or for half a minute, before they become a batch of files, so that an archive does not become a
// million small ones: a kill loses what was gathered together with its ledger entries, and --resume does it again. Where the ledger has several
// entries of a path, or a document several rows in `supersessions`, the last batch's holds. A document whose rows another program replaces is taken
// out of its old batch at the end of the run (or by the next writer).
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>

#include "output/store/parquet/parquet_folder.h"
#include "output/store/store.h"

namespace gouji::store {

class ParquetStore final : public Store {
 public:
  ParquetStore(const std::string& path, Access access, const std::string& program_version);

  std::vector<std::optional<LedgerEntry>> find(const std::vector<std::string>& ledger_paths) override;
  void write(std::vector<Delivery>& batch) override;
  AcrossCounts compare(const Comparison& comparison) override;
  void finish() override;
  Overview overview() override;
  void each_refused(const std::function<void(const LedgerEntry&)>& take) override;

 private:
  // What of a row of `documents` decides about others.
  struct Known {
    std::string path, entity, period, kind;
    Versions versions;
    std::uint32_t batch = 0;  // 0: gathered, not written
    std::uint64_t figures = 0, findings = 0;
    output::VerdictCounts checks;
  };
  static Known read_document(RowReader& reader, std::string& id);

  void load(std::uint32_t batch);
  void write_one(Delivery& delivery);
  void write_records(Delivery& delivery);
  void take_out(const std::string& document, std::uint32_t batch);
  void supersede(const std::string& old_document, const std::string& document);
  void note_supersession(const std::string& document, const std::string& superseded_by);
  void flush();
  void compact();
  AcrossCounts across() const;

  ParquetFolder folder_;
  std::unordered_map<std::string, Known> documents_;
  std::map<std::string, LedgerEntry> inputs_;
  std::map<std::string, std::string> supersessions_;
  std::map<std::uint32_t, std::set<std::string>> obsolete_;  // documents to be taken out, by batch
  BatchRows gathered_;
  std::vector<std::string> gathered_documents_;
  std::size_t gathered_bytes_ = 0;
  std::chrono::steady_clock::time_point flushed_at_ = std::chrono::steady_clock::now();
};

}  // namespace gouji::store
