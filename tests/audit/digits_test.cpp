#include "audit/digits.h"

#include <rapidcheck.h>

#include <algorithm>

#include "report.h"

using namespace gouji;
using namespace gouji::audit;

TEST_CASE("how a number differs from the one that was meant") {
  struct Case {
    const char* printed;
    const char* meant;
    Cause cause;
    int power = 0;
  };
  const Case cases[] = {
      // digits
      {"885.83", "858.83", Cause::transposed},
      {"16.8", "18.6", Cause::transposed},  // over the point
      {"16.8", "16.3", Cause::one_digit},
      {"200", "800", Cause::one_digit},
      {"12.5", "12.53", Cause::missing_digit},
      {"2.53", "12.53", Cause::missing_digit},
      {"12.533", "12.53", Cause::one_digit},
      {"112.53", "12.53", Cause::extra_digit},
      {"106000000", "16000000", Cause::extra_digit},
      {"41.3", "38.9", Cause::none},
      {"12.34", "34.12", Cause::none},
      // scale and sign
      {"16158", "161580000", Cause::unit_slip, 4},
      {"161580000", "16158", Cause::unit_slip, -4},
      {"3.2", "320000000", Cause::unit_slip, 8},
      {"1.25", "12.5", Cause::shifted_point, 1},
      {"125", "1.25", Cause::shifted_point, -2},
      {"12.5", "-12.5", Cause::sign},
      // nothing to say
      {"12.50", "12.5", Cause::none},
      {"0", "5", Cause::none},
      {"5", "0", Cause::none},
  };
  for (const Case& c : cases) {
    INFO(c.printed << " for " << c.meant);
    const Explanation found = slip_between(decimal(c.printed), decimal(c.meant));
    CHECK(found.cause == c.cause);
    CHECK(found.power == c.power);
  }
}

TEST_CASE("what is one slip away is known as one slip") {
  CHECK(rc::check([](unsigned number) {
    const Decimal printed(static_cast<std::int64_t>(number % 1000000), -2);
    for (const Decimal& meant : without_one_slip(printed))
      RC_ASSERT(printed.is_zero() || meant.is_zero() || meant == printed || slip_between(printed, meant).cause != Cause::none);
  }));
}

TEST_CASE("one slip leads back to the number that was meant") {
  CHECK(rc::check([](unsigned number, unsigned place) {
    const Decimal meant(static_cast<std::int64_t>(100000 + number % 900000), -2);
    std::string digits = meant.str();
    std::vector<std::size_t> at;
    for (std::size_t i = 0; i + 1 < digits.size(); ++i)
      if (digits[i] != '.' && digits[i + 1] != '.' && digits[i] != digits[i + 1]) at.push_back(i);
    RC_PRE(!at.empty());
    const std::size_t i = at[place % at.size()];
    std::swap(digits[i], digits[i + 1]);
    RC_PRE(digits.front() != '0' && digits.back() != '0');
    const auto found = without_one_slip(decimal(digits));
    RC_ASSERT(std::find(found.begin(), found.end(), meant) != found.end());
  }));
}
