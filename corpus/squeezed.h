// The content of a short line without its white space: what words are compared with.
#pragma once

#include <string>
#include <string_view>

#include "corpus/characters.h"

namespace gouji::corpus {

// At most about `most` bytes of it.
inline std::string squeezed(std::string_view content, std::size_t most) {
  std::string out;
  for (std::size_t at = 0; at < content.size() && out.size() < most;) {
    const Character c = character_at(content, at);
    if (!is_space(c.code)) out.append(content, at, c.bytes);
    at += c.bytes;
  }
  return out;
}

}  // namespace gouji::corpus
