#include "corpus/input.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

namespace gouji::corpus {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> known_extensions{".txt", ".text", ".docx", ".doc", ".pdf"};

bool has_known_extension(const fs::path& path) {
  std::string extension = path.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(known_extensions.begin(), known_extensions.end(), extension) != known_extensions.end();
}

// Files below a folder in name order, links not followed; what cannot be listed is left out here and missed nowhere else.
void walk(const fs::path& folder, std::vector<Input>& out) {
  std::vector<fs::directory_entry> entries;
  std::error_code error;
  for (fs::directory_iterator it(folder, fs::directory_options::skip_permission_denied, error), end; !error && it != end; it.increment(error))
    entries.push_back(*it);
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.path().filename() < b.path().filename(); });
  for (const fs::directory_entry& entry : entries) {
    if (entry.is_symlink(error)) continue;
    if (entry.is_directory(error)) {
      walk(entry.path(), out);
    } else if (entry.is_regular_file(error) && has_known_extension(entry.path())) {
      out.push_back({entry.path().string()});
    }
  }
}

void expand_one(const std::string& argument, std::vector<Input>& out) {
  std::error_code error;
  if (argument != "-" && fs::is_directory(argument, error)) {
    walk(argument, out);
  } else {
    out.push_back({argument});
  }
}

// A list names one input a line; blank lines and lines that start with '#' are none.
void expand_list(const std::string& list, std::vector<Input>& out) {
  std::ifstream file(list);
  if (!file) {
    out.push_back({list});  // reading it gives the refusal
    return;
  }
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!line.empty() && line.front() != '#') expand_one(line, out);
  }
}

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
  for (const std::string& argument : arguments) {
    if (argument.size() > 1 && argument.front() == '@') {
      expand_list(argument.substr(1), out);
    } else {
      expand_one(argument, out);
    }
  }
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
    if (fs::is_directory(status)) return fail("not_a_file", input.path + ": is a folder");
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
