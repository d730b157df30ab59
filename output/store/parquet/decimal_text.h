// Decimals and times of rows as Parquet has them, and back. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::store {

__extension__ typedef __int128 Int128;

// decimal128(38, 20): 18 digits before the point, 20 behind it, as many as a fraction without a finite decimal has in the records.
inline constexpr int decimal_digits = 38, decimal_scale = 20;

// A canonical decimal × 10^20, rounded half to even behind the 20th digit; nullopt where it has more than 18 digits before the point.
std::optional<Int128> scaled(std::string_view decimal);
// The way back: plain digits, no trailing zeros.
std::string canonical(Int128 scaled);

// "2026-11-21T18:05:00Z" as seconds since 1970, and back. nullopt where it is no such text.
std::optional<std::int64_t> seconds_of(std::string_view time);
std::string utc(std::int64_t seconds);

}  // namespace gouji::store
