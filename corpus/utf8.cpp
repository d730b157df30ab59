#include "corpus/utf8.h"

#include <cstdint>
#include <cstring>

namespace gouji::corpus {
namespace {

// Bytes of the character that starts with `lead`, 0 if none does; `low` and `high` bound its second byte.
unsigned length_of(unsigned char lead, unsigned char& low, unsigned char& high) {
  low = 0x80;
  high = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    return 4;
  }
  return 0;
}

}  // namespace

Utf8Check check_utf8(std::string_view text) {
  std::size_t at = 0;
  const std::size_t end = text.size();
  while (at < end) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) {
      std::uint64_t eight = 0;
      while (at + 8 <= end && (std::memcpy(&eight, text.data() + at, 8), (eight & 0x8080808080808080ULL) == 0)) at += 8;
      while (at < end && static_cast<unsigned char>(text[at]) < 0x80) ++at;
      continue;
    }
    unsigned char low = 0, high = 0;
    const unsigned length = length_of(lead, low, high);
    if (length == 0) return {at, false};
    for (unsigned i = 1; i < length; ++i) {
      if (at + i == end) return {at, true};
      const auto byte = static_cast<unsigned char>(text[at + i]);
      if (byte < (i == 1 ? low : 0x80) || byte > (i == 1 ? high : 0xBF)) return {at, false};
    }
    at += length;
  }
  return {end, false};
}

void append_utf8(std::string& out, char32_t code) {
  const auto push = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (code < 0x80) {
    push(code);
  } else if (code < 0x800) {
    push(0xC0 | (code >> 6U));
    push(0x80 | (code & 0x3FU));
  } else if (code < 0x10000) {
    push(0xE0 | (code >> 12U));
    push(0x80 | ((code >> 6U) & 0x3FU));
    push(0x80 | (code & 0x3FU));
  } else {
    push(0xF0 | (code >> 18U));
    push(0x80 | ((code >> 12U) & 0x3FU));
    push(0x80 | ((code >> 6U) & 0x3FU));
    push(0x80 | (code & 0x3FU));
  }
}

}  // namespace gouji::corpus
