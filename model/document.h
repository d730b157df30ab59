// Document: a report as read, the one thing that every reader makes. Owns its text; blocks, sections and cells are ranges
// of it. Immutable once a reader returned it; safe to read from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/source.h"

namespace gouji {

using BlockId = std::uint32_t;
using SectionId = std::uint32_t;
using TableId = std::uint32_t;
inline constexpr std::uint32_t no_id = UINT32_MAX;

enum class BlockKind : std::uint8_t {
  title,      // the report's own title
  heading,    // opens a section
  paragraph,  // running text; one paragraph, its wrapped lines joined
  table,      // text is the table's raw text; Block::table says which
  caption,    // a table's title or unit line (单位：万元) outside the grid
  contents,   // a line of the table of contents
  furniture,  // a web page's menus, dates, links; never read for figures
  page_number,
};

// How a number at the start of a heading or paragraph is written.
enum class NumberStyle : std::uint8_t {
  none,
  part,               // 第一部分
  chapter,            // 第一章
  article,            // 第一节, 第一条
  han_comma,          // 一、
  han_paren,          // （一）
  decimal,            // 1.1
  arabic_dot,         // 1.
  arabic_comma,       // 1、
  arabic_paren,       // （1）
  arabic_half_paren,  // 1）
  circled,            // ①
  han_ordinal,        // 一是
  dash,               // ——
  bullet,             // ●
};

struct Block {
  BlockKind kind = BlockKind::paragraph;
  TextRange text;
  SectionId section = no_id;  // the innermost section that it stands in (a heading: the one that it opens)
  TableId table = no_id;
  // A heading or paragraph that starts with a number: the number as printed ("（1）"), its style and what it counts.
  NumberStyle number_style = NumberStyle::none;
  std::uint16_t number_value = 0;  // 0: none is said (——, ●)
  std::uint8_t list_level = 0;     // paragraphs: 1 = an item of the outermost list of its section, 2 = of a list in an item …; 0: no item
  TextRange number;
};

// A section runs from its heading to the next heading of its level or above.
struct Section {
  TextRange heading;       // with its number: "（一）部门预决算情况"
  TextRange title;         // without it: "部门预决算情况"
  std::uint8_t level = 1;  // 1 = 一、; nested by numbering style, see corpus/headings.h
  SectionId parent = no_id;
  BlockId block = no_id;  // the heading's block; a run-in heading ("1．一般公共预算。全市…") shares its paragraph's block
};

struct Cell {
  std::uint32_t row = 0, column = 0, row_span = 1, column_span = 1;
  TextRange text;
  std::vector<BlockId> content;  // nested tables
};

enum class TableLayout : std::uint8_t { cell_lines, aligned_columns, ooxml };

struct Table {
  TableLayout layout = TableLayout::cell_lines;
  TextRange text;     // all of it
  TextRange title;    // the title line above it, where there is one
  TextRange caption;  // 单位：万元
  std::uint32_t rows = 0, columns = 0;
  std::vector<Cell> cells;  // row-major
  SectionId section = no_id;
  std::vector<std::uint32_t> path;  // of a nested table: the indexes of the tables around it
};

struct Warning {
  std::string code;
  std::string message;
  TextRange text;  // empty: the whole document
};

enum class ReportKind : std::uint8_t { other, self_evaluation, final_accounts, budget, budget_execution, bulletin, work_report };

struct DocumentMeta {
  std::string id;  // sha256 of the bytes, hex
  std::string path;
  std::vector<std::string> paths;
  std::string format;    // "txt"
  std::string encoding;  // "UTF-8", "GB18030", …; "" for formats that have none
  std::uint64_t bytes = 0;
};

struct Document {
  DocumentMeta meta;
  std::string text;  // UTF-8; a block's text holds no line end (wrapped lines are joined), blocks are separated by '\n'
  SourceMap map;
  std::vector<Block> blocks;      // in reading order
  std::vector<Section> sections;  // in reading order
  std::vector<Table> tables;
  std::vector<TextRange> marks;  // decoded ranges left out of the text: [bookmark: …], [image: …] (ranges of map.decoded())
  std::vector<Warning> warnings;

  std::string_view view(TextRange range) const { return std::string_view(text).substr(range.begin, range.size()); }
};

}  // namespace gouji
