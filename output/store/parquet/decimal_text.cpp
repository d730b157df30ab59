#include "output/store/parquet/decimal_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace gouji::store {
namespace {

constexpr std::size_t most_whole = decimal_digits - decimal_scale;

// Up from half; a tie goes to the even digit.
bool rounds_up(std::string_view rest, bool odd) {
  if (rest.empty() || rest.front() < '5') return false;
  const bool tie = rest.front() == '5' && rest.find_first_not_of('0', 1) == std::string_view::npos;
  return !tie || odd;
}

}  // namespace

std::optional<Int128> scaled(std::string_view decimal) {
  const bool negative = decimal.starts_with('-');
  if (negative) decimal.remove_prefix(1);
  const std::size_t point = std::min(decimal.find('.'), decimal.size());
  const std::string_view whole = decimal.substr(0, point), fraction = decimal.substr(std::min(point + 1, decimal.size()));
  if (whole.empty() || whole.size() > most_whole) return std::nullopt;
  Int128 value = 0;
  const auto digit = [&](char c) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
    return true;
  };
  for (const char c : whole)
    if (!digit(c)) return std::nullopt;
  for (std::size_t i = 0; i < decimal_scale; ++i)
    if (!digit(i < fraction.size() ? fraction[i] : '0')) return std::nullopt;
  if (fraction.size() > decimal_scale && rounds_up(fraction.substr(decimal_scale), value % 2 != 0)) ++value;
  return negative ? -value : value;
}

std::string canonical(Int128 scaled) {
  std::string digits;  // the last one first
  for (Int128 rest = scaled < 0 ? -scaled : scaled; rest != 0 || digits.size() <= decimal_scale; rest /= 10)
    digits += static_cast<char>('0' + static_cast<int>(rest % 10));
  const std::size_t last = std::min<std::size_t>(digits.find_first_not_of('0'), decimal_scale);  // trailing zeros behind the point go
  std::string out;
  if (scaled < 0) out += '-';
  for (std::size_t i = digits.size(); i-- > last;) {
    out += digits[i];
    if (i == decimal_scale && last < decimal_scale) out += '.';
  }
  return out;
}

std::optional<std::int64_t> seconds_of(std::string_view time) {
  constexpr std::size_t length = 20;
  if (time.size() != length || time.back() != 'Z') return std::nullopt;
  std::array<int, 6> fields{};
  constexpr std::array<std::size_t, 6> begins{0, 5, 8, 11, 14, 17};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const char* begin = time.data() + begins[i];
    const char* end = begin + (i == 0 ? 4 : 2);
    if (const auto [at, error] = std::from_chars(begin, end, fields[i]); error != std::errc() || at != end) return std::nullopt;
  }
  using namespace std::chrono;
  const year_month_day date{year{fields[0]}, month{static_cast<unsigned>(fields[1])}, day{static_cast<unsigned>(fields[2])}};
  if (!date.ok()) return std::nullopt;
  return duration_cast<seconds>(sys_days(date).time_since_epoch()).count() + fields[3] * 3600 + fields[4] * 60 + fields[5];
}

std::string utc(std::int64_t count) {
  using namespace std::chrono;
  const sys_seconds time{seconds{count}};
  const auto midnight = floor<days>(time);
  const year_month_day date{midnight};
  const hh_mm_ss clock{time - midnight};
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  return text.data();
}

}  // namespace gouji::store
