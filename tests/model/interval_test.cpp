#include "model/interval.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

using gouji::Decimal;
using gouji::Interval;

namespace {

Decimal d(const char* text) { return Decimal::parse(text).value(); }

}  // namespace

TEST_CASE("a printed number stands for half a unit of its last decimal either way") {
  struct Case {
    const char* value;
    int decimals;
    const char *low, *high;
  };
  const Case cases[] = {
      {"0.3092", 4, "0.30915", "0.30925"}, {"4269200", -2, "4269150", "4269250"},          {"20", 0, "19.5", "20.5"},
      {"-3.5", 1, "-3.55", "-3.45"},       {"2500000000", -8, "2450000000", "2550000000"}, {"0", 2, "-0.005", "0.005"},
  };
  for (const Case& c : cases) {
    INFO(c.value);
    const Interval i = Interval::around(d(c.value), c.decimals);
    CHECK(i.low.str() == c.low);
    CHECK(i.high.str() == c.high);
  }
}

TEST_CASE("intervals are closed: ends that touch meet") {
  const Interval a = Interval::around(d("1.0"), 1);  // [0.95, 1.05]
  CHECK(a.meets(Interval::around(d("1.1"), 1)));     // [1.05, 1.15]
  CHECK_FALSE(a.meets(Interval::around(d("1.11"), 2)));
  CHECK(a.contains(d("1.05")));
  CHECK_FALSE(a.contains(d("1.050000000001")));
  CHECK(Interval::point(d("0.95")).meets(a));
}

TEST_CASE("sums add bounds, differences cross them") {
  const Interval a = Interval::around(d("10.00"), 2);
  const Interval b = Interval::around(d("4.5"), 1);
  CHECK((a + b).low.str() == "14.445");
  CHECK((a + b).high.str() == "14.555");
  CHECK((a - b).low.str() == "5.445");
  CHECK((a - b).high.str() == "5.555");
  CHECK((a - b).width() == a.width() + b.width());
  CHECK((-b).low == -b.high);
}

TEST_CASE("the sum of true values lies in the sum of the intervals of what is printed") {
  rc::check([](const std::vector<std::uint16_t>& thousandths) {
    Decimal truth;
    Interval sum = Interval::point(0);
    for (const std::uint16_t t : thousandths) {
      const Decimal value(t, -3);
      const Decimal printed((t + 5) / 10, -2);
      truth = truth + value;
      sum = sum + Interval::around(printed, 2);
    }
    RC_ASSERT(sum.contains(truth));
  });
}
