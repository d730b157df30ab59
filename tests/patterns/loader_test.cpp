#include <algorithm>
#include <catch2/catch.hpp>

#include "patterns/library.h"
#include "tests/app/temporary_folder.h"

using namespace gouji;
using app::testing::TemporaryFolder;
using patterns::Library;

namespace {

// The whole message that a file x.toml gives, the folder's name masked as DIR; "" when it loads.
std::string refusal(std::string_view toml) {
  const TemporaryFolder folder;
  folder.write("x.toml", toml);
  const auto library = Library::load({folder.path()});
  if (library) return "";
  CHECK(library.error().code == "bad_pattern");
  std::string message = library.error().message;
  for (std::size_t at = message.find(folder.path()); at != std::string::npos; at = message.find(folder.path()))
    message.replace(at, folder.path().size(), "DIR");
  return message;
}

const std::string rest = "examples = [\"3碓\"]\ncounter_examples = [\"3\"]\nwhy = \"w\"\n";

}  // namespace

TEST_CASE("a bad entry is refused with file, line, entry and reason") {
  struct Case {
    std::string toml, message;
  };
  const std::vector<Case> cases{
      // The file itself.
      {"[[unit]\n", "DIR/x.toml:1: not valid TOML: Error while parsing table header: expected ']', saw '\\n'"},
      {"[[unti]]\nid = \"a\"\n",
       "DIR/x.toml:1: unknown kind \"unti\"; kinds: unit, comparator, negative, indicator, basis, fund, scope, period, change, versus, marker, "
       "partition, column, form"},
      {"unit = 3\n", "DIR/x.toml:1: unit must be written as [[unit]]"},
      // What every entry needs.
      {"[[scope]]\nid = \"a\"\nnames = [\"甲\"]\ncounter_examples = [\"乙\"]\nwhy = \"w\"\n",
       "DIR/x.toml:1: scope \"a\": examples are missing: at least one text in which it must be found"},
      {"[[scope]]\nid = \"a\"\nnames = [\"甲\"]\nexamples = [\"甲\"]\nwhy = \"w\"\n",
       "DIR/x.toml:1: scope \"a\": counter_examples are missing: at least one text in which it must not be found"},
      {"[[scope]]\nid = \"a\"\nnames = [\"甲\"]\nexamples = [\"甲\"]\ncounter_examples = [\"乙\"]\n",
       "DIR/x.toml:1: scope \"a\": why is missing: what it is, or the source that defines it"},
      {"\n[[scope]]\nid = \"a\"\n" + rest, "DIR/x.toml:2: scope \"a\": names are missing"},
      {"[[partition]]\nparts = [[\"甲\"], [\"乙\"]]\n" + rest, "DIR/x.toml:1: partition: id is missing"},
      // Types and bounds; the line is the field's.
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"count\"\npower = 13\n" + rest, "DIR/x.toml:4: unit \"碓\": power must be a whole number from -12 to 12"},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"count\"\npower = 1.5\n" + rest,
       "DIR/x.toml:4: unit \"碓\": power must be a whole number from -12 to 12"},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"count\"\ncountable = \"yes\"\n" + rest, "DIR/x.toml:4: unit \"碓\": countable must be true or false"},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"money\"\n" + rest,
       "DIR/x.toml:3: unit \"碓\": kind must be one of amount, ratio, count, score, other, not \"money\""},
      {"[[unit]]\nnames = [\"碓\"]\n" + rest, "DIR/x.toml:1: unit \"碓\": kind must be one of amount, ratio, count, score, other"},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"amount\"\ncode = \"yuan\"\n" + rest,
       "DIR/x.toml:1: unit \"碓\": code of an amount must be an ISO 4217 code, as in code = \"CNY\""},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"ratio\"\ncode = \"%\"\n" + rest, "DIR/x.toml:1: unit \"碓\": code of a ratio must be one of 1, pp, x"},
      {"[[unit]]\nnames = \"碓\"\nkind = \"count\"\n" + rest, "DIR/x.toml:2: unit: names must be a list of strings, as in names = [\"…\"]"},
      {"[[unit]]\nnames = [\"碓\", 3]\nkind = \"count\"\n" + rest, "DIR/x.toml:2: unit \"碓\": names must hold strings that are not empty"},
      {"[[unit]]\nnames = [\"碓\"]\nkind = \"count\"\nfactor = 4\n" + rest,
       "DIR/x.toml:4: unit \"碓\": unknown field \"factor\"; fields: code, countable, counter_examples, duration, examples, extend, id, kind, "
       "members, names, power, why"},
      {"[[period]]\nnames = [\"碓\"]\nmeaning = \"last year\"\n" + rest,
       "DIR/x.toml:1: period \"碓\": meaning must be years from the report's year (\"-1\", \"0\") or a span of years (\"2021/2025\")"},
      {"[[negative]]\nid = \"a\"\nclass = \"name\"\n" + rest, "DIR/x.toml:1: negative \"a\": needs either names or a pattern"},
      {"[[negative]]\nid = \"a\"\nclass = \"name\"\npattern = \"(\"\n" + rest,
       "DIR/x.toml:1: negative \"a\": pattern is no RE2 expression: missing ): ("},
      {"[[negative]]\nid = \"a\"\nclass = \"name\"\npattern = \"x*\"\n" + rest, "DIR/x.toml:1: negative \"a\": pattern must not match nothing"},
      {"[[negative]]\nid = \"a\"\nclass = \"name\"\npattern = \"(x)(y)\"\n" + rest,
       "DIR/x.toml:1: negative \"a\": pattern may have one group, which is the negative; write (?:…) for the others"},
      {"[[partition]]\nid = \"a\"\nparts = [\"甲\", \"乙\"]\n" + rest,
       "DIR/x.toml:3: partition \"a\": parts must be a list of lists of strings, as in parts = [[\"…\", \"…\"], [\"…\"]]"},
      {"[[partition]]\nid = \"a\"\nparts = [[\"甲\"]]\n" + rest, "DIR/x.toml:1: partition \"a\": parts must name at least two parts"},
      {"[[form]]\nid = \"a\"\nnames = [\"甲表\"]\nidentities = [\"合计 + 乙\"]\n" + rest,
       "DIR/x.toml:1: form \"a\": identity \"合计 + 乙\": neither = nor ≤ stands in it"},
      {"[[form]]\nid = \"a\"\nnames = [\"甲表\"]\nidentities = [\"合计 = 甲 乙\"]\n" + rest,
       "DIR/x.toml:1: form \"a\": identity \"合计 = 甲 乙\": an operator is missing before \"乙\""},
      {"[[form]]\nid = \"a\"\nnames = [\"甲表\"]\nidentities = [\"合计 = Σ甲\"]\n" + rest,
       "DIR/x.toml:1: form \"a\": identity \"合计 = Σ甲\": operand \"Σ甲\": Σ adds up codes (Σ#30?) or numbered rows (Σ一、)"},
      // Ids and names that clash.
      {"[[scope]]\nid = \"a\"\nnames = [\"甲\"]\n" + rest + "[[scope]]\nid = \"a\"\nnames = [\"乙\"]\n" + rest,
       "DIR/x.toml:7: scope \"a\": id \"a\" is already taken at DIR/x.toml:1"},
      {"[[scope]]\nid = \"a\"\nnames = [\"甲\"]\n" + rest + "[[scope]]\nid = \"b\"\nnames = [\"甲\"]\n" + rest,
       "DIR/x.toml:7: scope \"b\": name \"甲\" already belongs to \"a\" (DIR/x.toml:1)"},
      {"[[scope]]\nid = \"a\"\nextend = true\nnames = [\"甲\"]\n", "DIR/x.toml:1: scope \"a\": extends an entry that there is not"},
      {"[[scope]]\nid = \"a\"\nmembers = [[\"甲\"]]\n" + rest, "DIR/x.toml:1: scope \"a\": members stand in place of id and names"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.toml);
    CHECK(refusal(c.toml) == c.message);
  }
}

