// Checks across documents in the stores, as `gouji ingest` leaves them: those of `gouji audit`, however the documents came.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <regex>
#include <set>

#include "command.h"
#include "output/store/postgres_fixture.h"
#include "output/store/sqlite_database.h"

namespace gouji::app {
namespace {

using testing::contents;
using testing::Run;

// An office's report of a year, with last year's level as it states it.
std::string report_of(const std::string& entity, int year, const std::string& now, const std::string& before) {
  const std::string y = std::to_string(year), last = std::to_string(year - 1);
  return entity + y + "年度部门决算说明\n一、收支情况\n" + y + "年一般公共预算财政拨款支出决算为" + now + "万元。" + last +
         "年一般公共预算财政拨款支出决算为" + before + "万元。\n";
}

class Command : public testing::Command {
 public:
  // Rows of a store: values by blanks, rows by line ends.
  std::string query(const std::string& sql, const std::string& store = "s.db") const {
    const store::SqliteDatabase database(folder / store, store::Access::read);
    store::SqliteStatement statement(database, sql);
    std::string out;
    while (statement.step()) {
      for (int c = 0; c < statement.columns(); ++c) out.append(c == 0 ? "" : " ").append(statement.is_null(c) ? "NULL" : statement.text(c));
      out += '\n';
    }
    return out;
  }
  // All that a store says across documents.
  std::string across(const std::string& store = "s.db") const {
    std::string all;
    for (const char* sql : {"SELECT * FROM entities ORDER BY 1", "SELECT * FROM across_checks ORDER BY 1",
                            "SELECT * FROM across_operands ORDER BY 1, 2", "SELECT count(*) FROM across_pending"})
      all += query(sql, store);
    return all;
  }
  void write(const std::string& name, const std::string& entity, int year, const std::string& now, const std::string& before) const {
    folder.write("in/" + name, report_of(entity, year, now, before));
  }
  // Two offices over the years; one swapped digits (1234.56 became 1243.56), one restated.
  void write_archive() const {
    write("a21.txt", "云溪县档案馆", 2021, "1100.25", "1000.11");
    write("a22.txt", "云溪县档案馆", 2022, "1234.56", "1100.25");
    write("a23.txt", "云溪县档案馆", 2023, "1500.77", "1243.56");
    write("b22.txt", "云溪县水利服务中心", 2022, "876.54", "800.01");
    write("b23.txt", "云溪县水利服务中心", 2023, "900.09", "871.99");
    write("c23.txt", "云溪县民政局", 2023, "333.33", "322.22");
  }
};

const std::string verdicts = "SELECT entity, period, verdict, finding, reports FROM across_checks ORDER BY entity, period";

TEST_CASE("a store has the checks across documents that gouji audit has") {
  const Command gouji;
  gouji.write_archive();
  const Run run = gouji("ingest in --to s.db --lang en");
  INFO(run.err);
  CHECK(run.status == 1);
  CHECK(run.err.find("3 checks across documents in the store, 1 findings") != std::string::npos);
  CHECK(gouji.query(verdicts) == "云溪县档案馆 2021 exact 0 2\n云溪县档案馆 2022 inconsistent 1 2\n云溪县水利服务中心 2022 query 0 2\n");
  const Run audited = gouji("audit in --format jsonl --lang en");
  std::string ids;
  static const std::regex id("\"type\":\"check\",\"id\":\"([0-9a-f]+)\"[^\n]*\"operands\":\\[\\{\"role\":\"left\",\"sign\":1,\"document\"");
  std::set<std::string> sorted;
  for (std::sregex_iterator at(audited.out.begin(), audited.out.end(), id), end; at != end; ++at) sorted.insert((*at)[1]);
  for (const std::string& one : sorted) ids += one + "\n";
  CHECK(gouji.query("SELECT id FROM across_checks ORDER BY 1") == ids);
  CHECK(gouji.query("SELECT count(*) FROM across_operands o JOIN figures f ON f.document = o.document AND f.id = o.figure AND f.value = o.value "
                    "AND f.source_line = o.line") == "6\n");
  CHECK(gouji.query("SELECT report_period, path, printed FROM across_figures WHERE finding = 1 ORDER BY position") ==
        "2022 in/a22.txt 1234.56万元\n2023 in/a23.txt 1243.56万元\n");
  CHECK(gouji.query("SELECT indicator, difference FROM across_findings") == "一般公共预算财政拨款支出 90000\n");
  CHECK(gouji("status s.db --lang en").out.find("checks across documents: 3 (findings: 1)\n") != std::string::npos);
}

TEST_CASE("however the documents came, the same is said of them") {
  const Command gouji;
  gouji.write_archive();
  gouji("ingest in --to whole.db");
  std::vector<std::string> names{"a21.txt", "a22.txt", "a23.txt", "b22.txt", "b23.txt", "c23.txt"};
  std::mt19937 random(3);
  for (int round = 0; round < 3; ++round) {
    std::shuffle(names.begin(), names.end(), random);
    std::filesystem::remove(gouji.folder / "s.db");
    for (const std::string& name : names) gouji("ingest in/" + name + " --to s.db");
    CHECK(gouji.across() == gouji.across("whole.db"));
  }
  gouji("ingest in --to s.db");
  CHECK(gouji.across() == gouji.across("whole.db"));
  gouji("ingest in --to s.db --resume");
  CHECK(gouji.across() == gouji.across("whole.db"));
}

TEST_CASE("a corrected report takes its contradiction along, what comes back brings it again") {
  const Command gouji;
  gouji.write_archive();
  gouji("ingest in --to s.db");
  const std::string before = gouji.across();
  gouji.write("a23.txt", "云溪县档案馆", 2023, "1500.77", "1234.56");
  CHECK(gouji("ingest in --to s.db").status == 0);
  CHECK(gouji.query("SELECT count(*) FROM across_findings") == "0\n");
  CHECK(gouji.query("SELECT count(*) FROM documents") == "7\n");
  gouji.write("a23.txt", "云溪县档案馆", 2023, "1500.77", "1243.56");
  CHECK(gouji("ingest in --to s.db").status == 1);
  CHECK(gouji.across() == before);
}

TEST_CASE("PostgreSQL says the same across documents as SQLite") {
  if (!store::testing::PostgresDatabase::is_there()) return;
  const store::testing::PostgresDatabase database;
  const Command gouji;
  gouji.write_archive();
  gouji.write("d22.txt", "行政审批服务局", 2022, "2234.56", "1000.11");
  gouji.write("d23.txt", "云溪县行政审批服务局", 2023, "2500.77", "2243.56");
  const auto in_both = [&](const std::string& inputs) {
    gouji("ingest " + inputs + " --to s.db");
    const Run run = gouji("ingest " + inputs + " --to " + database.url);
    INFO(run.err);
    CHECK(run.status == 1);
    for (const std::string sql :
         {"SELECT entity, full_name, ending FROM entities",
          "SELECT id, entity, indicator, compared, period, evidence, verdict, severity, CAST(finding AS integer), reports, "
          "CAST(difference AS text), formula, message, hint, why FROM across_checks",
          "SELECT check_id, position, document, figure, printed, CAST(value AS text), line FROM across_operands",
          "SELECT entity, period, verdict, report_period, path, printed FROM across_figures", "SELECT entity FROM across_pending"}) {
      INFO(sql);
      std::vector<std::string> ours;
      const store::SqliteDatabase opened(gouji.folder / "s.db", store::Access::read);
      store::SqliteStatement statement(opened, sql);
      while (statement.step()) {
        std::string row;
        for (int c = 0; c < statement.columns(); ++c) {
          const bool number = sqlite3_column_type(statement.handle(), c) == SQLITE_INTEGER;
          const std::string text(statement.text(c));
          row += (statement.is_null(c) ? "NULL" : number ? text : "'" + text + "'") + "|";
        }
        ours.push_back(row);
      }
      std::sort(ours.begin(), ours.end());
      CHECK(database.query(sql) == ours);
    }
  };
  in_both("in/a22.txt in/a23.txt in/d22.txt");
  in_both("in");
  in_both("in --resume");
  gouji.write("a23.txt", "云溪县档案馆", 2023, "1500.77", "1234.56");
  in_both("in");
}

TEST_CASE("a short name goes with the one fuller name that there is") {
  const Command gouji;
  gouji.write("1.txt", "行政审批服务局", 2022, "1234.56", "1000.11");
  gouji("ingest in --to s.db");
  gouji.write("2.txt", "云溪县行政审批服务局", 2023, "1500.77", "1243.56");
  gouji("ingest in --to s.db");
  CHECK(gouji.query(verdicts) == "云溪县行政审批服务局 2022 inconsistent 1 2\n");
  CHECK(gouji.query("SELECT entity, full_name FROM entities ORDER BY 1") ==
        "云溪县行政审批服务局 云溪县行政审批服务局\n行政审批服务局 云溪县行政审批服务局\n");
  // A second one: whose report the first is can no longer be told.
  gouji.write("3.txt", "石河市行政审批服务局", 2023, "1600.77", "1555.56");
  gouji("ingest in --to s.db");
  CHECK(gouji.query(verdicts).empty());
  gouji("ingest in --to whole.db");
  CHECK(gouji.across() == gouji.across("whole.db"));
}

TEST_CASE("what a killed run left to compare is compared by the next one") {
  const Command gouji;
  gouji.write_archive();
  gouji("ingest in --to s.db");
  const std::string whole = gouji.across();
  store::SqliteDatabase(gouji.folder / "s.db", store::Access::write)
      .run(
          "DELETE FROM across_checks; DELETE FROM across_operands; DELETE FROM entities; INSERT INTO across_pending SELECT DISTINCT entity FROM "
          "key_figures");
  CHECK(gouji("status s.db --format jsonl").out.find("\"across\":{\"checks\":0,\"findings\":0,\"pending\":true}") != std::string::npos);
  CHECK(gouji("ingest in --to s.db --resume").status == 1);
  CHECK(gouji.across() == whole);
}

TEST_CASE("documents of a store of the layout before are read anew, for they lack what is compared") {
  const Command gouji;
  gouji.write_archive();
  gouji("ingest in --to s.db");
  const std::string whole = gouji.across(), versions = gouji.query("SELECT DISTINCT program_version FROM documents");
  {
    store::SqliteDatabase database(gouji.folder / "s.db", store::Access::write);
    database.run("DROP VIEW across_findings; DROP VIEW across_figures; DROP TABLE key_figures; DROP TABLE entities; DROP TABLE across_checks");
    database.run("DROP TABLE across_operands; DROP TABLE across_pending; UPDATE store_meta SET value = '2' WHERE key = 'schema_version'");
  }
  CHECK(gouji("status s.db").status == 2);
  CHECK(gouji("ingest in --to s.db --resume").err.find("新入库 6") != std::string::npos);
  CHECK(gouji.across() == whole);
  CHECK(gouji.query("SELECT DISTINCT program_version FROM documents") == versions);
}

}  // namespace
}  // namespace gouji::app
