#include "corpus/input.h"

#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "corpus/walk.h"

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

// Reads to the end or to one byte over the limit, whatever the size said before: a file can grow, a pipe has none.
Result<std::string> read_stream(std::istream& in, const std::string& path, std::uint64_t limit) {
  std::string data;
  std::array<char, 1 << 16> buffer{};
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    data.append(buffer.data(), static_cast<std::size_t>(in.gcount()));
    if (data.size() > limit) return fail("too_large", path + ": more than " + std::to_string(limit) + " bytes", "raise the limit or split the file");
  }
  if (in.bad()) return fail("unreadable", path + ": reading failed");
  return data;
}

}  // namespace

std::vector<Input> expand(const std::vector<std::string>& arguments) {
  std::vector<Input> out;
  Walk walk(arguments);
  while (std::optional<Input> input = walk.next()) out.push_back(std::move(*input));
  return out;
}

Result<Bytes> load(const Input& input, const Limits& limits) {
  Bytes bytes;
  bytes.path = input.path;
  if (input.path == "-") {
    auto data = read_stream(std::cin, input.path, limits.text_bytes);
    if (!data) return tl::unexpected<Error>(data.error());
    bytes.data = std::move(*data);
  } else {
    std::error_code error;
    const fs::file_status status = fs::status(input.path, error);
    if (status.type() == fs::file_type::not_found) return fail("not_found", input.path + ": no such file", "check the path");
    if (error) return fail("unreadable", input.path + ": " + error.message());
    if (fs::is_directory(status)) {
      const bool unreadable = ::access(input.path.c_str(), R_OK | X_OK) != 0;
      return fail(unreadable ? "unreadable" : "not_a_file", input.path + ": is a folder" + (unreadable ? " that cannot be listed" : ""));
    }
    std::ifstream file(input.path, std::ios::binary);
    if (!file) return fail("unreadable", input.path + ": cannot be opened", "check the permissions");
    auto data = read_stream(file, input.path, limits.text_bytes);
    if (!data) return tl::unexpected<Error>(data.error());
    bytes.data = std::move(*data);
  }
  bytes.sha256 = sha256_hex(bytes.data);
  return bytes;
}

std::string sha256_hex(std::string_view data) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  EVP_Digest(data.data(), data.size(), digest.data(), &size, EVP_sha256(), nullptr);
  static constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(std::size_t{size} * 2);
  for (unsigned i = 0; i < size; ++i) {
    out += hex[digest[i] >> 4U];
    out += hex[digest[i] & 0x0FU];
  }
  return out;
}

}  // namespace gouji::corpus
