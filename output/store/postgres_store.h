// PostgresStore: a store in the schema `gouji` of a PostgreSQL database. Rows go in by COPY. An advisory lock keeps a second
// writer out. Batches are committed without waiting for the disk (synchronous_commit off): a power cut of the server can take the
// last ones back, together with their ledger entries, never half a document; finish() waits.
#pragma once

#include <map>

#include "output/store/postgres_connection.h"

namespace gouji::store {

class PostgresStore final : public Store {
 public:
  // Throws StoreFailure.
  PostgresStore(const std::string& url, Access access, const std::string& program_version);

  std::vector<std::optional<LedgerEntry>> find(const std::vector<std::string>& ledger_paths) override;
  void write(std::vector<Delivery>& batch) override;
  AcrossCounts compare(const Comparison& comparison) override;
  void finish() override;
  Overview overview() override;
  void each_refused(const std::function<void(const LedgerEntry&)>& take) override;

 private:
  struct Batch;
  void create(const std::string& program_version);
  void check_schema(Access access);
  void look_up(const std::vector<Delivery>& deliveries, Batch& batch);
  void write_batch(const Batch& batch);
  void supersede(const std::string& old_document, const std::string& document);
  void note_pending(const std::vector<std::string>& documents);
  void in_transaction(const std::function<void()>& work);
  class Session;

  PostgresConnection connection_;
  std::string shown_;
};

}  // namespace gouji::store
