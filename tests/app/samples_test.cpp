// The samples of corpus/samples: their records are those that were reviewed, the clean ones hold, and every planted fault
// that arithmetic can prove is found by name (corpus/samples/README.md gives the arithmetic).
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "app/auditor.h"
#include "output/jsonl.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples";

std::vector<fs::path> samples() {
  std::vector<fs::path> out;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".txt") out.push_back(entry.path());
  std::sort(out.begin(), out.end());
  return out;
}

output::Report audited(const fs::path& path) {
  static const Auditor auditor = [] {
    Auditor::Options options;
    options.all_texts = true;
    return Auditor(patterns::Library::load({}).value(), options);
  }();
  auto report = std::get<output::Report>(auditor.run(corpus::Input{path.string()}));
  report.document.meta.path = path.filename().string();  // the same on every machine
  report.document.meta.paths = {report.document.meta.path};
  report.pattern_version = "any";  // changes with every entry of the library
  return report;
}

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string records(const output::Report& report) {
  std::ostringstream out;
  output::JsonlSink sink(out, {});
  sink.report(report);
  return out.str();
}

// Printed texts of the stated figures of every finding.
std::set<std::string> findings(const output::Report& report) {
  std::set<std::string> out;
  for (const Check& check : report.checks)
    if (check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit)
      out.insert(std::string(report.document.view(report.extraction.figures[check.stated].number)));
  return out;
}

}  // namespace

TEST_CASE("every sample gives its reviewed records") {
  REQUIRE(samples().size() >= 8);
  const bool accept = std::getenv("GOUJI_ACCEPT") != nullptr;
  for (const fs::path& sample : samples()) {
    const fs::path expected = folder / "expected" / sample.filename().replace_extension(".jsonl");
    const std::string got = records(audited(sample));
    if (accept) {
      fs::create_directories(expected.parent_path());
      std::ofstream(expected, std::ios::binary) << got;
    }
    INFO(expected.string() << ": accept new records with GOUJI_ACCEPT=1 after reading the difference");
    CHECK(contents(expected) == got);
  }
}

TEST_CASE("the clean samples hold") {
  for (const fs::path& sample : samples()) {
    if (sample.filename().string().find("faulty") != std::string::npos) continue;
    INFO(sample.filename().string());
    CHECK(findings(audited(sample)).empty());
  }
}

TEST_CASE("every planted fault that arithmetic proves is found") {
  const std::map<std::string, std::vector<std::string>> planted = {
      {"self_evaluation_faulty.txt", {"23.21", "268.34", "127.48", "1.24", "15.3", "90.3"}},
      {"final_accounts_faulty.txt", {"521.36", "105.86", "6.45", "11.08"}},
      {"budget_faulty.layout.txt", {"1846.20", "6.25", "312.40"}},
      {"budget_execution_faulty.web.txt", {"9．54", "64．38", "81．38", "194．30"}},
      {"work_report_faulty.txt", {"6.8"}},
  };
  for (const auto& [name, numbers] : planted) {
    const auto found = findings(audited(folder / name));
    for (const std::string& number : numbers) {
      INFO(name << " " << number);
      CHECK(found.count(number) == 1);
    }
  }
}

}  // namespace gouji::app
