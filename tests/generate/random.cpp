#include "generate/random.h"

namespace gouji::generate {

std::uint64_t Random::next() {
  std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31U);
}

std::int64_t Random::between(std::int64_t low, std::int64_t high) {
  const auto range = static_cast<std::uint64_t>(high - low) + 1;
  return low + static_cast<std::int64_t>(next() % range);
}

std::int64_t Random::spread(std::int64_t low, std::int64_t high) {
  std::int64_t doublings = 0;
  for (std::int64_t top = low; top <= high / 2; top *= 2) ++doublings;
  const std::int64_t base = low << between(0, doublings);
  return between(base, base > high / 2 ? high : 2 * base);
}

std::vector<std::int64_t> divide(Random& random, std::int64_t total, std::size_t parts) {
  std::vector<std::int64_t> weights, out;
  std::int64_t sum = 0, given = 0;
  for (std::size_t i = 0; i < parts; ++i) sum += weights.emplace_back(random.spread(20, 1000));
  for (std::size_t i = 0; i + 1 < parts; ++i) {
    // Divided first: totals reach 10^12, and their product with a weight must stay within 64 bits. A few 元 of noise keep parts from being round.
    std::int64_t part = total / sum * weights[i] + total % sum * weights[i] / sum;
    if (part > 100) part -= random.between(0, part / 50);
    given += out.emplace_back(part);
  }
  if (parts > 0) out.push_back(total - given);
  return out;
}

}  // namespace gouji::generate
