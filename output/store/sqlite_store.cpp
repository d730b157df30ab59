#include "output/store/sqlite_store.h"

#include <fmt/format.h>

#include "output/store/comparison.h"
#include "output/store/overview.h"
#include "output/store/sqlite_session.h"

namespace gouji::store {
namespace {

LedgerEntry entry_of(const SqliteStatement& statement) {
  Rows row;
  const auto columns = table(TableId::inputs).columns;
  for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
    if (statement.is_null(i)) {
      row.null();
    } else if (columns[static_cast<std::size_t>(i)].type == Type::integer) {
      row.integer(statement.integer(i));
    } else {
      row.text(statement.text(i));
    }
  }
  RowReader reader(row);
  return next_entry(reader);
}

}  // namespace

struct SqliteStore::Statements {
  explicit Statements(const SqliteDatabase& database)
      : find(database, "SELECT * FROM inputs WHERE path = ?"),
        put_entry(database, insert_into(table(TableId::inputs), "INSERT OR REPLACE")),
        known(database, "SELECT program_version, pattern_version, path FROM documents WHERE id = ?"),
        same_report(database,
                    "SELECT 1 FROM documents a, documents b WHERE a.id = ? AND b.id = ? AND a.entity IS b.entity AND a.period IS b.period AND "
                    "a.report_kind = b.report_kind"),
        supersede(database, insert_into(table(TableId::supersessions), "INSERT OR REPLACE")),
        is_current(database, "DELETE FROM supersessions WHERE document = ?"),
        keep_path(database, "UPDATE documents SET path = ? WHERE id = ?"),
        note_pending(database, "INSERT OR IGNORE INTO across_pending SELECT entity FROM key_figures WHERE document = ? AND entity <> ''") {
    for (std::size_t i = 0; i < record_tables; ++i) {
      insert.emplace_back(database, insert_into(table(i)));
      erase.emplace_back(database, fmt::format("DELETE FROM {} WHERE {} = ?", table(i).name, table(i).columns[0].name));
    }
  }
  SqliteStatement find, put_entry, known, same_report, supersede, is_current, keep_path, note_pending;
  std::vector<SqliteStatement> insert, erase;  // by record table
};

SqliteStore::SqliteStore(const std::string& path, Access access, const std::string& program_version) : database_(path, access), path_(path) {
  if (access == Access::write) {
    // A batch and its indexes fit into the cache, so that no page is written twice; pages of 8 KB hold the long rows with less around them.
    database_.run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384");
    database_.run("PRAGMA wal_autocheckpoint = 2000");
    create(program_version);
  }
  check_schema(access);
  if (access == Access::write) statements_ = std::make_unique<Statements>(database_);
}

SqliteStore::~SqliteStore() = default;

// Makes the tables in a file that holds none; two programs that start at once make them once.
void SqliteStore::create(const std::string& program_version) {
  SqliteTransaction transaction(database_);
  SqliteStatement any(database_, "SELECT count(*) FROM sqlite_master");
  any.step();
  const bool is_empty = any.integer(0) == 0;
  any.reset();
  if (!is_empty) return;
  database_.run("CREATE TABLE store_meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)");
  for (const std::string& table : create_tables(Dialect::sqlite)) database_.run(table);
  for (const std::string& view : create_views(Dialect::sqlite)) database_.run(view);
  SqliteStatement put(database_, "INSERT INTO store_meta VALUES (?, ?)");
  const std::string version = std::to_string(schema_version);
  for (const auto& [key, value] : {std::pair<std::string_view, std::string_view>{"schema_version", version}, {"created_by", program_version}}) {
    put.bind(1, key);
    put.bind(2, value);
    put.run();
  }
  transaction.commit();
}

void SqliteStore::check_schema(Access access) {
  SqliteStatement meta(database_, "SELECT count(*) FROM sqlite_master WHERE name = 'store_meta'");
  if (!meta.step() || meta.integer(0) == 0) {
    throw StoreFailure({"not_a_store", path_ + ": a SQLite database, but no store of gouji", "give the path of a new file, or of a store"});
  }
  SqliteStatement version(database_, "SELECT value FROM store_meta WHERE key = 'schema_version'");
  const std::string found = version.step() ? std::string(version.text(0)) : std::string();
  version.reset();
  const int number = version_number(found);
  if (number == schema_version) return;
  if (number > 0 && number < schema_version && access == Access::write) {
    SqliteTransaction transaction(database_);
    for (const std::string& statement : migrate(number, Dialect::sqlite)) database_.run(statement);
    return transaction.commit();
  }
  if (number > 0 && number < schema_version) throw StoreFailure(older_layout(path_, number));
  throw StoreFailure({"store_newer", fmt::format("{}: its layout is version {}, this gouji knows {}", path_, found, schema_version),
                      "use the gouji that wrote it, or a newer one"});
}

