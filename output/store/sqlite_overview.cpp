// What `gouji status` asks a SQLite store.
#include <fmt/format.h>

#include "output/store/sqlite_store.h"

namespace gouji::store {
namespace {

std::vector<std::pair<std::string, std::uint64_t>> counted(const SqliteDatabase& database, const std::string& query) {
  std::vector<std::pair<std::string, std::uint64_t>> out;
  SqliteStatement statement(database, query);
  while (statement.step()) out.emplace_back(statement.text(0), static_cast<std::uint64_t>(statement.integer(1)));
  return out;
}

std::uint64_t count(const SqliteDatabase& database, const std::string& query) {
  SqliteStatement statement(database, query);
  return statement.step() ? static_cast<std::uint64_t>(statement.integer(0)) : 0;
}

std::string text(const SqliteDatabase& database, const std::string& query) {
  SqliteStatement statement(database, query);
  return statement.step() ? std::string(statement.text(0)) : std::string();
}

}  // namespace

Overview SqliteStore::overview() {
  Overview out;
  out.schema = text(database_, "SELECT value FROM store_meta WHERE key = 'schema_version'");
  out.created_by = text(database_, "SELECT value FROM store_meta WHERE key = 'created_by'");
  out.inputs = counted(database_, "SELECT status, count(*) FROM inputs GROUP BY status ORDER BY status DESC");
  out.refusals = counted(database_, "SELECT code, count(*) FROM inputs WHERE status = 'refused' GROUP BY code ORDER BY count(*) DESC, code");
  out.versions = counted(
      database_, "SELECT program_version || ' ' || pattern_version, count(*) FROM documents GROUP BY program_version, pattern_version ORDER BY 1");
  out.documents = count(database_, "SELECT count(*) FROM documents");
  out.superseded = count(database_, "SELECT count(*) FROM supersessions");
  out.figures = count(database_, "SELECT coalesce(sum(figures), 0) FROM documents");
  out.findings = count(database_, "SELECT coalesce(sum(findings), 0) FROM documents");
  for (const Verdict verdict : output::all_verdicts) {
    out.checks.counts[static_cast<std::size_t>(verdict)] = count(database_, fmt::format("SELECT coalesce(sum({}), 0) FROM documents", name(verdict)));
  }
  out.last_input = text(database_, "SELECT coalesce(max(started_at), '') FROM inputs");
  return out;
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
