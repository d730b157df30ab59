#include "corpus/marks.h"

#include <algorithm>
#include <array>

namespace gouji::corpus {

std::vector<TextRange> find_marks(std::string_view decoded) {
  static constexpr std::array<std::string_view, 2> openings{"[bookmark: ", "[image: "};
  static constexpr std::size_t longest = 1024;  // an alternative text is a caption, not a page
  std::vector<TextRange> marks;
  for (std::size_t at = 0; (at = decoded.find('[', at)) != std::string_view::npos;) {
    const std::string_view rest = decoded.substr(at, longest);
    const bool opens = std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return rest.substr(0, o.size()) == o; });
    const std::size_t close = opens ? rest.find_first_of("][\n\r\f", 1) : std::string_view::npos;
    if (close == std::string_view::npos || rest[close] != ']') {
      ++at;
      continue;
    }
    marks.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + close + 1)});
    at += close + 1;
  }
  return marks;
}

}  // namespace gouji::corpus
