// The Word samples of corpus/samples/docx: the files are what their program writes, their records those that were reviewed; the clean
// ones hold, and each planted fault (corpus/samples/README.md) is found.
#include "support/docx_samples.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "app/auditor.h"
#include "output/jsonl.h"
#include "support/docx_fixtures.h"

namespace gouji::app {
namespace {

namespace fs = std::filesystem;
const fs::path folder = fs::path(GOUJI_SOURCE_DIR) / "corpus" / "samples" / "docx";
using gouji::test::file_contents;

output::Report audited(const std::string& name) {
  static const Auditor auditor = [] {
    Auditor::Options options;
    options.all_texts = true;
    return Auditor(patterns::Library::load({}).value(), options);
  }();
  auto outcome = auditor.run(corpus::Input{(folder / name).string()});
  if (const auto* refusal = std::get_if<output::Refusal>(&outcome)) FAIL(refusal->code << " " << refusal->message);
  auto report = std::get<output::Report>(std::move(outcome));
  report.document.meta.path = name;  // the same on every machine
  report.document.meta.paths = {name};
  report.pattern_version = "any";  // changes with every entry of the library
  return report;
}

// Printed numbers of the stated figures of findings that no other finding causes.
std::set<std::string> causes(const output::Report& report) {
  std::set<std::string> out;
  for (const Check& check : report.checks)
    if ((check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit) && check.caused_by == no_id)
      out.insert(std::string(report.document.view(report.extraction.figures[check.stated].number)));
  return out;
}

}  // namespace

TEST_CASE("the committed Word samples are what make_docx_samples writes") {
  const auto samples = gouji::test::docx_samples();
  for (const auto& [name, bytes] : samples) {
    INFO(name << ": write them again with make_docx_samples corpus/samples/docx");
    CHECK(file_contents(folder / name) == bytes);
  }
  std::size_t files = 0;
  for (const auto& entry : fs::directory_iterator(folder)) files += entry.path().extension() == ".docx" ? 1 : 0;
  CHECK(files == samples.size());
}

TEST_CASE("every Word sample gives its reviewed records") {
  for (const auto& [name, bytes] : gouji::test::docx_samples()) {
    const fs::path expected = folder / "expected" / fs::path(name).replace_extension(".jsonl");
    std::ostringstream got;
    output::JsonlSink sink(got, {});
    sink.report(audited(name));
    if (std::getenv("GOUJI_ACCEPT") != nullptr) {
      fs::create_directories(expected.parent_path());
      std::ofstream(expected, std::ios::binary) << got.str();
    }
    INFO(expected.string() << ": accept new records with GOUJI_ACCEPT=1 after reading the difference");
    CHECK(file_contents(expected) == got.str());
  }
}

TEST_CASE("the clean Word samples hold, and each planted fault is one finding") {
  const std::map<std::string, std::set<std::string>> planted = {
      {"self_evaluation_faulty.docx", {"92", "31.74", "1.51", "91.54", "95"}},
      {"accounts_faulty.docx", {"416.20", "120.40", "6.85"}},
      {"budget_faulty.docx", {"6.72", "4.1", "32.90"}},
      {"execution_faulty.docx", {"58.40", "12.8", "46.80"}},
  };
  for (const auto& [name, bytes] : gouji::test::docx_samples()) {
    INFO(name);
    const auto found = planted.find(name);
    CHECK(causes(audited(name)) == (found == planted.end() ? std::set<std::string>{} : found->second));
  }
}

}  // namespace gouji::app
