#include "output/store/postgres_store.h"

#include <fmt/format.h>

#include <array>

#include "output/store/comparison.h"
#include "output/store/overview.h"
#include "output/store/sql_session.h"

namespace gouji::store {
namespace {

constexpr int lock_key = 0x676F756A;  // "gouj"

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
}

// Rows in the text format of COPY.
void append_rows(std::string& out, const Rows& rows, std::size_t columns) {
  for (RowReader reader(rows); !reader.done();) {
    for (std::size_t i = 0; i < columns; ++i) {
      if (i > 0) out += '\t';
      const Value value = reader.next();
      switch (value.kind) {
        case Value::Kind::null:
          out += "\\N";
          break;
        case Value::Kind::text:
          append_escaped(out, value.text);
          break;
        case Value::Kind::boolean:
          out += value.integer != 0 ? 't' : 'f';
          break;
        case Value::Kind::integer:
          out += std::to_string(value.integer);
      }
    }
    out += '\n';
  }
}

// The columns of the ledger as text that next_entry understands.
std::string entry_columns() {
  std::string list;
  for (const Column& column : table(TableId::inputs).columns) {
    if (!list.empty()) list += ", ";
    list += column.type == Type::timestamp
                ? fmt::format("to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') AS {}", column.name, column.name)
                : std::string(column.name);
  }
  return list;
}

LedgerEntry entry_of(const PostgresResult& result, int row) {
  Rows values;
  const auto columns = table(TableId::inputs).columns;
  for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
    if (result.is_null(row, i)) {
      values.null();
    } else if (columns[static_cast<std::size_t>(i)].type == Type::integer) {
      values.integer(std::stoll(std::string(result.text(row, i))));
    } else {
      values.text(result.text(row, i));
    }
  }
  RowReader reader(values);
  return next_entry(reader);
}

}  // namespace

// What is known before a batch, and what it will write.
struct PostgresStore::Batch {
  struct Known {
    Versions versions;
    std::string path;
  };
  std::map<std::string, Known> documents;
  std::map<std::string, LedgerEntry> entries;  // by path: what the ledger holds, then what it will hold
  std::vector<std::string> changed_paths, erased, written;
  std::array<std::string, record_tables> copies;
  std::vector<std::pair<std::string, std::string>> kept_paths;    // document, the path that stays its own
  std::vector<std::pair<std::string, std::string>> replacements;  // old document, new document of one path

  void add(Delivery& delivery) {
    LedgerEntry& entry = delivery.entry;
    const auto before = entries.find(entry.path);
    if (before != entries.end()) entry.attempts = before->second.attempts + 1;
    const std::string old_document = before != entries.end() ? before->second.document : std::string();
    if (delivery.records) {
      add_records(delivery);
      if (!old_document.empty() && old_document != entry.document) replacements.emplace_back(old_document, entry.document);
    } else {
      entry.document = old_document;
    }
    entries[entry.path] = entry;
    changed_paths.push_back(entry.path);
  }

 private:
  void add_records(Delivery& delivery) {
    LedgerEntry& entry = delivery.entry;
    const auto known = documents.find(entry.document);
    const std::string first_path = known != documents.end() ? known->second.path : entry.path;
    entry.status = first_path == entry.path ? Status::stored : Status::duplicate;
    if (known != documents.end() && known->second.versions == entry.versions) return;
    if (known != documents.end()) erased.push_back(entry.document);
    for (std::size_t i = 0; i < record_tables; ++i) append_rows(copies[i], delivery.records->tables[i], table(i).columns.size());
    if (entry.status == Status::duplicate) kept_paths.emplace_back(entry.document, first_path);
    documents[entry.document] = {entry.versions, first_path};
    written.push_back(entry.document);
  }
};

PostgresStore::PostgresStore(const std::string& url, Access access, const std::string& program_version)
    : connection_(url), shown_(shown_target(url)) {
  if (access == Access::write) {
    // A writer that was killed a moment ago may still hold the lock: the server has not seen its end yet.
    connection_.run("SET lock_timeout = '3s'");
    connection_.run("SELECT pg_advisory_lock($1::integer)", {std::to_string(lock_key)});
    create(program_version);
  }
  check_schema(access);
  connection_.run("SET search_path = gouji");
  if (access == Access::write) {
    connection_.run("SET synchronous_commit = off");
    connection_.run("CREATE TEMPORARY TABLE arriving_inputs (LIKE inputs) ON COMMIT DELETE ROWS");
  }
}

