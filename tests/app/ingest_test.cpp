// gouji ingest and gouji status as a user runs them: into a store, again, on after a stop, and what is said of it.
#include <rapidjson/document.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <random>
#include <regex>
#include <sstream>
#include <thread>

#include "command.h"
#include "output/store/sqlite_database.h"
#include "support/archive_writer.h"

namespace gouji::app {
namespace {

using testing::contents;

std::string report_of(int number, int part = 200) {
  const std::string n = std::to_string(number);
  return "云溪县第" + n + "中学2023年度部门决算说明\n一、收支情况\n2023年支出合计" + std::to_string(300 + number) + "万元，其中基本支出" +
         std::to_string(100 + number) + "万元，项目支出" + std::to_string(part) + "万元。\n";
}

using testing::Run;

// The command with what a store holds of it.
class Command : public testing::Command {
 public:
  // One column of one row, or every row of several joined by spaces.
  std::string query(const std::string& sql, const std::string& store = "s.db") const {
    const store::SqliteDatabase database(folder / store, store::Access::read);
    store::SqliteStatement statement(database, sql);
    std::string out;
    while (statement.step()) {
      for (int c = 0; c < statement.columns(); ++c) out.append(out.empty() ? "" : " ").append(statement.is_null(c) ? "NULL" : statement.text(c));
    }
    return out;
  }
  // All that a store holds of its documents, however it came there.
  std::string records(const std::string& store = "s.db") const {
    std::string all;
    for (const store::Table& table : store::tables()) {
      if (table.name == "inputs") continue;
      all += query("SELECT * FROM " + std::string(table.name) + " ORDER BY " + std::string("1, 2, 3").substr(0, 3 * table.key_columns - 2), store) +
             "\n";
    }
    return all + query("SELECT path, status, sha256, document, code FROM inputs ORDER BY path", store);
  }
  void write_reports(int count) const {
    for (int i = 0; i < count; ++i) folder.write("in/" + std::to_string(i) + ".txt", report_of(i));
  }
};

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("an archive goes into a store, status says what became of every input") {
  const Command gouji;
  gouji.write_reports(3);
  gouji.folder.write("in/copy.txt", report_of(1));
  CHECK(gouji("ingest in --to sqlite:s.db").status == 0);
  gouji.folder.write("in/faulty.txt", report_of(5, 260));
  gouji.folder.write("in/empty.txt", "");
  const Run run = gouji("ingest in --to sqlite:s.db --lang en");
  CHECK(run.status == 1);
  CHECK(run.out.empty());
  CHECK(contains(run.err, "1 stored, 0 duplicates, 4 unchanged, 0 skipped, 1 refused; 3 figures, 1 findings"));
  CHECK(gouji.query("SELECT status, count(*) FROM inputs GROUP BY status ORDER BY 1") == "duplicate 1 refused 1 stored 4");
  CHECK(gouji.query("SELECT period, stated_value, computed FROM findings") == "2023 3050000 3650000");
  const Run status = gouji("status s.db --lang en");
  CHECK(status.status == 0);
  CHECK(contains(status.out, "inputs: stored 4, duplicates 1, refused 1"));
  CHECK(contains(status.out, "refused for: empty 1"));
  CHECK(contains(status.out, "findings: 1"));
  CHECK(contains(gouji("status s.db --format jsonl").out, "{\"type\":\"store\",\"store\":\"s.db\",\"schema_version\":\"3\""));
}

TEST_CASE("ingesting again changes nothing, --resume does not even read") {
  const Command gouji;
  gouji.write_reports(5);
  gouji("ingest in --to s.db");
  const std::string before = gouji.records();
  CHECK(contains(gouji("ingest in --to s.db --lang en").err, "0 stored, 0 duplicates, 5 unchanged, 0 skipped"));
  CHECK(contains(gouji("ingest in --to s.db --lang en --resume").err, "0 stored, 0 duplicates, 0 unchanged, 5 skipped"));
  CHECK(gouji.records() == before);
  // Changed in place: a new version of the same report.
  gouji.folder.write("in/2.txt", report_of(2) + "二、其他情况\n");
  CHECK(contains(gouji("ingest in --to s.db --lang en --resume").err, "1 stored, 0 duplicates, 0 unchanged, 4 skipped"));
  CHECK(gouji.query("SELECT count(*) FROM documents") == "6");
  CHECK(gouji.query("SELECT count(*) FROM current_documents") == "5");
}

TEST_CASE("archives of reports go into a store file by file") {
  const Command gouji;
  const auto archive = [](int second) {
    return test::write_tar({{"县/1.txt", report_of(1)}, {"县/2.txt", report_of(second)}, {"县/old.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}}, "gzip");
  };
  gouji.folder.write("in/2023.tar.gz", archive(2));
  gouji.folder.write("in/1.txt", report_of(1));
  CHECK(contains(gouji("ingest in --to s.db --lang en").err, "2 stored, 1 duplicates, 0 unchanged, 0 skipped, 1 refused"));
  CHECK(gouji.query("SELECT path, status, code FROM inputs ORDER BY path") ==
        "in/1.txt stored NULL in/2023.tar.gz!/县/1.txt duplicate NULL in/2023.tar.gz!/县/2.txt stored NULL in/2023.tar.gz!/县/old.doc refused "
        "legacy_doc");
  CHECK(contains(gouji("ingest in --to s.db --lang en --resume").err, "0 stored, 0 duplicates, 0 unchanged, 4 skipped"));
  // What was refused comes back by its path in the archive.
  gouji("status s.db --refused -o refused.list");
  CHECK(contains(gouji("ingest @refused.list --to s.db --lang en").err, "0 stored, 0 duplicates, 0 unchanged, 0 skipped, 1 refused"));
  CHECK(contains(gouji("ingest --retry-failed --to s.db --lang en").err, "1 refused"));
  gouji.folder.write("in/2023.tar.gz", archive(3));
  CHECK(contains(gouji("ingest in --to s.db --lang en").err, "1 stored, 0 duplicates, 2 unchanged, 0 skipped, 1 refused"));
}

TEST_CASE("the log of events has every input, appended (--log)") {
  const Command gouji;
  gouji.write_reports(2);
  gouji.folder.write("in/empty.txt", "");
  gouji("ingest in --to s.db --log run.log");
  gouji("audit in/0.txt in/empty.txt --log run.log");
  std::istringstream lines(contents(gouji.folder / "run.log"));
  std::vector<std::string> events;
  for (std::string line; std::getline(lines, line);) {
    rapidjson::Document event;
    REQUIRE_FALSE(event.Parse(line.c_str()).HasParseError());
    CHECK(std::regex_match(event["time"].GetString(), std::regex(R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)")));
    std::string shown = event["event"].GetString();
    if (event.HasMember("path")) shown.append(" ").append(event["path"].GetString());
    if (event.HasMember("status")) shown.append(" ").append(event["status"].GetString());
    events.push_back(shown);
  }
  CHECK(events == std::vector<std::string>{"ingest_begin", "input in/0.txt stored", "input in/1.txt stored", "input in/empty.txt refused",
                                           "ingest_end", "document in/0.txt", "refusal in/empty.txt"});
  CHECK(gouji("audit in --log in").status == 2);
}

TEST_CASE("archives are audited like folders") {
  const Command gouji;
  gouji.folder.write("a.tar", test::write_tar({{"1.txt", report_of(1)}, {"2.txt", report_of(2, 260)}, {"3.pdf", "%PDF-1.7"}, {"4.pdf", "%PDF-1.7"}}));
  const Run run = gouji("audit a.tar --format csv -o csv/ --lang en");
  CHECK(run.status == 1);
  CHECK(contains(run.err, "a.tar!/3.pdf"));
  CHECK(contains(run.err, "a.tar!/4.pdf"));
  CHECK(contains(contents(gouji.folder / "csv/2.csv"), "inconsistent"));
}

TEST_CASE("exit status of ingest and status") {
  const Command gouji;
  gouji.folder.write("good.txt", report_of(1));
  gouji.folder.write("empty.txt", "");
  std::filesystem::create_directory(gouji.folder / "nothing");
  CHECK(gouji("ingest empty.txt missing.txt --to s.db").status == 2);
  CHECK(gouji("ingest empty.txt --to s.db --resume").status == 2);
  CHECK(gouji("ingest nothing --to s.db").status == 2);
  CHECK(gouji("ingest --to s.db").status == 2);
  CHECK(gouji("ingest good.txt").status == 2);
  CHECK(gouji("ingest good.txt --to no/such/folder/s.db").status == 2);
  CHECK(gouji("ingest good.txt --to nosuch:store").status == 2);
  CHECK(gouji("status missing.db").status == 2);
  CHECK(gouji("ingest good.txt --to s.db").status == 0);
}

TEST_CASE("refused inputs come back as a list, odd names survive it") {
  const Command gouji;
  const std::vector<std::string> names{"in/with space.txt", "in/\xB1\xA8\xB8\xE6.txt", "in/back\\slash.txt", "in/line\nend.txt", "in/@list.txt"};
  for (const std::string& name : names) gouji.folder.write(name, "");
  gouji.folder.write("#comment.txt", "");
  CHECK(gouji("ingest in '#comment.txt' --to s.db").status == 2);
  CHECK(gouji("status s.db --refused -o refused.list").status == 0);
  for (std::size_t i = 0; i < names.size(); ++i) gouji.folder.write(names[i], report_of(static_cast<int>(i)));
  gouji.folder.write("#comment.txt", report_of(99));
  CHECK(gouji("ingest @refused.list --to s.db").status == 0);
  CHECK(gouji.query("SELECT status, count(*), max(attempts) FROM inputs GROUP BY status") == "stored 6 2");
  CHECK(gouji.query("SELECT count(*) FROM inputs WHERE path = 'in/\\xB1\\xA8\\xB8\\xE6.txt'") == "1");
}

TEST_CASE("retry-failed takes up what was refused, alone or with inputs") {
  const Command gouji;
  gouji.write_reports(2);
  gouji.folder.write("in/@odd.txt", "");
  gouji.folder.write("in/late.txt", "");
  gouji("ingest in --to s.db");
  CHECK(contains(gouji("ingest in --to s.db --resume --lang en").err, "4 skipped, 0 refused"));
  CHECK(contains(gouji("ingest in --to s.db --retry-failed --lang en").err, "2 skipped, 2 refused"));
  gouji.folder.write("in/late.txt", report_of(7));
  CHECK(contains(gouji("ingest --to s.db --retry-failed --lang en").err, "1 stored, 0 duplicates, 0 unchanged, 0 skipped, 1 refused"));
  CHECK(gouji.query("SELECT path FROM inputs WHERE status = 'refused'") == "in/@odd.txt");
}

TEST_CASE("folders that cannot be listed and links that go round are no trap") {
  const Command gouji;
  gouji.write_reports(2);
  std::filesystem::create_directory_symlink(gouji.folder / "in", gouji.folder / "in/loop");
  std::filesystem::create_symlink(gouji.folder / "in/0.txt", gouji.folder / "in/link.txt");
  CHECK(gouji("ingest in --to s.db").status == 0);
  CHECK(gouji.query("SELECT count(*) FROM inputs") == "2");
}

TEST_CASE("another pattern library runs again what it affects") {
  const Command gouji;
  gouji.write_reports(2);
  gouji("ingest in --to s.db");
  gouji.folder.write("patterns/units.toml",
                     "[[unit]]\nid = \"test.pail\"\nnames = [\"桶桶\"]\ncode = \"桶桶\"\nkind = \"count\"\nexamples = [\"3桶桶\"]\ncounter_examples "
                     "= [\"3元\"]\nwhy = \"test\"\n");
  const Run run = gouji("ingest in --to s.db --resume --lang en --patterns patterns");
  INFO(run.err);
  CHECK(contains(run.err, "2 stored, 0 duplicates, 0 unchanged, 0 skipped"));
  CHECK(gouji.query("SELECT count(*), count(DISTINCT pattern_version) FROM documents") == "2 1");
  CHECK(gouji.query("SELECT count(*) FROM supersessions") == "0");
}

TEST_CASE("a full disk is said, nothing is half written, and the run goes on when there is room") {
  const Command gouji;
  gouji.write_reports(150);
  if (std::system("unshare -rm mount -t tmpfs none /mnt 2>/dev/null") != 0) {
    WARN("SKIPPED: no file system of its own may be mounted here");
    return;
  }
  gouji.folder.write("run", "mkdir small && mount -t tmpfs -o size=600k none small && cd '" + gouji.folder.path() +
                                "'\n\"$1\" ingest in --to small/s.db; echo $? >status\n"
                                "mount -o remount,size=50m small && \"$1\" ingest in --to small/s.db --resume; cp small/s.db .\n");
  const std::string command = "cd '" + gouji.folder.path() + "' && unshare -rm sh run '" GOUJI_BINARY "' 2>err";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(contents(gouji.folder / "status") == "2\n");
  CHECK(contains(contents(gouji.folder / "err"), "磁盘空间不足"));
  CHECK(contains(contents(gouji.folder / "err"), "--resume"));
  gouji("ingest in --to undisturbed.db");
  CHECK(gouji.records() == gouji.records("undisturbed.db"));
}

TEST_CASE("any number of workers gives the same store, the metrics say what was done") {
  const Command gouji;
  gouji.write_reports(120);
  for (int i = 0; i < 10; ++i) gouji.folder.write("in/copy" + std::to_string(i) + ".txt", report_of(i));
  gouji.folder.write("in/50.txt", "");
  CHECK(gouji("ingest in --to one.db --jobs 1").status == 1);
  CHECK(gouji("ingest in --to five.db --jobs 5 --metrics m.prom").status == 1);
  CHECK(gouji.records("one.db") == gouji.records("five.db"));
  const std::string metrics = contents(gouji.folder / "m.prom");
  CHECK(contains(metrics, "gouji_inputs_total{outcome=\"stored\"} 119\n"));
  CHECK(contains(metrics, "gouji_inputs_total{outcome=\"duplicate\"} 10\n"));
  CHECK(contains(metrics, "gouji_inputs_total{outcome=\"refused\"} 1\n"));
  CHECK(contains(metrics, "gouji_figures_total 357\n"));
}

TEST_CASE("an input that takes too long is refused by name and the others go on") {
  const Command gouji;
  gouji.write_reports(3);
  REQUIRE(std::system(("mkfifo '" + (gouji.folder / "in/pipe") + "'").c_str()) == 0);  // nobody ever writes to it
  const Run run = gouji("ingest in/0.txt in/pipe in/1.txt --to s.db --jobs 1 --timeout 1 --lang en");
  CHECK(run.status == 1);
  CHECK(contains(run.err, "in/pipe: not done within 1 s"));
  CHECK(contains(run.err, "2 stored"));
  CHECK(gouji.query("SELECT code FROM inputs WHERE status = 'refused'") == "timeout");
}

// Starts the command and kills it after a while; true when it had ended by itself.
bool killed_after(const Command& gouji, std::chrono::microseconds time, int signal, const std::vector<std::string>& arguments) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::vector<char*> argv{const_cast<char*>(GOUJI_BINARY)};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    if (::chdir(gouji.folder.path().c_str()) != 0 || ::freopen("/dev/null", "w", stderr) == nullptr) ::_exit(9);
    ::execv(GOUJI_BINARY, argv.data());
    ::_exit(9);
  }
  std::this_thread::sleep_for(time);
  ::kill(child, signal);
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) < 2;
}

TEST_CASE("killed at any instant and resumed, the store is that of an undisturbed run") {
  const Command gouji;
  gouji.write_reports(400);
  gouji("ingest in --to undisturbed.db");
  std::mt19937 random(7);
  std::uniform_int_distribution<int> milliseconds(1, 150);
  const int signal = GENERATE(SIGKILL, SIGTERM);
  for (int kills = 0; kills < 12; ++kills) {
    if (killed_after(gouji, std::chrono::milliseconds(milliseconds(random)), signal, {"ingest", "in", "--to", "s.db", "--resume", "--quiet"})) break;
  }
  CHECK(gouji("ingest in --to s.db --resume").status == 0);
  CHECK(gouji.records() == gouji.records("undisturbed.db"));
}

}  // namespace
}  // namespace gouji::app
