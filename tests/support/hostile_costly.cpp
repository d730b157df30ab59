// Sound packages whose content costs a naive reader much: quadratic look-ups, grids far larger than their cells, deep chains.
#include <stdexcept>

#include "support/docx_writer.h"
#include "support/docx_xml.h"
#include "support/hostile_docx.h"

namespace gouji::test {
namespace {

// A compound file's numbers are little-endian.
void put(std::string& out, std::size_t at, std::uint32_t value, unsigned bytes) {
  for (unsigned i = 0; i < bytes; ++i) out[at + i] = static_cast<char>((value >> (8 * i)) & 0xFFU);
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Stored: what repeats this much would be refused for its ratio.
std::string write_stored(docx::Package package) {
  package.method = ZipMethod::stored;
  return docx::write(package);
}
std::string body(std::string content) {
  docx::Package package;
  package.body = std::move(content);
  return write_stored(std::move(package));
}

std::string wide_rows() {
  std::string rows;
  for (int i = 0; i < 20'000; ++i) rows += docx::row(docx::c("1", {.span = 30'000}) + docx::c("2"), {.before = 30'000});
  return body(docx::table(2, rows));
}

std::string merged_down() {
  std::string rows = docx::row(docx::c("头", {.merge = "restart"}) + docx::c("1"));
  for (int i = 0; i < 50'000; ++i) rows += docx::row(docx::c("", {.merge = "continue"}) + docx::c("2"));
  return body(docx::table(2, rows));
}

std::string style_chain() {
  docx::Package package;
  for (int i = 0; i < 10'000; ++i) {
    const std::string id = "s" + std::to_string(i);
    package.styles += docx::styles({{.id = id, .name = id, .based_on = i > 0 ? "s" + std::to_string(i - 1) : ""}});
  }
  for (int i = 0; i < 20'000; ++i) package.body += docx::p("甲", {.style = "s" + std::to_string(9'999 - i % 100)});
  return write_stored(std::move(package));
}

std::string many_lists() {
  docx::Package package;
  std::vector<docx::ListDefinition> definitions;
  std::vector<docx::List> lists;
  for (int i = 1; i <= 10'000; ++i) {
    definitions.push_back({.id = i, .levels = {{.format = "chineseCounting", .text = "%1、"}}});
    lists.push_back({.id = i, .definition = i});
  }
  package.numbering = docx::numbering(definitions, lists);
  for (int i = 1; i <= 10'000; ++i) package.body += docx::p("甲", {.list = i});
  return write_stored(std::move(package));
}

std::string absurd_numbers() {
  docx::Package package;
  package.numbering = docx::numbering({{.id = 1,
                                        .levels = {{.format = "upperRoman", .text = repeated("%1", 1'000), .start = 2'147'483'647},
                                                   {.format = "lowerLetter", .text = "%2%9%0%", .start = 2'000'000'000},
                                                   {.format = "chineseCountingThousand", .text = "%3", .start = 2'000'000'000}}}},
                                      {{.id = 1}});
  package.body = docx::p("甲", {.list = 1}) + docx::p("乙", {.list = 1, .level = 1}) + docx::p("丙", {.list = 1, .level = 2}) +
                 docx::p("丁", {.list = 1, .level = 99}) + docx::p("戊", {.list = 1, .level = -1});
  return write_stored(std::move(package));
}

// 100 KB of number before each of 20,000 paragraphs: 2 GB of text.
std::string number_bomb() {
  docx::Package package;
  package.numbering = docx::numbering({{.id = 1, .levels = {{.format = "decimal", .text = repeated("第%1", 25'000)}}}}, {{.id = 1}});
  package.body = repeated(docx::p("甲", {.list = 1}), 20'000);
  return write_stored(std::move(package));
}

std::string absurd_tables() {
  return body(docx::table(2, docx::row(docx::c("1", {.span = 2'147'483'647}) + docx::c("2", {.span = 2'147'483'647}), {.before = 2'147'483'647}) +
                                 docx::row(docx::c("3", {.span = -5}), {.before = -7})) +
              "<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl>" + docx::p("完。"));
}

std::string many_notes() {
  docx::Package package;
  for (int i = 1; i <= 20'000; ++i) {
    package.footnotes[i] = docx::p("注");
    package.body += docx::paragraph(docx::run("甲") + docx::footnote_mark(20'001 - i));
  }
  return write_stored(std::move(package));
}

constexpr std::size_t large = 60U << 20U;  // bytes: a part just within the limit

// A body, or another part, of that many bytes of one element.
std::function<std::string()> filled(std::string xml) {
  return [xml = std::move(xml)] { return body(repeated(xml, large / xml.size()) + docx::p("甲")); };
}
std::function<std::string()> filled_part(std::string docx::Package::*part, std::string xml) {
  return [part, xml = std::move(xml)] {
    docx::Package package;
    package.body = docx::p("甲", {.list = 1});
    package.*part = repeated(xml, large / xml.size());
    return write_stored(std::move(package));
  };
}

// A main part of 250 MiB in a package of 3 MB: just more than the hundredth that a part must have when it is packed.
std::string hundredth() {
  std::string piece;
  for (unsigned i = 0, noise = 1; piece.size() < (1U << 20U); ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      noise = noise * 1'103'515'245 + 12'345;
      text += {'\xE5', static_cast<char>(0x80 + (noise >> 16U) % 64), static_cast<char>(0x80 + (noise >> 24U) % 64)};
    }
    piece += docx::p(i % 32 == 0 ? text : "某某");
  }
  docx::Package package;
  package.body = "|";
  std::vector<ZipEntry> entries = docx::parts(package);
  ZipEntry& entry = docx::part(entries, "word/document.xml");
  const std::size_t middle = entry.data.find('|');
  entry.packed = deflated_repeats(entry.data.substr(0, middle), piece, 250, entry.data.substr(middle + 1));
  const std::size_t size = entry.data.size() - 1 + 250 * piece.size();
  if (entry.packed->size() * 100 < size) throw std::logic_error("it is packed to less than a hundredth");
  entry.stated_size = static_cast<std::uint32_t>(size);
  return write_zip(entries);
}

}  // namespace

std::vector<HostileFile> large_documents() {
  const std::string sentence = docx::p(repeated("某县某局加强管理，", 60));  // half of it is text
  return {
      {"250 MiB packed to a hundredth", hundredth, {"limit"}},
      {"60 MiB of text in one run", [] { return body(docx::p(repeated("某县", large / 6))); }, {"limit"}},
      {"60 MiB of sentences", filled(sentence), {"limit"}},
      {"15 MiB of sentences", [sentence] { return body(repeated(sentence, (15U << 20U) / sentence.size())); }, {"read"}},
      {"60 MiB of blank paragraphs", filled("<w:p/>"), {"limit"}},
      {"60 MiB of line ends", filled("<w:p><w:r><w:t>甲</w:t>" + repeated("<w:br/><w:t>乙</w:t>", 1'000) + "</w:r></w:p>"), {"limit"}},
      {"60 MiB of cells", [] { return body("<w:tbl><w:tr>" + repeated("<w:tc/>", large / 7) + "</w:tr></w:tbl>"); }, {"limit"}},
      {"450,000 cells", [] { return body(docx::table(3, repeated(docx::row(docx::c("甲") + docx::c("乙") + docx::c("丙")), 150'000))); }, {"read"}},
      {"60 MiB of tables", filled("<w:tbl></w:tbl>"), {"limit"}},
      {"60 MiB of raised formulas",
       [] {
         return body(R"(<w:p xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">)" + repeated("<m:sup/>", large / 8) + "</w:p>");
       },
       {"limit"}},
      {"60 MiB of styles", filled_part(&docx::Package::styles, "<w:style w:styleId=\"a\"></w:style>"), {"limit"}},
      {"60 MiB of a style's tags",
       filled_part(&docx::Package::styles, "<w:style w:styleId=\"a\">" + repeated("<w:ilvl/>", 10'000) + "</w:style>"),
       {"read"}},
      {"a million lists",
       [] {
         docx::Package package;
         package.body = docx::p("甲", {.list = 1});
         for (int i = 0; i < 1'000'000; ++i) package.numbering += "<w:abstractNum w:abstractNumId=\"" + std::to_string(i) + "\"/>";
         return write_stored(std::move(package));
       },
       {"limit"}},
  };
}

std::vector<HostileFile> costly_documents() {
  const auto repeat = [](std::string xml, std::size_t times, std::string end) {
    return [xml = std::move(xml), times, end = std::move(end)] { return body(repeated(xml, times) + end); };
  };
  const auto in_paragraph = [](std::string xml, std::size_t times) {
    return [xml = std::move(xml), times] { return body(docx::paragraph(repeated(xml, times) + docx::run("甲"))); };
  };
  const std::string begin = docx::run_of(R"(<w:fldChar w:fldCharType="begin"/>)");
  const std::string separate = docx::run_of(R"(<w:fldChar w:fldCharType="separate"/>)");
  const std::string end = docx::run_of(R"(<w:fldChar w:fldCharType="end"/>)");
  return {
      {"spans of 30,000 columns", wide_rows, {"limit", "read"}},
      {"a cell merged over 50,000 rows", merged_down, {"read"}},
      {"styles based on 10,000 others", style_chain, {"read", "limit"}},
      {"10,000 lists", many_lists, {"read"}},
      {"numbers beyond reason", absurd_numbers, {"read", "limit"}},
      {"a number of 100 KB before each paragraph", number_bomb, {"limit", "too_large"}},
      {"spans beyond reason", absurd_tables, {"read", "limit"}},
      {"20,000 notes in reverse", many_notes, {"read"}},
      {"100,000 fields that never end", in_paragraph(begin, 100'000), {"read", "empty", "limit"}},
      {"50,000 results of fields within each other", in_paragraph(begin + separate + docx::run("乙"), 50'000), {"read", "limit"}},
      {"100,000 field ends without a field", in_paragraph(end, 100'000), {"read"}},
      {"200,000 runs in a paragraph", in_paragraph(docx::run("甲"), 200'000), {"read"}},
      {"100,000 blank paragraphs", repeat("<w:p/>", 100'000, docx::p("甲")), {"read"}},
      {"20,000 text boxes in a paragraph", in_paragraph(docx::text_box(docx::p("框")), 20'000), {"read"}},
      {"5,000 tables one behind the other", repeat(docx::table_of({{"甲", "1"}}), 5'000, ""), {"read"}},
  };
}

std::string compound_file(const std::vector<std::string>& streams) {
  // Header, one FAT sector, one directory sector (four entries, the root among them).
  std::string out(512 * 3, '\0');
  out.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
  put(out, 24, 0x3E, 2);    // minor version
  put(out, 26, 3, 2);       // major version
  put(out, 28, 0xFFFE, 2);  // byte order
  put(out, 30, 9, 2);       // sectors of 512
  put(out, 32, 6, 2);       // small sectors of 64
  put(out, 44, 1, 4);       // FAT sectors
  put(out, 48, 1, 4);       // first directory sector
  put(out, 56, 4096, 4);
  put(out, 60, 0xFFFFFFFE, 4);
  put(out, 68, 0xFFFFFFFE, 4);
  for (std::size_t i = 76; i < 512; i += 4) put(out, i, i == 76 ? 0 : 0xFFFFFFFF, 4);  // where the FAT is
  for (std::size_t i = 512; i < 1024; i += 4) put(out, i, 0xFFFFFFFF, 4);
  put(out, 512, 0xFFFFFFFD, 4);
  put(out, 516, 0xFFFFFFFE, 4);
  for (std::size_t entry = 0; entry < 4 && entry <= streams.size(); ++entry) {
    const std::size_t at = 1024 + entry * 128;
    const std::string name = entry == 0 ? "Root Entry" : streams[entry - 1];
    for (std::size_t i = 0; i < name.size(); ++i) out[at + 2 * i] = name[i];
    put(out, at + 64, static_cast<std::uint32_t>(2 * name.size() + 2), 2);
    put(out, at + 66, entry == 0 ? 5 : 2, 1);
    put(out, at + 67, 1, 1);
    for (const std::size_t link : {68, 72, 76}) put(out, at + link, 0xFFFFFFFF, 4);
    put(out, at + 116, 0xFFFFFFFE, 4);
  }
  if (!streams.empty()) put(out, 1024 + 76, 1, 4);
  if (streams.size() > 1) put(out, 1024 + 128 + 72, 2, 4);
  return out;
}

}  // namespace gouji::test
