// UTF-8 for writers: validity, code points and display width (a Han character takes two columns of a terminal).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji::output {

bool valid_utf8(std::string_view text);
// Every byte that is no part of a valid sequence becomes U+FFFD.
std::string replace_invalid_utf8(std::string_view text);

// The code point that begins at `at` and its length in bytes; an invalid byte is U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};
CodePoint code_point(std::string_view text, std::size_t at);

// Columns of a terminal: 2 for East Asian Wide and Fullwidth (Unicode UAX #11), 0 for combining, zero-width and control characters, else 1.
int column_width(char32_t character);
std::size_t display_width(std::string_view text);

}  // namespace gouji::output
