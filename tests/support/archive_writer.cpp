#include "support/archive_writer.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>
#include <stdexcept>

namespace gouji::test {
namespace {

la_ssize_t append(::archive* /*writer*/, void* out, const void* bytes, std::size_t count) {
  static_cast<std::string*>(out)->append(static_cast<const char*>(bytes), count);
  return static_cast<la_ssize_t>(count);
}

void check(::archive* writer, int status) {
  if (status != ARCHIVE_OK) throw std::runtime_error(archive_error_string(writer));
}

}  // namespace

std::string write_tar(const std::vector<ArchiveFile>& files, const std::string& filter) {
  std::string out;
  const std::unique_ptr<::archive, decltype(&archive_write_free)> writer(archive_write_new(), &archive_write_free);
  check(writer.get(), archive_write_set_format_gnutar(writer.get()));
  if (!filter.empty()) check(writer.get(), archive_write_add_filter_by_name(writer.get(), filter.c_str()));
  check(writer.get(), archive_write_set_bytes_in_last_block(writer.get(), 1));  // no padding behind what a filter wrote
  check(writer.get(), archive_write_open(writer.get(), &out, nullptr, &append, nullptr));
  for (const auto& [name, bytes] : files) {
    const std::unique_ptr<::archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(), &archive_entry_free);
    archive_entry_set_pathname(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry.get(), name.ends_with('/') ? AE_IFDIR : AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    check(writer.get(), archive_write_header(writer.get(), entry.get()));
    if (archive_write_data(writer.get(), bytes.data(), bytes.size()) != static_cast<la_ssize_t>(bytes.size()))
      throw std::runtime_error(archive_error_string(writer.get()));
  }
  check(writer.get(), archive_write_close(writer.get()));
  return out;
}

}  // namespace gouji::test
