#include "support/docx_fixtures.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gouji::test {

namespace fs = std::filesystem;

std::optional<fs::path> docx_fixtures_folder() {
  const char* reference = std::getenv("GOUJI_REFERENCE");
  if (reference == nullptr) return std::nullopt;
  const fs::path folder = fs::path(reference) / "fixtures" / "docx";
  return fs::is_directory(folder) ? std::optional(folder) : std::nullopt;
}

std::vector<Fixture> docx_fixtures(const fs::path& folder) {
  std::vector<Fixture> out;
  const std::pair<const char*, const char*> collections[] = {
      {"docling", "docling/sources"}, {"poi", "poi"}, {"poi-fuzz", "poi-fuzz"}, {"poi-hostile", "poi-hostile"}, {"python-docx", "python-docx/files"}};
  for (const auto& [name, inside] : collections) {
    std::error_code missing;
    for (const auto& entry : fs::recursive_directory_iterator(folder / inside, missing)) {
      if (entry.is_regular_file()) out.push_back({std::string(name) + "/" + entry.path().filename().string(), entry.path()});
    }
  }
  std::sort(out.begin(), out.end(), [](const Fixture& a, const Fixture& b) { return a.name < b.name; });
  return out;
}

std::string file_contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

namespace {

std::string resolved(const std::string& field) {
  std::string out;
  for (std::size_t i = 0; i < field.size(); ++i) {
    const char next = field[i] == '\\' && i + 1 < field.size() ? field[i + 1] : '\0';
    if (next == 'n' || next == 't' || next == '\\') {
      out += next == 'n' ? '\n' : next == 't' ? '\t' : '\\';
      ++i;
    } else {
      out += field[i];
    }
  }
  return out;
}

}  // namespace

std::vector<std::vector<std::string>> tab_separated(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::vector<std::string>> out;
  std::string line;
  for (std::getline(in, line); std::getline(in, line);) {
    std::vector<std::string> fields;
    std::istringstream rest(line);
    for (std::string field; std::getline(rest, field, '\t');) fields.push_back(resolved(field));
    out.push_back(std::move(fields));
  }
  return out;
}

}  // namespace gouji::test
