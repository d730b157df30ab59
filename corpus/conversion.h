// What a decoder gives: UTF-8 with the runs that lead back to the original bytes.
#pragma once

#include <cstdint>
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

// Collects characters and joins those of one width into runs.
class ConversionBuilder {
 public:
  explicit ConversionBuilder(std::size_t expected_bytes) { out_.text.resize(expected_bytes); }

  // Called for every character from the loops of three decoders: a call each would be a good part of its cost.
  [[gnu::always_inline]] void add(char32_t code, std::uint8_t original_width) {
    if (to_ + longest > out_.text.size()) out_.text.resize(2 * to_ + longest);
    char* const from = out_.text.data() + to_;
    const auto width = static_cast<std::uint8_t>(write_utf8(from, code) - from);
    if (run_.decoded_width != width || run_.original_width != original_width) {
      close_run();
      run_ = {static_cast<std::uint32_t>(to_), original_, 0, width, original_width};
    }
    run_.decoded_length += width;
    to_ += width;
    original_ += original_width;
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
