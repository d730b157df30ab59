#include "output/store/parquet/parquet_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/store/comparison.h"
#include "output/store/sqlite_session.h"

namespace gouji::store {
namespace {

constexpr std::size_t batch_bytes = std::size_t{48} << 20;
constexpr std::chrono::seconds longest_wait{30};

std::size_t column_of(TableId id, std::string_view name) {
  const auto columns = table(id).columns;
  const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name == name; });
  return static_cast<std::size_t>(found - columns.begin());
}

// The rows for which `keep` is true of their first value, the document.
template <class Keep>
Rows filtered(const Rows& rows, TableId id, Keep keep) {
  Rows out;
  std::vector<Value> row(table(id).columns.size());
  for (RowReader reader(rows); !reader.done();) {
    for (Value& value : row) value = reader.next();
    if (!keep(row.front().text)) continue;
    for (const Value& value : row) out.value(value);
    out.end_row();
  }
  return out;
}

// The one row of `documents`, with another path.
Rows with_path(const Rows& rows, std::string_view path) {
  Rows out;
  RowReader reader(rows);
  for (std::size_t c = 0; c < table(TableId::documents).columns.size(); ++c) {
    const Value value = reader.next();
    c == 1 ? out.text(path) : out.value(value);
  }
  out.end_row();
  return out;
}

// All rows of a table in the order of its key.
Rows rows_of_table(const SqliteDatabase& database, TableId id) {
  const auto columns = table(id).columns;
  Rows out;
  SqliteStatement statement(database, fmt::format("SELECT * FROM {} ORDER BY {}", table(id).name, table(id).key_columns == 1 ? "1" : "1, 2"));
  while (statement.step()) {
    for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
      const Type type = columns[static_cast<std::size_t>(c)].type;
      if (statement.is_null(c)) {
        out.null();
      } else if (type == Type::integer) {
        out.integer(statement.integer(c));
      } else if (type == Type::boolean) {
        out.boolean(statement.integer(c) != 0);
      } else {
        out.text(statement.text(c));
      }
    }
    out.end_row();
  }
  return out;
}

std::vector<std::pair<std::string, std::uint64_t>> sorted(const std::map<std::string, std::uint64_t>& counts) {
  return {counts.begin(), counts.end()};
}

}  // namespace

ParquetStore::Known ParquetStore::read_document(RowReader& reader, std::string& id) {
  static const std::size_t entity = column_of(TableId::documents, "entity"), period = column_of(TableId::documents, "period"),
                           kind = column_of(TableId::documents, "report_kind"), program = column_of(TableId::documents, "program_version"),
                           patterns = column_of(TableId::documents, "pattern_version"), figures = column_of(TableId::documents, "figures"),
                           findings = column_of(TableId::documents, "findings"), checks = column_of(TableId::documents, "exact");
  std::vector<Value> row(table(TableId::documents).columns.size());
  for (Value& value : row) value = reader.next();
  id = row[0].text;
  Known known;
  known.path = row[1].text;
  known.entity = row[entity].text;
  known.period = row[period].text;
  known.kind = row[kind].text;
  known.versions = {std::string(row[program].text), std::string(row[patterns].text)};
  known.figures = static_cast<std::uint64_t>(row[figures].integer);
  known.findings = static_cast<std::uint64_t>(row[findings].integer);
  for (std::size_t v = 0; v < output::verdict_count; ++v) known.checks.counts[v] = static_cast<std::uint64_t>(row[checks + v].integer);
  return known;
}

ParquetStore::ParquetStore(const std::string& path, Access access, const std::string& program_version) : folder_(path, access, program_version) {
  for (const std::uint32_t batch : folder_.batches()) load(batch);
  if (access == Access::write) compact();
}

