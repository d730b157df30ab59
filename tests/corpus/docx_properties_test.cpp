// Whatever is done to a package's bytes or XML: it is read or refused, and what is read hangs together.
#include <rapidcheck.h>

#include <set>

#include "docx_helpers.h"

using namespace gouji;
using namespace gouji::corpus::test;

namespace {

const std::set<std::string> refusals{"bad_package", "bad_xml",      "dtd",      "empty",     "encrypted", "legacy_doc",
                                     "limit",       "missing_part", "not_text", "too_large", "truncated", "unsupported_format"};

bool inside(const Document& document, TextRange range) { return range.begin <= range.end && range.end <= document.text.size(); }

// Ranges lie in the text, blocks follow each other, cells cover no place twice, every character has a source in a part.
void check_document(const Document& document) {
  std::uint32_t end = 0;
  for (const Block& block : document.blocks) {
    RC_ASSERT(inside(document, block.text));
    RC_ASSERT(block.text.begin >= end);
    end = block.text.end;
    RC_ASSERT(block.table == no_id || block.table < document.tables.size());
    if (block.text.empty() || block.kind == BlockKind::table) continue;
    const Place place = document.map.place(block.text);
    RC_ASSERT(!place.part.empty());
    RC_ASSERT(!place.runs.empty());
  }
  for (const Table& table : document.tables) {
    std::set<std::pair<std::uint32_t, std::uint32_t>> covered;
    for (const Cell& cell : table.cells) {
      RC_ASSERT(inside(document, cell.text));
      for (std::uint32_t r = 0; r < cell.row_span; ++r)
        for (std::uint32_t c = 0; c < cell.column_span; ++c) RC_ASSERT(covered.emplace(cell.row + r, cell.column + c).second);
      RC_ASSERT(cell.row + cell.row_span <= table.rows);
      RC_ASSERT(cell.column + cell.column_span <= table.columns);
      for (const BlockId id : cell.content) RC_ASSERT(id < document.blocks.size());
    }
  }
}

void check(const std::string& package) {
  const auto document = read_package(package);
  if (document) return check_document(*document);
  RC_ASSERT(refusals.count(document.error().code) == 1U);
  RC_ASSERT(!document.error().message.empty());
}

// A fault in the XML: a piece cut out, doubled or moved, tags and numbers torn wherever they stand.
std::string torn(std::string text) {
  if (text.empty()) return text;
  const std::size_t from = *rc::gen::inRange<std::size_t>(0, text.size());
  const std::size_t length = *rc::gen::inRange<std::size_t>(1, 60);
  const std::string piece = text.substr(from, length);
  switch (*rc::gen::inRange(0, 4)) {
    case 0:
      return text.erase(from, length);
    case 1:
      return text.insert(from, piece);
    case 2:
      return text.insert(*rc::gen::inRange<std::size_t>(0, text.size()), piece);
    default:
      text[from] = *rc::gen::arbitrary<char>();
      return text;
  }
}

// An element taken out whole or put elsewhere: the XML stays well-formed.
std::string rearranged(std::string text) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; (at = text.find("<w:", at)) != std::string::npos; ++at) starts.push_back(at);
  if (starts.empty()) return text;
  const std::size_t from = *rc::gen::elementOf(starts), to = *rc::gen::elementOf(starts);
  const std::string name = text.substr(from + 1, text.find_first_of(" />", from) - from - 1);
  std::size_t depth = 0, end = from;
  while (end < text.size()) {
    const std::size_t close = text.find('>', end);
    if (close == std::string::npos) return text;
    if (text.compare(end, 2, "</") == 0) {
      --depth;
    } else if (text[close - 1] != '/') {
      ++depth;
    }
    end = close + 1;
    if (depth == 0) break;
    end = text.find('<', end);
  }
  const std::string element = text.substr(from, end - from);
  if (*rc::gen::arbitrary<bool>()) text.erase(from, element.size());
  return text.insert(std::min(to, text.size()), element);
}

std::vector<gouji::test::ZipEntry> sample_parts() {
  xml::Package package;
  package.styles = xml::styles({{.id = "H", .name = "heading 1", .outline = 0, .list = 1}});
  package.numbering = xml::numbering({{.id = 1, .levels = {{.format = "chineseCounting", .text = "%1、"}}}}, {{.id = 1}});
  package.footnotes = {{1, xml::p("注。")}};
  package.body =
      xml::p("概况", {.style = "H"}) +
      xml::paragraph(xml::run("支出1.5万元") + xml::footnote_mark(1) + xml::deleted("删") + xml::text_box(xml::p("框"))) +
      xml::table(3, xml::row(xml::c("项目", {.merge = "restart"}) + xml::c("金额", {.span = 2})) +
                        xml::sdt(xml::row(xml::c("", {.merge = "continue"}) + xml::c("2.5") + xml::cell(xml::table_of({{"内", "3"}}) + "<w:p/>"))) +
                        xml::row(xml::c("尾"), {.before = 1, .after = 1})) +
      xml::paragraph(xml::complex_field(" REF a ", xml::run("9")) + xml::ruby("衡", "heng"));
  return xml::parts(package);
}

}  // namespace

TEST_CASE("docx property: torn XML is read or refused") {
  CHECK(rc::check([] {
    auto entries = sample_parts();
    auto& entry = entries[*rc::gen::inRange<std::size_t>(0, entries.size())];
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) entry.data = torn(entry.data);
    check(gouji::test::write_zip(entries));
  }));
}

TEST_CASE("docx property: elements in places where they do not belong are read or refused") {
  CHECK(rc::check([] {
    auto entries = sample_parts();
    auto& entry = xml::part(entries, *rc::gen::element<std::string>("word/document.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml",
                                                                    "word/footnotes.xml"));
    for (int i = *rc::gen::inRange(1, 6); i > 0; --i) entry.data = rearranged(entry.data);
    check(gouji::test::write_zip(entries));
  }));
}

TEST_CASE("docx property: a package with changed bytes is read or refused") {
  CHECK(rc::check([] {
    static const std::string whole = gouji::test::write_zip(sample_parts());
    std::string bytes = whole;
    for (int i = *rc::gen::inRange(1, 8); i > 0; --i) bytes[*rc::gen::inRange<std::size_t>(4, bytes.size())] = *rc::gen::arbitrary<char>();
    check(bytes);
  }));
}
