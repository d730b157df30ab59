#include "audit/equation.h"

#include "report.h"

using namespace gouji;
using namespace gouji::audit;

namespace {

Term term(const char* value, int decimals = 2, int sign = 1) { return {decimal(value), Interval::around(decimal(value), decimals), sign}; }

}  // namespace

TEST_CASE("every operand can be solved for, and the relation then holds") {
  struct Case {
    Form form;
    std::vector<Term> terms;
  };
  const Case cases[] = {
      {Form::sum, {term("10.00"), term("4.50"), term("5.50")}},
      {Form::sum, {term("3.00"), term("10.00"), term("7.00", 2, -1)}},
      {Form::complement, {term("0.25"), term("0.75")}},
      {Form::quotient, {term("0.50"), term("4.00"), term("8.00")}},
      {Form::change_rate, {term("0.25"), term("2.00"), term("10.00")}},
      {Form::change_rate, {term("0.20"), term("2.00", 2, -1), term("8.00")}},
      {Form::growth, {term("0.25"), term("10.00"), term("8.00")}},
      {Form::growth, {term("0.20"), term("8.00", 2, -1), term("10.00")}},
      {Form::product, {term("12.00"), term("4.00"), term("3.00")}},
  };
  for (const Case& c : cases) {
    for (std::size_t i = 0; i < c.terms.size(); ++i) {
      INFO(static_cast<int>(c.form) << " operand " << i);
      const auto solved = solve({c.form, ""}, c.terms, i);
      REQUIRE(solved);
      CHECK(solved->rounded(6) == c.terms[i].value);
    }
  }
}

TEST_CASE("intervals of a computed number") {
  const Estimate share = compute({Form::quotient, ""}, {term("0.50"), term("4", 0), term("8", 0)});
  CHECK(share.low.rounded(6).str() == "0.411765");  // 3.5 / 8.5
  CHECK(share.high.rounded(6).str() == "0.6");      // 4.5 / 7.5
  const Estimate rate = compute({Form::change_rate, ""}, {term("0.25"), term("2", 0), term("10", 0)});
  CHECK(rate.low.rounded(6).str() == "0.166667");   // 1.5 / (10.5 − 1.5)
  CHECK(rate.high.rounded(6).str() == "0.357143");  // 2.5 / (9.5 − 2.5)
}

TEST_CASE("in-line formulas, and what is none") {
  const std::vector<Term> terms{term("0.89"), term("98", 0), term("110", 0)};
  CHECK(compute({Form::formula, "1 2 / 100% *"}, terms).value.rounded(4).str() == "0.8909");
  for (const char* bad : {"", "1 2", "1 +", "9", "1 x /", "1 2 / *"}) {
    INFO(bad);
    CHECK_FALSE(compute({Form::formula, bad}, terms).defined);
  }
}