void ParquetStore::load(std::uint32_t batch) {
  const Rows documents = folder_.read(batch, TableId::documents), inputs = folder_.read(batch, TableId::inputs),
             supersessions = folder_.read(batch, TableId::supersessions);
  std::string id;
  for (RowReader reader(documents); !reader.done();) {
    Known known = read_document(reader, id);
    known.batch = batch;
    if (const auto before = documents_.find(id); before != documents_.end()) obsolete_[before->second.batch].insert(id);
    documents_[id] = std::move(known);
  }
  for (RowReader reader(inputs); !reader.done();) {
    LedgerEntry entry = next_entry(reader);
    std::string entry_path = entry.path;
    inputs_[std::move(entry_path)] = std::move(entry);
  }
  for (RowReader reader(supersessions); !reader.done();) {
    const std::string document(reader.next().text);
    const Value by = reader.next();
    if (by.text == document) {
      supersessions_.erase(document);
    } else {
      supersessions_[document] = by.text;
    }
  }
}

std::vector<std::optional<LedgerEntry>> ParquetStore::find(const std::vector<std::string>& ledger_paths) {
  std::vector<std::optional<LedgerEntry>> out;
  for (const std::string& path : ledger_paths) {
    const auto found = inputs_.find(path);
    out.push_back(found == inputs_.end() ? std::nullopt : std::optional(found->second));
  }
  return out;
}

void ParquetStore::write(std::vector<Delivery>& batch) {
  for (Delivery& delivery : batch) write_one(delivery);
  if (gathered_bytes_ >= batch_bytes || std::chrono::steady_clock::now() - flushed_at_ >= longest_wait) flush();
}

void ParquetStore::write_one(Delivery& delivery) {
  LedgerEntry& entry = delivery.entry;
  const auto before = inputs_.find(entry.path);
  if (before != inputs_.end()) entry.attempts = before->second.attempts + 1;
  const std::string old_document = before == inputs_.end() ? std::string() : before->second.document;
  bool changes = before == inputs_.end() || !delivery.records || before->second.document != entry.document ||
                 before->second.status == Status::refused || before->second.versions != entry.versions;
  if (delivery.records) {
    write_records(delivery);
    changes = changes || before->second.status != entry.status;
    if (!old_document.empty() && old_document != entry.document) supersede(old_document, entry.document);
  } else {
    entry.document = old_document;
  }
  inputs_[entry.path] = entry;
  if (!changes) return;  // the same bytes again: not one file changes, so the attempt is not counted
  Rows& rows = gathered_[{TableId::inputs, {}}];
  add_entry(rows, entry);
}

void ParquetStore::write_records(Delivery& delivery) {
  LedgerEntry& entry = delivery.entry;
  const auto found = documents_.find(entry.document);
  const bool is_known = found != documents_.end();
  const std::string first_path = is_known ? found->second.path : entry.path;
  entry.status = first_path == entry.path ? Status::stored : Status::duplicate;
  if (is_known && found->second.versions == entry.versions) return;
  if (is_known) take_out(entry.document, found->second.batch);
  std::string id;
  RowReader reader(delivery.records->of(TableId::documents));
  Known known = read_document(reader, id);
  known.path = first_path;
  for (std::size_t i = 0; i < record_tables; ++i) {
    const auto table_id = static_cast<TableId>(i);
    const Rows& rows = delivery.records->tables[i];
    gathered_[{table_id, known.period}].append(table_id == TableId::documents ? with_path(rows, first_path) : rows);
  }
  gathered_bytes_ += delivery.records->bytes();
  documents_[id] = std::move(known);
  gathered_documents_.push_back(id);
}

// The rows that a document has: of a batch at the end of the run, of what is gathered at once.
void ParquetStore::take_out(const std::string& document, std::uint32_t batch) {
  if (batch != 0) {
    obsolete_[batch].insert(document);
    return;
  }
  for (auto& [key, rows] : gathered_) {
    if (static_cast<std::size_t>(key.first) < record_tables) rows = filtered(rows, key.first, [&](std::string_view d) { return d != document; });
  }
}

// As SqliteStore::supersede.
void ParquetStore::supersede(const std::string& old_document, const std::string& document) {
  const auto a = documents_.find(old_document), b = documents_.find(document);
  if (a == documents_.end() || b == documents_.end()) return;
  if (a->second.entity != b->second.entity || a->second.period != b->second.period || a->second.kind != b->second.kind) return;
  if (supersessions_.erase(document) > 0) note_supersession(document, document);  // current again
  supersessions_[old_document] = document;
  note_supersession(old_document, document);
}

