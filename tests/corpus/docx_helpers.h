// Reading a DOCX package in a test: the document, its blocks' texts, its grids as lines.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpus/reader.h"
#include "support/docx_writer.h"
#include "support/docx_xml.h"

namespace gouji::corpus::test {

namespace xml = gouji::test::docx;

inline Result<Document> read_package(std::string package) {
  Bytes bytes;
  bytes.path = "report.docx";
  bytes.data = std::move(package);
  return read(std::move(bytes), Limits{});
}

inline Document read_docx(const xml::Package& package) {
  auto document = read_package(xml::write(package));
  INFO((document ? std::string() : document.error().code + " " + document.error().message));
  REQUIRE(document);
  return std::move(*document);
}

inline Document read_body(std::string body) {
  xml::Package package;
  package.body = std::move(body);
  return read_docx(package);
}

// The blocks' texts in order, tables left out.
inline std::vector<std::string> paragraphs_of(const Document& document) {
  std::vector<std::string> out;
  for (const Block& block : document.blocks)
    if (block.kind != BlockKind::table) out.emplace_back(document.view(block.text));
  return out;
}
inline std::vector<std::string> paragraphs_of(std::string body) { return paragraphs_of(read_body(std::move(body))); }

// "row.column rows×columns text" of each cell that holds something.
inline std::vector<std::string> grid_of(const Document& document, const Table& table) {
  std::vector<std::string> out;
  for (const Cell& cell : table.cells) {
    const std::string text(document.view(cell.text));
    if (text.empty()) continue;
    out.push_back(std::to_string(cell.row) + "." + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "×" +
                  std::to_string(cell.column_span) + " " + text);
  }
  return out;
}

// How often `part` stands in the document's text.
inline std::size_t count_of(const Document& document, const std::string& part) {
  std::size_t n = 0;
  for (std::size_t at = document.text.find(part); at != std::string::npos; at = document.text.find(part, at + part.size())) ++n;
  return n;
}

}  // namespace gouji::corpus::test
