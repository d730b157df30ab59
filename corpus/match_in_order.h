// Two sequences that run the same way, partners found at the least cost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace gouji::corpus {

inline constexpr std::uint32_t no_column = UINT32_MAX;

// Which of `to` each of `from` is at the least cost, keeping their order (no_column: none): the columns of one table on two pages, a
// header's cells and the columns below. O(from · to).
std::vector<std::uint32_t> match_in_order(std::size_t from, std::size_t to, const std::function<double(std::size_t, std::size_t)>& cost,
                                          const std::function<double(std::size_t)>& skip_from, const std::function<double(std::size_t)>& skip_to);

}  // namespace gouji::corpus
