// `gouji ingest --to parquet:FOLDER` as a user runs it, read back by pyarrow. Says SKIPPED where the plugin was not built, or where pyarrow
// is not there to read (scripts/get-arrow).
#include <catch2/catch.hpp>
#include <sstream>

#include "command.h"

namespace gouji::app {
namespace {

using testing::Command;
using testing::contents;
using testing::Run;

const std::string binary = GOUJI_BINARY, samples = GOUJI_SOURCE_DIR "/corpus/samples";

bool have_plugin() {
  static const bool have = std::filesystem::exists(std::filesystem::path(binary).parent_path() / "gouji_parquet.so");
  if (!have) WARN("SKIPPED: gouji_parquet.so was not built (scripts/get-arrow)");
  return have;
}

bool have_pyarrow() {
  static const bool have = std::system("PYTHONPATH='" GOUJI_PYARROW "' python3 -c 'import pyarrow.parquet' 2>/dev/null") == 0;
  if (!have) WARN("SKIPPED: no pyarrow");
  return have;
}

// The command's status, and what it said where that is not `expected`.
void ingest(const Command& gouji, const std::string& inputs, const std::string& store, int expected, const std::string& before = "") {
  const Run run = gouji("ingest " + inputs + " --to " + store + " --jobs 2", before);
  INFO(run.err);
  CHECK(run.status == expected);
}

TEST_CASE("Parquet and SQLite hold the same star, as pyarrow reads it") {
  if (!have_plugin() || !have_pyarrow()) return;
  const Command gouji;
  gouji.folder.write("empty.txt", "");
  ingest(gouji, "'" + samples + "' empty.txt", "sqlite:store.db", 1);
  ingest(gouji, "'" + samples + "' empty.txt", "parquet:files", 1);
  const std::string compare = "cd '" + gouji.folder.path() +
                              "' && PYTHONPATH='" GOUJI_PYARROW "' python3 '" GOUJI_SOURCE_DIR
                              "/tests/support/same_star.py' store.db files >said 2>&1";
  const int status = std::system(compare.c_str());
  INFO(contents(gouji.folder / "said"));
  CHECK(status == 0);
  // Once more: nothing new. And a report that changed: both versions, the old one superseded.
  ingest(gouji, "'" + samples + "' empty.txt", "parquet:files", 1);
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "files/batch-000003"));
  CHECK(std::filesystem::exists(gouji.folder / "files/across-000002/across_checks/part.parquet"));
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "files/across-000001"));
  const Run shown = gouji("status parquet:files --format jsonl");
  CHECK(shown.status == 0);
  CHECK(shown.out.find("\"refused\":1") != std::string::npos);
}

// Reports of one office in several years, which contradict each other; a duplicate, a report that is superseded, one that is refused.
void write_archive(const Command& gouji) {
  const auto report = [](int year, const std::string& now, const std::string& before) {
    return "云溪县档案馆" + std::to_string(year) + "年度部门决算说明\n一、收支情况\n" + std::to_string(year) + "年一般公共预算财政拨款支出决算为" +
           now + "万元。" + std::to_string(year - 1) + "年一般公共预算财政拨款支出决算为" + before + "万元。\n";
  };
  gouji.folder.write("in/1.txt", report(2022, "1234.56", "1100.25"));
  gouji.folder.write("in/2.txt", report(2023, "1500.77", "1243.56"));
  gouji.folder.write("in/3.txt", report(2022, "1234.56", "1100.25"));
  gouji.folder.write("in/4.txt", report(2021, "1100.25", "999.99"));
  gouji.folder.write("in/empty.txt", "");
}

bool have_duckdb() {
  static const bool have = std::system("PYTHONPATH='" GOUJI_DUCKDB "' python3 -c 'import duckdb' 2>/dev/null") == 0;
  if (!have) WARN("SKIPPED: no DuckDB (scripts/get-arrow --duckdb)");
  return have;
}

