// Strict UTF-8 (Unicode 15, table 3-7): no overlong forms, no surrogates, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string_view>

namespace gouji::corpus {

struct Utf8Check {
  std::size_t valid_bytes = 0;  // how far the text is valid
  bool cut_off = false;         // what follows is the beginning of a character and nothing else
};

Utf8Check check_utf8(std::string_view text);

// Writes a Unicode scalar value to `to`, which has room for four bytes; returns where it ends.
inline char* write_utf8(char* to, char32_t code) {
  const auto put = [&](char32_t byte) { *to++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6U));
    put(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12U));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  } else {
    put(0xF0 | (code >> 18U));
    put(0x80 | ((code >> 12U) & 0x3FU));
    put(0x80 | ((code >> 6U) & 0x3FU));
    put(0x80 | (code & 0x3FU));
  }
  return to;
}

}  // namespace gouji::corpus
