#include "corpus/docx/package.h"

#include <fmt/format.h>
#include <libdeflate.h>

#include <algorithm>
#include <cstring>

namespace gouji::corpus::docx {
namespace {

constexpr std::uint32_t local_signature = 0x04034B50, central_signature = 0x02014B50, end_signature = 0x06054B50, end64_signature = 0x06064B50,
                        locator64_signature = 0x07064B50;
constexpr std::size_t local_size = 30, central_size = 46, end_size = 22, end64_size = 56, locator64_size = 20;
constexpr std::uint32_t in_zip64 = 0xFFFFFFFF;
constexpr std::uint16_t encrypted_flag = 1, stored = 0, deflated = 8;
constexpr std::uint64_t small_part = 1 << 20;

// Little-endian fields; the caller has checked that they are there.
template <class T>
T field(std::string_view bytes, std::uint64_t at) {
  T value = 0;
  for (std::size_t i = sizeof(T); i-- > 0;) value = static_cast<T>(value << 8U) | static_cast<T>(static_cast<unsigned char>(bytes[at + i]));
  return value;
}
std::uint16_t u16(std::string_view bytes, std::uint64_t at) { return field<std::uint16_t>(bytes, at); }
std::uint32_t u32(std::string_view bytes, std::uint64_t at) { return field<std::uint32_t>(bytes, at); }
std::uint64_t u64(std::string_view bytes, std::uint64_t at) { return field<std::uint64_t>(bytes, at); }

tl::unexpected<Error> truncated() { return fail("truncated", "the package breaks off: its directory is missing", "fetch or copy the file again"); }
tl::unexpected<Error> bad(std::string what) { return fail("bad_package", std::move(what), "open the file in Word and save it again"); }
tl::unexpected<Error> limit(std::string what) {
  return fail("limit", std::move(what), "a report is never like this: check where the file comes from");
}

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

// As OPC names parts: '/' alone parts them. "" where the name leads out of the package.
std::string part_name(std::string_view name) {
  std::string out = lower(name);
  std::replace(out.begin(), out.end(), '\\', '/');
  out.erase(0, out.find_first_not_of('/'));
  for (std::size_t at = 0; at <= out.size();) {
    const std::size_t end = std::min(out.find('/', at), out.size());
    if (std::string_view(out).substr(at, end - at) == "..") return {};
    at = end + 1;
  }
  return out.find('\0') == std::string::npos ? out : std::string();
}

struct End {
  std::uint64_t directory = 0, size = 0, count = 0, at = 0;
};

// The end record is the last one whose comment reaches to the end of the file.
Result<End> find_end(std::string_view archive) {
  if (archive.size() < end_size) return truncated();
  const std::uint64_t lowest = archive.size() - end_size > 0xFFFF ? archive.size() - end_size - 0xFFFF : 0;
  for (std::uint64_t at = archive.size() - end_size + 1; at-- > lowest;) {
    if (u32(archive, at) != end_signature || at + end_size + u16(archive, at + 20) > archive.size()) continue;
    End end{u32(archive, at + 16), u32(archive, at + 12), u16(archive, at + 10), at};
    const bool has64 = at >= locator64_size && u32(archive, at - locator64_size) == locator64_signature;
    if (!has64) return end;
    const std::uint64_t at64 = u64(archive, at - locator64_size + 8);
    if (archive.size() < end64_size || at64 > archive.size() - end64_size || u32(archive, at64) != end64_signature)
      return bad("its ZIP64 end record is not where it says");
    return End{u64(archive, at64 + 48), u64(archive, at64 + 40), u64(archive, at64 + 32), at64};
  }
  return truncated();
}

// Sizes and offset that do not fit the central record stand in its ZIP64 field, in this order.
bool read_zip64(std::string_view extra, std::uint64_t& size, std::uint64_t& compressed, std::uint64_t& local) {
  for (std::size_t at = 0; at + 4 <= extra.size();) {
    const std::size_t length = u16(extra, at + 2);
    if (at + 4 + length > extra.size()) return false;
    if (u16(extra, at) == 1) {
      std::size_t value = at + 4;
      const std::size_t end = value + length;
      for (std::uint64_t* wanted : {&size, &compressed, &local}) {
        if (*wanted != in_zip64) continue;
        if (value + 8 > end) return false;
        *wanted = u64(extra, value);
        value += 8;
      }
      return true;
    }
    at += 4 + length;
  }
  return false;
}

}  // namespace

Result<Package> Package::open(std::string_view archive, const Limits& limits) {
  const auto end = find_end(archive);
  if (!end) return tl::unexpected<Error>(end.error());
  if (end->count > limits.package_entries)
    return limit(fmt::format("the package has {} entries, at most {} are read", end->count, limits.package_entries));
  // ZIP allows bytes in front (APPNOTE 4.1.9: a program that unpacks the rest); a package of Word's never has them, and what reads it as
  // that program, or as a picture, sees another file than we do.
  if (const std::size_t first = archive.find("PK\x03\x04"); first != 0 && first != std::string_view::npos)
    return fail("bad_package", fmt::format("{} bytes stand before the package", first), "open the file in Word and save it again");
  if (end->directory > end->at || end->size > end->at - end->directory) return bad("its directory is not where its end record says");
  Package package;
  package.archive_ = archive;
  package.limits_ = limits;
  if (auto step = package.read_directory(end->directory, end->directory + end->size, end->count); !step) return tl::unexpected<Error>(step.error());
  if (auto step = package.check_local_headers(end->directory); !step) return tl::unexpected<Error>(step.error());
  if (auto step = package.sort_by_name(); !step) return tl::unexpected<Error>(step.error());
  return package;
}

Result<void> Package::read_directory(std::uint64_t begin, std::uint64_t end, std::uint64_t count) {
  entries_.reserve(count);
  std::uint64_t total = 0;
  for (std::uint64_t at = begin; entries_.size() < count;) {
    if (end - at < central_size || u32(archive_, at) != central_signature) return bad("its directory has fewer entries than it says");
    const std::uint64_t name = u16(archive_, at + 28), extra = u16(archive_, at + 30), comment = u16(archive_, at + 32);
    if (end - at - central_size < name + extra + comment) return bad("its directory has fewer entries than it says");
    Entry entry;
    const std::string_view printed = archive_.substr(at + central_size, name);
    entry.name = part_name(printed);
    if (entry.name.empty()) return bad(fmt::format("an entry's name leads out of the package: {}", printed.substr(0, 80)));
    if ((u16(archive_, at + 8) & encrypted_flag) != 0) return fail("encrypted", "its entries are encrypted", "save it without a password");
    entry.index = entries_.size();
    entry.method = u16(archive_, at + 10);
    entry.crc = u32(archive_, at + 16);
    entry.compressed = u32(archive_, at + 20);
    entry.size = u32(archive_, at + 24);
    entry.local = u32(archive_, at + 42);
    if ((entry.compressed == in_zip64 || entry.size == in_zip64 || entry.local == in_zip64) &&
        !read_zip64(archive_.substr(at + central_size + name, extra), entry.size, entry.compressed, entry.local))
      return bad(fmt::format("the sizes of {} are missing", entry.name));
    total += entry.size;
    if (entry.size > limits_.package_bytes || total > limits_.package_bytes)
      return limit(fmt::format("the package holds more than {} bytes", limits_.package_bytes));
    entries_.push_back(std::move(entry));
    at += central_size + name + extra + comment;
  }
  return {};
}

// What stands before each entry's bytes must say the same name, and no two entries may share bytes.
Result<void> Package::check_local_headers(std::uint64_t directory) {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.local < b.local; });
  std::uint64_t end = 0;
  for (Entry& entry : entries_) {
    if (entry.local < end) return bad(fmt::format("{} overlaps the entry before it", entry.name));
    if (entry.local > directory || directory - entry.local < local_size || u32(archive_, entry.local) != local_signature)
      return bad(fmt::format("{} is not where the directory says", entry.name));
    const std::uint64_t name = u16(archive_, entry.local + 26), extra = u16(archive_, entry.local + 28);
    const std::uint64_t room = directory - entry.local - local_size;
    if (room < name + extra || room - name - extra < entry.compressed)
      return bad(fmt::format("{} reaches beyond the end of the entries", entry.name));
    if (part_name(archive_.substr(entry.local + local_size, name)) != entry.name)
      return bad(fmt::format("{} has another name where its bytes are", entry.name));
    entry.data = entry.local + local_size + name + extra;
    end = entry.data + entry.compressed;
  }
  return {};
}

