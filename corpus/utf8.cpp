#include "corpus/utf8.h"

#include <bit>
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

// A lead of three bytes that not every second one may follow.
constexpr bool is_narrow_lead(std::uint64_t lead) { return lead == 0xE0 || lead == 0xED; }

// A lead of three bytes that any two may follow (all but E0 and ED), and two that may.
bool is_plain_triple(const char* at) {
  const auto byte = [&](int i) { return unsigned{static_cast<unsigned char>(at[i])}; };
  return byte(0) - 0xE1U <= 0x0EU && byte(0) != 0xED && ((byte(1) ^ 0x80U) | (byte(2) ^ 0x80U)) < 0x40;
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
    const std::size_t run = at;
    // Nearly every Chinese character: two at one load of eight bytes, of which two do not matter.
    for (std::uint64_t eight = 0; at + sizeof eight <= end; at += 6) {
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if constexpr (std::endian::native == std::endian::big) eight = __builtin_bswap64(eight);
      if ((eight & 0xC0C0F0C0C0F0U) != 0x8080E08080E0U || is_narrow_lead(eight & 0xFFU) || is_narrow_lead(eight >> 24U & 0xFFU)) break;
    }
    for (std::uint32_t four = 0; at + sizeof four <= end; at += 3) {  // the last of them
      std::memcpy(&four, text.data() + at, sizeof four);
      if constexpr (std::endian::native == std::endian::big) four = __builtin_bswap32(four);
      if ((four & 0xC0C0F0U) != 0x8080E0U || is_narrow_lead(four & 0xFFU)) break;
    }
    while (at + 3 <= end && is_plain_triple(text.data() + at)) at += 3;
    if (at > run) continue;
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

}  // namespace gouji::corpus
