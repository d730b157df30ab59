// The generator keeps its word: the same seed gives the same bytes, clean reports hold, planted faults show, figures stand where it says.
#include <catch2/catch.hpp>
#include <set>

#include "generate/arithmetic.h"
#include "generate/case.h"
#include "generate/grammars.h"
#include "generate/numerals.h"
#include "generate/truth.h"

namespace gouji::generate {
namespace {

// The characters of a text's line from an offset on.
std::string at_place(const std::string& text, std::uint64_t line, std::uint64_t offset, std::size_t bytes) {
  std::size_t at = 0;
  for (std::uint64_t i = 1; i < line; ++i) at = text.find('\n', at) + 1;
  for (std::uint64_t seen = 0; seen < offset; ++seen) do
      ++at;
    while ((static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U);
  return text.substr(at, bytes);
}

}  // namespace

TEST_CASE("the same seed gives the same bytes, the first numbers of SplitMix64 are as published") {
  Random random(1234567);
  CHECK(random.next() == 6457827717110365317ULL);
  CHECK(random.next() == 3203168211198807973ULL);
  for (const bool faulty : {false, true}) {
    const Case once = make_case(7, faulty), again = make_case(7, faulty);
    CHECK(once.bytes == again.bytes);
    CHECK(truth_of(once.report) == truth_of(again.report));
  }
  CHECK(make_case(7, false).bytes != make_case(8, false).bytes);
}

TEST_CASE("parts add up to what was divided") {
  Random random(5);
  for (const std::int64_t total : {std::int64_t{1'000}, std::int64_t{123'456'789}, std::int64_t{987'654'321'012}}) {
    std::int64_t sum = 0;
    for (const std::int64_t part : divide(random, total, 7)) sum += part;
    CHECK(sum == total);
  }
}

TEST_CASE("numbers are printed as they are rounded, and read back as printed") {
  const Quantity amount{"", Measure::amount, 12'345'678, 1, "", ""}, third{"", Measure::ratio, 1, 3, "", ""};
  CHECK(print_numeral(amount, {"万元", 4, 2}, false, false).digits == "1234.57");
  CHECK(print_numeral(amount, {"元", 0, 2}, false, true).digits == "12,345,678.00");
  CHECK(print_numeral(amount, {"亿元", 8, 2}, false, false).digits == "0.12");
  CHECK(print_numeral(third, {"%", -2, 2}, false, false).digits == "33.33");
  const Quantity round{"", Measure::amount, 50'000, 1, "", ""};
  CHECK(print_numeral(round, {"万元", 4, 2}, true, false).digits == "5");
  const Numeral read = read_numeral("1,234.57", 4, false);
  CHECK(Decimal(read.value, -7) == Decimal(12'345'700));
  CHECK(Decimal(read.half, -7) == Decimal(50));
}

TEST_CASE("clean reports hold, of every kind and in every wording") {
  for (const std::string& kind : report_kinds()) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
      const Report report = make_report(kind, seed);
      INFO(kind << " " << seed);
      CHECK(report.figures.size() > 4);
      CHECK(broken_relations(report).empty());
    }
  }
}

TEST_CASE("a planted fault breaks a relation that the report states, and every kind of fault finds a place") {
  std::set<FaultKind> seen;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    const Case one = make_case(seed, true);
    INFO(one.name);
    REQUIRE(one.report.faults.size() == 1);
    const Fault& fault = one.report.faults[0];
    seen.insert(fault.kind);
    CHECK(!fault.broken.empty());
    CHECK(broken_relations(one.report) == fault.broken);
    if (fault.kind == FaultKind::digit_changed || fault.kind == FaultKind::total_wrong)  // the true value would mend it
      CHECK(std::set<FigureId>(fault.suspects.begin(), fault.suspects.end()).count(fault.figures[0]) == 1);
  }
  CHECK(seen.size() == fault_kinds);
}

TEST_CASE("figures stand where the truth says, in both layouts") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    Case one = make_case(seed, false);
    if (one.layout.docx) continue;  // the reader of Word files finds them, or accuracy_test fails
    const std::string text = print(one.report, one.layout);
    INFO(one.name);
    for (const Figure& figure : one.report.figures) {
      REQUIRE(figure.line > 0);
      const std::string printed = (figure.in_table && figure.sign < 0 ? "-" : "") + figure.number;
      CHECK(at_place(text, figure.line, figure.offset, printed.size()) == printed);
    }
  }
}

}  // namespace gouji::generate
