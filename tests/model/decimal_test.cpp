#include "model/decimal.h"

#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <stdexcept>

using gouji::Decimal;

TEST_CASE("decimals are parsed exactly and printed canonically") {
  struct Case {
    const char* text;
    const char* canonical;
    int exponent;
  };
  const Case cases[] = {
      {"0", "0", 0},         {"0.00", "0", -2},        {"953.90", "953.9", -2},
      {"-0.5", "-0.5", -1},  {"+12", "12", 0},         {"100", "100", 0},
      {"007.10", "7.1", -2}, {"0.3092", "0.3092", -4}, {"123456789012345678901234567890", "123456789012345678901234567890", 0},
  };
  for (const Case& c : cases) {
    const auto d = Decimal::parse(c.text);
    REQUIRE(d);
    CHECK(d->str() == c.canonical);
    CHECK(d->exponent() == c.exponent);
  }
}

TEST_CASE("what is not a decimal is refused") {
  for (const char* text : {"", "-", ".5", "5.", "1.2.3", "1,000", "1e5", " 1", "１", "1234567890123456789012345678901234567"}) {
    INFO(text);
    CHECK_FALSE(Decimal::parse(text));
  }
}

TEST_CASE("shifting multiplies by a power of ten") {
  CHECK(Decimal::parse("426.92")->shifted(4).str() == "4269200");
  CHECK(Decimal::parse("30.92")->shifted(-2).str() == "0.3092");
  CHECK(Decimal::parse("5")->shifted(8).str() == "500000000");
}

TEST_CASE("decimals compare by value, whatever is printed") {
  CHECK(Decimal::parse("1.0") == Decimal::parse("1"));
  CHECK(*Decimal::parse("0.00") == Decimal(0));
  CHECK(*Decimal::parse("-1") < *Decimal::parse("0.5"));
  CHECK(*Decimal::parse("1.10") < *Decimal::parse("1.2"));
  CHECK(Decimal(1, 30) > Decimal(1, -6));
}

TEST_CASE("an operation beyond 38 digits throws instead of wrapping") {
  const Decimal big(gouji::power_of_ten(37), 0);
  CHECK_THROWS_AS(big * big, std::overflow_error);
  CHECK_THROWS_AS(big + Decimal(1, -20), std::overflow_error);
}

TEST_CASE("decimal arithmetic has the laws of numbers") {
  const auto decimal = rc::gen::construct<Decimal>(
      rc::gen::map(rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 1'000'000'000'000), [](std::int64_t v) { return Decimal::Coefficient{v}; }),
      rc::gen::inRange(-6, 4));
  CHECK(rc::check("a + b = b + a", [&] {
    const Decimal a = *decimal, b = *decimal;
    RC_ASSERT(a + b == b + a);
  }));
  CHECK(rc::check("(a + b) - b = a", [&] {
    const Decimal a = *decimal, b = *decimal;
    RC_ASSERT((a + b) - b == a);
  }));
  CHECK(rc::check("print and parse give the same value", [&] {
    const Decimal a = *decimal;
    const auto back = Decimal::parse(a.str());
    RC_ASSERT(back.has_value());
    RC_ASSERT(*back == a);
  }));
  CHECK(rc::check("a < b exactly when a - b is negative", [&] {
    const Decimal a = *decimal, b = *decimal;
    RC_ASSERT((a < b) == ((a - b).sign() < 0));
  }));
}
