// The DOCX files of other projects that $GOUJI_REFERENCE/fixtures/docx may hold, with what is expected of them.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gouji::test {

struct Fixture {
  std::string name;  // "poi/delins.docx": collection and file
  std::filesystem::path path;
};

// The folder, where it is there.
std::optional<std::filesystem::path> docx_fixtures_folder();
// Every file of every collection, in name order.
std::vector<Fixture> docx_fixtures(const std::filesystem::path& folder);

std::string file_contents(const std::filesystem::path& path);
// Lines of tab-separated fields, the first line (names) left out. \n, \t and \\ in a field are resolved.
std::vector<std::vector<std::string>> tab_separated(const std::filesystem::path& path);

}  // namespace gouji::test
