// The samples of corpus/samples/tables: the standard forms as cell lines and as aligned columns, clean and with planted faults
// (corpus/samples/README.md gives the arithmetic). One fault is one finding, and the layout makes no difference to it.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "app/auditor.h"

namespace gouji::app {
namespace {

output::Report audited(const std::string& name) {
  static const Auditor auditor(patterns::Library::load({}).value(), {});
  const auto path = std::filesystem::path(GOUJI_SOURCE_DIR) / "corpus" / "samples" / "tables" / name;
  return std::get<output::Report>(auditor.run(corpus::Input{path.string()}));
}

// Printed numbers of the figures blamed (none: stated) by findings that no other finding causes.
std::set<std::string> causes(const output::Report& report) {
  std::set<std::string> out;
  for (const Check& check : report.checks)
    if ((check.verdict == Verdict::inconsistent || check.verdict == Verdict::suspect_unit) && check.caused_by == no_id)
      out.insert(std::string(report.document.view(report.extraction.figures[check.blamed ? check.blamed->figure : check.stated].number)));
  return out;
}

std::size_t ran(const output::Report& report) {
  return static_cast<std::size_t>(std::count_if(report.coverage.begin(), report.coverage.end(), [](const Obligation& o) { return o.ran; }));
}

}  // namespace

TEST_CASE("clean forms hold in both layouts, and their identities are run") {
  for (const char* name :
       {"accounts_tables_clean.txt", "accounts_tables_clean.layout.txt", "evaluation_tables_clean.txt", "evaluation_tables_clean.layout.txt",
        "budget_tables_clean.txt", "budget_tables_clean.layout.txt", "wide_tables_clean.txt", "wide_tables_clean.layout.txt"}) {
    INFO(name);
    CHECK(causes(audited(name)).empty());
  }
  CHECK(ran(audited("accounts_tables_clean.txt")) >= 36);
  CHECK(ran(audited("accounts_tables_clean.layout.txt")) >= 36);
  CHECK(ran(audited("budget_tables_clean.txt")) >= 30);  // with 项目支出绩效自评表, which the print leaves out
  CHECK(ran(audited("budget_tables_clean.layout.txt")) >= 26);
  CHECK(ran(audited("wide_tables_clean.txt")) >= 54);
  CHECK(ran(audited("wide_tables_clean.layout.txt")) >= 54);
}

TEST_CASE("a planted fault of a form is one finding, in both layouts") {
  const std::set<std::string> accounts{"28.10", "5.80", "153.25", "69.47", "6.34"};
  CHECK(causes(audited("accounts_tables_faulty.txt")) == accounts);
  CHECK(causes(audited("accounts_tables_faulty.layout.txt")) == accounts);
  CHECK(causes(audited("evaluation_tables_faulty.txt")) == std::set<std::string>{"1.06", "15", "85.7", "59", "96.5"});
  const std::set<std::string> aligned = causes(audited("evaluation_tables_faulty.layout.txt"));
  for (const char* number : {"1.06", "15"}) CHECK(aligned.count(number) == 1);
  CHECK(causes(audited("budget_tables_faulty.txt")) == std::set<std::string>{"48.62", "206.00", "20.20", "3.50", "98.9", "95"});
  CHECK(causes(audited("budget_tables_faulty.layout.txt")) == std::set<std::string>{"48.62", "206.00", "20.20", "3.50"});
  // 330.41: of 商品和服务支出 and its items, nothing tells which one is wrong.
  const std::set<std::string> wide{"4,653.84", "330.41", "24.70", "16,278.00", "121.00", "267.00", "6"};
  CHECK(causes(audited("wide_tables_faulty.txt")) == wide);
  CHECK(causes(audited("wide_tables_faulty.layout.txt")) == wide);
}

TEST_CASE("wide forms say the same as cell lines and as a PDF's print") {
  const auto said = [](const std::string& name) {
    const output::Report report = audited(name);
    std::multiset<std::string> out;
    for (const Figure& f : report.extraction.figures)
      out.insert(f.indicator.str() + " " + f.value.str() + " " + f.unit.value.str() + " " + std::to_string(int(f.aspect)) + " " +
                 std::to_string(int(f.basis.value)) + " " + std::to_string(int(f.comparator)) + " " + f.code.str());
    return out;
  };
  const std::multiset<std::string> cells = said("wide_tables_clean.txt");
  CHECK(cells.size() == 181);
  CHECK(cells == said("wide_tables_clean.layout.txt"));
  // 造林面积 | ≥ | 1200 | 亩 of 绩效目标表: a target of at least 1200亩.
  const std::string target = "造林面积 1200 亩 0 " + std::to_string(int(Basis::target)) + " " + std::to_string(int(Comparator::at_least)) + " ";
  CHECK(cells.count(target) == 1);
}

TEST_CASE("a finding of a form names the number to blame") {
  const output::Report report = audited("accounts_tables_faulty.txt");
  std::set<std::string> blamed;
  for (const Check& check : report.checks)
    if (check.blamed && check.caused_by == no_id)
      blamed.insert(std::string(report.document.view(report.extraction.figures[check.blamed->figure].number)));
  for (const char* number : {"28.10", "5.80", "153.25", "69.47"}) CHECK(blamed.count(number) == 1);
}

}  // namespace gouji::app