TEST_CASE("every problem of every file has a line of its own") {
  const TemporaryFolder folder;
  folder.write("a.toml", "[[scope]]\nnames = [\"甲\"]\n");
  folder.write("b.toml", "[[unti]]\n");
  const auto library = Library::load({folder.path()});
  REQUIRE_FALSE(library);
  const std::string& message = library.error().message;
  CHECK(std::count(message.begin(), message.end(), '\n') == 3);
}

TEST_CASE("a folder that is not there is refused by name") {
  const auto library = Library::load({"/no/such/folder"});
  REQUIRE_FALSE(library);
  CHECK(library.error().message == "/no/such/folder: cannot be read: No such file or directory");
}

TEST_CASE("a file that cannot be opened is refused by name, a folder named like one is not read") {
  const TemporaryFolder folder;
  folder.write("sub.toml/x.txt", "");
  CHECK(Library::load({folder.path()}));
  std::filesystem::create_symlink("/no/such/file", folder / "gone.toml");
  const auto library = Library::load({folder.path()});
  REQUIRE_FALSE(library);
  CHECK(library.error().message == (folder / "gone.toml") + ": cannot be read");
}

TEST_CASE("bytes that are no UTF-8 are refused") { CHECK(refusal("[[scope]]\nid = \"\xFF\"\n").starts_with("DIR/x.toml:2: not valid TOML: ")); }

