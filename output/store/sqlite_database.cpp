#include "output/store/sqlite_database.h"

namespace gouji::store {
namespace {

constexpr int patience_ms = 5000;  // another program may hold the store for a moment

struct Meaning {
  const char* code;
  const char* hint;
};

Meaning meaning(int code) {
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {"store_full", "free some space and run the same command with --resume: what was written stays"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"store_busy", "another program is writing to it; wait for it to end"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {"store_read_only", "check the permissions of the file and of its folder"};
    case SQLITE_CANTOPEN:
      return {"store_unreachable", "check the path: the folder must exist and be writable"};
    case SQLITE_NOTADB:
      return {"not_a_store", "the file is no SQLite database; give another path"};
    case SQLITE_CORRUPT:
      return {"store_damaged", "check it with: sqlite3 FILE 'PRAGMA integrity_check'; ingest into a new store if it is broken"};
    default:
      return {"store_failed", "run the same command with --resume once the cause is gone"};
  }
}

}  // namespace

SqliteDatabase::SqliteDatabase(const std::string& path, Access access) : path_(path) {
  const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(path.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);
  if (code != SQLITE_OK) failed(code);
  sqlite3_busy_timeout(handle, patience_ms);
}

void SqliteDatabase::run(const std::string& sql) {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) failed(code);
}

void SqliteDatabase::failed(int code) const {
  const Meaning what = meaning(code);
  const char* message = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw StoreFailure({what.code, path_ + ": " + message, what.hint});
}

SqliteStatement::SqliteStatement(const SqliteDatabase& database, const std::string& sql) : database_(&database) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database.handle(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  statement_.reset(statement);
  check(code);
}

void SqliteStatement::check(int code) const {
  if (code != SQLITE_OK) database_->failed(code);
}

void SqliteStatement::bind(int parameter, std::string_view text) {
  // An empty view may have no address, and SQLite would read that as NULL.
  const char* data = text.data() != nullptr ? text.data() : "";
  check(sqlite3_bind_text(statement_.get(), parameter, data, static_cast<int>(text.size()), SQLITE_STATIC));
}

void SqliteStatement::bind(int parameter, std::int64_t integer) { check(sqlite3_bind_int64(statement_.get(), parameter, integer)); }

void SqliteStatement::bind_null(int parameter) { check(sqlite3_bind_null(statement_.get(), parameter)); }

bool SqliteStatement::step() {
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_ROW && code != SQLITE_DONE) database_->failed(code);
  return code == SQLITE_ROW;
}

void SqliteStatement::reset() { sqlite3_reset(statement_.get()); }

void SqliteStatement::run() {
  while (step()) {
  }
  reset();
}

bool SqliteStatement::is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

std::string_view SqliteStatement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return data == nullptr ? std::string_view() : std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::int64_t SqliteStatement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

SqliteTransaction::~SqliteTransaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);  // it may have been rolled back already (disk full)
}

void SqliteTransaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace gouji::store
