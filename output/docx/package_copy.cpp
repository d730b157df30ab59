// By libzip, in memory: the one file that knows it.
#include "output/docx/package_copy.h"

#include <zip.h>

#include <memory>

namespace gouji::output::docx {
namespace {

struct FreeSource {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
struct DiscardArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, DiscardArchive>;

tl::unexpected<Error> bad(const char* why) {
  return fail("bad_package", std::string("it cannot be copied: ") + why, "open the file in Word and save it again");
}

constexpr zip_uint16_t earliest_date = 33;  // 1980-01-01, as Word dates the parts that it writes

// Replaces or adds one part; false: the archive knows why. `change` outlives the archive.
bool put(zip_t* archive, const PartChange& change) {
  zip_source_t* source = zip_source_buffer(archive, change.bytes.data(), change.bytes.size(), 0);
  if (source == nullptr) return false;
  zip_int64_t index = change.index ? static_cast<zip_int64_t>(*change.index) : zip_file_add(archive, change.name.c_str(), source, ZIP_FL_ENC_UTF_8);
  if (change.index && zip_file_replace(archive, *change.index, source, 0) != 0) index = -1;
  if (index < 0) {
    zip_source_free(source);
    return false;
  }
  const auto at = static_cast<zip_uint64_t>(index);
  return zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 0) == 0 && zip_file_set_dostime(archive, at, 0, earliest_date, 0) == 0;
}

Result<std::string> bytes_of(zip_source_t* source) {
  if (zip_source_open(source) != 0) return bad(zip_error_strerror(zip_source_error(source)));
  zip_stat_t stat;
  std::string out;
  if (zip_source_stat(source, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) {
    out.resize(stat.size);
    if (zip_source_read(source, out.data(), out.size()) != static_cast<zip_int64_t>(out.size())) out.clear();
  }
  zip_source_close(source);
  if (out.empty()) return bad("what was written cannot be read");
  return out;
}

}  // namespace

Result<std::string> copy_package(std::string_view archive, const std::vector<PartChange>& changes) {
  if (changes.empty()) return std::string(archive);
  zip_error_t error;
  zip_error_init(&error);
  const Source source(zip_source_buffer_create(archive.data(), archive.size(), 0, &error));
  if (!source) return bad(zip_error_strerror(&error));
  Archive opened(zip_open_from_source(source.get(), 0, &error));
  if (!opened) return bad(zip_error_strerror(&error));
  zip_source_keep(source.get());  // the archive takes one reference, the result is read through the other
  for (const PartChange& change : changes) {
    if (!put(opened.get(), change)) return bad(zip_strerror(opened.get()));
  }
  if (zip_close(opened.get()) != 0) return bad(zip_strerror(opened.get()));
  static_cast<void>(opened.release());  // closed
  return bytes_of(source.get());
}

}  // namespace gouji::output::docx
