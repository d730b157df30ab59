#include "output/store/postgres_store.h"

#include <catch2/catch.hpp>

#include "output/store/sql.h"
#include "postgres_fixture.h"
#include "store_helpers.h"

namespace gouji::store {
namespace {

using testing::add_to;
using testing::delivery;
using testing::Dump;
using testing::PostgresDatabase;
using testing::refusal;
using testing::versions;
using Lines = std::vector<std::string>;

std::vector<Delivery> write(const PostgresDatabase& database, std::vector<Delivery> batch) {
  const auto store = open_store(database.url, Access::write, "1.0");
  REQUIRE(store);
  (*store)->write(batch);
  (*store)->finish();
  return batch;
}

Dump dump_of(const PostgresDatabase& database) {
  Dump dump;
  for (std::size_t i = 0; i < record_tables; ++i) dump[std::string(table(i).name)] = database.query("SELECT * FROM " + std::string(table(i).name));
  return dump;
}

std::string error_code(const std::string& url, Access access = Access::write) {
  const auto store = open_store(url, access, "1.0");
  return store ? "" : store.error().code;
}

TEST_CASE("PostgreSQL holds what was written, decimals to the digit, and odd text as it is") {
  if (!PostgresDatabase::is_there()) return;
  const PostgresDatabase database;
  Delivery odd = delivery("d2", "tab\tline\nback\\slash\r.txt");
  Dump expected;
  add_to(expected, *delivery("d1", "a.txt").records);
  add_to(expected, *odd.records);
  std::vector<Delivery> batch;
  batch.push_back(delivery("d1", "a.txt"));
  batch.push_back(std::move(odd));
  batch.push_back(refusal("z.txt", "empty"));
  write(database, std::move(batch));
  CHECK(dump_of(database) == expected);
  CHECK(database.query("SELECT value FROM figures WHERE document = 'd1' AND fraction = '1/3'") == Lines{"'0.33333333333333333333'|"});
  CHECK(database.query("SELECT entity, period, rule, stated_printed FROM findings WHERE document = 'd1'") ==
        Lines{"'云溪县数据服务中心'|'2023'|'sum'|'1107.5万元'|"});

  const auto store = open_store(database.url, Access::write, "1.0");
  const auto entry = (*store)->find({"a.txt", "tab\tline\nback\\slash\r.txt", "{\"quoted\",}"});
  REQUIRE(entry[0]);
  CHECK(entry[0]->document == "d1");
  CHECK(entry[0]->started_at == "2026-01-02T03:04:05Z");
  REQUIRE(entry[1]);
  CHECK_FALSE(entry[2]);
}

TEST_CASE("PostgreSQL: again, other versions, duplicates, superseding: as in SQLite") {
  if (!PostgresDatabase::is_there()) return;
  const PostgresDatabase database;
  std::vector<Delivery> batch;
  batch.push_back(delivery("d1", "a.txt"));
  batch.push_back(delivery("d1", "b.txt"));
  batch.push_back(delivery("d1", "a.txt"));  // the same path twice in one batch
  batch = write(database, std::move(batch));
  CHECK(batch[1].entry.status == Status::duplicate);
  CHECK(database.query("SELECT path, status, attempts FROM inputs") == Lines{"'a.txt'|'stored'|2|", "'b.txt'|'duplicate'|1|"});

  const Dump before = dump_of(database);
  std::vector<Delivery> again;
  again.push_back(delivery("d1", "a.txt"));
  write(database, std::move(again));
  CHECK(dump_of(database) == before);

  std::vector<Delivery> other;
  other.push_back(delivery("d1", "b.txt", {"1.0", "p2"}));
  write(database, std::move(other));
  CHECK(database.query("SELECT path, pattern_version FROM documents") == Lines{"'a.txt'|'p2'|"});
  CHECK(database.query("SELECT count(*) FROM figures") == Lines{"8|"});

  for (const char* id : {"d2", "d1", "d2"}) {
    std::vector<Delivery> next;
    next.push_back(delivery(id, "a.txt"));
    write(database, std::move(next));
    CHECK(database.query("SELECT id FROM current_documents") == Lines{"'" + std::string(id) + "'|"});
  }
  std::vector<Delivery> next;
  next.push_back(delivery("d3", "a.txt", versions, 2024));
  write(database, std::move(next));
  CHECK(database.query("SELECT id FROM current_documents") == Lines{"'d2'|", "'d3'|"});
}

TEST_CASE("PostgreSQL: a server that goes away leaves no half-written document") {
  if (!PostgresDatabase::is_there()) return;
  const PostgresDatabase database;
  const auto store = open_store(database.url, Access::write, "1.0");
  REQUIRE(store);
  std::vector<Delivery> first, second;
  first.push_back(delivery("d1", "a.txt"));
  second.push_back(delivery("d2", "b.txt"));
  (*store)->write(first);
  PostgresConnection(database.url)
      .run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
  try {
    (*store)->write(second);
    FAIL("the connection is gone");
  } catch (const StoreFailure& failure) {
    CHECK(failure.error().code == "store_unreachable");
  }
  CHECK(database.query("SELECT id FROM documents") == Lines{"'d1'|"});
  CHECK(database.query("SELECT path FROM inputs") == Lines{"'a.txt'|"});
}

TEST_CASE("PostgreSQL: what cannot be used is refused by name") {
  CHECK(error_code("postgresql://gouji@127.0.0.1:1/nothing") == "store_unreachable");
  if (!PostgresDatabase::is_there()) return;
  const PostgresDatabase database;
  CHECK(error_code(database.url, Access::read) == "not_a_store");
  const auto writer = open_store(database.url, Access::write, "1.0");
  REQUIRE(writer);
  CHECK(error_code(database.url) == "store_busy");
  CHECK(error_code(database.url, Access::read).empty());
  PostgresConnection(database.url).run("UPDATE gouji.store_meta SET value = '99' WHERE key = 'schema_version'");
  CHECK(error_code(database.url, Access::read) == "store_newer");
}

TEST_CASE("PostgreSQL: an older layout is brought up to date by a writer and keeps what it holds") {
  if (!PostgresDatabase::is_there()) return;
  const PostgresDatabase database;
  {
    const auto store = open_store(database.url, Access::write, "1.0");
    REQUIRE(store);
    std::vector<Delivery> batch;
    batch.push_back(delivery("d1", "a.txt"));
    (*store)->write(batch);
  }
  {
    // Version 1: without the parts of DOCX.
    PostgresConnection connection(database.url);
    connection.run("SET search_path = gouji");
    connection.run("DROP VIEW findings, indicator_by_year, figure_numbers, current_documents, across_findings, across_figures CASCADE");
    connection.run("DROP TABLE key_figures, entities, across_checks, across_operands, across_pending");
    for (const std::string table : {"figures", "warnings"})
      connection.run("ALTER TABLE " + table + " DROP COLUMN source_part, DROP COLUMN source_paragraph, DROP COLUMN source_length");
    for (const std::string name : {"findings", "indicator_by_year", "figure_numbers", "current_documents"})
      connection.run("CREATE VIEW " + name + " AS SELECT 1");
    connection.run("UPDATE store_meta SET value = '1' WHERE key = 'schema_version'");
  }
  CHECK(error_code(database.url, Access::read) == "store_older");
  CHECK(error_code(database.url).empty());
  CHECK(error_code(database.url, Access::read).empty());
  CHECK(database.query("SELECT count(*) FROM figures WHERE source_part IS NULL AND document = 'd1'") != Lines{"0|"});
  CHECK(database.query("SELECT value FROM store_meta WHERE key = 'schema_version'") == Lines{"'" + std::to_string(schema_version) + "'|"});
}

TEST_CASE("a target is shown without its password") {
  CHECK(shown_target("postgresql://me:secret@host:5432/db") == "postgresql://me@host:5432/db");
  CHECK(shown_target("postgresql://me@host:5432/db") == "postgresql://me@host:5432/db");
  CHECK(shown_target("postgresql://host/db?password=secret&sslmode=require") == "postgresql://host/db?&sslmode=require");
  CHECK(shown_target("sqlite:a.db") == "sqlite:a.db");
}

}  // namespace
}  // namespace gouji::store