Result<void> Package::sort_by_name() {
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
  const auto twice = std::adjacent_find(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name == b.name; });
  if (twice != entries_.end()) return bad(fmt::format("two entries are called {}", twice->name));
  return {};
}

const Package::Entry* Package::find(std::string_view name) const {
  const std::string wanted = part_name(name);
  const auto entry = std::lower_bound(entries_.begin(), entries_.end(), wanted, [](const Entry& e, const std::string& n) { return e.name < n; });
  return entry != entries_.end() && entry->name == wanted ? &*entry : nullptr;
}

Result<Part> Package::read(std::string_view name) const {
  const Entry* entry = find(name);
  if (entry == nullptr) return fail("missing_part", fmt::format("the package has no part {}", name), "open the file in Word and save it again");
  if (entry->size > limits_.part_bytes)
    return limit(fmt::format("{} has {} bytes, at most {} are read", entry->name, entry->size, limits_.part_bytes));
  if (entry->size > small_part && entry->compressed * 100 < entry->size * limits_.least_ratio_percent)
    return limit(
        fmt::format("{} is compressed to {} of {} bytes, less than {} %", entry->name, entry->compressed, entry->size, limits_.least_ratio_percent));
  const std::string_view from = archive_.substr(entry->data, entry->compressed);
  Part part(entry->size);
  if (entry->method == stored) {
    if (entry->compressed != entry->size) return bad(fmt::format("the sizes of {} contradict each other", entry->name));
    if (!from.empty()) std::memcpy(part.data(), from.data(), from.size());
  } else if (entry->method == deflated) {
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(libdeflate_alloc_decompressor(),
                                                                                                     libdeflate_free_decompressor);
    if (!inflater) throw std::bad_alloc();
    if (libdeflate_deflate_decompress(inflater.get(), from.data(), from.size(), part.data(), entry->size, nullptr) != LIBDEFLATE_SUCCESS)
      return bad(fmt::format("{} cannot be inflated to the {} bytes that it says it has", entry->name, entry->size));
  } else {
    return fail("unsupported_format", fmt::format("{} is compressed by method {}", entry->name, entry->method),
                "open the file in Word and save it again");
  }
  if (libdeflate_crc32(0, part.view().data(), part.view().size()) != entry->crc)
    return bad(fmt::format("the bytes of {} do not match their CRC", entry->name));
  return part;
}

}  // namespace gouji::corpus::docx
