#include "output/store/sqlite_store.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "store_helpers.h"

namespace gouji::store {
namespace {

using app::testing::TemporaryFolder;
using testing::add_to;
using testing::delivery;
using testing::Dump;
using testing::dump_of;
using testing::query;
using testing::refusal;
using testing::versions;

class Fixture {
 public:
  std::vector<Delivery> write(std::vector<Delivery> batch) {
    const auto store = open_store("sqlite:" + path, Access::write, "1.0");
    REQUIRE(store);
    (*store)->write(batch);
    (*store)->finish();
    return batch;
  }
  std::optional<LedgerEntry> find(const std::string& input) { return (*open_store(path, Access::write, "1.0"))->find({input}).front(); }
  TemporaryFolder folder;
  std::string path = folder / "store.db";
};

template <class... Deliveries>
std::vector<Delivery> batch_of(Deliveries... deliveries) {
  std::vector<Delivery> batch;
  (batch.push_back(std::move(deliveries)), ...);
  return batch;
}

std::string error_code(const std::string& target, Access access) {
  const auto store = open_store(target, access, "1.0");
  return store ? "" : store.error().code;
}

TEST_CASE("what is written is what the store holds, decimals to the digit") {
  Fixture f;
  Dump expected;
  add_to(expected, *delivery("d1", "a.txt").records);
  add_to(expected, *delivery("d2", "b.txt").records);
  f.write(batch_of(delivery("d1", "a.txt"), delivery("d2", "b.txt")));
  CHECK(dump_of(f.path) == expected);
  CHECK(query(f.path, "SELECT value FROM figures WHERE document = 'd1' AND fraction = '1/3'") ==
        std::vector<std::string>{"'0.33333333333333333333'|"});
  CHECK(f.find("a.txt")->document == "d1");
  CHECK_FALSE(f.find("c.txt"));
}

TEST_CASE("the same bytes again change nothing, other versions of the program replace") {
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt")));
  const Dump before = dump_of(f.path);
  f.write(batch_of(delivery("d1", "a.txt")));
  CHECK(dump_of(f.path) == before);
  CHECK(f.find("a.txt")->attempts == 2);

  const Versions newer{"1.0", "p2"};
  f.write(batch_of(delivery("d1", "a.txt", newer)));
  Dump expected;
  add_to(expected, *delivery("d1", "a.txt", newer).records);
  CHECK(dump_of(f.path) == expected);
}

TEST_CASE("the same bytes under another path are a duplicate, and the first path stays the document's") {
  Fixture f;
  const auto batch = f.write(batch_of(delivery("d1", "a.txt"), delivery("d1", "b.txt")));
  CHECK(batch[0].entry.status == Status::stored);
  CHECK(batch[1].entry.status == Status::duplicate);
  CHECK(f.find("b.txt")->document == "d1");
  const auto again = f.write(batch_of(delivery("d1", "b.txt", {"1.0", "p2"})));
  CHECK(again[0].entry.status == Status::duplicate);
  CHECK(query(f.path, "SELECT path, pattern_version FROM documents") == std::vector<std::string>{"'a.txt'|'p2'|"});
}

TEST_CASE("a new version of a report supersedes the old one and keeps it") {
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt")));
  f.write(batch_of(delivery("d2", "a.txt")));
  const std::string current = "SELECT id FROM current_documents", all = "SELECT count(*) FROM documents";
  CHECK(query(f.path, current) == std::vector<std::string>{"'d2'|"});
  CHECK(query(f.path, all) == std::vector<std::string>{"2|"});
  CHECK(query(f.path, "SELECT count(*) > 0 FROM findings WHERE document = 'd1'") == std::vector<std::string>{"0|"});

  SECTION("what comes back is current again") {
    f.write(batch_of(delivery("d1", "a.txt")));
    CHECK(query(f.path, current) == std::vector<std::string>{"'d1'|"});
    CHECK(query(f.path, all) == std::vector<std::string>{"2|"});
  }
  SECTION("another year's report at the same path supersedes nothing") {
    f.write(batch_of(delivery("d3", "a.txt", versions, 2024)));
    CHECK(query(f.path, current) == std::vector<std::string>{"'d2'|", "'d3'|"});
  }
  SECTION("a refusal between two versions breaks no chain") {
    f.write(batch_of(refusal("a.txt", "empty")));
    CHECK(f.find("a.txt")->document == "d2");
    f.write(batch_of(delivery("d4", "a.txt")));
    CHECK(query(f.path, current) == std::vector<std::string>{"'d4'|"});
  }
}

TEST_CASE("a batch is stored whole or not at all") {
  Fixture f;
  f.write(batch_of(delivery("d0", "0.txt")));
  const Dump before = dump_of(f.path);
  auto batch = batch_of(delivery("d1", "a.txt"), delivery("d2", "b.txt"));
  // The second document's rows end inside a value.
  const Rows& figures = batch[1].records->of(TableId::figures);
  batch[1].records->of(TableId::figures) = Rows::from(figures.bytes().substr(0, figures.bytes().size() - 3), figures.count());
  const auto store = open_store(f.path, Access::write, "1.0");
  CHECK_THROWS((*store)->write(batch));
  CHECK(dump_of(f.path) == before);
  CHECK_FALSE(f.find("a.txt"));
}

TEST_CASE("views calculate with numbers and speak of entity and period") {
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt")));
  CHECK(query(f.path, "SELECT entity, period, rule, stated_printed FROM findings") ==
        std::vector<std::string>{"'云溪县数据服务中心'|'2023'|'sum'|'1107.5万元'|"});
  CHECK(query(f.path, "SELECT entity, year, indicator, value_number > 11074999.5 FROM indicator_by_year WHERE indicator = '支出合计'") ==
        std::vector<std::string>{"'云溪县数据服务中心'|'2023'|'支出合计'|1|"});
}

TEST_CASE("the overview counts what is there, the refused ones are listed in order") {
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt"), delivery("d1", "b.txt"), refusal("z.txt", "empty"), refusal("c.txt", "empty"), refusal("d.txt", "pdf")));
  const auto store = open_store(f.path, Access::read, "1.0");
  REQUIRE(store);
  const Overview overview = (*store)->overview();
  using Counts = std::vector<std::pair<std::string, std::uint64_t>>;
  CHECK(overview.inputs == Counts{{"stored", 1}, {"refused", 3}, {"duplicate", 1}});
  CHECK(overview.refusals == Counts{{"empty", 2}, {"pdf", 1}});
  CHECK(overview.versions == Counts{{"1.0 p1", 1}});
  CHECK(overview.documents == 1);
  CHECK(overview.figures == 8);
  CHECK(overview.checks.total() == 4);
  std::string listed;
  (*store)->each_refused([&](const LedgerEntry& entry) { listed += entry.path + " "; });
  CHECK(listed == "c.txt d.txt z.txt ");
}

TEST_CASE("an older layout is brought up to date by a writer and keeps what it holds") {
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt")));
  const Dump before = dump_of(f.path);
  {
    // Version 1 had no parts of packages, and nothing across documents.
    SqliteDatabase database(f.path, Access::write);
    database.run("DROP TABLE key_figures; DROP TABLE entities; DROP TABLE across_pending; DROP VIEW across_figures; DROP VIEW across_findings");
    database.run("DROP TABLE across_checks; DROP TABLE across_operands");
    database.run("DROP VIEW figure_numbers; DROP VIEW findings; DROP VIEW indicator_by_year; DROP VIEW current_documents");
    for (const std::string& table : {std::string("figures"), std::string("warnings")}) {
      for (const std::string& column : {std::string("source_part"), std::string("source_paragraph"), std::string("source_length")}) {
        database.run("ALTER TABLE " + table + " DROP COLUMN " + column);
      }
    }
    database.run("UPDATE store_meta SET value = '1' WHERE key = 'schema_version'; CREATE VIEW current_documents AS SELECT * FROM documents");
    database.run("CREATE VIEW figure_numbers AS SELECT 1; CREATE VIEW findings AS SELECT 1; CREATE VIEW indicator_by_year AS SELECT 1");
  }
  CHECK(error_code(f.path, Access::read) == "store_older");
  f.write({});
  CHECK(query(f.path, "SELECT program_version FROM documents") == std::vector<std::string>{"'1.0 (layout 1)'|"});
  Dump after = dump_of(f.path), unmarked = before;
  for (Dump* dump : {&after, &unmarked}) {
    dump->erase("documents");  // marked, so that they are read anew: they lack key figures
    dump->erase("key_figures");
  }
  CHECK(after == unmarked);
  CHECK(query(f.path, "SELECT value FROM store_meta WHERE key = 'schema_version'") == std::vector<std::string>{"'3'|"});
  CHECK(query(f.path, "SELECT count(source_part) FROM figure_numbers") == std::vector<std::string>{"0|"});
}

TEST_CASE("what is no store of this layout is refused by name and left alone") {
  const TemporaryFolder folder;
  CHECK(error_code("sqlite:" + folder / "no/such/folder.db", Access::write) == "store_unreachable");
  CHECK(error_code(folder / "missing.db", Access::read) == "store_unreachable");
  CHECK_FALSE(std::filesystem::exists(folder / "missing.db"));
  CHECK(error_code("oracle:x", Access::write) == "usage");
  CHECK(error_code("sqlite:", Access::write) == "usage");
  CHECK(error_code(folder.write("text.txt", std::string(5000, 'x')), Access::write) == "not_a_store");

  SqliteDatabase(folder / "other.db", Access::write).run("CREATE TABLE mine (x)");
  CHECK(error_code(folder / "other.db", Access::write) == "not_a_store");
  CHECK(query(folder / "other.db", "SELECT name FROM sqlite_master") == std::vector<std::string>{"'mine'|"});

  REQUIRE(open_store(folder / "newer.db", Access::write, "1.0"));
  SqliteDatabase(folder / "newer.db", Access::write).run("UPDATE store_meta SET value = '99' WHERE key = 'schema_version'");
  CHECK(error_code(folder / "newer.db", Access::write) == "store_newer");
  CHECK(error_code(folder / "newer.db", Access::read) == "store_newer");
}

}  // namespace
}  // namespace gouji::store
