#include "corpus/encoding.h"

#include <catch2/catch.hpp>
#include <string>

#include "corpus/utf8.h"

using gouji::corpus::decode;
using namespace std::string_literals;

namespace {

std::string utf16(std::u16string_view text, bool little) {
  std::string out;
  for (const char16_t c : text) {
    const char low = static_cast<char>(c & 0xFF), high = static_cast<char>(c >> 8);
    out += little ? low : high;
    out += little ? high : low;
  }
  return out;
}

// 云岭县收入12万元。 and a line end in GB18030, 雲嶺縣收入 in Big5.
const std::string gb = "\xD4\xC6\xC1\xEB\xCF\xD8\xCA\xD5\xC8\xEB\x31\x32\xCD\xF2\xD4\xAA\xA1\xA3\n"s;
const std::string big5 = "\xB6\xB3\xC0\xAD\xBF\xA4\xA6\xAC\xA4\x4A\n"s;

}  // namespace

TEST_CASE("each encoding gives the same text and says its name") {
  const std::string text = "云岭县收入12万元。\n";
  const std::u16string wide = u"云岭县收入12万元。\n";
  struct Case {
    std::string bytes, encoding;
    std::uint64_t bom;
  };
  for (const Case& c : {Case{text, "UTF-8", 0}, Case{"\xEF\xBB\xBF" + text, "UTF-8", 3}, Case{utf16(wide, true), "UTF-16LE", 0},
                        Case{"\xFF\xFE" + utf16(wide, true), "UTF-16LE", 2}, Case{utf16(wide, false), "UTF-16BE", 0},
                        Case{"\xFE\xFF" + utf16(wide, false), "UTF-16BE", 2}, Case{gb, "GB18030", 0}}) {
    const auto decoded = decode(c.bytes);
    REQUIRE(decoded);
    CHECK(decoded->encoding == c.encoding);
    CHECK(decoded->text == text);
    CHECK(decoded->bom_bytes == c.bom);
  }
}

TEST_CASE("UTF-16 full of characters with a zero low byte is still told by its units") {
  const std::u16string wide = u"　　一、一般公共预算\n　　一是一次性收入一亿元。\n";
  const auto decoded = decode(utf16(wide, true));
  REQUIRE(decoded);
  CHECK(decoded->encoding == "UTF-16LE");
}

TEST_CASE("Big5 is told from GB18030 by the characters that come out") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += big5;
  const auto decoded = decode(text);
  REQUIRE(decoded);
  CHECK(decoded->encoding == "Big5");
  CHECK(decoded->text.starts_with("雲嶺縣收入\n"));
}

TEST_CASE("a four-byte GB18030 character is kept") {
  const auto decoded = decode(gb + "\x81\x39\xEF\x30\n" + gb);  // U+3450... outside GBK
  REQUIRE(decoded);
  CHECK(decoded->encoding == "GB18030");
  CHECK(decoded->runs.size() >= 5);
}

TEST_CASE("what is no text is refused by name") {
  struct Case {
    std::string bytes, code;
  };
  for (const Case& c : {Case{"", "empty"}, Case{"abc\0def"s, "not_text"}, Case{std::string(400, '\x01'), "not_text"},
                        Case{"\xFF\xFF\xFF\xFF text"s, "not_text"}, Case{"云岭县收入"s.substr(0, 14), "truncated"},
                        Case{gb.substr(0, 17), "truncated"}, Case{"\xFF\xFE" + utf16(u"云岭", true).substr(0, 3), "truncated"},
                        Case{"\xEF\xBB\xBFtext\xFFtext", "not_text"}, Case{"\xFF\xFE\0\0a\0\0\0"s, "not_text"}}) {
    const auto decoded = decode(c.bytes);
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == c.code);
  }
}

TEST_CASE("UTF-8 is checked strictly") {
  using gouji::corpus::check_utf8;
  CHECK(check_utf8("a中𠀀").valid_bytes == 8);
  for (const std::string& bad : {"\xC0\x80"s, "\xE0\x80\x80"s, "\xED\xA0\x80"s, "\xF4\x90\x80\x80"s, "\x80"s, "\xF8\x88\x80\x80\x80"s}) {
    CHECK(check_utf8("ab" + bad).valid_bytes == 2);
    CHECK_FALSE(check_utf8("ab" + bad).cut_off);
  }
  CHECK(check_utf8("ab\xE4\xB8").cut_off);
}
