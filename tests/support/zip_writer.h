// Writes zip packages byte by byte: whole ones, and ones that lie, for tests and samples. The same entries give the same bytes
// (no clock, no user); needs nothing but zlib's deflate.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::test {

enum class ZipMethod : std::uint16_t { stored = 0, deflated = 8 };

struct ZipEntry {
  std::string name;
  std::string data;
  ZipMethod method = ZipMethod::deflated;
  // What a hostile package says instead of the truth; both in the local header and in the directory.
  std::optional<std::uint32_t> stated_size = {}, stated_packed = {}, stated_crc = {};
  std::optional<std::uint16_t> stated_method = {};
  bool encrypted = false;                         // the flag alone
  bool utf8_name = true;                          // says so; the name is as given
  std::optional<std::string> packed = {};         // deflated bytes made elsewhere, instead of deflating `data`
  std::optional<std::size_t> same_bytes_as = {};  // no bytes of its own: the directory points at the entry of that index (overlap)
};

// Local headers and data, the directory, its end. `before` stands in front of the first local header and offsets count it in only
// where `offsets_count_it` is set (a self-extracting archive that was not mended says false).
struct ZipLayout {
  std::string before;
  bool offsets_count_it = true;
};
std::string write_zip(const std::vector<ZipEntry>& entries, const ZipLayout& layout = {});

// What `head`, `times` × `piece` and `tail` deflate to, without ever making it: a piece deflated once is repeated. For ZipEntry::packed.
std::string deflated_repeats(std::string_view head, std::string_view piece, std::uint64_t times, std::string_view tail);

std::uint32_t crc_of(std::string_view data);

}  // namespace gouji::test
