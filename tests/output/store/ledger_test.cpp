#include "output/store/ledger.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "output/utf8.h"

namespace gouji::store {
namespace {

TEST_CASE("a path of any bytes has a name in the ledger, and the name leads back") {
  CHECK(ledger_path("报告/a b.txt") == "报告/a b.txt");
  CHECK(ledger_path("\xB1\xA8.txt") == "\\xB1\\xA8.txt");
  CHECK(ledger_path("a\\b") == "a\\\\b");
  CHECK(ledger_path("./in/a.txt") == "in/a.txt");
  CHECK(path_of_ledger("\\xB1\\xA8.txt") == "\xB1\xA8.txt");
  CHECK(rc::check("there and back", [](std::string path) {
    while (path.starts_with("./")) path.erase(0, 2);
    std::erase(path, '\0');  // no name holds one
    const std::string in_ledger = ledger_path(path);
    RC_ASSERT(output::valid_utf8(in_ledger));
    RC_ASSERT(path_of_ledger(in_ledger) == path);
  }));
}

TEST_CASE("an entry and its row are the same") {
  LedgerEntry entry;
  entry.path = "a.txt";
  entry.status = Status::refused;
  entry.code = "too_large";
  entry.message = "太大";
  entry.attempts = 3;
  entry.bytes = 7;
  entry.started_at = "2026-01-02T03:04:05Z";
  entry.versions = {"1", "2"};
  Rows rows;
  add_entry(rows, entry);
  RowReader reader(rows);
  const LedgerEntry back = next_entry(reader);
  CHECK(reader.done());
  CHECK(back.path == entry.path);
  CHECK(back.status == entry.status);
  CHECK(back.code == entry.code);
  CHECK(back.message == entry.message);
  CHECK(back.attempts == 3);
  CHECK(back.bytes == 7);
  CHECK_FALSE(back.modified);
  CHECK_FALSE(back.findings);
  CHECK(back.sha256.empty());
  CHECK(back.versions == entry.versions);
}

}  // namespace
}  // namespace gouji::store
