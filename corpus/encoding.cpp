#include "corpus/encoding.h"

#include "corpus/utf8.h"

namespace gouji::corpus {

Result<Decoded> decode(std::string bytes) {
  if (bytes.empty()) return fail("empty", "the file is empty");
  Decoded out;
  out.encoding = "UTF-8";
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
    out.bom_bytes = 3;
  }
  if (check_utf8(bytes).valid_bytes != bytes.size()) return fail("not_text", "no text encoding fits");
  out.text = std::move(bytes);
  return out;
}

}  // namespace gouji::corpus
