// Writes the Word samples: `make_docx_samples FOLDER`. They are committed; a test holds them against what this writes.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "support/docx_samples.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: make_docx_samples FOLDER\n", stderr);
    return 2;
  }
  std::filesystem::create_directories(argv[1]);
  for (const auto& [name, bytes] : gouji::test::docx_samples()) std::ofstream(std::filesystem::path(argv[1]) / name, std::ios::binary) << bytes;
}