void PostgresStore::create(const std::string& program_version) {
  if (connection_.run("SELECT 1 FROM pg_namespace WHERE nspname = 'gouji'").rows() > 0) return;
  std::string sql = "BEGIN; CREATE SCHEMA gouji; SET LOCAL search_path = gouji; CREATE TABLE store_meta (key text PRIMARY KEY, value text NOT NULL);";
  for (const std::string& table : create_tables(Dialect::postgres)) sql += table + ";";
  for (const std::string& view : create_views(Dialect::postgres)) sql += view + ";";
  connection_.run(sql + fmt::format("INSERT INTO store_meta VALUES ('schema_version', '{}')", schema_version));
  connection_.run("INSERT INTO gouji.store_meta VALUES ('created_by', $1)", {program_version});
  connection_.run("COMMIT");
}

void PostgresStore::check_schema(Access access) {
  if (connection_.run("SELECT to_regclass('gouji.store_meta') IS NOT NULL").text(0, 0) != "t") {
    throw StoreFailure({"not_a_store", shown_ + ": the database holds no store of gouji", {}});
  }
  const PostgresResult version = connection_.run("SELECT value FROM gouji.store_meta WHERE key = 'schema_version'");
  const std::string found(version.rows() > 0 ? version.text(0, 0) : "");
  const int number = version_number(found);
  if (number == schema_version) return;
  if (number > 0 && number < schema_version && access == Access::write) {
    std::string sql = "BEGIN; SET LOCAL search_path = gouji;";
    for (const std::string& statement : migrate(number, Dialect::postgres)) sql += statement + ";";
    connection_.run(sql + "COMMIT");
    return;
  }
  if (number > 0 && number < schema_version) throw StoreFailure(older_layout(shown_, number));
  throw StoreFailure({"store_newer", fmt::format("{}: its layout is version {}, this gouji knows {}", shown_, found, schema_version), {}});
}

std::vector<std::optional<LedgerEntry>> PostgresStore::find(const std::vector<std::string>& ledger_paths) {
  const PostgresResult found =
      connection_.run("SELECT " + entry_columns() + " FROM inputs WHERE path = ANY($1::text[])", {array_literal(ledger_paths)});
  std::map<std::string, LedgerEntry> entries;
  for (int row = 0; row < found.rows(); ++row) {
    LedgerEntry entry = entry_of(found, row);
    const std::string path = entry.path;
    entries.emplace(path, std::move(entry));
  }
  std::vector<std::optional<LedgerEntry>> out;
  for (const std::string& path : ledger_paths) {
    const auto entry = entries.find(path);
    out.push_back(entry == entries.end() ? std::nullopt : std::optional<LedgerEntry>(entry->second));
  }
  return out;
}

void PostgresStore::look_up(const std::vector<Delivery>& deliveries, Batch& batch) {
  std::vector<std::string> paths, documents;
  for (const Delivery& delivery : deliveries) {
    paths.push_back(delivery.entry.path);
    if (delivery.records) documents.push_back(delivery.entry.document);
  }
  for (std::optional<LedgerEntry>& entry : find(paths)) {
    if (entry) batch.entries[entry->path] = *entry;
  }
  const PostgresResult known =
      connection_.run("SELECT id, program_version, pattern_version, path FROM documents WHERE id = ANY($1::text[])", {array_literal(documents)});
  for (int row = 0; row < known.rows(); ++row) {
    batch.documents[std::string(known.text(row, 0))] = {{std::string(known.text(row, 1)), std::string(known.text(row, 2))},
                                                        std::string(known.text(row, 3))};
  }
}

void PostgresStore::in_transaction(const std::function<void()>& work) {
  connection_.run("BEGIN");
  try {
    work();
    connection_.run("COMMIT");
  } catch (...) {
    try {
      connection_.run("ROLLBACK");
    } catch (const StoreFailure&) {
      // The connection is gone, and the transaction with it; what failed first is what the caller must hear.
    }
    throw;
  }
}

void PostgresStore::write(std::vector<Delivery>& deliveries) {
  in_transaction([&] {
    Batch batch;
    look_up(deliveries, batch);
    for (Delivery& delivery : deliveries) batch.add(delivery);
    write_batch(batch);
  });
}

