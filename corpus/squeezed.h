// The content of a short line without its white space: what words are compared with.
#pragma once

#include <array>
#include <cstring>
#include <string_view>

#include "corpus/characters.h"

namespace gouji::corpus {

// A view that lives no longer than the content: where nothing is to be left out, which is nearly always, it is the content.
class Squeezed {
 public:
  static constexpr std::size_t limit = 400;  // bytes

  // At most about `most` (≤ limit) bytes of it. `spaced`: may there be white space in it (Line::spaced)?
  Squeezed(std::string_view content, bool spaced, std::size_t most) {
    if (spaced) {
      copy(content, most);
    } else {
      view_ = most < content.size() ? content.substr(0, whole_characters(content, most)) : content;
    }
  }
  Squeezed(const Squeezed&) = delete;
  Squeezed& operator=(const Squeezed&) = delete;

  std::string_view view() const { return view_; }

 private:
  static std::size_t whole_characters(std::string_view content, std::size_t most) {
    while (most < content.size() && (static_cast<unsigned char>(content[most]) & 0xC0U) == 0x80U) ++most;
    return most;
  }

  void copy(std::string_view content, std::size_t most) {
    std::size_t size = 0;
    for (std::size_t at = 0; at < content.size() && size < most;) {
      if (leads_common_han(content[at])) {  // no white space: copied without decoding
        std::memcpy(room_.data() + size, content.data() + at, 3);
        size += 3;
        at += 3;
        continue;
      }
      const Character c = character_at(content, at);
      if (!is_space(c.code)) {
        std::memcpy(room_.data() + size, content.data() + at, c.bytes);
        size += c.bytes;
      }
      at += c.bytes;
    }
    view_ = {room_.data(), size};
  }

  std::array<char, limit + 4> room_;  // left unwritten where nothing has to be copied
  std::string_view view_;
};

}  // namespace gouji::corpus
