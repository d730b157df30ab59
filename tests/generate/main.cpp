// gouji-generate: writes generated reports, each with its truth beside it.
//
// usage: gouji-generate FOLDER [--count N] [--seed S] [--kind KIND] [--faulty]
//   FOLDER/KIND-SEED.txt, .layout.txt or .docx, and .truth.jsonl; with --faulty each report has one planted fault.
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>

#include "generate/case.h"
#include "generate/truth.h"

namespace {

struct Options {
  std::string folder, kind;
  std::uint64_t count = 10, seed = 1;
  bool faulty = false;
};

bool read(int argc, char** argv, Options& options) {
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool value = i + 1 < argc;
    if (argument == "--faulty") {
      options.faulty = true;
    } else if (argument == "--count" && value) {
      options.count = std::stoull(argv[++i]);
    } else if (argument == "--seed" && value) {
      options.seed = std::stoull(argv[++i]);
    } else if (argument == "--kind" && value) {
      options.kind = argv[++i];
    } else if (argument[0] != '-' && options.folder.empty()) {
      options.folder = argument;
    } else {
      return false;
    }
  }
  return !options.folder.empty();
}

void write(const std::filesystem::path& path, const std::string& data) { std::ofstream(path, std::ios::binary) << data; }

}  // namespace

int main(int argc, char** argv) {
  using namespace gouji::generate;
  Options options;
  if (!read(argc, argv, options)) {
    std::fputs("usage: gouji-generate FOLDER [--count N] [--seed S] [--kind KIND] [--faulty]\n", stderr);
    return 2;
  }
  std::filesystem::create_directories(options.folder);
  for (std::uint64_t i = 0; i < options.count; ++i) {
    const Case one = make_case(options.seed + i, options.faulty, options.kind);
    const std::filesystem::path path = std::filesystem::path(options.folder) / one.name;
    write(path, one.bytes);
    write(path.string() + ".truth.jsonl", truth_of(one.report));
  }
  return 0;
}