TEST_CASE("a folder adds entries, and the version tells") {
  const TemporaryFolder folder;
  folder.write("more.toml",
               "[[unit]]\nid = \"stake\"\nnames = [\"桩机\"]\nkind = \"count\"\ncountable = true\nexamples = [\"新建3桩机\"]\n"
               "counter_examples = [\"桩机\"]\nwhy = \"charging piles\"\n");
  folder.write("notes.txt", "not a pattern file");
  const auto library = Library::load({folder.path()}).value();
  REQUIRE(library->units().exact("桩机"));
  CHECK(library->units().exact("桩机").entry->layer == 1);
  CHECK(library->units().exact("万元"));
  CHECK(library->test().empty());
  CHECK(library->version() != Library::load({}).value()->version());
}

TEST_CASE("an entry of the same kind and id replaces the built-in one") {
  const TemporaryFolder folder;
  folder.write("more.toml",
               "[[versus]]\nid = \"base_date\"\nversus = \"base_date\"\nnames = [\"比开年\"]\nexamples = [\"比开年增加3亿元\"]\n"
               "counter_examples = [\"比上年增加3亿元\"]\nwhy = \"replaced\"\n");
  const auto library = Library::load({folder.path()}).value();
  CHECK(library->versus().exact("比开年"));
  CHECK_FALSE(library->versus().exact("比年初"));
  CHECK(library->entries().size() == Library::load({}).value()->entries().size());
}

TEST_CASE("extend adds names to an entry and keeps those it has") {
  const TemporaryFolder folder;
  folder.write("more.toml", "[[indicator]]\nid = \"公用经费\"\nextend = true\nnames = [\"日常运转经费\"]\nexamples = [\"日常运转经费12万元\"]\n");
  const auto library = Library::load({folder.path()}).value();
  REQUIRE(library->indicators().exact("日常运转经费"));
  CHECK(library->indicators().exact("日常运转经费").entry->id == "公用经费");
  CHECK(library->indicators().exact("公用经费").entry->side == patterns::Indicator::Side::spending);
  CHECK(library->test().empty());
}

TEST_CASE("members share the fields of their table, and its examples") {
  const TemporaryFolder folder;
  folder.write("more.toml",
               "[[indicator]]\nside = \"people\"\nmembers = [[\"河长数\", \"河长人数\"], [\"湖长数\"]]\nexamples = [\"河长人数12人\"]\n"
               "counter_examples = [\"河道12条\"]\nwhy = \"rivers\"\n");
  const auto library = Library::load({folder.path()}).value();
  CHECK(library->indicators().exact("河长人数").entry->id == "河长数");
  CHECK(library->indicators().exact("湖长数").entry->side == patterns::Indicator::Side::people);
  CHECK(library->test().empty());
}

TEST_CASE("a failing example is reported with its entry") {
  const TemporaryFolder folder;
  folder.write("more.toml", "[[scope]]\nid = \"a\"\nnames = [\"甲域\"]\nexamples = [\"乙域\"]\ncounter_examples = [\"甲域收入\"]\nwhy = \"w\"\n");
  const auto library = Library::load({folder.path()}).value();
  const auto failures = library->test();
  REQUIRE(failures.size() == 2);
  CHECK(failures[0].entry.entry->id == "a");
  CHECK(failures[0].example == "乙域");
  CHECK(failures[0].expected_match);
  CHECK(failures[1].example == "甲域收入");
  CHECK_FALSE(failures[1].expected_match);
}
