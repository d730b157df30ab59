// The parts of the command that can be tried without running it.
#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "app/command_line.h"
#include "app/ingest_progress.h"
#include "app/output_file.h"
#include "app/plan.h"
#include "app/suggestion.h"
#include "temporary_folder.h"

namespace gouji::app {
namespace {

using testing::contents;
using testing::TemporaryFolder;

TEST_CASE("a line of progress fits the terminal, whatever its width") {
  struct {
    const char* line;
    std::size_t columns;
    const char* shown;
  } const cases[] = {{"12/30 · 5/s", 80, "12/30 · 5/s"},
                     {"12/30 · 5/s", 0, "12/30 · 5/s"},
                     {"12/30 · 5/s", 12, "12/30 · 5/s"},
                     {"12/30 · 5/s", 8, "12/30 ·"},
                     {"问题 3", 5, "问题"},
                     {"问题 3", 4, "问"},
                     {"问题 3", 1, ""}};
  for (const auto& c : cases) {
    INFO(c.line << " in " << c.columns);
    CHECK(fitted(c.line, c.columns) == c.shown);
  }
}

TEST_CASE("the same bytes under two paths are one job") {
  const TemporaryFolder folder;
  const std::string a = folder.write("a.txt", "12"), b = folder.write("b.txt", "34"), c = folder.write("c.txt", "12"),
                    d = folder.write("d.txt", "123");
  const std::vector<Job> jobs = plan({{a}, {b}, {c}, {d}, {folder / "none"}, {a}}, {});
  REQUIRE(jobs.size() == 4);
  CHECK(jobs[0].paths == std::vector<std::string>{a, c});
  CHECK(jobs[1].paths == std::vector<std::string>{b});
  CHECK(jobs[2].paths == std::vector<std::string>{d});
  CHECK(jobs[3].paths == std::vector<std::string>{folder / "none"});
}

TEST_CASE("an output file is there whole or not at all") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.txt", "old");
  {
    auto file = OutputFile::open(path);
    REQUIRE(file);
    file->stream() << "new";
    CHECK(contents(path) == "old");
  }
  CHECK(contents(path) == "old");
  {
    auto file = OutputFile::open(path);
    file->stream() << "new";
    REQUIRE(file->commit());
  }
  CHECK(contents(path) == "new");
  CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);  // nothing temporary stays
}

TEST_CASE("an output file keeps its permissions and stays behind its link") {
  const TemporaryFolder folder;
  const std::string path = folder.write("out.txt", "old"), link = folder / "link";
  ::chmod(path.c_str(), 0640);
  std::filesystem::create_symlink(path, link);
  auto file = OutputFile::open(link);
  file->stream() << "new";
  REQUIRE(file->commit());
  CHECK(std::filesystem::is_symlink(link));
  CHECK(contents(path) == "new");
  CHECK((std::filesystem::status(path).permissions() & std::filesystem::perms::all) == std::filesystem::perms(0640));
}

TEST_CASE("a device is written in place, and a folder that is not there is said") {
  auto null = OutputFile::open("/dev/null");
  REQUIRE(null);
  null->stream() << "x";
  CHECK(null->commit());
  CHECK(std::filesystem::is_character_file("/dev/null"));
  const auto bad = OutputFile::open("/nonexistent/folder/out");
  REQUIRE_FALSE(bad);
  CHECK(bad.error().code == "cannot_write");
  CHECK(bad.error().message.find("/nonexistent/folder/out") != std::string::npos);
}

TEST_CASE("the closest word is suggested, a far one is not") {
  const std::vector<std::string> known{"--format", "--output", "--lang", "--patterns"};
  const std::vector<std::pair<std::string, std::string>> cases{{"--formt", "--format"},
                                                               {"--ouptut", "--output"},
                                                               {"--language", ""},
                                                               {"--lan", "--lang"},
                                                               {"--zzzzzz", ""},
                                                               {std::string(100000, 'x'), ""},
                                                               {"", ""}};
  for (const auto& [word, expected] : cases) {
    INFO(word.substr(0, 20));
    CHECK(closest(word, known) == expected);
  }
}

Result<CommandLine> parse(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "gouji");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

