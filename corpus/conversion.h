// What a decoder gives: UTF-8 with the runs that lead back to the original bytes.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "corpus/utf8.h"
#include "model/source.h"

namespace gouji::corpus {

struct Conversion {
  std::string text;
  std::vector<SourceMap::EncodingRun> runs;
  std::uint64_t failed_at = 0;   // first byte that cannot be decoded; the size of the input when all can
  bool cut_off = false;          // what is left there is the beginning of a character and nothing else
  std::uint64_t characters = 0;  // beyond ASCII
  std::uint64_t common = 0;      // of them, in the part of the code for characters in everyday use
};

// A character in UTF-8, as a table of an encoding keeps it: written by one store of four bytes, of which some do not matter.
struct Encoded {
  std::array<char, 4> bytes{};  // all zero: no character

  explicit operator bool() const { return bytes[0] != 0; }
  bool has_three() const { return (static_cast<unsigned char>(bytes[0]) & 0xF0U) == 0xE0U; }
  std::uint8_t size() const {
    const int ones = std::countl_one(static_cast<std::uint8_t>(bytes[0]));
    return static_cast<std::uint8_t>(ones == 0 ? 1 : ones);
  }
};

// Collects characters and joins those of one width into runs.
class ConversionBuilder {
 public:
  explicit ConversionBuilder(std::size_t expected_bytes) { out_.text.resize(expected_bytes); }

  // Called for every character from the loops of three decoders: a call each would be a good part of its cost.
  [[gnu::always_inline]] void add(char32_t code, std::uint8_t original_width) {
    if (to_ + longest > out_.text.size()) out_.text.resize(2 * to_ + longest);
    char* const from = out_.text.data() + to_;
    count(static_cast<std::uint8_t>(write_utf8(from, code) - from), original_width);
  }
  // The same of a character that is encoded already.
  [[gnu::always_inline]] void add(Encoded character, std::uint8_t original_width) {
    if (to_ + longest > out_.text.size()) out_.text.resize(2 * to_ + longest);
    std::memcpy(out_.text.data() + to_, character.bytes.data(), longest);
    count(character.size(), original_width);
  }
  // A run of up to `most` characters of two bytes, each of three in UTF-8: nearly all of a Chinese text. `next(i)` is the i-th of them, or
  // none; one of another width ends the run too. Returns how many there were. What is counted stays in registers until the end.
  template <class Next>
  std::size_t add_pairs(std::size_t most, Next next) {
    if (to_ + 3 * most + longest > out_.text.size()) out_.text.resize(to_ + 3 * most + longest);
    char* to = out_.text.data() + to_;
    std::size_t n = 0;
    for (; n < most; ++n, to += 3) {
      const Encoded c = next(n);
      if (!c.has_three()) break;
      std::memcpy(to, c.bytes.data(), longest);
    }
    if (n == 0) return 0;
    count(3, 2);
    run_.decoded_length += static_cast<std::uint32_t>(3 * (n - 1));
    to_ += 3 * (n - 1);
    original_ += 2 * (n - 1);
    return n;
  }
  // The byte order mark before the text: original bytes without a character.
  void skip(std::uint64_t bytes) { original_ += bytes; }
  // What the decoder counts; text and runs are not there before take().
  Conversion& out() { return out_; }
  Conversion take() {
    close_run();
    out_.text.resize(to_);
    return std::move(out_);
  }

 private:
  // A character of `width` bytes has been written.
  [[gnu::always_inline]] void count(std::uint8_t width, std::uint8_t original_width) {
    if (run_.decoded_width != width || run_.original_width != original_width) {
      close_run();
      run_ = {static_cast<std::uint32_t>(to_), original_, 0, width, original_width};
    }
    run_.decoded_length += width;
    to_ += width;
    original_ += original_width;
  }
  void close_run() {
    if (run_.decoded_length > 0) out_.runs.push_back(run_);
  }

  static constexpr std::size_t longest = 4;  // bytes of a character
  Conversion out_;                           // its text is written up to to_; what follows is room
  std::size_t to_ = 0;
  SourceMap::EncodingRun run_{0, 0, 0, 0, 0};  // the open one; no character has these widths
  std::uint64_t original_ = 0;
};

}  // namespace gouji::corpus
