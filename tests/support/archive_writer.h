// Archives for tests: ZIP and tar with any names, compressed as their own names say.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace gouji::test {

using ArchiveFile = std::pair<std::string, std::string>;  // name, bytes

// A tar by libarchive. `filter`: "" or "gzip", "bzip2", "xz", "zstd".
std::string write_tar(const std::vector<ArchiveFile>& files, const std::string& filter = {});

}  // namespace gouji::test
