#include "output/sarif.h"

#include <rapidjson/document.h>

#include <catch2/catch.hpp>
#include <functional>
#include <initializer_list>
#include <sstream>

#include "golden.h"
#include "sample_report.h"
#include "sarif_shape.h"

namespace gouji::output {
namespace {

using testing::check_golden;
using testing::sample_report;

using Reports = std::initializer_list<std::reference_wrapper<const Report>>;

const Report& sample() {
  static const Report report = sample_report();
  return report;
}

std::string written(Reports reports, const std::vector<Refusal>& refusals, Language language = Language::zh) {
  std::ostringstream out;
  SarifSink sink(out, {language, "test"});
  for (const Report& report : reports) sink.report(report);
  for (const Refusal& refusal : refusals) sink.refusal(refusal);
  sink.finish();
  return out.str();
}

rapidjson::Document parsed(const std::string& text) {
  rapidjson::Document out;
  out.Parse(text.c_str());
  REQUIRE_FALSE(out.HasParseError());
  return out;
}

TEST_CASE("an audit's SARIF is that of the golden file") {
  check_golden("audit.sarif", written({sample()}, {{"bad.txt", "empty", "bad.txt: the file is empty", "get it again"}}));
}

std::vector<std::string> faults_of(const std::string& log) {
  std::vector<std::string> faults;
  testing::sarif_faults(parsed(log), "log", "log", faults);
  return faults;
}

AcrossCheck across_check(Verdict verdict) {
  AcrossCheck check;
  check.entity = "云山县档案馆";
  check.key = "k";
  check.name = "支出";
  check.verdict = verdict;
  check.operands = {{"d1", "2022 年.txt", {3, 9}, "12.34万元", 7, Decimal(123400, 0)}, {"d2", "b.docx", {5, 9}, "13.24万元", 0, Decimal(132400, 0)}};
  check.formula = "12.34万元 / 13.24万元";
  check.message = "支出在各份报告中不一致，请核实。";
  return check;
}

TEST_CASE("a log has the shape of the SARIF 2.1.0 schema") {
  Report other = sample_report();
  other.document.meta.path = "other.txt";
  CHECK(faults_of(written({sample(), other}, {{"bad.txt", "empty", "bad.txt: the file is empty", "get it again"}})) == std::vector<std::string>{});
  CHECK(faults_of(written({}, {})) == std::vector<std::string>{});
  std::ostringstream out;
  SarifSink sink(out, {Language::en, "test"});
  sink.report(sample_report());
  for (const Verdict verdict : {Verdict::inconsistent, Verdict::query, Verdict::exact}) sink.across(across_check(verdict));
  sink.finish();
  CHECK(faults_of(out.str()).empty());
  const auto log = parsed(out.str());
  const auto& run = log["runs"][0];
  REQUIRE(run["results"].Size() == 4);  // one finding and one query of the report, and the two of three that do not agree
  CHECK(std::string(run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].GetString()) == "b.docx");
  CHECK(run["artifacts"].Size() == 3);
  // The check of the check.
  for (const char* bad : {R"({"version":"2.0.0","runs":[]})", R"({"version":"2.1.0"})", R"({"version":"2.1.0","runs":[{"tool":{"driver":{}}}]})",
                          R"({"version":"2.1.0","runs":[],"more":1})"}) {
    INFO(bad);
    CHECK_FALSE(faults_of(bad).empty());
  }
}

TEST_CASE("what SARIF 2.1.0 requires is there: version, driver, rules that results point at, artifacts that places point at") {
  const auto log = parsed(written({sample(), sample()}, {}, Language::en));
  CHECK(std::string(log["version"].GetString()) == "2.1.0");
  const auto& run = log["runs"][0];
  const auto& rules = run["tool"]["driver"]["rules"];
  CHECK(std::string(run["tool"]["driver"]["name"].GetString()) == "gouji");
  REQUIRE(run["artifacts"].Size() == 2);
  REQUIRE(run["results"].Size() == 4);
  for (const auto& result : run["results"].GetArray()) {
    CHECK(result["message"]["text"].GetStringLength() > 0);
    const auto rule = result["ruleIndex"].GetUint();
    REQUIRE(rule < rules.Size());
    CHECK(std::string(rules[rule]["id"].GetString()) == result["ruleId"].GetString());
    // SARIF 2.1.0 §3.27.10: only a result of kind "fail" has a level.
    if (std::string(result["kind"].GetString()) != "fail") CHECK(std::string(result["level"].GetString()) == "none");
    for (const auto& location : result["locations"].GetArray()) {
      CHECK(location["physicalLocation"]["artifactLocation"]["index"].GetUint() < 2);
      CHECK(location["physicalLocation"]["region"]["startLine"].GetUint() >= 1);
      CHECK(location["physicalLocation"]["region"]["startColumn"].GetUint() >= 1);
    }
  }
  CHECK(run["results"][2]["locations"][0]["physicalLocation"]["artifactLocation"]["index"].GetUint() == 1);
}

TEST_CASE("a finding is a result and what follows from it is not, a query is to be reviewed, what holds is no result") {
  Report report = sample_report();
  report.checks[2].verdict = Verdict::exact;
  const auto log = parsed(written({report}, {}));
  const auto& results = log["runs"][0]["results"];
  REQUIRE(results.Size() == 2);
  CHECK(std::string(results[0]["kind"].GetString()) == "fail");
  CHECK(std::string(results[0]["level"].GetString()) == "error");
  CHECK(std::string(results[0]["fingerprints"]["gouji/check/v1"].GetString()) == report.checks[0].id);
  CHECK(results[0]["properties"]["consequences"].GetInt() == 1);
  CHECK(results[0]["relatedLocations"].Size() == 2);
  CHECK(std::string(results[1]["kind"].GetString()) == "review");
}

TEST_CASE("a figure that is broken over lines has its bytes, and no column to end in") {
  Report report = sample_report();
  report.checks[0].stated = 2;
  const auto log = parsed(written({report}, {}));
  const auto& region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
  CHECK(std::string(region["snippet"]["text"].GetString()) == "885.38万元");
  CHECK_FALSE(region.HasMember("endColumn"));
  CHECK(region["byteLength"].GetUint() == 14);
}

TEST_CASE("paths are URIs") {
  struct {
    const char *path, *uri;
  } const cases[] = {
      {"a.txt", "a.txt"}, {"报告 1.txt", "%E6%8A%A5%E5%91%8A%201.txt"}, {"/data/a%b.txt", "file:///data/a%25b.txt"}, {"a#b?.txt", "a%23b%3F.txt"}};
  for (const auto& c : cases) {
    Report report = sample_report();
    report.document.meta.path = c.path;
    const auto log = parsed(written({report}, {}));
    CHECK(std::string(log["runs"][0]["artifacts"][0]["location"]["uri"].GetString()) == c.uri);
  }
}

TEST_CASE("without an input the log is whole") {
  const auto log = parsed(written({}, {}));
  CHECK(log["runs"][0]["results"].Size() == 0);
}

}  // namespace
}  // namespace gouji::output
