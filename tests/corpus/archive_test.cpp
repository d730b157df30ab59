// Archives as inputs: which of their files are given, by what name, and what is said of those that cannot be read.
#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "corpus/walk.h"
#include "support/archive_writer.h"
#include "support/zip_writer.h"

namespace gouji::corpus {
namespace {

using app::testing::TemporaryFolder;
using test::write_tar;
using test::write_zip;

// "path=bytes" or "path:code" of every input, the folder's name taken away.
std::vector<std::string> inputs(const TemporaryFolder& folder, const std::vector<std::string>& arguments, const Limits& limits = {}) {
  std::vector<std::string> out;
  for (Input& input : expand(arguments, limits)) {
    std::string path = input.path.starts_with(folder.path()) ? input.path.substr(folder.path().size() + 1) : input.path;
    const Result<Bytes> bytes = load(std::move(input), limits);
    out.push_back(bytes ? path + "=" + bytes->data : path + ":" + bytes.error().code);
  }
  return out;
}

using Paths = std::vector<std::string>;

TEST_CASE("the reports in an archive are inputs in its own order, by whatever it is compressed") {
  const TemporaryFolder folder;
  const std::vector<test::ArchiveFile> files{
      {"县/", ""}, {"县/b.txt", "乙"}, {"县/a.docx", "甲"}, {"县/photo.jpg", "x"}, {"__MACOSX/县/._b.txt", "x"}};
  for (const auto& [name, filter] : std::vector<std::pair<std::string, std::string>>{
           {"t.tar", ""}, {"t.tgz", "gzip"}, {"t.tar.gz", "gzip"}, {"t.tar.bz2", "bzip2"}, {"t.TAR.XZ", "xz"}, {"t.tar.zst", "zstd"}}) {
    CHECK(inputs(folder, {folder.write(name, write_tar(files, filter))}) == Paths{name + "!/县/b.txt=乙", name + "!/县/a.docx=甲"});
  }
  const std::string zip = folder.write("t.zip", write_zip({{"县/b.txt", "乙"}, {"县/a.docx", "甲", test::ZipMethod::stored}, {"c.xlsx", "x"}}));
  CHECK(inputs(folder, {zip}) == Paths{"t.zip!/县/b.txt=乙", "t.zip!/县/a.docx=甲"});
}

TEST_CASE("archives are found in folders, lists and other archives") {
  const TemporaryFolder folder;
  const std::string inner = write_zip({{"a.txt", "1"}});
  folder.write("in/x.tar", write_tar({{"z.txt", "0"}, {"2023.zip", inner}, {"y.txt", "2"}}));
  folder.write("in/w.txt", "w");
  const Paths expected{"in/w.txt=w", "in/x.tar!/z.txt=0", "in/x.tar!/2023.zip!/a.txt=1", "in/x.tar!/y.txt=2"};
  CHECK(inputs(folder, {folder / "in"}) == expected);
  CHECK(inputs(folder, {"@" + folder.write("list", (folder / "in/w.txt") + "\n" + (folder / "in/x.tar") + "\n")}) == expected);
  Limits shallow;
  shallow.archive_depth = 0;
  CHECK(inputs(folder, {folder / "in/x.tar"}, shallow) == Paths{"in/x.tar!/z.txt=0", "in/x.tar!/2023.zip:limit", "in/x.tar!/y.txt=2"});
}

TEST_CASE("a file in an archive is named by its path, in any order") {
  const TemporaryFolder folder;
  folder.write("a.tgz", write_tar({{"1.txt", "一"}, {"2.zip", write_zip({{"3.txt", "三"}})}, {"4.txt", "四"}}, "gzip"));
  const std::string at = folder / "a.tgz!/";
  CHECK(inputs(folder, {at + "4.txt", at + "1.txt", at + "2.zip!/3.txt", at + "nothing.txt", at + "4.txt"}) ==
        Paths{"a.tgz!/4.txt=四", "a.tgz!/1.txt=一", "a.tgz!/2.zip!/3.txt=三", "a.tgz!/nothing.txt:not_found", "a.tgz!/4.txt=四"});
  // A file of such a name is that file.
  folder.write("a.tgz!/4.txt", "文件");
  CHECK(inputs(folder, {at + "4.txt"}) == Paths{"a.tgz!/4.txt=文件"});
}

TEST_CASE("names in GBK are read as such") {
  const TemporaryFolder folder;
  const std::string zip = folder.write("a.zip", write_zip({{.name = "\xBE\xF6\xCB\xE3\xB1\xA8\xB8\xE6.txt", .data = "1", .utf8_name = false}}));
  CHECK(inputs(folder, {zip}) == Paths{"a.zip!/决算报告.txt=1"});
}

TEST_CASE("a Word document that is called .zip is a document") {
  const TemporaryFolder folder;
  const std::string package = write_zip({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", "<w/>"}});
  folder.write("report.zip", package);
  CHECK(inputs(folder, {folder / "report.zip"}) == Paths{"report.zip=" + package});
  folder.write("all.tar", write_tar({{"report.zip", package}}));
  CHECK(inputs(folder, {folder / "all.tar"}) == Paths{"all.tar!/report.zip=" + package});
}

TEST_CASE("what cannot be read of an archive is refused by name, the rest is given") {
  const TemporaryFolder folder;
  const std::string tar = write_tar({{"1.txt", "一"}, {"2.txt", std::string(4000, 'x')}});
  folder.write("cut.tar", tar.substr(0, 2048));
  folder.write("no.zip", "not an archive");
  folder.write("empty.zip", write_zip({}));
  folder.write("locked.zip", write_zip({{.name = "a.txt", .data = "1", .encrypted = true}}));
  folder.write("crc.zip", write_zip({{.name = "a.txt", .data = "1", .stated_crc = 7}, {.name = "b.txt", .data = "2"}}));
  CHECK(inputs(folder, {folder / "cut.tar"}) == Paths{"cut.tar!/1.txt=一", "cut.tar!/2.txt:truncated", "cut.tar:truncated"});
  CHECK(inputs(folder, {folder / "no.zip"}) == Paths{"no.zip:bad_archive"});
  CHECK(inputs(folder, {folder / "empty.zip"}).empty());
  CHECK(inputs(folder, {folder / "locked.zip"}) == Paths{"locked.zip!/a.txt:encrypted"});
  CHECK(inputs(folder, {folder / "crc.zip"}) == Paths{"crc.zip!/a.txt:bad_archive", "crc.zip!/b.txt=2"});
}

TEST_CASE("bounds: of one file, of a bomb, of all that is held") {
  const TemporaryFolder folder;
  Limits limits;
  limits.text_bytes = 10;
  folder.write("a.tar", write_tar({{"big.txt", std::string(11, 'x')}, {"b.txt", "2"}}));
  CHECK(inputs(folder, {folder / "a.tar"}, limits) == Paths{"a.tar!/big.txt:too_large", "a.tar!/b.txt=2"});
  // 100 MiB in some hundred kilobytes.
  test::ZipEntry bomb{.name = "a.txt", .data = ""};
  bomb.packed = test::deflated_repeats("", std::string(1 << 16, '0'), 1600, "");
  bomb.stated_size = 1600U << 16;
  bomb.stated_packed = static_cast<std::uint32_t>(bomb.packed->size());
  folder.write("bomb.zip", write_zip({bomb}));
  CHECK(inputs(folder, {folder / "bomb.zip"}) == Paths{"bomb.zip!/a.txt:limit"});
  Limits little;
  little.held_bytes = 3;
  folder.write("c.tar", write_tar({{"1.txt", "11"}, {"2.txt", "22"}}));
  CHECK(inputs(folder, {folder / "c.tar"}, little) == Paths{"c.tar!/1.txt=11", "c.tar!/2.txt:limit"});
}

TEST_CASE("counting reads no file") {
  const TemporaryFolder folder;
  folder.write("a.zip", write_zip({{.name = "a.txt", .data = "1", .encrypted = true}, {.name = "b.txt", .data = "2"}}));
  Walk walk({folder / "a.zip"}, Limits{}, Members::named);
  int count = 0;
  while (const std::optional<Input> input = walk.next()) {
    CHECK_FALSE(input->held);
    ++count;
  }
  CHECK(count == 2);
}

}  // namespace
}  // namespace gouji::corpus
