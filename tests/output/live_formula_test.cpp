#include "output/xlsx/live_formula.h"

#include <catch2/catch.hpp>

namespace gouji::output::xlsx {
namespace {

struct Operand {
  const char* value;
  OperandRole role;
  int sign = 1;
};

// The stated figure is the first operand.
std::optional<LiveFormula> formula(const std::vector<Operand>& operands, const std::string& computed) {
  Report report;
  Check check;
  check.stated = 0;
  check.computed = computed;
  for (const Operand& operand : operands) {
    check.operands.push_back({static_cast<FigureId>(report.extraction.figures.size()), operand.role, static_cast<std::int8_t>(operand.sign)});
    Figure& figure = report.extraction.figures.emplace_back();
    figure.value = *Decimal::parse(operand.value);
    figure.decimals = 4;
  }
  return live_formula(report, check, [](FigureId id) { return std::string(1, static_cast<char>('A' + id)); });
}

TEST_CASE("formulas follow the operands' roles") {
  using enum OperandRole;
  struct {
    std::vector<Operand> operands;
    const char *computed, *expression;
  } const cases[] = {
      {{{"100", total}, {"40", part}, {"50", part}}, "90", "B+C"},
      {{{"100", total}, {"140", part}, {"50", part, -1}}, "90", "B-C"},
      {{{"50", part}, {"100", total}, {"40", part}}, "60", "B-(C)"},
      {{{"0.5", left}, {"1", numerator}, {"3", denominator}}, "0.333333", "B/C"},
      {{{"0.06", left}, {"5.27", numerator}, {"98.42", after}}, "0.056575", "B/(C-B)"},
      {{{"0.05", left}, {"5", numerator}, {"95", after}}, "0.05", "B/(C+B)"},
      {{{"10", left}, {"90", after}, {"78", before}}, "12", "B-C"},
      {{{"8", right}, {"9", left}}, "9", "B"},
      {{{"1400", total}, {"7", left}, {"193", right}}, "1351", "B*C"},
  };
  for (const auto& c : cases) {
    INFO(c.expression);
    const auto found = formula(c.operands, c.computed);
    REQUIRE(found.has_value());
    CHECK(found->expression == c.expression);
  }
}

TEST_CASE("no formula is shown that gives another value than the check") {
  using enum OperandRole;
  CHECK_FALSE(formula({{"100", total}, {"40", part}, {"50", part}}, "91").has_value());
  CHECK_FALSE(formula({{"100", total}, {"40", part}}, "").has_value());
  CHECK_FALSE(formula({{"100", total}}, "100").has_value());
  CHECK_FALSE(formula({{"1", left}, {"1", numerator}, {"0", denominator}}, "7").has_value());
  std::vector<Operand> many(4000, {"1", part});
  many.front().role = total;
  CHECK(formula(many, "3999").has_value());
  many.resize(9000, {"1", part});
  CHECK_FALSE(formula(many, "8999").has_value());  // longer than a cell takes
}

}  // namespace
}  // namespace gouji::output::xlsx
