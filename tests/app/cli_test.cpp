// Runs the built command as a user does: what it prints, where, and its exit status.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <regex>

#include "command.h"

namespace gouji::app {
namespace {

using testing::Command;
using testing::contents;
using testing::Run;
using testing::TemporaryFolder;

constexpr std::string_view good = "云溪县财政局2023年度部门决算说明\n一、收支情况\n2023年支出合计300万元，其中基本支出100万元，项目支出200万元。\n";
constexpr std::string_view faulty = "云溪县教育局2023年度部门决算说明\n一、收支情况\n2023年支出合计300万元，其中基本支出100万元，项目支出260万元。\n";
constexpr std::string_view other = "云溪县水利局2023年度部门决算说明\n一、收支情况\n2023年收入合计40万元。\n";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
std::size_t count(const std::string& text, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
  return n;
}

TEST_CASE("exit status: 0 nothing inconsistent, 1 something is, 2 nothing could be done") {
  const Command gouji;
  gouji.folder.write("good.txt", good);
  gouji.folder.write("faulty.txt", faulty);
  gouji.folder.write("empty.txt", "");
  CHECK(gouji("audit good.txt").status == 0);
  CHECK(gouji("audit faulty.txt").status == 1);
  CHECK(gouji("extract faulty.txt").status == 0);
  CHECK(gouji("audit good.txt empty.txt").status == 1);
  CHECK(gouji("audit empty.txt").status == 2);
  CHECK(gouji("audit missing.txt").status == 2);
  CHECK(gouji("audit missing.txt empty.txt").status == 2);
  CHECK(gouji("audit --nonsense good.txt").status == 2);
  CHECK(gouji("").status == 2);
  CHECK(gouji("--help").status == 0);
  CHECK(gouji("--version").status == 0);
}

TEST_CASE("results go to standard output, errors to standard error") {
  const Command gouji;
  gouji.folder.write("good.txt", good);
  const Run run = gouji("audit good.txt missing.txt --format jsonl --lang en");
  CHECK(contains(run.out, "{\"type\":\"document\""));
  CHECK(contains(run.out, "{\"type\":\"refusal\",\"path\":\"missing.txt\",\"code\":\"not_found\""));
  CHECK(contains(run.out, "{\"type\":\"summary\",\"documents\":1,\"refusals\":1"));
  CHECK(contains(run.err, "missing.txt"));
  CHECK_FALSE(contains(run.err, "{"));
  CHECK(gouji("audit good.txt").err.empty());
}

TEST_CASE("the fault is shown to a person with its place and its sum") {
  const Command gouji;
  gouji.folder.write("faulty.txt", faulty);
  const Run run = gouji("audit faulty.txt");
  CHECK(contains(run.out, "faulty.txt:3"));
  CHECK(contains(run.out, "^"));
  CHECK_FALSE(contains(run.out, "\x1b["));
  CHECK(contains(gouji("audit faulty.txt --color always").out, "\x1b["));
}

TEST_CASE("standard input, with --as and without") {
  const Command gouji;
  gouji.folder.write("faulty.txt", faulty);
  CHECK(gouji("audit - --as txt", "cat faulty.txt | ").status == 1);
  const Run run = gouji("extract - < faulty.txt");
  CHECK(contains(run.out, "\"path\":\"-\""));
  CHECK(gouji("extract - < /dev/null").status == 2);
}

TEST_CASE("a folder is read in name order, a list in its own") {
  const Command gouji;
  gouji.folder.write("in/b.txt", good);
  gouji.folder.write("in/a/z.txt", faulty);
  gouji.folder.write("in/c.txt", other);
  gouji.folder.write("list", "in/c.txt\nin/b.txt\n");
  const auto before = [](const std::string& text, const std::string& a, const std::string& b) {
    return text.find("\"path\":\"" + a) < text.find("\"path\":\"" + b);
  };
  const Run folder = gouji("audit in --format jsonl");
  CHECK(before(folder.out, "in/a/z.txt", "in/b.txt"));
  CHECK(before(folder.out, "in/b.txt", "in/c.txt"));
  const Run list = gouji("audit @list --format jsonl");
  CHECK(before(list.out, "in/c.txt", "in/b.txt"));
  CHECK(count(list.out, "{\"type\":\"document\"") == 2);
  std::filesystem::create_directory(gouji.folder / "nothing");
  CHECK(gouji("audit nothing").status == 2);
}

TEST_CASE("the number of threads changes no byte") {
  const Command gouji;
  for (int i = 0; i < 30; ++i) {
    std::string text;
    text.append(i % 3 == 0 ? faulty : good).append("第").append(std::to_string(i)).append("页\n");
    gouji.folder.write("in/" + std::to_string(i) + ".txt", text);
  }
  gouji.folder.write("in/7.txt", "");
  for (const std::string format : {"jsonl", "text"}) {
    const Run one = gouji("audit in --threads 1 --format " + format);
    CHECK(one.status == 1);
    CHECK_FALSE(one.out.empty());
    for (const std::string threads : {"2", "8"}) {
      const Run many = gouji("audit in --format " + format + " --threads " + threads);
      CHECK(many.out == one.out);
      CHECK(many.err == one.err);
    }
  }
}

TEST_CASE("two paths with the same bytes are one document with both paths") {
  const Command gouji;
  gouji.folder.write("a.txt", good);
  gouji.folder.write("b.txt", good);
  const Run run = gouji("extract a.txt b.txt");
  CHECK(count(run.out, "{\"type\":\"document\"") == 1);
  CHECK(contains(run.out, R"("paths":["a.txt","b.txt"])"));
  gouji.folder.write("c.txt", "");
  gouji.folder.write("d.txt", "");
  CHECK(count(gouji("extract c.txt d.txt").out, "{\"type\":\"refusal\"") == 2);
}

TEST_CASE("option -o writes the whole file or none") {
  const Command gouji;
  gouji.folder.write("good.txt", good);
  const Run run = gouji("audit good.txt --format jsonl -o result.jsonl");
  CHECK(run.out.empty());
  CHECK(contents(gouji.folder / "result.jsonl") == gouji("audit good.txt --format jsonl").out);
  CHECK(gouji("audit good.txt -o no/such/folder/x").status == 2);
  CHECK(gouji("audit good.txt --format jsonl > /dev/full; exit $?", "exec 2>/dev/null; ").status == 2);
}

TEST_CASE("a reader that stops early is no error") {
  const Command gouji;
  std::string big;
  big.append(good);
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    big.append("第").append(number).append("项支出").append(number).append(".5万元。\n");
  }
  gouji.folder.write("big.txt", big);
  const Run run = gouji("extract big.txt 2>&1; echo $? >status) | head -n 1", "(");
  CHECK(count(run.out, "\n") == 1);
  CHECK(contents(gouji.folder / "status") == "0\n");
}

TEST_CASE("option --all-numbers adds the numbers that are no figures") {
  const Command gouji;
  gouji.folder.write("good.txt", good);
  CHECK_FALSE(contains(gouji("extract good.txt").out, "\"type\":\"number\""));
  CHECK(contains(gouji("extract good.txt --all-numbers").out, "\"type\":\"number\""));
}

TEST_CASE("a text over the limit is refused by name") {
  const Command gouji;
  gouji.folder.write("good.txt", good);
  const Run run = gouji("audit good.txt --max-bytes 10 --format jsonl");
  CHECK(run.status == 2);
  CHECK(contains(run.out, "\"too_large\""));
}

TEST_CASE("the pattern library can be listed, and its own examples hold") {
  const Command gouji;
  CHECK(contains(gouji("patterns list").out, "万元"));
  CHECK(contains(gouji("patterns list --format jsonl").out, "{\"type\":\"pattern\""));
  const Run test = gouji("patterns test");
  CHECK(test.status == 0);
  CHECK(gouji("patterns list --patterns /no/such/folder").status == 2);
}

// GOUJI_ACCEPT=1 writes the command's present output into the README.
TEST_CASE("the example of the README is what the command prints") {
  const std::string path = GOUJI_SOURCE_DIR "/README.md";
  std::string readme = contents(path);
  const std::string command = "$ gouji audit corpus/samples/budget_faulty.layout.txt\n";
  const std::size_t at = readme.find(command);
  REQUIRE(at != std::string::npos);
  const std::size_t begin = at + command.size(), end = readme.find("```", begin);
  const Command gouji;
  const std::string printed = gouji("audit corpus/samples/budget_faulty.layout.txt", "cd '" GOUJI_SOURCE_DIR "' && ").out;
  CHECK(printed == readme.substr(begin, end - begin));
  if (std::getenv("GOUJI_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << readme.replace(begin, end - begin, printed);
}

TEST_CASE("every command and option of the help stands in the manual page") {
  const Command gouji;
  const std::string manual = contents(GOUJI_SOURCE_DIR "/docs/gouji.1");
  const std::regex option("--([a-z][a-z-]+)");
  for (const std::string command : {"audit", "extract", "numbers", "patterns list", "patterns test"}) {
    const std::string help = gouji(command + " --help").out;
    for (auto it = std::sregex_iterator(help.begin(), help.end(), option); it != std::sregex_iterator(); ++it) {
      INFO(command << ' ' << it->str());
      CHECK(contains(manual, "-" + it->str(1)));
    }
  }
}

}  // namespace
}  // namespace gouji::app
