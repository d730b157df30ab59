// UTF-16 in either byte order, strict: an unpaired surrogate cannot be decoded.
#pragma once

#include <string_view>

#include "corpus/conversion.h"

namespace gouji::corpus {

enum class ByteOrder : std::uint8_t { little, big };

// `bom_bytes` at the start are skipped and counted.
Conversion decode_utf16(std::string_view bytes, ByteOrder order, std::uint64_t bom_bytes);

// The byte order in which the units are what reports are made of; `found` is false where neither is.
struct Utf16Guess {
  bool found = false;
  ByteOrder order = ByteOrder::little;
};
Utf16Guess guess_utf16(std::string_view bytes);

}  // namespace gouji::corpus
