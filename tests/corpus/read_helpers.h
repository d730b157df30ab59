// Reading a text in a test: the document, its blocks as "kind: text" lines, the kind names.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/text_reader.h"

namespace gouji::corpus::test {

inline Document read_ok(std::string text) {
  Bytes bytes;
  bytes.path = "report.txt";
  bytes.data = std::move(text);
  auto document = read_text(std::move(bytes), Limits{});
  INFO((document ? std::string() : document.error().code + " " + document.error().message));
  REQUIRE(document);
  return std::move(*document);
}

inline std::string_view kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::title:
      return "title";
    case BlockKind::heading:
      return "heading";
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::table:
      return "table";
    case BlockKind::caption:
      return "caption";
    case BlockKind::contents:
      return "contents";
    case BlockKind::furniture:
      return "furniture";
    case BlockKind::page_number:
      return "page";
  }
  return "";
}

inline std::vector<std::string> blocks_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks) out.push_back(std::string(kind_name(block.kind)) + ": " + std::string(document.view(block.text)));
  return out;
}

inline std::vector<std::string> blocks_of(const std::string& text) { return blocks_of(read_ok(text)); }

// "level title" of each section, in order.
inline std::vector<std::string> sections_of(const Document& document) {
  std::vector<std::string> out;
  for (const Section& section : document.sections) out.push_back(std::to_string(section.level) + " " + std::string(document.view(section.title)));
  return out;
}

}  // namespace gouji::corpus::test
