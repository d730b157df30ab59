// Figures of one entity that several documents state.
#include "audit/across.h"

#include "audit/entity.h"
#include "audit/key_figures.h"
#include "report.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

struct Stated {
  const char* name;
  const char* number;
  int year;
};

void add(Across& across, const char* id, const char* entity, const std::vector<Stated>& figures) {
  Report r;
  for (const Stated& s : figures) r.figure(r.amount(s.name, s.number)).period = {{static_cast<std::int16_t>(s.year)}, Origin::clause};
  r.document.meta.id = id;
  r.document.meta.path = std::string(id) + ".txt";
  r.extraction.facts.entity = entity;
  across.add(key_figures(r.document, r.extraction));
}

}  // namespace

TEST_CASE("last year's final accounts and this year's 上年决算数") {
  struct Case {
    const char* now;
    Verdict verdict;
  };
  const Case cases[] = {
      {"1234.56", Verdict::exact}, {"1240.99", Verdict::query}, {"1243.56", Verdict::inconsistent}, {"12345600", Verdict::inconsistent}};
  for (const Case& c : cases) {
    INFO(c.now);
    Across across(Language::zh);
    add(across, "one", "云山县档案馆", {{"一般公共预算财政拨款支出", "1234.56", 2022}});
    add(across, "two", "云山县 档案馆", {{"一般公共预算财政拨款支出", "1500.00", 2023}, {"一般公共预算财政拨款支出", c.now, 2022}});
    const auto checks = across.checks();
    REQUIRE(checks.size() == 1);
    CHECK(checks[0].verdict == c.verdict);
    REQUIRE(checks[0].operands.size() == 2);
    CHECK(checks[0].operands[0].document == "one");
    CHECK(checks[0].operands[1].document == "two");
    CHECK(checks[0].period.year == 2022);
  }
}

TEST_CASE("what is not compared") {
  Across across(Language::zh);
  add(across, "one", "云山县档案馆", {{"一般公共预算财政拨款支出", "1234.56", 2022}, {"其他", "777.77", 2022}, {"办公楼维修支出", "5", 2022}});
  SECTION("another entity") { add(across, "two", "云水县档案馆", {{"一般公共预算财政拨款支出", "99.99", 2022}}); }
  SECTION("nobody's report") { add(across, "two", "", {{"一般公共预算财政拨款支出", "99.99", 2022}}); }
  SECTION("one name with two values in one document") {
    add(across, "two", "云山县档案馆", {{"一般公共预算财政拨款支出", "99.99", 2022}, {"一般公共预算财政拨款支出", "88.88", 2022}});
  }
  SECTION("another year") { add(across, "two", "云山县档案馆", {{"一般公共预算财政拨款支出", "99.99", 2023}}); }
  SECTION("names that fit many things, numbers that come by chance") {
    add(across, "two", "云山县档案馆", {{"其他", "999.99", 2022}, {"办公楼维修支出", "6", 2022}});
  }
  CHECK(across.checks().empty());
}

TEST_CASE("names of one entity") {
  CHECK(entity_core("中国共产党云山县委员会组织部") == entity_core("中共云山县委组织部"));
  CHECK(entity_core("云山县 人民政府") == entity_core("云山县政府"));
  CHECK(entity_core("云山县财政局（本级）") != entity_core("云山县财政局"));
  CHECK(full_entities({"行政审批服务局", "云山县行政审批服务局"}) == std::vector<std::string>{"云山县行政审批服务局", "云山县行政审批服务局"});
  // Of two counties: whose is it?
  CHECK(full_entities({"行政审批服务局", "云山县行政审批服务局", "云水县行政审批服务局"})[0] == "行政审批服务局");
  CHECK(full_entities({"财政局", "云山县财政局"})[0] == "财政局");
}
