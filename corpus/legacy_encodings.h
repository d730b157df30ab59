// GB18030 (so GBK and GB2312) and Big5, strict. The tables are ICU's, read once.
#pragma once

#include <string_view>

#include "corpus/conversion.h"

namespace gouji::corpus {

Conversion decode_gb18030(std::string_view bytes, std::uint64_t bom_bytes);
Conversion decode_big5(std::string_view bytes);

}  // namespace gouji::corpus