void ParquetStore::note_supersession(const std::string& document, const std::string& superseded_by) {
  Rows& rows = gathered_[{TableId::supersessions, {}}];
  rows.text(document);
  rows.text(superseded_by);
  rows.end_row();
}

void ParquetStore::flush() {
  flushed_at_ = std::chrono::steady_clock::now();
  std::erase_if(gathered_, [](const auto& entry) { return entry.second.count() == 0; });
  if (gathered_.empty()) return;
  const std::uint32_t batch = folder_.add(gathered_);
  for (const std::string& document : gathered_documents_) documents_[document].batch = batch;
  gathered_.clear();
  gathered_documents_.clear();
  gathered_bytes_ = 0;
}

void ParquetStore::compact() {
  for (const auto& [batch, documents] : obsolete_) {
    BatchRows rows = folder_.read(batch);
    for (auto& [key, content] : rows) {
      if (static_cast<std::size_t>(key.first) < record_tables)
        content = filtered(content, key.first, [&](std::string_view d) { return !documents.contains(std::string(d)); });
    }
    folder_.replace(batch, rows);
  }
  obsolete_.clear();
}

void ParquetStore::finish() {
  flush();
  compact();
  folder_.put_views();
}

AcrossCounts ParquetStore::compare(const Comparison& comparison) {
  flush();
  compact();
  if (folder_.batches().empty() || folder_.compared() == folder_.batches().back()) return across();
  SqliteDatabase database("", Access::write);
  database.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
  for (const std::string& table : create_tables(Dialect::sqlite)) database.run(table);
  SqliteSession session(database);
  Rows superseded;
  for (const auto& [document, by] : supersessions_) {
    superseded.text(document);
    superseded.text(by);
    superseded.end_row();
  }
  session.in_transaction([&] {
    session.put(TableId::supersessions, superseded);
    for (const std::uint32_t batch : folder_.batches()) session.put(TableId::key_figures, folder_.read(batch, TableId::key_figures));
    session.ask("INSERT INTO across_pending SELECT DISTINCT entity FROM key_figures WHERE entity <> ''", {});
  });
  if (compare_documents(session, comparison).pending) return {across().checks, across().findings, true};
  BatchRows tables;
  for (const TableId id : {TableId::entities, TableId::across_checks, TableId::across_operands}) tables[{id, {}}] = rows_of_table(database, id);
  folder_.put_across(tables);
  return across();
}

AcrossCounts ParquetStore::across() const {
  static const std::size_t finding = column_of(TableId::across_checks, "finding");
  const Rows checks = folder_.read_across(TableId::across_checks);
  AcrossCounts out{checks.count(), 0, !folder_.batches().empty() && folder_.compared() != folder_.batches().back()};
  std::vector<Value> row(table(TableId::across_checks).columns.size());
  for (RowReader reader(checks); !reader.done();) {
    for (Value& value : row) value = reader.next();
    out.findings += row[finding].integer != 0 ? 1 : 0;
  }
  return out;
}

Overview ParquetStore::overview() {
  Overview out;
  out.schema = std::to_string(schema_version);
  out.created_by = folder_.created_by();
  std::map<std::string, std::uint64_t> statuses, refusals, versions;
  for (const auto& [path, entry] : inputs_) {
    ++statuses[std::string(name(entry.status))];
    if (entry.status == Status::refused) ++refusals[entry.code];
    out.last_input = std::max(out.last_input, entry.started_at);
  }
  for (const auto& [id, known] : documents_) {
    ++versions[known.versions.program + " " + known.versions.patterns];
    out.figures += known.figures;
    out.findings += known.findings;
    for (std::size_t v = 0; v < output::verdict_count; ++v) out.checks.counts[v] += known.checks.counts[v];
  }
  out.inputs = sorted(statuses);
  std::reverse(out.inputs.begin(), out.inputs.end());
  out.refusals = sorted(refusals);
  std::stable_sort(out.refusals.begin(), out.refusals.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  out.versions = sorted(versions);
  out.documents = documents_.size();
  out.superseded = supersessions_.size();
  out.across = across();
  return out;
}

void ParquetStore::each_refused(const std::function<void(const LedgerEntry&)>& take) {
  for (const auto& [path, entry] : inputs_) {
    if (entry.status == Status::refused) take(entry);
  }
}

}  // namespace gouji::store
