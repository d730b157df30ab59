#include "support/zip_writer.h"

#include <zlib.h>

#include <stdexcept>

namespace gouji::test {
namespace {

void put(std::string& out, std::uint64_t value, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFFU);
}

// Raw deflate. Z_FULL_FLUSH ends on a byte and forgets what went before, so that pieces can stand in any order; Z_FINISH ends the stream.
std::string deflated(std::string_view data, int flush) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) throw std::runtime_error("deflateInit2");
  std::string out(deflateBound(&stream, static_cast<uLong>(data.size())) + 64, '\0');
  // zlib's interface is not const-correct; it does not write there.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = deflate(&stream, flush);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != (flush == Z_FINISH ? Z_STREAM_END : Z_OK)) throw std::runtime_error("deflate");
  return out;
}

// What an entry says of itself, the same in both headers.
struct Header {
  std::uint16_t flags, method;
  std::uint32_t crc, packed, size;
  std::uint64_t offset;
};

void put_common(std::string& out, const Header& header, const ZipEntry& entry) {
  put(out, 20, 2);  // version needed
  put(out, header.flags, 2);
  put(out, header.method, 2);
  put(out, 0, 2);       // time
  put(out, 0x0021, 2);  // 1980-01-01
  put(out, header.crc, 4);
  put(out, header.packed, 4);
  put(out, header.size, 4);
  put(out, entry.name.size(), 2);
  put(out, 0, 2);  // extra field
}

}  // namespace

std::uint32_t crc_of(std::string_view data) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(data.data()), data.size()));
}

std::string deflated_repeats(std::string_view head, std::string_view piece, std::uint64_t times, std::string_view tail) {
  std::string out = deflated(head, Z_FULL_FLUSH);
  const std::string packed = deflated(piece, Z_FULL_FLUSH);
  out.reserve(out.size() + packed.size() * times + tail.size() + 64);
  for (std::uint64_t i = 0; i < times; ++i) out += packed;
  return out + deflated(tail, Z_FINISH);
}

std::string write_zip(const std::vector<ZipEntry>& entries, const ZipLayout& layout) {
  std::string out = layout.before;
  const std::uint64_t start = layout.offsets_count_it ? 0 : layout.before.size();
  std::vector<Header> headers;
  for (const ZipEntry& entry : entries) {
    if (entry.same_bytes_as) {
      headers.push_back(headers.at(*entry.same_bytes_as));
      continue;
    }
    const bool pack = entry.method == ZipMethod::deflated;
    const std::string packed = entry.packed ? *entry.packed : pack ? deflated(entry.data, Z_FINISH) : entry.data;
    Header header{};
    header.flags = static_cast<std::uint16_t>((entry.encrypted ? 1U : 0U) | (entry.utf8_name ? 0x800U : 0U));
    header.method = entry.stated_method.value_or(static_cast<std::uint16_t>(entry.method));
    header.crc = entry.stated_crc.value_or(crc_of(entry.data));
    header.packed = entry.stated_packed.value_or(static_cast<std::uint32_t>(packed.size()));
    header.size = entry.stated_size.value_or(static_cast<std::uint32_t>(entry.data.size()));
    header.offset = out.size() - start;
    headers.push_back(header);
    put(out, 0x04034b50, 4);
    put_common(out, header, entry);
    out += entry.name + packed;
  }
  const std::uint64_t directory = out.size();
  for (std::size_t i = 0; i < entries.size(); ++i) {
    put(out, 0x02014b50, 4);
    put(out, 20, 2);  // version made by
    put_common(out, headers[i], entries[i]);
    put(out, 0, 2);  // comment
    put(out, 0, 2);  // disk
    put(out, 0, 2);  // internal attributes
    put(out, 0, 4);  // external attributes
    put(out, headers[i].offset, 4);
    out += entries[i].name;
  }
  const std::uint64_t directory_size = out.size() - directory;
  put(out, 0x06054b50, 4);
  put(out, 0, 4);  // disks
  put(out, entries.size(), 2);
  put(out, entries.size(), 2);
  put(out, directory_size, 4);
  put(out, directory - start, 4);
  put(out, 0, 2);  // comment
  return out;
}

}  // namespace gouji::test
