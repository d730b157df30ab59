// The package of a Word document: a ZIP archive that lies in memory. Nothing is ever written to disk, so a hostile entry name has
// nowhere to go; nothing is inflated before the whole directory was looked at.
// Source: APPNOTE.TXT 6.3.10 (ZIP), ECMA-376-2 (Open Packaging Conventions: names compare without case).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus::docx {

// The inflated bytes of one part, a NUL behind them; not value-initialised, for parts of many megabytes are written once.
class Part {
 public:
  Part() = default;
  explicit Part(std::size_t size) : bytes_(new char[size + 1]), size_(size) { bytes_[size] = '\0'; }
  char* data() { return bytes_.get(); }
  std::string_view view() const { return {bytes_.get(), size_}; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0;
};

class Package {
 public:
  // Reads the central directory and holds every entry against it. `archive` outlives the package.
  // Errors: "truncated" (no end record, or entries that reach beyond the end), "bad_package" (broken records, sizes that contradict
  // each other, entries that overlap, two of one name, a name that leaves the package), "encrypted", "limit".
  static Result<Package> open(std::string_view archive, const Limits& limits);

  bool has(std::string_view name) const { return find(name) != nullptr; }
  // The entry's place in the archive's directory, from 0; has(name).
  std::uint64_t index(std::string_view name) const { return find(name)->index; }
  // Inflates a part and checks its CRC. Errors: "missing_part", "bad_package", "limit", "unsupported_format" (another compression).
  Result<Part> read(std::string_view name) const;

 private:
  struct Entry {
    std::string name;  // lower case, '/' between its steps, none in front
    std::uint64_t index = 0, local = 0, data = 0, compressed = 0, size = 0;
    std::uint32_t crc = 0;
    std::uint16_t method = 0;
  };

  Result<void> read_directory(std::uint64_t begin, std::uint64_t end, std::uint64_t count);
  Result<void> check_local_headers(std::uint64_t directory);
  Result<void> sort_by_name();
  const Entry* find(std::string_view name) const;

  std::string_view archive_;
  Limits limits_;
  std::vector<Entry> entries_;  // in the order of their names
};

}  // namespace gouji::corpus::docx
