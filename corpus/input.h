// Sources of bytes: a file, a folder (walked in name order, links not followed), "-" (standard input), "@LIST" (one a line).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/result.h"

namespace gouji::corpus {

struct Limits {
  std::uint64_t text_bytes = 256ULL << 20;  // a text larger than this is refused ("too_large")
};

// One thing to read. `path` is as the user would write it ("-" for standard input).
struct Input {
  std::string path;
};

// Arguments → inputs in order. A folder gives its readable files whose extension a reader knows; what is named but does
// not exist is an Input all the same: reading it gives the refusal.
std::vector<Input> expand(const std::vector<std::string>& arguments);

struct Bytes {
  std::string path;
  std::string data;
  std::string sha256;  // hex
};

// Errors: "not_found", "not_a_file", "unreadable", "too_large".
Result<Bytes> load(const Input& input, const Limits& limits);
std::string sha256_hex(std::string_view data);

}  // namespace gouji::corpus
