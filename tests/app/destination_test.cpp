// --format and -o, as a user runs them: one file or one for each report, and what cannot be written leaves nothing behind.
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "command.h"

namespace gouji::app {
namespace {

using testing::Command;
using testing::contents;
using testing::Run;

constexpr std::string_view faulty = "云溪县教育局2023年度部门决算说明\n一、收支情况\n2023年支出合计300万元，其中基本支出100万元，项目支出260万元。\n";
constexpr std::string_view good = "云溪县财政局2023年度部门决算说明\n一、收支情况\n2023年支出合计300万元，其中基本支出100万元，项目支出200万元。\n";

std::vector<std::string> names(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}
bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("a file of each format holds what its name says") {
  const Command gouji;
  gouji.folder.write("a.txt", faulty);
  struct {
    const char *format, *begins;
  } const cases[] = {{"html", "<!doctype html>"},         {"xlsx", "PK"},     {"csv", "id,evidence,"}, {"sarif", "{\"$schema\""},
                     {"jsonl", "{\"type\":\"document\""}, {"text", "a.txt\n"}};
  for (const auto& c : cases) {
    INFO(c.format);
    CHECK(gouji(std::string("audit a.txt -o out.x --format ") + c.format).status == 1);
    CHECK(contents(gouji.folder / "out.x").starts_with(c.begins));
    CHECK(gouji(std::string("audit a.txt --format ") + c.format).out.starts_with(c.begins));
  }
  CHECK(gouji("extract a.txt --format csv").out.starts_with("id,document,path,kind,"));
  CHECK(gouji("audit a.txt --format csv --bom").out.starts_with("\xEF\xBB\xBFid,"));
}

TEST_CASE("an annotated copy is made of Word documents only, and never over them") {
  const Command gouji;
  gouji.folder.write("in/a.txt", faulty);
  std::filesystem::copy_file(GOUJI_SOURCE_DIR "/corpus/samples/docx/budget_faulty.docx", gouji.folder / "in/b.docx");
  const Run text = gouji("audit in/a.txt --format docx -o a.docx --lang en");
  CHECK(text.status == 2);
  CHECK(contains(text.err, "in/a.txt: not a Word document"));
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "a.docx"));
  const Run both = gouji("audit in --format docx -o copies/");
  CHECK(both.status == 1);
  CHECK(contains(both.err, "不是 Word 文件"));
  CHECK(names(gouji.folder / "copies") == std::vector<std::string>{"b.docx"});
  CHECK(gouji("audit in/b.docx --format docx -o b.docx").status == 1);
  CHECK((contents(gouji.folder / "b.docx") == contents(gouji.folder / "copies/b.docx")));
  CHECK(gouji("audit b.docx --format docx -o .").status == 2);
  CHECK(gouji("audit b.docx --format docx -o b.docx").status == 2);
  CHECK(gouji("audit b.docx --format docx -o /dev/full").status == 2);
  CHECK(gouji("audit - --format docx -o c.docx", "cat b.docx | ").status == 1);
  CHECK(contents(gouji.folder / "c.docx").starts_with("PK"));
  CHECK(gouji("extract b.docx --format docx").status == 2);
}

TEST_CASE("a folder gets a file for each report, and none for a refusal") {
  const Command gouji;
  gouji.folder.write("in/a.txt", faulty);
  gouji.folder.write("in/b/a.txt", good);
  gouji.folder.write("in/c.txt", "");
  for (const std::string format : {"html", "xlsx", "csv", "jsonl", "sarif", "text"}) {
    INFO(format);
    const Run run = gouji("audit in -o " + format + "/sub/ --format " + format);
    CHECK(run.status == 1);
    CHECK(contains(run.err, "c.txt"));
    const std::string extension = format == "text" ? "txt" : format;
    CHECK(names(gouji.folder / (format + "/sub")) == std::vector<std::string>{"a-2." + extension, "a." + extension});
  }
  std::filesystem::create_directory(gouji.folder / "there");
  CHECK(gouji("audit in/a.txt -o there --format csv").status == 1);
  CHECK(names(gouji.folder / "there") == std::vector<std::string>{"a.csv"});
  CHECK(gouji("audit - -o there --format html", "cat in/a.txt | ").status == 1);
  CHECK(std::filesystem::exists(gouji.folder / "there/stdin.html"));
}

