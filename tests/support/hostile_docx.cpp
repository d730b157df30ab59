#include "support/hostile_docx.h"

#include "support/docx_writer.h"
#include "support/docx_xml.h"

namespace gouji::test {
namespace {

using docx::document_xml;
using Entries = std::vector<ZipEntry>;

constexpr const char* main_part = "word/document.xml";

Entries plain() {
  docx::Package package;
  package.body = docx::p("全年支出12.5万元。");
  package.styles = docx::styles({{.id = "a", .name = "Normal"}});
  return docx::parts(package);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// A sound package with one thing done to its entries.
std::string spoilt(const std::function<void(Entries&)>& spoil) {
  Entries entries = plain();
  spoil(entries);
  return write_zip(entries);
}

std::string with_part(const std::string& name, std::string data) {
  return spoilt([&](Entries& entries) { docx::part(entries, name).data = std::move(data); });
}
std::string with_main(std::string data) { return with_part(main_part, std::move(data)); }
std::string with_body(const std::string& body) { return with_main(document_xml("<w:body>" + body + "</w:body>")); }

// A main part that inflates to `times` MiB of `filler` within a sound document. `stated`: the size that the headers give.
std::string bomb(char filler, std::uint64_t times, std::uint32_t stated) {
  return spoilt([&](Entries& entries) {
    ZipEntry& entry = docx::part(entries, main_part);
    const std::string whole = document_xml("<w:body><w:p><w:r><w:t>|</w:t></w:r></w:p></w:body>");
    const std::size_t middle = whole.find('|');
    entry.packed = deflated_repeats(whole.substr(0, middle), std::string(1 << 20, filler), times, whole.substr(middle + 1));
    entry.stated_size = stated;
  });
}

std::string billion_laughs() {
  std::string dtd = "<!DOCTYPE lolz [<!ENTITY a \"哈哈哈哈哈哈哈哈哈哈\">";
  for (char name = 'b'; name <= 'j'; ++name) {
    const std::string inner = "&" + std::string(1, static_cast<char>(name - 1)) + ";";
    dtd += "<!ENTITY " + std::string(1, name) + " \"" + repeated(inner, 10) + "\">";
  }
  return dtd + "]>";
}

// A package whose end points at a ZIP64 record far away.
std::string zip64_without_record() {
  std::string out = write_zip(plain());
  return out.insert(out.size() - 22, "PK\x06\x07" + std::string(4, '\0') + std::string(8, '\x7F') + std::string(4, '\0'));
}

std::string entity_text(const std::string& name) { return "<w:body><w:p><w:r><w:t>&" + name + ";</w:t></w:r></w:p></w:body>"; }

}  // namespace

std::vector<HostileFile> hostile_xml() {
  std::vector<HostileFile> out;
  const auto add = [&](std::string name, std::string bytes, std::vector<std::string> codes) {
    out.push_back({std::move(name), [bytes = std::move(bytes)] { return bytes; }, std::move(codes)});
  };
  const std::string external = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
  add("entity bomb", with_main(document_xml(entity_text("j"), billion_laughs())), {"dtd"});
  add("external entity", with_main(document_xml(entity_text("e"), external)), {"dtd"});
  add("external DTD", with_main(document_xml(entity_text("amp"), "<!DOCTYPE x SYSTEM \"http://192.0.2.1/x.dtd\">")), {"dtd"});
  add("parameter entity", with_main(document_xml(entity_text("amp"), "<!DOCTYPE x [<!ENTITY % p SYSTEM \"file:///etc/passwd\"> %p;]>")), {"dtd"});
  for (const char* name : {"word/styles.xml", "_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"})
    add(std::string("entity bomb in ") + name, with_part(name, billion_laughs() + "<x>&j;</x>"), {"dtd"});
  add("entity that nothing declares", with_main(document_xml(entity_text("nbsp"))), {"bad_xml"});

  std::string attributes;
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "=\"1\"";
  add("100,000 attributes", with_body("<w:p" + attributes + "/>"), {"limit", "bad_xml"});
  std::string spaces;
  for (int i = 0; i < 100'000; ++i) spaces += " xmlns:n" + std::to_string(i) + "=\"urn:" + std::to_string(i) + "\"";
  add("100,000 namespaces", with_body("<w:p" + spaces + "/>"), {"limit", "bad_xml"});
  add("10,000 deep", with_body(repeated("<w:sdt><w:sdtContent>", 5'000) + docx::p("深") + repeated("</w:sdtContent></w:sdt>", 5'000)), {"limit"});
  add("10,000 deep, never closed", with_body(repeated("<w:p>", 10'000)), {"limit", "bad_xml"});
  const std::string table_open = "<w:tbl><w:tr><w:tc>", table_close = "<w:p/></w:tc></w:tr></w:tbl>";
  add("tables 3,000 deep", with_body(repeated(table_open, 3'000) + docx::p("深") + repeated(table_close, 3'000)), {"limit"});
  add("a name of a million characters", with_body("<w:" + std::string(1'000'000, 'n') + "/>"), {"limit", "bad_xml", "read"});

  const std::uint32_t gigabyte = 1U << 30;
  add("1 GB of zeros", bomb('\0', 1024, gigabyte), {"limit"});
  add("1 GB of blanks in a sound document", bomb(' ', 1024, gigabyte), {"limit"});
  add("1 GB of blanks that says 1,000 bytes", bomb(' ', 1024, 1'000), {"limit", "truncated", "bad_package"});
  add("200 MB of blanks", bomb(' ', 200, 200U << 20), {"limit"});  // within the size, not within the ratio
  add("XML cut off", with_main(document_xml("<w:body>" + docx::p("一半")).substr(0, 1'000)), {"bad_xml"});
  add("XML that is no UTF-8", with_main(document_xml("<w:body>" + docx::p("\xC3\x28") + "</w:body>")), {"bad_xml"});
  add("a zero byte in the XML", with_main(document_xml("<w:body>" + docx::p(std::string("a\0b", 3)) + "</w:body>")), {"bad_xml"});
  add("not XML", with_main("plain text"), {"bad_xml"});
  add("nothing in the main part", with_main(""), {"bad_xml", "empty"});
  add("another root", with_main("<html><body>12.5</body></html>"), {"bad_package"});
  return out;
}

std::vector<HostileFile> hostile_packages() {
  std::vector<HostileFile> out;
  const auto add = [&](std::string name, std::string bytes, std::vector<std::string> codes) {
    out.push_back({std::move(name), [bytes = std::move(bytes)] { return bytes; }, std::move(codes)});
  };
  const auto add_entry = [](const std::string& name) {
    return [name](Entries& entries) { entries.push_back({name, docx::p("外"), ZipMethod::deflated}); };
  };
  const auto relation = [](const std::string& target, const std::string& mode = "") {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" Type=\"http://schemas."
           "openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"" +
           target + "\"" + mode + "/></Relationships>";
  };
  add("duplicate names", spoilt(add_entry(main_part)), {"bad_package"});
  add("names that differ in case only", spoilt(add_entry("word/DOCUMENT.xml")), {"bad_package", "read"});
  for (const char* name : {"../outside.xml", "word/../../outside.xml", "..\\outside.xml"})
    add(std::string("entry ") + name, spoilt(add_entry(name)), {"bad_package"});
  // Names from the root, as some writers give them: parts like any other, for nothing is ever unpacked.
  for (const char* name : {"/etc/outside.xml", "C:\\outside.xml"})
    add(std::string("entry ") + name, spoilt(add_entry(name)), {"bad_package", "read"});
  add("a name with a zero byte", spoilt(add_entry(std::string("word/a\0b.xml", 12))), {"bad_package", "read"});
  add("10,001 entries", spoilt([](Entries& entries) {
        for (int i = 0; i < 10'001; ++i) entries.push_back({"x/" + std::to_string(i), "", ZipMethod::stored});
      }),
      {"limit"});
  add("smaller than it is", spoilt([](Entries& entries) { docx::part(entries, main_part).stated_size = 100; }), {"bad_package", "bad_xml"});
  add("larger than it is", spoilt([](Entries& entries) { docx::part(entries, main_part).stated_size = 1U << 20; }), {"bad_package", "truncated"});
  add("packed size beyond the file", spoilt([](Entries& entries) { docx::part(entries, main_part).stated_packed = 1U << 30; }),
      {"bad_package", "truncated"});
  add("wrong checksum", spoilt([](Entries& entries) { docx::part(entries, main_part).stated_crc = 1; }), {"bad_package"});
  add("overlapping entries", spoilt([](Entries& entries) {
        for (int i = 0; i < 100; ++i) {
          ZipEntry again{"word/again" + std::to_string(i) + ".xml", ""};
          again.same_bytes_as = 2;
          entries.push_back(again);
        }
      }),
      {"bad_package"});
  add("unknown method", spoilt([](Entries& entries) { docx::part(entries, main_part).stated_method = 99; }), {"bad_package", "unsupported_format"});
  add("encrypted entry", spoilt([](Entries& entries) { docx::part(entries, main_part).encrypted = true; }), {"encrypted"});
  add("broken deflate", spoilt([](Entries& entries) { docx::part(entries, main_part).packed = std::string(500, '\xFF'); }), {"bad_package"});

  const std::string whole = write_zip(plain());
  for (const std::size_t parts : {1, 2, 5, 10, 15, 18, 19})
    add("cut off at " + std::to_string(parts) + "/20", whole.substr(0, whole.size() * parts / 20), {"truncated", "bad_package"});
  add("last byte missing", whole.substr(0, whole.size() - 1), {"truncated", "bad_package"});
  add("PK and nothing", "PK\x03\x04", {"truncated", "bad_package"});
  add("PK and noise", "PK\x03\x04" + repeated("\x91\x07noise", 5'000), {"truncated", "bad_package"});
  add("a ZIP64 record that the file is too short for",
      "PK\x03\x04PK\x06\x06"
      "PK\x06\x07" +
          std::string(4, '\0') + std::string("\x04\0\0\0\0\0\0\0", 8) + std::string(4, '\0') + "PK\x05\x06" + std::string(18, '\0'),
      {"truncated", "bad_package"});
  add("a ZIP64 locator and no record", zip64_without_record(), {"truncated", "bad_package"});
  add("an empty archive", write_zip({}), {"unsupported_format", "bad_package"});
  add("bytes before the package", write_zip(plain(), {.before = std::string("MZ\x90\0\x03\0\0\0", 8)}), {"bad_package"});
  add("bytes before the package, offsets not mended", write_zip(plain(), {.before = std::string("MZ\x90\0\x03\0\0\0", 8), .offsets_count_it = false}),
      {"bad_package"});

  const auto without = [](const std::string& name) {
    return spoilt([&](Entries& entries) { std::erase_if(entries, [&](const ZipEntry& entry) { return entry.name == name; }); });
  };
  add("no main part", without(main_part), {"unsupported_format", "missing_part"});
  add("no relations", without("_rels/.rels"), {"unsupported_format", "missing_part", "read"});
  add("no relations of the main part", without("word/_rels/document.xml.rels"), {"unsupported_format", "missing_part", "read"});
  add("main part outside", with_part("_rels/.rels", relation("../../../etc/passwd")), {"unsupported_format", "missing_part", "bad_package"});
  add("main part at a path of the machine", with_part("_rels/.rels", relation("file:///etc/passwd")), {"unsupported_format", "missing_part"});
  // What is elsewhere does not exist; what stands where it usually does is read.
  add("main part on the web", with_part("_rels/.rels", relation("http://192.0.2.1/document.xml", " TargetMode=\"External\"")),
      {"unsupported_format", "missing_part", "read"});
  add("a workbook", spoilt([](Entries& entries) {
        docx::part(entries, main_part).data = R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>)";
      }),
      {"bad_package"});
  add("any other archive", write_zip({{"readme.txt", "text"}}), {"unsupported_format", "missing_part"});
  add("encrypted with a password", compound_file({"EncryptionInfo", "EncryptedPackage"}), {"encrypted"});
  add("a legacy Word file", compound_file({"WordDocument", "1Table"}), {"legacy_doc"});
  add("a compound file of something else", compound_file({"Workbook"}), {"legacy_doc", "unsupported_format"});
  return out;
}

}  // namespace gouji::test
