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

// Each row's cells between bars; spans as {rows x columns}, a cell's lines joined by "/".
inline std::vector<std::string> rows_of(const Document& document, const Table& table) {
  std::vector<std::string> out(table.rows);
  for (const Cell& cell : table.cells) {
    std::string text(document.view(cell.text));
    for (char& c : text) c = c == '\n' ? '/' : c;
    if (cell.row_span > 1 || cell.column_span > 1) text = "{" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span) + "}" + text;
    out[cell.row] += "|" + text;
  }
  return out;
}

}  // namespace gouji::corpus::test
