#include "corpus/legacy_encodings.h"

#include <unicode/ucnv.h>

#include <array>
#include <memory>
#include <vector>

namespace gouji::corpus {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_strict(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status));
  if (U_SUCCESS(status)) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : Converter();
}

// The character of `bytes`, 0 if the encoding has none there.
char32_t one_character(UConverter* converter, std::string_view bytes) {
  std::array<UChar, 4> units{};
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t n =
      ucnv_toUChars(converter, units.data(), static_cast<std::int32_t>(units.size()), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return 0;
  if (n == 1) return units[0];
  if (n == 2 && U16_IS_LEAD(units[0])) return static_cast<char32_t>(U16_GET_SUPPLEMENTARY(units[0], units[1]));
  return 0;
}

// The characters of all two-byte codes with a lead from 0x81 on.
class PairTable {
 public:
  explicit PairTable(const char* name) : characters_(std::size_t{127} * 256) {
    const Converter converter = open_strict(name);
    if (!converter) return;
    for (unsigned lead = 0x81; lead <= 0xFE; ++lead) {
      for (unsigned trail = 0x40; trail <= 0xFE; ++trail) {
        const std::array<char, 2> pair{static_cast<char>(lead), static_cast<char>(trail)};
        if (const char32_t code = one_character(converter.get(), {pair.data(), 2}); code != 0)
          write_utf8(characters_[(lead - 0x81) * 256 + trail].bytes.data(), code);
      }
    }
  }
  Encoded at(unsigned char lead, unsigned char trail) const { return characters_[(lead - 0x81U) * 256U + trail]; }

 private:
  std::vector<Encoded> characters_;
};

constexpr bool is_lead(unsigned char c) { return c >= 0x81 && c <= 0xFE; }
// Han of the first level, signs and full-width forms.
constexpr bool is_everyday_gb(unsigned char lead, unsigned char second) {
  return second >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3));
}
constexpr bool is_four_byte_digit(unsigned char c) { return c >= 0x30 && c <= 0x39; }

}  // namespace

Conversion decode_gb18030(std::string_view bytes, std::uint64_t bom_bytes) {
  static const PairTable pairs("gb18030");
  ConversionBuilder builder(bytes.size() / 2 * 3 + 16);
  builder.skip(bom_bytes);
  Conversion& out = builder.out();
  Converter four_bytes;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t at = bom_bytes;
  while (at < bytes.size()) {
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
      builder.add(lead, 1);
      ++at;
      continue;
    }
    std::size_t everyday = 0;
    const std::size_t run = builder.add_pairs((bytes.size() - at) / 2, [&](std::size_t i) {
      const unsigned char first = byte(at + 2 * i), second = byte(at + 2 * i + 1);
      if (!is_lead(first) || second < 0x40) return Encoded{};
      const Encoded character = pairs.at(first, second);
      everyday += character.has_three() && is_everyday_gb(first, second) ? 1 : 0;
      return character;
    });
    at += 2 * run;
    out.characters += run;
    out.common += everyday;
    if (run > 0) continue;
    if (!is_lead(lead)) break;
    out.cut_off = at + 1 == bytes.size();
    if (out.cut_off) break;
    const unsigned char second = byte(at + 1);
    ++out.characters;
    if (is_four_byte_digit(second)) {
      out.cut_off = at + 4 > bytes.size() && (at + 2 == bytes.size() || is_lead(byte(at + 2)));
      if (at + 4 > bytes.size()) break;
      if (!four_bytes) four_bytes = open_strict("gb18030");
      const char32_t code = four_bytes ? one_character(four_bytes.get(), bytes.substr(at, 4)) : 0;
      if (code == 0) break;
      builder.add(code, 4);
      at += 4;
      continue;
    }
    const Encoded character = second >= 0x40 ? pairs.at(lead, second) : Encoded{};
    if (!character) break;
    if (is_everyday_gb(lead, second)) ++out.common;
    builder.add(character, 2);
    at += 2;
  }
  out.failed_at = at;
  return builder.take();
}

Conversion decode_big5(std::string_view bytes) {
  static const PairTable pairs("Big5");
  ConversionBuilder builder(bytes.size() / 2 * 3 + 16);
  Conversion& out = builder.out();
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  std::size_t at = 0;
  while (at < bytes.size()) {
    const unsigned char lead = byte(at);
    if (lead < 0x80) {
      builder.add(lead, 1);
      ++at;
      continue;
    }
    if (!is_lead(lead)) break;
    out.cut_off = at + 1 == bytes.size();
    if (out.cut_off) break;
    const Encoded character = byte(at + 1) >= 0x40 ? pairs.at(lead, byte(at + 1)) : Encoded{};
    if (!character) break;
    ++out.characters;
    if (lead >= 0xA1 && lead <= 0xC6) ++out.common;  // punctuation and the characters in everyday use
    builder.add(character, 2);
    at += 2;
  }
  out.failed_at = at;
  return builder.take();
}

}  // namespace gouji::corpus
