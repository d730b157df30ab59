// The folder of a Parquet store: batches that are there whole or not at all.
//
//   FOLDER/gouji-store.json                                     the layout's version, the program that made it
//   FOLDER/batch-000001/figures/report_period=2023/part.parquet rows of a table, by the period of their report
//   FOLDER/batch-000001/inputs/part.parquet                     the ledger's entries of that batch (and supersessions)
//   FOLDER/across-000001/across_checks/part.parquet             what the documents of batches 1 to 1 say of each other; the last one holds
//   FOLDER/views.sql                                            the star and its views for DuckDB
//
// A batch is written under a name of its own and moved to its place, one rename for all of its files. One program writes at a time (a lock on
// FOLDER/.lock). What a killed one left is cleared away when the next one opens the folder to write. Failures throw StoreFailure.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "output/store/rows.h"
#include "output/store/store.h"

namespace gouji::store {

// Rows of one batch: by table, and by period for the tables of records.
using BatchRows = std::map<std::pair<TableId, std::string>, Rows>;

class ParquetFolder {
 public:
  ParquetFolder(std::string path, Access access, const std::string& program_version);
  const std::string& path() const { return path_; }
  const std::string& created_by() const { return created_by_; }
  // The numbers of the batches that are there, ascending.
  const std::vector<std::uint32_t>& batches() const { return batches_; }
  // All rows of a table in a batch, whatever their period.
  Rows read(std::uint32_t batch, TableId table) const;
  BatchRows read(std::uint32_t batch) const;
  // A new batch behind all others; its number.
  std::uint32_t add(const BatchRows& rows);
  // A batch becomes another. A reader may miss it for the moment between two renames; a kill there is mended by the next writer.
  void replace(std::uint32_t batch, const BatchRows& rows);
  // The batch up to which documents were compared; 0: none.
  std::uint32_t compared() const { return compared_; }
  // A table of entities or of checks across documents, as it was after that batch.
  Rows read_across(TableId table) const;
  // Puts these tables in the place of those before; they speak of all batches that are there.
  void put_across(const BatchRows& rows);
  // Writes views.sql where it would be another.
  void put_views() const;

 private:
  void make(const std::string& program_version);
  void check_meta();
  void lock();
  void recover();
  void clear_compared();
  void list();
  std::filesystem::path folder_of(std::uint32_t batch) const;
  std::filesystem::path across_folder(std::uint32_t batch) const;
  void write(const std::filesystem::path& folder, const BatchRows& rows) const;

  // Held as long as the folder is open to write.
  struct Lock {
    Lock() = default;
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;
    int file = -1;
  };

  std::string path_, created_by_;
  Lock lock_;
  std::vector<std::uint32_t> batches_;
  std::uint32_t compared_ = 0;
};

}  // namespace gouji::store
