#include "corpus/input.h"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "corpus/reader.h"

using namespace gouji::corpus;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / fs::path("gouji_input_test_" + std::to_string(::getpid()))) { fs::create_directories(path_); }
  ~Folder() { fs::remove_all(path_); }
  std::string file(const std::string& name, const std::string& data) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << data;
    return (path_ / name).string();
  }
  fs::path path() const { return path_; }

 private:
  fs::path path_;
};

}  // namespace

TEST_CASE("a folder gives its files in name order, links not followed") {
  const Folder folder;
  folder.file("b.txt", "b");
  folder.file("a/z.TXT", "z");
  folder.file("c.csv", "no");
  fs::create_symlink(folder.path() / "b.txt", folder.path() / "a.txt");
  const auto inputs = expand({folder.path().string()}, Limits{});
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].path == (folder.path() / "a/z.TXT").string());
  CHECK(inputs[1].path == (folder.path() / "b.txt").string());
}

TEST_CASE("a list names inputs, and what does not exist is refused when it is read") {
  const Folder folder;
  const std::string a = folder.file("a.txt", "收入");
  const std::string list = folder.file("list", a + "\r\n# 注释\n\nmissing.txt\n");
  const auto inputs = expand({"@" + list, "-"}, Limits{});
  REQUIRE(inputs.size() == 3);
  CHECK(inputs[0].path == a);
  CHECK(inputs[1].path == "missing.txt");
  CHECK(inputs[2].path == "-");
  const auto missing = load(inputs[1], Limits{});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == "not_found");
  CHECK(missing.error().message.find("missing.txt") != std::string::npos);
}

TEST_CASE("files have their sha256, and a limit") {
  const Folder folder;
  const std::string abc = folder.file("abc.txt", "abc");
  const auto bytes = load({abc}, Limits{});
  REQUIRE(bytes);
  CHECK(bytes->sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(load({abc}, Limits{2}).error().code == "too_large");
  CHECK(load({folder.path().string()}, Limits{}).error().code == "not_a_file");
}

TEST_CASE("formats without a reader are refused by name, with what to do") {
  struct Case {
    std::string data, code;
  };
  for (const Case& c : {Case{"PK\x03\x04 package", "truncated"}, Case{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 ole", "legacy_doc"}, Case{"%PDF-1.7", "pdf"},
                        Case{"{\\rtf1 text}", "unsupported_format"}, Case{"", "empty"}, Case{" \n\t\n", "empty"}, Case{"\xEF\xBB\xBF", "empty"}}) {
    const auto document = read(Bytes{"some/report", c.data, ""}, Limits{});
    REQUIRE_FALSE(document);
    CHECK(document.error().code == c.code);
    CHECK(document.error().message.find("some/report") != std::string::npos);
  }
  CHECK_FALSE(read(Bytes{"a.pdf", "%PDF-1.7", ""}, Limits{}).error().hint.empty());
}
