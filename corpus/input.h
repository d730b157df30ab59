// Sources of bytes: a file, a folder (walked in name order, links not followed), an archive (.zip, .tar…), "-" (standard input),
// "@LIST" (one a line).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/result.h"

namespace gouji::corpus {

struct Limits {
  std::uint64_t text_bytes = 256ULL << 20;  // a text larger than this is refused ("too_large")
  // Of a DOCX package. A limit that is exceeded is a refusal ("limit") that says which and by how much.
  std::uint64_t package_entries = 10'000;
  std::uint64_t part_bytes = 64ULL << 20;    // of one part, inflated
  std::uint64_t package_bytes = 1ULL << 30;  // of all of them
  std::uint64_t least_ratio_percent = 1;     // compressed to inflated size, of parts over 1 MiB; of archives of reports too
  std::uint64_t xml_depth = 256;
  std::uint64_t xml_attributes = 1'000;           // of one tag, namespaces included
  std::uint64_t document_text = 16ULL << 20;      // bytes of text that it shows
  std::uint64_t document_paragraphs = 1'000'000;  // lines that paragraphs are broken into count too
  std::uint64_t table_places = 1'000'000;         // rows × columns of the tables of a document
  std::uint64_t archive_depth = 3;                // archives inside archives
  std::uint64_t held_bytes = 1ULL << 30;          // of archives' members, where all inputs are needed at once (expand)
};

// What an input is taken for: found by its first bytes, unless the user says it.
enum class InputFormat : std::uint8_t { by_content, txt, docx };

// One thing to read. `path` is as the user would write it ("-" for standard input, "a.zip!/b.txt" for a file in an archive).
struct Input {
  std::string path;
  // Of a file in an archive: its bytes, or why they cannot be had. An archive is read but once, from front to back.
  std::optional<Result<std::string>> held = std::nullopt;
};

// Arguments → inputs in order (see Walk). Members of archives beyond limits.held_bytes are held as a refusal ("limit").
std::vector<Input> expand(const std::vector<std::string>& arguments, const Limits& limits);

struct Bytes {
  std::string path;
  std::string data;
  std::string sha256;  // hex
};

// Errors: "not_found", "not_a_file", "unreadable", "too_large".
Result<Bytes> load(Input input, const Limits& limits);
std::string sha256_hex(std::string_view data);

}  // namespace gouji::corpus
