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
  explicit ConversionBuilder(std::size_t expected_bytes) { out_.text.reserve(expected_bytes); }

  void add(char32_t code, std::uint8_t original_width) {
    const std::size_t before = out_.text.size();
    append_utf8(out_.text, code);
    const auto width = static_cast<std::uint8_t>(out_.text.size() - before);
    if (out_.runs.empty() || out_.runs.back().decoded_width != width || out_.runs.back().original_width != original_width) {
      out_.runs.push_back({static_cast<std::uint32_t>(before), original_, 0, width, original_width});
    }
    out_.runs.back().decoded_length += width;
    original_ += original_width;
  }
  // The byte order mark before the text: original bytes without a character.
  void skip(std::uint64_t bytes) { original_ += bytes; }
  Conversion& out() { return out_; }
  Conversion take() { return std::move(out_); }

 private:
  Conversion out_;
  std::uint64_t original_ = 0;
};

}  // namespace gouji::corpus
