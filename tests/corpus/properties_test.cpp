// What must hold for every text: nothing is lost, nothing invented, every character leads back to its source.
#include <rapidcheck.h>

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpus/characters.h"
#include "corpus/utf8.h"
#include "read_helpers.h"

using namespace gouji;
using namespace gouji::corpus;
using namespace gouji::corpus::test;

namespace {

// A text of pieces that the layout is read by, in any order.
std::string any_text() {
  static const std::vector<std::string> pieces{"一、",
                                               "（一）",
                                               "1.",
                                               "（2） ",
                                               "①",
                                               "——",
                                               "收入完成",
                                               "38.9亿元",
                                               "，",
                                               "。",
                                               "：",
                                               "\n",
                                               "\n",
                                               "\n\n",
                                               "\r\n",
                                               "\r",
                                               "\f",
                                               "\t",
                                               "\t\t",
                                               "  ",
                                               "          ",
                                               "　　",
                                               "[bookmark: A]",
                                               "[image: 图]",
                                               "[image: ",
                                               "]",
                                               "1,234.56",
                                               ".5",
                                               "%",
                                               "预算 执 行",
                                               "首页",
                                               "打印",
                                               "ICP备1号",
                                               "单位：万元",
                                               "表1 收支表",
                                               "- 7 -",
                                               "目录",
                                               "......12",
                                               "关于某县2024年预算的报告",
                                               "\xE2\x80\xA8",
                                               "𠀀",
                                               "\xEF\xBB\xBF",
                                               "word",
                                               "因公出"};
  const auto picks = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size()));
  std::string text = "始";
  for (const std::size_t p : picks) text += pieces[p];
  return text;
}

// Decoded offset of each byte of the text, -1 for what the writer put in.
std::vector<std::int64_t> sources(const Document& document) {
  std::vector<std::int64_t> out(document.text.size(), -1);
  for (std::uint32_t at = 0; at < document.text.size(); ++at) {
    const auto ranges = document.map.decoded_ranges({at, at + 1});
    if (!ranges.empty()) out[at] = ranges.front().begin;
  }
  return out;
}

void nothing_lost_or_invented(const Document& document) {
  const std::string& decoded = document.map.decoded();
  std::vector<int> covered(decoded.size(), 0);
  const auto from = sources(document);
  for (std::size_t at = 0; at < from.size(); ++at) {
    if (from[at] < 0) {
      RC_ASSERT((document.text[at] == '\n' || document.text[at] == '\t' || document.text[at] == ' '));
      continue;
    }
    RC_ASSERT(decoded[static_cast<std::size_t>(from[at])] == document.text[at]);
    ++covered[static_cast<std::size_t>(from[at])];
  }
  auto mark = document.marks.begin();
  for (std::size_t at = 0; at < decoded.size();) {
    if (mark != document.marks.end() && mark->begin == at) {
      at = (mark++)->end;
      continue;
    }
    const Character c = character_at(decoded, at);
    RC_ASSERT(covered[at] == (is_space(c.code) ? covered[at] : 1));
    RC_ASSERT(covered[at] <= 1);
    at += c.bytes;
  }
}

std::string utf16le(const std::string& text) {
  std::string out = "\xFF\xFE";
  const auto unit = [&](char32_t u) {
    out += static_cast<char>(u & 0xFF);
    out += static_cast<char>((u >> 8U) & 0xFF);
  };
  for (std::size_t at = 0; at < text.size(); at += character_at(text, at).bytes) {
    const char32_t c = character_at(text, at).code;
    if (c < 0x10000) {
      unit(c);
    } else {
      unit(0xD800 + ((c - 0x10000) >> 10U));
      unit(0xDC00 + ((c - 0x10000) & 0x3FFU));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("nothing is lost and nothing invented") {
  CHECK(rc::check([] { nothing_lost_or_invented(read_ok(any_text())); }));
}

TEST_CASE("a cell holds no neighbour's text where columns cross") {
  const Document document = read_ok("始  一、\n一、\f1,234.56  一、\n收入完成          [image: 1,234.56");
  REQUIRE(document.tables.size() == 1);
  TextRange before;
  for (const Cell& cell : document.tables[0].cells) {
    CHECK((cell.text.empty() || cell.text.begin >= before.end));
    if (!cell.text.empty()) before = cell.text;
  }
  for (const std::string_view once : {"[image:", "收入完成"}) CHECK(document.text.find(once) == document.text.rfind(once));
}

TEST_CASE("every place is right, recomputed from the text alone") {
  CHECK(rc::check([] {
    const Document document = read_ok(any_text());
    const std::string& decoded = document.map.decoded();
    const auto from = sources(document);
    for (std::uint32_t at = 0; at < from.size(); ++at) {
      if (from[at] < 0 || (static_cast<unsigned char>(document.text[at]) & 0xC0U) == 0x80U) continue;
      std::uint64_t line = 1, offset = 0;
      for (std::int64_t i = 0; i < from[at]; ++i) {
        const char c = decoded[static_cast<std::size_t>(i)];
        if (c == '\n') {
          ++line;
          offset = 0;
        } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
          ++offset;
        }
      }
      const Place place = document.map.place({at, at + 1});
      RC_ASSERT(place.line == line);
      RC_ASSERT(place.offset == offset);
      RC_ASSERT(place.begin == static_cast<std::uint64_t>(from[at]));
    }
  }));
}

TEST_CASE("the encoding does not change what is read") {
  CHECK(rc::check([] {
    const std::string text = any_text();
    const Document a = read_ok(text), b = read_ok(utf16le(text));
    RC_ASSERT(a.text == b.text);
    RC_ASSERT(blocks_of(a) == blocks_of(b));
  }));
}

TEST_CASE("blocks, sections and tables are ranges of the text in order") {
  CHECK(rc::check([] {
    const Document document = read_ok(any_text());
    std::uint32_t end = 0;
    for (const Block& block : document.blocks) {
      RC_ASSERT((block.text.begin >= end && block.text.end <= document.text.size()));
      RC_ASSERT((block.text.begin == 0 || document.text[block.text.begin - 1] == '\n'));
      RC_ASSERT((block.kind == BlockKind::table || document.view(block.text).find('\n') == std::string_view::npos));
      RC_ASSERT((block.text.contains(block.number) || block.number.empty()));
      RC_ASSERT((block.section == no_id || block.section < document.sections.size()));
      end = block.text.end;
    }
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
      const Section& section = document.sections[i];
      RC_ASSERT((document.blocks[section.block].text.contains(section.heading)));
      RC_ASSERT((section.heading.contains(section.title) || section.title.empty()));
      RC_ASSERT((section.parent == no_id || section.parent < i));
    }
    for (const Table& table : document.tables) {
      for (const Cell& cell : table.cells) RC_ASSERT((table.text.contains(cell.text) && cell.row < table.rows && cell.column < table.columns));
    }
  }));
}
