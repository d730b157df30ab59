// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gouji::corpus {

struct Utf8Check {
  std::size_t valid_bytes = 0;  // how far the text is valid
  bool cut_off = false;         // what follows is the beginning of a character and nothing else
};

Utf8Check check_utf8(std::string_view text);

// `code` is a Unicode scalar value.
void append_utf8(std::string& out, char32_t code);

}  // namespace gouji::corpus
