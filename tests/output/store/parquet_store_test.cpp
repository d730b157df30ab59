// The Parquet store without the program around it. Says SKIPPED where the plugin was not built.
#include "output/store/parquet/parquet_store.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "output/store/parquet/decimal_text.h"
#include "output/store/parquet/plugin.h"
#include "store_helpers.h"

namespace gouji::store {
namespace {

namespace fs = std::filesystem;
using app::testing::TemporaryFolder;
using testing::add_to;
using testing::delivery;
using testing::Dump;
using testing::refusal;

bool have_plugin() {
  ::setenv("GOUJI_PLUGINS", GOUJI_PLUGIN_FOLDER, 1);
  static const bool have = [] {
    try {
      parquet_plugin();
      return true;
    } catch (const StoreFailure&) {
      return false;
    }
  }();
  if (!have) WARN("SKIPPED: gouji_parquet.so was not built (scripts/get-arrow)");
  return have;
}

template <class... Deliveries>
std::vector<Delivery> batch_of(Deliveries... deliveries) {
  std::vector<Delivery> batch;
  (batch.push_back(std::move(deliveries)), ...);
  return batch;
}

class Fixture {
 public:
  std::vector<Delivery> write(std::vector<Delivery> batch) {
    const auto store = open_store("parquet:" + path, Access::write, "1.0");
    INFO((store ? "" : store.error().message));
    REQUIRE(store);
    (*store)->write(batch);
    (*store)->finish();
    return batch;
  }
  Dump dump() const {
    Dump out;
    const ParquetFolder store(path, Access::read, "1.0");
    for (const std::uint32_t batch : store.batches()) {
      Records records;
      for (std::size_t i = 0; i < record_tables; ++i) records.tables[i] = store.read(batch, static_cast<TableId>(i));
      add_to(out, records);
    }
    return out;
  }
  std::optional<LedgerEntry> find(const std::string& input) const {
    return (*open_store("parquet:" + path, Access::read, "1.0"))->find({input}).front();
  }
  Overview overview() const { return (*open_store("parquet:" + path, Access::read, "1.0"))->overview(); }
  // Every file with its bytes.
  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) out[entry.path().string()] = app::testing::contents(entry.path().string());
    }
    return out;
  }
  TemporaryFolder folder;
  std::string path = folder / "store";
};

std::string error_code(const std::string& path, Access access) {
  const auto store = open_store("parquet:" + path, access, "1.0");
  return store ? "" : store.error().code;
}

Dump dump_of(std::initializer_list<Delivery> deliveries) {
  Dump out;
  for (const Delivery& one : deliveries) add_to(out, *one.records);
  // A number of Parquet has no trailing zeros; the sample has one that has, which no audit writes.
  for (auto& [name, rows] : out) {
    for (std::string& row : rows)
      if (const std::size_t at = row.find("'0.799440'"); at != std::string::npos) row.replace(at, 10, "'0.79944'");
  }
  return out;
}

// Table by table, so that what differs is shown.
void same(const Dump& actual, const Dump& expected) {
  for (const auto& [name, rows] : expected) {
    INFO(name);
    REQUIRE(actual.contains(name));
    CHECK(actual.at(name) == rows);
  }
  CHECK(actual.size() == expected.size());
}

TEST_CASE("decimals of Parquet are those of the records") {
  for (const char* text :
       {"0", "1", "-1", "4269200", "0.3092", "-0.00000000000000000001", "0.33333333333333333333", "999999999999999999.99999999999999999999"}) {
    INFO(text);
    CHECK(canonical(scaled(text).value()) == text);
  }
  CHECK(canonical(scaled("0.033333333333333333335").value()) == "0.03333333333333333334");  // a tie goes to the even digit
  CHECK(canonical(scaled("0.033333333333333333345").value()) == "0.03333333333333333334");
  CHECK(canonical(scaled("0.0333333333333333333451").value()) == "0.03333333333333333335");
  for (const char* text : {"", "-", "x", "1e5", "1000000000000000000"}) CHECK_FALSE(scaled(text));
}

TEST_CASE("times of Parquet are those of the ledger") {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-21T18:05:09Z", "2024-02-29T23:59:59Z", "1969-12-31T23:59:59Z"}) {
    INFO(text);
    CHECK(utc(seconds_of(text).value()) == text);
  }
  for (const char* text : {"", "2026-11-21", "2026-13-01T00:00:00Z", "2026-02-30T00:00:00Z", "2026-11-21T18:05:09+"}) CHECK_FALSE(seconds_of(text));
}

