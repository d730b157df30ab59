// SqliteStore: a store in one file. Write-ahead log, synchronous=NORMAL: a power cut can take the last batches back, together with
// their ledger entries, never half a document; finish() brings everything to the disk and leaves one plain file.
#pragma once

#include "output/store/sqlite_database.h"

namespace gouji::store {

class SqliteStore final : public Store {
 public:
  // Throws StoreFailure.
  SqliteStore(const std::string& path, Access access, const std::string& program_version);
  ~SqliteStore() override;

  std::vector<std::optional<LedgerEntry>> find(const std::vector<std::string>& ledger_paths) override;
  void write(std::vector<Delivery>& batch) override;
  AcrossCounts compare(const Comparison& comparison) override;
  void finish() override;
  Overview overview() override;
  void each_refused(const std::function<void(const LedgerEntry&)>& take) override;

 private:
  struct Statements;

  void create(const std::string& program_version);
  void check_schema(Access access);
  std::optional<LedgerEntry> find_one(std::string_view ledger_path);
  void write_one(Delivery& delivery);
  void write_records(Delivery& delivery);
  void supersede(const std::string& old_document, const std::string& document);
  void note_pending(const std::string& document);

  SqliteDatabase database_;
  std::string path_;
  std::unique_ptr<Statements> statements_;
};

}  // namespace gouji::store