TEST_CASE("checks across reports have a file of their own where each report has one") {
  const Command gouji;
  const auto report = [](int year, const std::string& now, const std::string& before) {
    return "云溪县教育局" + std::to_string(year) + "年度部门决算说明\n一、收支情况\n" + std::to_string(year) + "年一般公共预算财政拨款支出" + now +
           "万元，" + std::to_string(year - 1) + "年一般公共预算财政拨款支出" + before + "万元。\n";
  };
  gouji.folder.write("in/2022.txt", report(2022, "1234.56", "1100.00"));
  gouji.folder.write("in/2023.txt", report(2023, "1300.00", "1243.56"));
  for (const std::string format : {"html", "xlsx", "csv", "jsonl", "sarif", "text"}) {
    INFO(format);
    CHECK(gouji("audit in -o " + format + "s/ --format " + format).status == 1);
    const std::string extension = format == "text" ? "txt" : format;
    CHECK(names(gouji.folder / (format + "s")) ==
          std::vector<std::string>{"2022." + extension, "2023." + extension, "across-documents." + extension});
    const std::string file = contents(gouji.folder / (format + "s/across-documents." + extension));
    if (format != "xlsx") {
      CHECK(contains(file, "1234.56万元"));
      CHECK(contains(file, "1243.56万元"));
    }
  }
  // One file for all: the checks stand behind those of the reports, with the documents of their operands.
  const std::string rows = gouji("audit in --format csv").out;
  CHECK(contains(rows, ",operand_documents\r\n"));
  CHECK(contains(rows, "1243.56万元 | 1234.56万元"));
  const std::string log = gouji("audit in --format sarif").out;
  CHECK(contains(log, "2023.txt"));
  CHECK(contains(log, "1234.56万元 / 1243.56万元"));
}

TEST_CASE("several reports for one page are refused before anything is read") {
  const Command gouji;
  gouji.folder.write("in/a.txt", faulty);
  gouji.folder.write("in/b.txt", good);
  const Run run = gouji("audit in -o page.html --format html --lang en");
  CHECK(run.status == 2);
  CHECK(contains(run.err, "give a folder"));
  CHECK_FALSE(std::filesystem::exists(gouji.folder / "page.html"));
  CHECK(gouji("audit in --format html").status == 2);
}

TEST_CASE("an input is never overwritten") {
  const Command gouji;
  gouji.folder.write("in/a.txt", faulty);
  CHECK(gouji("audit in/a.txt -o in/a.txt --format csv").status == 2);
  CHECK(gouji("audit in/a.txt -o in --format text").status == 2);
  CHECK(gouji("audit in/a.txt -o ./in/../in/a.txt --format html").status == 2);
  CHECK(contents(gouji.folder / "in/a.txt") == faulty);
}

TEST_CASE("what cannot be written is said, and nothing is left behind") {
  const Command gouji;
  gouji.folder.write("a.txt", faulty);
  gouji.folder.write("file", "x");
  gouji.folder.write("empty.txt", "");
  for (const std::string format : {"html", "xlsx", "csv", "sarif", "jsonl"}) {
    INFO(format);
    const std::string tail = " --lang en --format " + format;
    CHECK(gouji("audit a.txt -o none/out" + tail).status == 2);
    const Run below_file = gouji("audit a.txt -o file/out" + tail);
    CHECK(below_file.status == 2);
    CHECK(contains(below_file.err, "file/out: Not a directory"));
    CHECK(gouji("audit a.txt -o file/" + tail).status == 2);
    const Run full = gouji("audit a.txt -o /dev/full" + tail);
    CHECK(full.status == 2);
    CHECK(contains(full.err, "No space left on device"));
    CHECK(gouji("audit a.txt" + tail + " | head -c 5").status == 0);
  }
  CHECK(gouji("audit empty.txt -o out.html --format html").status == 2);
  CHECK(names(gouji.folder.path()) == std::vector<std::string>{"a.txt", "empty.txt", "err", "file", "out"});
  CHECK(contents(gouji.folder / "file") == "x");
}

TEST_CASE("a failed run leaves the file of the run before") {
  const Command gouji;
  gouji.folder.write("a.txt", faulty);
  gouji.folder.write("empty.txt", "");
  gouji.folder.write("out.html", "before");
  CHECK(gouji("audit empty.txt -o out.html --format html").status == 2);
  CHECK(contents(gouji.folder / "out.html") == "before");
  CHECK(gouji("audit a.txt -o out.html --format html").status == 1);
  CHECK(contents(gouji.folder / "out.html").starts_with("<!doctype"));
}

TEST_CASE("options that do not go together are refused") {
  const Command gouji;
  gouji.folder.write("a.txt", good);
  CHECK(gouji("audit a.txt --format csv --all-numbers").status == 2);
  CHECK(gouji("audit a.txt --format html --bom").status == 2);
  CHECK(gouji("audit a.txt --bom").status == 2);
  CHECK(gouji("extract a.txt --format html").status == 2);
  CHECK(gouji("extract a.txt --format sarif").status == 2);
  CHECK(gouji("patterns list --format csv").status == 2);
}

}  // namespace
}  // namespace gouji::app