std::optional<LedgerEntry> SqliteStore::find_one(std::string_view ledger_path) {
  SqliteStatement& find = statements_->find;
  find.bind(1, ledger_path);
  std::optional<LedgerEntry> entry;
  if (find.step()) entry = entry_of(find);
  find.reset();
  return entry;
}

std::vector<std::optional<LedgerEntry>> SqliteStore::find(const std::vector<std::string>& ledger_paths) {
  std::vector<std::optional<LedgerEntry>> out;
  out.reserve(ledger_paths.size());
  for (const std::string& path : ledger_paths) out.push_back(find_one(path));
  return out;
}

void SqliteStore::write(std::vector<Delivery>& batch) {
  SqliteTransaction transaction(database_);
  for (Delivery& delivery : batch) write_one(delivery);
  transaction.commit();
}

void SqliteStore::write_one(Delivery& delivery) {
  LedgerEntry& entry = delivery.entry;
  const std::optional<LedgerEntry> before = find_one(entry.path);
  if (before) entry.attempts = before->attempts + 1;
  if (delivery.records) {
    write_records(delivery);
    if (before && !before->document.empty() && before->document != entry.document) supersede(before->document, entry.document);
  } else if (before) {
    entry.document = before->document;
  }
  Rows row;
  add_entry(row, entry);
  insert_rows(statements_->put_entry, row, table(TableId::inputs).columns.size());
}

void SqliteStore::write_records(Delivery& delivery) {
  LedgerEntry& entry = delivery.entry;
  SqliteStatement& known = statements_->known;
  known.bind(1, entry.document);
  const bool is_known = known.step();
  const bool same_versions = is_known && known.text(0) == entry.versions.program && known.text(1) == entry.versions.patterns;
  const std::string first_path(is_known ? known.text(2) : entry.path);
  known.reset();
  entry.status = first_path == entry.path ? Status::stored : Status::duplicate;
  if (same_versions) return;
  if (is_known) note_pending(entry.document);
  for (std::size_t i = 0; i < record_tables; ++i) {
    if (is_known) {
      statements_->erase[i].bind(1, entry.document);
      statements_->erase[i].run();
    }
    insert_rows(statements_->insert[i], delivery.records->tables[i], table(i).columns.size());
  }
  note_pending(entry.document);
  if (entry.status == Status::duplicate) {
    statements_->keep_path.bind(1, first_path);
    statements_->keep_path.bind(2, entry.document);
    statements_->keep_path.run();
  }
}

// The path holds another document than before. Only a new version of the same report supersedes; what comes back is current again.
void SqliteStore::supersede(const std::string& old_document, const std::string& document) {
  SqliteStatement& same = statements_->same_report;
  same.bind(1, old_document);
  same.bind(2, document);
  const bool is_same = same.step();
  same.reset();
  if (!is_same) return;
  statements_->is_current.bind(1, document);
  statements_->is_current.run();
  statements_->supersede.bind(1, old_document);
  statements_->supersede.bind(2, document);
  statements_->supersede.run();
  for (const std::string* changed : {&old_document, &document}) note_pending(*changed);
}

// The document's entity is to be compared once more.
void SqliteStore::note_pending(const std::string& document) {
  statements_->note_pending.bind(1, document);
  statements_->note_pending.run();
}

AcrossCounts SqliteStore::compare(const Comparison& comparison) {
  SqliteSession session(database_);
  return compare_documents(session, comparison);
}

void SqliteStore::finish() {
  database_.run("PRAGMA wal_checkpoint(TRUNCATE)");
  // One plain file, that can be read from a read-only folder too; while somebody reads it the log stays, which does no harm.
  sqlite3_exec(database_.handle(), "PRAGMA journal_mode = DELETE", nullptr, nullptr, nullptr);
}

Overview SqliteStore::overview() {
  SqliteSession session(database_);
  return overview_of(session);
}

void SqliteStore::each_refused(const std::function<void(const LedgerEntry&)>& take) {
  SqliteStatement statement(database_, "SELECT path, code FROM inputs WHERE status = 'refused' ORDER BY path");
  while (statement.step()) {
    LedgerEntry entry;
    entry.path = statement.text(0);
    entry.code = statement.text(1);
    take(entry);
  }
}

}  // namespace gouji::store