TEST_CASE("DuckDB sees the star of SQLite, views included, through the folder's own views.sql") {
  if (!have_plugin() || !have_duckdb()) return;
  const Command gouji;
  write_archive(gouji);
  const auto star = [&] {
    const std::string line = "cd '" + gouji.folder.path() +
                             "' && PYTHONPATH='" GOUJI_DUCKDB "' python3 '" GOUJI_SOURCE_DIR
                             "/tests/support/duckdb_star.py' store.db files >said 2>&1";
    const int status = std::system(line.c_str());
    INFO(contents(gouji.folder / "said"));
    CHECK(status == 0);
  };
  for (const std::string store : {"sqlite:store.db", "parquet:files"}) ingest(gouji, "in", store, 1);
  star();
  CHECK(contents(gouji.folder / "said").find("across_findings 1\n") != std::string::npos);
  // A corrected report supersedes; the contradiction is gone.
  std::string corrected = contents(gouji.folder / "in/2.txt");
  corrected.replace(corrected.find("1243.56"), 7, "1234.56");
  gouji.folder.write("in/2.txt", corrected);
  for (const std::string store : {"sqlite:store.db", "parquet:files"}) ingest(gouji, "in", store, 1);
  star();
  CHECK(contents(gouji.folder / "said").find("across_findings 0\n") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "files/across-000001"));
  // What a kill left to compare is compared by the next run.
  std::filesystem::remove_all(gouji.folder / "files/across-000002");
  CHECK(gouji("status parquet:files --format jsonl").out.find("\"across\":{\"checks\":0,\"findings\":0,\"pending\":true}") != std::string::npos);
  ingest(gouji, "in --resume", "parquet:files", 1);
  star();
}

TEST_CASE("nothing is bound to what Arrow's libraries bring with them") {
  if (!have_plugin()) return;
  const Command gouji;
  ingest(gouji, "'" + samples + "/docx/budget_faulty.docx'", "parquet:files", 1);
  const Run run = gouji("status parquet:files", "LD_DEBUG=bindings LD_DEBUG_OUTPUT=bound ");
  INFO(run.err);
  REQUIRE(run.status == 0);
  const auto arrows = [](const std::string& library) {
    return library.find("libarrow") != std::string::npos || library.find("libparquet") != std::string::npos ||
           library.find("gouji_parquet") != std::string::npos;
  };
  std::size_t within = 0;
  for (const auto& entry : std::filesystem::directory_iterator(gouji.folder.path())) {
    if (!entry.path().filename().string().starts_with("bound")) continue;
    std::istringstream lines(contents(entry.path().string()));
    for (std::string line; std::getline(lines, line);) {
      const std::size_t from = line.find("binding file "), to = line.find(" to ", from);
      if (from == std::string::npos || to == std::string::npos) continue;
      const std::string binder = line.substr(from + 13, to - from - 13), bound = line.substr(to + 4, line.find(':', to) - to - 4);
      if (!arrows(bound)) continue;
      if (arrows(binder)) {
        ++within;
        continue;
      }
      FAIL_CHECK(line);
    }
  }
  CHECK(within > 100);
}

TEST_CASE("a full disk leaves no half batch, and --resume goes on where there is room") {
  if (!have_plugin()) return;
  const Command gouji;
  if (std::system("unshare -rm mount -t tmpfs none /mnt 2>/dev/null") != 0) {
    WARN("SKIPPED: no right to mount a small disk");
    return;
  }
  gouji.folder.write("run", "mkdir small && mount -t tmpfs -o size=160k none small && '" + binary + "' ingest '" + samples +
                                "' --to parquet:small/files --lang en 2>said; echo $? >status; find small >left\n"
                                "mount -o remount,size=20m small && '" +
                                binary + "' ingest '" + samples +
                                "' --to parquet:small/files --resume 2>/dev/null; echo $? >later; find small >then\n");
  CHECK(std::system(("cd '" + gouji.folder.path() + "' && unshare -rm sh run").c_str()) == 0);
  const std::string said = contents(gouji.folder / "said"), left = contents(gouji.folder / "left");
  INFO(said);
  INFO(left);
  CHECK(contents(gouji.folder / "status") == "2\n");
  CHECK(said.find("No space left") != std::string::npos);
  CHECK(said.find("--resume") != std::string::npos);
  CHECK(left.find("batch-") == std::string::npos);
  CHECK(contents(gouji.folder / "later") == "1\n");
  CHECK(contents(gouji.folder / "then").find("batch-000001/figures") != std::string::npos);
}

TEST_CASE("without the plugin the store says how to get it") {
  const Command gouji;
  std::filesystem::copy_file(binary, gouji.folder / "gouji");
  const Run run = gouji("--version");
  REQUIRE(run.status == 0);
  const std::string line =
      "cd '" + gouji.folder.path() + "' && env -u GOUJI_PLUGINS ./gouji ingest '" + samples + "' --to parquet:files --lang en 2>said";
  CHECK(WEXITSTATUS(std::system(line.c_str())) == 2);
  const std::string said = contents(gouji.folder / "said");
  INFO(said);
  CHECK(said.find("get-arrow") != std::string::npos);
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "files"));
}

}  // namespace
}  // namespace gouji::app
