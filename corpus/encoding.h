// Bytes → UTF-8, with the way back: by byte order mark, then strict UTF-8, then UTF-16 by its pattern of zero bytes, then
// strict GB18030 (so GBK and GB2312) against Big5. No character is lost or invented: what cannot be decoded is refused.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/result.h"
#include "model/source.h"

namespace gouji::corpus {

struct Decoded {
  std::string text;                          // UTF-8 without a byte order mark
  std::string encoding;                      // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5"
  std::vector<SourceMap::EncodingRun> runs;  // empty for UTF-8
  std::uint64_t bom_bytes = 0;
  std::vector<Warning> warnings;  // a doubtful choice: "encoding_doubtful"
};

// Errors: "empty", "not_text" (binary, no encoding fits), "truncated" (ends inside a character). Messages do not name the file.
Result<Decoded> decode(std::string bytes);

}  // namespace gouji::corpus
