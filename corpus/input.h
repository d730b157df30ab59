// Sources of bytes: a file, a folder (walked in name order, links not followed), "-" (standard input), "@LIST" (one a line).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/result.h"

namespace gouji::corpus {

struct Limits {
  std::uint64_t text_bytes = 256ULL << 20;  // a text larger than this is refused ("too_large")
  // Of a DOCX package. A limit that is exceeded is a refusal ("limit") that says which and by how much.
  std::uint64_t package_entries = 10'000;
  std::uint64_t part_bytes = 256ULL << 20;   // of one part, inflated
  std::uint64_t package_bytes = 1ULL << 30;  // of all of them
  std::uint64_t least_ratio_percent = 1;     // compressed to inflated size, of parts over 1 MiB
  std::uint64_t xml_depth = 256;
  std::uint64_t xml_attributes = 1'000;    // of one tag, namespaces included
  std::uint64_t table_places = 4'000'000;  // rows × columns of the tables of a document
};

// What an input is taken for: found by its first bytes, unless the user says it.
enum class InputFormat : std::uint8_t { by_content, txt, docx };

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