TEST_CASE("a command line becomes options") {
  const auto line =
      parse({"audit",         "a.txt", "-",   "@list",     "--format", "jsonl",   "-o",    "x",           "--lang", "en",          "--patterns", "p",
             "--all-numbers", "--as",  "txt", "--threads", "3",        "--color", "never", "--max-bytes", "2KB",    "--log-level", "info"});
  REQUIRE(line);
  const auto& options = std::get<Options>(*line);
  CHECK(options.command == Command::audit);
  CHECK(options.inputs == std::vector<std::string>{"a.txt", "-", "@list"});
  CHECK(options.format == Format::jsonl);
  CHECK(options.output == "x");
  CHECK(options.language == Language::en);
  CHECK(options.patterns_directory == "p");
  CHECK(options.all_numbers);
  CHECK(options.read_as == corpus::InputFormat::txt);
  CHECK(options.threads == 3);
  CHECK(options.color == Color::never);
  CHECK(options.limits.text_bytes == 2048);
  CHECK(options.log_level == LogLevel::info);
}

TEST_CASE("limits are set by name, and a wrong one is an error that names those there are") {
  const auto line = parse({"audit", "a", "--limit", "docx-entries=20", "--limit", "docx-part=2MB", "--limit=xml-depth=300"});
  REQUIRE(line);
  const corpus::Limits& limits = std::get<Options>(*line).limits;
  CHECK(limits.package_entries == 20);
  CHECK(limits.part_bytes == 2U << 20);
  CHECK(limits.xml_depth == 300);
  CHECK(limits.xml_attributes == corpus::Limits{}.xml_attributes);
  for (const char* wrong :
       {"docx-entries", "docx-entries=", "docx-entries=-1", "docx-entries=many", "docx-entries=99999999999999999999999", "nothing=1"}) {
    INFO(wrong);
    const auto refused = parse({"audit", "a", "--limit", wrong});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("--limit") != std::string::npos);
  }
  CHECK(parse({"audit", "a", "--limit", "nothing=1"}).error().message.find("docx-part=") != std::string::npos);
}

TEST_CASE("each command has its default format") {
  const auto format_of = [](std::vector<const char*> arguments) { return std::get<Options>(*parse(std::move(arguments))).format; };
  CHECK(format_of({"audit", "a"}) == Format::text);
  CHECK(format_of({"extract", "a"}) == Format::jsonl);
  CHECK(format_of({"patterns", "list"}) == Format::text);
  CHECK(format_of({"extract", "a", "--format", "text"}) == Format::text);
}

TEST_CASE("a bad command line says what was probably meant") {
  struct Case {
    std::vector<const char*> arguments;
    std::string message, hint;
  };
  const std::vector<Case> cases{
      {{"audit", "a", "--formt", "jsonl", "--lang", "en"}, "unknown option: --formt", "did you mean --format?"},
      {{"audit", "a", "--formt=jsonl", "--lang=en"}, "unknown option: --formt=jsonl", "did you mean --format?"},
      {{"adit", "a", "--lang", "en"}, "unknown command: adit", "did you mean audit?"},
      {{"patterns", "lst", "--lang", "en"}, "unknown command: lst", "did you mean list?"},
      {{"--lang", "en"}, "unknown option: --lang", ""},
      {{"audit", "--lang", "en"}, "INPUT", "usage: gouji audit --help"},
      {{"audit", "a", "--threads", "0", "--lang", "en"}, "--threads", "usage: gouji audit --help"},
      {{"audit", "a", "--format", "xml", "--lang", "en"}, "xml", "usage: gouji audit --help"},
      {{}, "没有给出命令", "用法见 gouji --help"},
  };
  for (const Case& c : cases) {
    INFO(c.message);
    const auto line = parse(c.arguments);
    REQUIRE_FALSE(line);
    CHECK(line.error().code == "usage");
    CHECK(line.error().message.find(c.message) != std::string::npos);
    if (!c.hint.empty()) CHECK(line.error().hint == c.hint);
  }
}

TEST_CASE("help and version are found before anything that is missing") {
  CHECK(std::holds_alternative<ShowText>(*parse({"--help"})));
  CHECK(std::holds_alternative<ShowText>(*parse({"audit", "--help"})));
  CHECK(std::holds_alternative<ShowVersion>(*parse({"--version"})));
  CHECK(std::holds_alternative<ShowVersion>(*parse({"audit", "--version"})));
}

}  // namespace
}  // namespace gouji::app
