#include "corpus/input.h"

#include <fmt/format.h>
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

Result<std::string> read(const std::string& path, const Limits& limits) {
  if (path == "-") return read_stream(std::cin, path, limits.text_bytes);
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return fail("not_found", path + ": no such file", "check the path");
  if (error) return fail("unreadable", path + ": " + error.message());
  if (fs::is_directory(status)) {
    const bool unreadable = ::access(path.c_str(), R_OK | X_OK) != 0;
    return fail(unreadable ? "unreadable" : "not_a_file", path + ": is a folder" + (unreadable ? " that cannot be listed" : ""));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail("unreadable", path + ": cannot be opened", "check the permissions");
  return read_stream(file, path, limits.text_bytes);
}

}  // namespace

std::vector<Input> expand(const std::vector<std::string>& arguments, const Limits& limits) {
  std::vector<Input> out;
  std::uint64_t held = 0;
  Walk walk(arguments, limits);
  while (std::optional<Input> input = walk.next()) {
    if (input->held && *input->held) held += (*input->held)->size();
    if (input->held && *input->held && held > limits.held_bytes) {
      input->held = fail("limit", fmt::format("{}: the archives hold more than {} bytes", input->path, limits.held_bytes),
                         "gouji ingest reads archives of any size; or unpack it and give the folder");
    }
    out.push_back(std::move(*input));
  }
  return out;
}

Result<Bytes> load(Input input, const Limits& limits) {
  Result<std::string> data = input.held ? std::move(*input.held) : read(input.path, limits);
  if (!data) return tl::unexpected<Error>(std::move(data.error()));
  std::string sha256 = sha256_hex(*data);
  return Bytes{std::move(input.path), std::move(*data), std::move(sha256)};
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
