#include "corpus/known_files.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace gouji::corpus {
namespace {

// What macOS puts into archives beside each file: its attributes under the file's own extension.
bool is_resource_fork(std::string_view path, std::string_view name) {
  return name.starts_with("._") || path.find("__MACOSX/") != std::string_view::npos;
}

}  // namespace

bool is_known_file(std::string_view path) {
  static constexpr std::array<std::string_view, 11> extensions{".txt", ".text", ".docx", ".docm", ".dotx", ".doc",
                                                               ".wps", ".rtf",  ".pdf",  ".rar",  ".7z"};
  const std::size_t slash = path.find_last_of('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0 || is_resource_fork(path, name)) return false;
  std::string extension(name.substr(dot));
  std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace gouji::corpus
