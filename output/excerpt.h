// Excerpt: a sentence cut to what a reader needs, wrapped by display width, with the operands of a check marked: in colour, or
// by a line of marks under the text (^ the figure that does not hold, ~ the others). Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace gouji::output {

struct Mark {
  TextRange range;      // bytes of the sentence
  bool stated = false;  // the figure that does not hold
};

struct ExcerptOptions {
  std::size_t columns = 80;
  std::size_t longest = 240;  // a wider sentence keeps only what stands near its marks, "…" for the rest
  std::size_t around = 30;    // columns kept on each side of a mark
  bool color = false;
};

// The lines to print, without indentation and line ends. Marks outside the sentence are ignored.
std::vector<std::string> excerpt(std::string_view sentence, const std::vector<Mark>& marks, const ExcerptOptions& options);

// `text` wrapped at `columns`, control and direction characters left out: what a report holds must not steer a terminal.
std::vector<std::string> wrapped(std::string_view text, std::size_t columns);
std::string printable(std::string_view text);
// Cut at `columns` with "…".
std::string shortened(std::string_view text, std::size_t columns);

}  // namespace gouji::output
