#include "patterns/library.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace gouji;
using patterns::Library;

namespace {

const Library& built_in() {
  static const auto library = Library::load({});
  if (!library) FAIL(library.error().message);
  return **library;
}

}  // namespace

TEST_CASE("every entry of the built-in library passes its own examples") {
  const auto failures = built_in().test();
  for (const auto& failure : failures)
    FAIL_CHECK(failure.entry.entry->file << ":" << failure.entry.entry->line << ": " << failure.entry.kind << " " << failure.entry.entry->id
                                         << (failure.expected_match ? " not found in " : " found in ") << failure.example);
  CHECK(failures.empty());
}

TEST_CASE("every entry says what it is and where it stands") {
  REQUIRE(built_in().entries().size() > 400);
  for (const auto& [kind, entry] : built_in().entries()) {
    CAPTURE(kind, entry->id);
    CHECK(!entry->id.empty());
    CHECK(!entry->why.empty());
    CHECK(entry->line > 0);
    CHECK(entry->layer == 0);
    CHECK(entry->file.ends_with(".toml"));
  }
}

// What is built in, as one reads it: kind, id, names. To accept a change, run with GOUJI_ACCEPT=1 and read the difference.
TEST_CASE("the catalogue of the built-in library is that of the golden file") {
  std::string catalogue;
  for (const auto& [kind, entry] : built_in().entries()) {
    catalogue += kind + "\t" + entry->id + "\t";
    for (const std::string& name : entry->names) catalogue += (&name == &entry->names.front() ? "" : "、") + name;
    catalogue += "\n";
  }
  const std::string path = GOUJI_SOURCE_DIR "/tests/patterns/golden/catalogue.txt";
  if (std::getenv("GOUJI_ACCEPT") != nullptr) std::ofstream(path, std::ios::binary) << catalogue;
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file.good());
  CHECK(catalogue == std::string(std::istreambuf_iterator<char>(file), {}));
}

TEST_CASE("the version is that of the data and nothing else") {
  CHECK(built_in().version().size() == 12);
  CHECK(built_in().version() == Library::load({}).value()->version());
}

TEST_CASE("spellings of one indicator have one id") {
  const std::vector<std::pair<std::string, std::string>> cases{{"“三公”经费", "“三公”经费"},
                                                               {"三公经费", "“三公”经费"},
                                                               {"“三公经费”", "“三公”经费"},
                                                               {"因公出国(境)费用", "因公出国（境）费"},
                                                               {"公务用车购置及运行费", "公务用车购置及运行维护费"},
                                                               {"公务用车购置费", "公务用车购置费"},
                                                               {"地方一般公共预算收入", "一般公共预算收入"},
                                                               {"税收", "税收收入"},
                                                               {"日常公用经费", "公用经费"},
                                                               {"教育（类）支出", "教育支出"},
                                                               {"GDP", "地区生产总值"},
                                                               {"地方政府专项债务余额", "地方政府专项债务余额"}};
  for (const auto& [name, id] : cases) {
    CAPTURE(name);
    const auto match = built_in().indicators().exact(name);
    REQUIRE(match);
    CHECK(match.entry->id == id);
  }
}

TEST_CASE("units have their power and code") {
  struct Case {
    std::string text, code;
    int power;
  };
  for (const Case& c : std::vector<Case>{{"万元", "CNY", 4},
                                         {"亿元", "CNY", 8},
                                         {"元", "CNY", 0},
                                         {"万美元", "USD", 4},
                                         {"％", "1", -2},
                                         {"个百分点", "pp", -2},
                                         {"‰", "1", -3},
                                         {"倍", "x", 0}}) {
    CAPTURE(c.text);
    const auto match = built_in().units().prefix(c.text + "，其中");
    REQUIRE(match);
    CHECK(match.length == c.text.size());
    CHECK(match.entry->code == c.code);
    CHECK(match.entry->power == c.power);
  }
  CHECK(built_in().units().exact("人").entry->countable);
  CHECK_FALSE(built_in().units().exact("亩").entry->countable);
  CHECK(built_in().units().exact("个月").entry->duration);
}

TEST_CASE("what a change is against") {
  const std::vector<std::pair<std::string, Versus>> cases{{"比上年增长", Versus::prior_year},
                                                          {"与上年相比，", Versus::prior_year},
                                                          {"同比下降", Versus::prior_year},
                                                          {"比上年预算增加", Versus::prior_year_budget},
                                                          {"较年初预算增加", Versus::budget_initial},
                                                          {"比预算减少", Versus::budget},
                                                          {"比“十三五”时期增加", Versus::prior_period},
                                                          {"超目标任务", Versus::target},
                                                          {"比年初增加", Versus::base_date}};
  for (const auto& [text, versus] : cases) {
    CAPTURE(text);
    REQUIRE(built_in().versus().prefix(text));
    CHECK(built_in().versus().prefix(text).entry->versus == versus);
  }
}

TEST_CASE("markers that share a spelling are kept apart by what they mark") {
  CHECK(built_in().markers("total").exact("合计"));
  CHECK(built_in().markers("of_which").prefix("其中：基本支出"));
  CHECK(built_in().markers("open").suffix("办公费、印刷费等"));
  CHECK_FALSE(built_in().markers("consists").prefix("其中：基本支出"));
  CHECK(built_in().markers("no such marker").size() == 0);
}