TEST_CASE("a Parquet store holds what was written, by the period of the report") {
  if (!have_plugin()) return;
  Fixture f;
  Delivery other = delivery("d2", "b.txt", testing::versions, 2022);
  f.write(batch_of(delivery("d1", "a.txt"), other, refusal("c.txt", "empty")));
  same(f.dump(), dump_of({delivery("d1", "a.txt"), other}));
  CHECK(fs::exists(f.path + "/batch-000001/figures/report_period=2023/part.parquet"));
  CHECK(fs::exists(f.path + "/batch-000001/figures/report_period=2022/part.parquet"));
  CHECK(f.find("a.txt")->document == "d1");
  CHECK(f.find("c.txt")->code == "empty");
  CHECK(f.find("c.txt")->started_at == "2026-01-02T03:04:05Z");
  CHECK_FALSE(f.find("d.txt"));
  const Overview overview = f.overview();
  CHECK(overview.documents == 2);
  CHECK(overview.refusals == std::vector<std::pair<std::string, std::uint64_t>>{{"empty", 1}});
}

TEST_CASE("the same bytes again change no file, other versions of the program replace") {
  if (!have_plugin()) return;
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt"), delivery("d2", "b.txt")));
  const auto before = f.files();
  f.write(batch_of(delivery("d1", "a.txt"), delivery("d2", "b.txt")));
  CHECK(f.files() == before);
  const Versions newer{"1.0", "p2"};
  f.write(batch_of(delivery("d1", "a.txt", newer)));
  same(f.dump(), dump_of({delivery("d1", "a.txt", newer), delivery("d2", "b.txt")}));
  // Both in one run: what was gathered and not yet written is replaced too.
  f.write(batch_of(delivery("d3", "c.txt"), delivery("d3", "c.txt", newer)));
  same(f.dump(), dump_of({delivery("d1", "a.txt", newer), delivery("d2", "b.txt"), delivery("d3", "c.txt", newer)}));
}

TEST_CASE("a duplicate is no document, a new version of a report supersedes, what comes back is current again") {
  if (!have_plugin()) return;
  Fixture f;
  const auto batch = f.write(batch_of(delivery("d1", "a.txt"), delivery("d1", "b.txt")));
  CHECK(batch[1].entry.status == Status::duplicate);
  CHECK(f.overview().documents == 1);
  f.write(batch_of(delivery("d2", "a.txt")));
  CHECK(f.overview().superseded == 1);
  same(f.dump(), dump_of({delivery("d1", "a.txt"), delivery("d2", "a.txt")}));
  f.write(batch_of(delivery("d1", "a.txt")));
  CHECK(f.overview().superseded == 1);
  CHECK(f.find("a.txt")->document == "d1");
}

TEST_CASE("what a killed writer left is cleared away, what it had not finished is not there") {
  if (!have_plugin()) return;
  Fixture f;
  f.write(batch_of(delivery("d1", "a.txt")));
  const Dump before = f.dump();
  {
    const auto store = open_store("parquet:" + f.path, Access::write, "1.0");
    std::vector<Delivery> batch = batch_of(delivery("d2", "b.txt"));
    (*store)->write(batch);  // and no finish
  }
  fs::create_directories(f.path + "/.new-batch-000002/figures");
  f.folder.write("store/.new-batch-000002/figures/x.parquet", "half");
  same(f.dump(), before);
  CHECK_FALSE(f.find("b.txt"));
  f.write(batch_of(delivery("d1", "a.txt")));
  CHECK_FALSE(fs::exists(f.path + "/.new-batch-000002"));
  // Killed between the two renames of a batch that is replaced.
  fs::rename(f.path + "/batch-000001", f.path + "/.old-batch-000001");
  f.write(batch_of(delivery("d1", "a.txt")));
  same(f.dump(), before);
}

TEST_CASE("a folder that is no store, is newer, in use, damaged or cannot be written is named so") {
  if (!have_plugin()) return;
  Fixture f;
  f.folder.write("other/file", "x");
  CHECK(error_code(f.folder / "other", Access::write) == "not_a_store");
  CHECK(error_code(f.folder / "other/file", Access::write) == "not_a_store");
  CHECK(error_code(f.folder / "none", Access::read) == "store_unreachable");
  CHECK(error_code("/proc/none", Access::write) == "store_unreachable");
  f.write(batch_of(delivery("d1", "a.txt")));
  {
    const auto held = open_store("parquet:" + f.path, Access::write, "1.0");
    const pid_t other = ::fork();
    if (other == 0) ::_exit(error_code(f.path, Access::write) == "store_busy" ? 7 : 1);
    int status = 0;
    REQUIRE(::waitpid(other, &status, 0) == other);
    CHECK(WEXITSTATUS(status) == 7);
    CHECK(error_code(f.path, Access::read).empty());
  }
  f.folder.write("store/batch-000001/documents/report_period=2023/part.parquet", "PAR1 no more");
  CHECK(error_code(f.path, Access::read) == "store_damaged");
  f.folder.write("store/gouji-store.json", "{\"schema_version\": \"99\"}");
  CHECK(error_code(f.path, Access::write) == "store_newer");
  f.folder.write("store/gouji-store.json", "{\"schema_version\": \"1\"}");
  CHECK(error_code(f.path, Access::write) == "store_outdated");
}

}  // namespace
}  // namespace gouji::store
