// Archives of reports: ZIP and tar (plain or compressed by gzip, bzip2, xz or zstd), read from the first member to the last.
// Nothing is written to disk, so a hostile member's name has nowhere to go, and no more than one member is held.
// Source: libarchive's readers; APPNOTE.TXT 6.3.10 (ZIP), POSIX.1-2017 pax (tar).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus {

// By its extension: a .docx is a ZIP too, and no archive of reports.
bool is_archive_name(std::string_view path);

// "2023.zip!/云溪县/决算.docx": the member 云溪县/决算.docx of 2023.zip.
std::string member_path(std::string_view archive, std::string_view member);
// The archive file whose member a path names; "" where it names none, or something of that very name exists.
std::string archive_of(const std::string& path);

// One thread. The order of the members is the archive's own.
class Archive {
 public:
  // Errors: "unreadable", "bad_archive", "truncated". Messages name `path`.
  static Result<Archive> open(const std::string& path, const Limits& limits);
  // An archive inside an archive; `bytes` are kept.
  static Result<Archive> open(const std::string& path, std::string bytes, const Limits& limits);

  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  const std::string& path() const;
  // A Word document whose name says .zip: its first member gives it away.
  bool is_package() const;
  // The next file's name in UTF-8 (a name of another encoding that cannot be decoded stays as it is); nullopt after the last.
  // Folders, links and devices are none. After an error there is no next: "truncated", "bad_archive", "limit".
  Result<std::optional<std::string>> next();
  // The bytes of the file that next() named, once. Errors: "too_large", "encrypted", "bad_archive", "truncated", "limit".
  Result<std::string> read();
  // The bytes that it was opened from; there is nothing to read after that.
  std::string release() &&;

 private:
  class State;
  explicit Archive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace gouji::corpus
