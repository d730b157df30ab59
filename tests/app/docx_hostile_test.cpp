// Hostile DOCX files, built here: the command refuses each by name, or reads it, in bounded time and memory. Whole processes, so that
// what a library reserves or a destructor costs counts too.
#include <algorithm>
#include <catch2/catch.hpp>
#include <iostream>
#include <regex>

#include "support/child_process.h"
#include "support/docx_writer.h"
#include "support/docx_xml.h"
#include "support/hostile_docx.h"
#include "temporary_folder.h"

namespace gouji::app {
namespace {

using gouji::test::HostileFile;

constexpr std::uint64_t megabyte = 1'000'000;

std::string code_of(const std::string& records) {
  std::smatch found;
  return std::regex_search(records, found, std::regex("\"type\":\"refusal\",\"path\":\"[^\"]*\",\"code\":\"([a-z_]+)\"")) ? found[1].str() : "read";
}

void check(const std::vector<HostileFile>& files) {
  const testing::TemporaryFolder folder;
  for (const HostileFile& file : files) {
    INFO(file.name);
    const std::string path = folder.write("hostile.docx", file.bytes());
    gouji::test::ChildLimits limits;
    // Guards: ten times what is asked for (a second, 300 MB), for machines that are busy and address space that is only reserved.
    if (!gouji::test::sanitized()) limits = {.cpu_seconds = 10, .address_space = 3'000 * megabyte};
    const auto run = gouji::test::run_child({GOUJI_BINARY, "extract", path, "--threads", "1"}, limits);
    CHECK(run.signal == 0);
    const std::string code = code_of(run.out);
    INFO("said " << code << ", " << run.seconds << " s, " << run.peak / megabyte << " MB");
    CHECK(std::count(file.codes.begin(), file.codes.end(), code) == 1);
    CHECK(run.status == (code == "read" ? 0 : 2));
    if (!gouji::test::sanitized()) CHECK(run.peak < 300 * megabyte);
    CHECK(run.out.find("root:") == std::string::npos);  // of /etc/passwd
    if (std::getenv("GOUJI_SHOW_HOSTILE") != nullptr)
      std::cout << file.name << '\t' << std::filesystem::file_size(path) << '\t' << code << '\t' << run.seconds << '\t' << run.peak / megabyte
                << '\n';
  }
}

}  // namespace

TEST_CASE("hostile XML in a DOCX is refused by name") { check(gouji::test::hostile_xml()); }

TEST_CASE("hostile DOCX packages are refused by name") { check(gouji::test::hostile_packages()); }

TEST_CASE("DOCX files made to cost much are read in bounded time and memory") { check(gouji::test::costly_documents()); }

TEST_CASE("the largest parts that are read, and larger ones, take bounded memory") { check(gouji::test::large_documents()); }

TEST_CASE("a refusal of a DOCX says what it is and what to do") {
  const testing::TemporaryFolder folder;
  const auto refusal = [&](const std::string& bytes) {
    return gouji::test::run_child({GOUJI_BINARY, "extract", folder.write("report.docx", bytes), "--lang", "en"}).out;
  };
  CHECK(refusal(gouji::test::compound_file({"WordDocument"})).find("libreoffice") != std::string::npos);
  const std::string encrypted = refusal(gouji::test::compound_file({"EncryptionInfo", "EncryptedPackage"}));
  CHECK(encrypted.find("password") != std::string::npos);

  const std::string whole = gouji::test::docx::write_body(gouji::test::docx::p("正文。"));
  CHECK(refusal("MZ-stub" + whole).find("7 bytes stand before the package") != std::string::npos);
  std::vector<gouji::test::ZipEntry> entries = gouji::test::docx::parts({});
  gouji::test::docx::part(entries, "word/document.xml").data = "<html><body>12.5</body></html>";
  CHECK(refusal(gouji::test::write_zip(entries)).find("its outermost element is not w:document") != std::string::npos);
}

TEST_CASE("a DOCX cut off anywhere is refused, never read in part") {
  const testing::TemporaryFolder folder;
  std::string body;
  for (int i = 0; i < 40; ++i) body += gouji::test::docx::p("第" + std::to_string(i) + "项支出" + std::to_string(i * 37 % 91) + ".5万元。");
  const std::string whole = gouji::test::docx::write_body(body);
  for (std::size_t size = 4; size < whole.size(); size += whole.size() / 40) {
    INFO(size << " of " << whole.size());
    const auto run = gouji::test::run_child({GOUJI_BINARY, "extract", folder.write("cut.docx", whole.substr(0, size))});
    CHECK(run.status == 2);
    CHECK(run.out.find("\"figure\"") == std::string::npos);
  }
}

}  // namespace gouji::app
