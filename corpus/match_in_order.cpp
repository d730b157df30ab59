#include "corpus/match_in_order.h"

namespace gouji::corpus {

std::vector<std::uint32_t> match_in_order(std::size_t from, std::size_t to, const std::function<double(std::size_t, std::size_t)>& cost,
                                          const std::function<double(std::size_t)>& skip_from, const std::function<double(std::size_t)>& skip_to) {
  const std::size_t width = to + 1;
  std::vector<double> best((from + 1) * width, 0);
  std::vector<char> step((from + 1) * width, 'm');
  for (std::size_t i = 0; i <= from; ++i) {
    for (std::size_t k = 0; k <= to; ++k) {
      if (i == 0 && k == 0) continue;
      double least = 1e30;
      const auto take = [&](double value, char how) {
        if (value >= least) return;
        least = value;
        step[i * width + k] = how;
      };
      if (i > 0 && k > 0) take(best[(i - 1) * width + k - 1] + cost(i - 1, k - 1), 'm');
      if (i > 0) take(best[(i - 1) * width + k] + skip_from(i - 1), 'f');
      if (k > 0) take(best[i * width + k - 1] + skip_to(k - 1), 't');
      best[i * width + k] = least;
    }
  }
  std::vector<std::uint32_t> out(from, no_column);
  for (std::size_t i = from, k = to; i > 0 || k > 0;) {
    const char how = step[i * width + k];
    if (how == 'm') out[i - 1] = static_cast<std::uint32_t>(k - 1);
    if (how != 't') --i;
    if (how != 'f') --k;
  }
  return out;
}

}  // namespace gouji::corpus