void PostgresStore::write_batch(const Batch& batch) {
  note_pending(batch.erased);
  for (std::size_t i = 0; i < record_tables; ++i) {
    if (!batch.erased.empty()) {
      connection_.run(fmt::format("DELETE FROM {} WHERE {} = ANY($1::text[])", table(i).name, table(i).columns[0].name),
                      {array_literal(batch.erased)});
    }
    connection_.copy(std::string(table(i).name), batch.copies[i]);
  }
  note_pending(batch.written);
  for (const auto& [document, path] : batch.kept_paths) connection_.run("UPDATE documents SET path = $1 WHERE id = $2", {path, document});
  for (const auto& [old_document, document] : batch.replacements) supersede(old_document, document);

  Rows entries;
  std::map<std::string_view, bool> seen;  // a path that came twice has one entry
  for (const std::string& path : batch.changed_paths) {
    if (seen.emplace(path, true).second) add_entry(entries, batch.entries.at(path));
  }
  std::string rows, updates;
  const Table& inputs = table(TableId::inputs);
  append_rows(rows, entries, inputs.columns.size());
  connection_.copy("arriving_inputs", rows);
  for (const Column& column : inputs.columns.subspan(1))
    updates += fmt::format("{}{} = excluded.{}", updates.empty() ? "" : ", ", column.name, column.name);
  connection_.run("INSERT INTO inputs SELECT * FROM arriving_inputs ON CONFLICT (path) DO UPDATE SET " + updates);
}

// As SqliteStore::supersede.
void PostgresStore::supersede(const std::string& old_document, const std::string& document) {
  const PostgresResult same = connection_.run(
      "SELECT 1 FROM documents a, documents b WHERE a.id = $1 AND b.id = $2 AND a.entity IS NOT DISTINCT FROM b.entity AND "
      "a.period IS NOT DISTINCT FROM b.period AND a.report_kind = b.report_kind",
      {old_document, document});
  if (same.rows() == 0) return;
  connection_.run("DELETE FROM supersessions WHERE document = $1", {document});
  connection_.run("INSERT INTO supersessions VALUES ($1, $2) ON CONFLICT (document) DO UPDATE SET superseded_by = excluded.superseded_by",
                  {old_document, document});
  note_pending({old_document, document});
}

// The documents' entities are to be compared once more.
void PostgresStore::note_pending(const std::vector<std::string>& documents) {
  if (documents.empty()) return;
  connection_.run(
      "INSERT INTO across_pending SELECT DISTINCT entity FROM key_figures WHERE document = ANY($1::text[]) AND entity <> '' ON CONFLICT DO NOTHING",
      {array_literal(documents)});
}

class PostgresStore::Session final : public SqlSession {
 public:
  explicit Session(PostgresStore& store) : store_(store) {}
  Dialect dialect() const override { return Dialect::postgres; }
  Answer ask(const std::string& sql, const std::vector<std::string>& parameters) override {
    const PostgresResult result = store_.connection_.run(sql, parameters);
    Answer rows;
    for (int row = 0; row < result.rows(); ++row) {
      auto& values = rows.emplace_back();
      for (int column = 0; column < result.columns(); ++column) values.emplace_back(result.text(row, column));
    }
    return rows;
  }
  void put(TableId id, const Rows& rows) override {
    std::string text;
    append_rows(text, rows, table(id).columns.size());
    store_.connection_.copy(std::string(table(id).name), text);
  }
  void in_transaction(const std::function<void()>& work) override { store_.in_transaction(work); }

 private:
  PostgresStore& store_;
};

AcrossCounts PostgresStore::compare(const Comparison& comparison) {
  Session session(*this);
  return compare_documents(session, comparison);
}

void PostgresStore::finish() {
  // A commit that waits for the disk has all before it there too.
  connection_.run("SET synchronous_commit = on");
  connection_.run("UPDATE store_meta SET value = value WHERE key = 'schema_version'");
  connection_.run("SET synchronous_commit = off");
}

Overview PostgresStore::overview() {
  Session session(*this);
  return overview_of(session);
}

void PostgresStore::each_refused(const std::function<void(const LedgerEntry&)>& take) {
  const PostgresResult refused = connection_.run("SELECT path, code FROM inputs WHERE status = 'refused' ORDER BY path COLLATE \"C\"");
  for (int row = 0; row < refused.rows(); ++row) {
    LedgerEntry entry;
    entry.path = refused.text(row, 0);
    entry.code = refused.text(row, 1);
    take(entry);
  }
}

}  // namespace gouji::store
