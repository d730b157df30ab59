// The grid of a Word table: every place covered once, cells in their true columns.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "corpus/docx/stacked_rows.h"
#include "corpus/docx/table_builder.h"

namespace gouji::corpus::docx {
namespace {

using Merge = CellShape::Merge;

// "row,column rows×columns" of each cell, in order.
std::vector<std::string> cells_of(const TableDraft& draft) {
  std::vector<std::string> out;
  for (const CellDraft& c : draft.cells) {
    out.push_back(std::to_string(c.row) + "," + std::to_string(c.column) + " " + std::to_string(c.row_span) + "x" + std::to_string(c.column_span));
  }
  return out;
}

std::vector<unsigned> covered(const TableDraft& draft) {
  std::vector<unsigned> places(std::size_t{draft.rows} * draft.columns);
  for (const CellDraft& c : draft.cells) {
    for (std::uint32_t r = c.row; r < c.row + c.row_span; ++r)
      for (std::uint32_t k = c.column; k < c.column + c.column_span; ++k) ++places.at(std::size_t{r} * draft.columns + k);
  }
  return places;
}

void check_whole(const TableDraft& draft) { CHECK(covered(draft) == std::vector<unsigned>(std::size_t{draft.rows} * draft.columns, 1)); }

void add_row(TableBuilder& table, const std::vector<CellShape>& cells, std::uint32_t left_out = 0) {
  table.begin_row();
  if (left_out > 0) table.leave_out(left_out);
  for (const CellShape& cell : cells) table.add_cell(cell, 0);
  table.end_row();
}

TEST_CASE("Cells that reach over columns and rows") {
  TableBuilder table;
  add_row(table, {{1, Merge::begins, false}, {2, Merge::none, false}});
  add_row(table, {{1, Merge::goes_on, false}, {}, {}});
  add_row(table, {{}, {}, {}});
  const TableDraft draft = table.finish().draft;
  CHECK(cells_of(draft) == std::vector<std::string>{"0,0 2x1", "0,1 1x2", "1,1 1x1", "1,2 1x1", "2,0 1x1", "2,1 1x1", "2,2 1x1"});
  check_whole(draft);
}

TEST_CASE("Columns that a row leaves out, at its beginning and at its end, are blank") {
  TableBuilder table;
  add_row(table, {{}, {}, {}, {}});
  add_row(table, {{}}, 2);
  const TableDraft draft = table.finish().draft;
  CHECK(cells_of(draft) == std::vector<std::string>{"0,0 1x1", "0,1 1x1", "0,2 1x1", "0,3 1x1", "1,0 1x2", "1,2 1x1", "1,3 1x1"});
  check_whole(draft);
}

TEST_CASE("A cell that goes on with nothing of its shape above is one of its own") {
  TableBuilder table;
  add_row(table, {{2, Merge::begins, false}, {}});
  add_row(table, {{1, Merge::goes_on, false}, {}, {1, Merge::goes_on, false}});
  add_row(table, {{1, Merge::goes_on, false}, {}, {}});
  const TableDraft draft = table.finish().draft;
  CHECK(cells_of(draft) == std::vector<std::string>{"0,0 1x2", "0,2 1x1", "1,0 2x1", "1,1 1x1", "1,2 1x1", "2,1 1x1", "2,2 1x1"});
  check_whole(draft);
}

TEST_CASE("A merge ends where a row does not take part in it") {
  TableBuilder table;
  add_row(table, {{1, Merge::begins, false}});
  add_row(table, {{1, Merge::none, false}});
  add_row(table, {{1, Merge::goes_on, false}});
  CHECK(cells_of(table.finish().draft) == std::vector<std::string>{"0,0 1x1", "1,0 1x1", "2,0 1x1"});
}

TEST_CASE("Cells merged across in the old way are one, nothing of the rest is shown") {
  TableBuilder table;
  table.begin_row();
  CHECK(table.add_cell({}, 0));
  CHECK_FALSE(table.add_cell({1, Merge::none, true}, 0));
  CHECK(table.add_cell({}, 0));
  table.end_row();
  CHECK(cells_of(table.finish().draft) == std::vector<std::string>{"0,0 1x2", "0,2 1x1"});
}

TEST_CASE("A row without cells is none") {
  TableBuilder table;
  add_row(table, {{}, {}});
  add_row(table, {});
  add_row(table, {{}, {}});
  CHECK(table.finish().draft.rows == 2);
}

TEST_CASE("Nested tables stay in their cells when blank cells are put before them") {
  TableBuilder table;
  add_row(table, {{}});
  table.begin_row();
  table.add_cell({}, 0);
  table.add_cell({}, 0);
  table.add_nested(7);
  table.end_row();
  const GridTable grid = table.finish();
  REQUIRE(grid.nested.size() == 1);
  CHECK(cells_of(grid.draft)[grid.nested[0].cell] == "1,1 1x1");
}

TEST_CASE("Spans of any size neither overflow nor take time") {
  TableBuilder table;
  add_row(table, {{4294967295U, Merge::none, false}, {4294967295U, Merge::none, false}}, 4294967295U);
  CHECK(table.finish().draft.rows == 1);
}

// A table of one row, a column a string, '\n' between the lines of a cell; "3:" before it: over three columns.
std::vector<std::string> parted(const std::vector<std::string>& cells) {
  std::string text;
  TableBuilder builder;
  builder.begin_row();
  for (const std::string& cell : cells) {
    const bool spans = cell.size() > 1 && cell[1] == ':';
    builder.add_cell({spans ? static_cast<std::uint32_t>(cell[0] - '0') : 1U, Merge::none, false}, 0);
    const std::string lines = spans ? cell.substr(2) : cell;
    for (std::size_t at = 0; at < lines.size();) {
      const std::size_t end = std::min(lines.find('\n', at), lines.size());
      const auto begin = static_cast<std::uint32_t>(text.size());
      text += lines.substr(at, end - at);
      builder.add_part({begin, static_cast<std::uint32_t>(text.size())});
      at = end + 1;
    }
  }
  builder.end_row();
  TableDraft draft = builder.finish().draft;
  part_stacked_rows(text, draft);
  check_whole(draft);
  std::vector<std::string> out(draft.rows);
  for (const CellDraft& cell : draft.cells) {
    std::string& row = out.at(cell.row);
    if (cell.column > 0) row += '|';
    for (std::uint32_t part = 0; part < cell.parts; ++part) {
      const TextRange range = draft.parts.at(cell.first + part);
      row += (part > 0 ? "/" : "") + text.substr(range.begin, range.size());
    }
  }
  return out;
}

TEST_CASE("Rows stacked in one are parted") {
  using Rows = std::vector<std::string>;
  CHECK(parted({"总数\n城镇\n乡村", "30\n20\n10"}) == Rows{"总数|30", "城镇|20", "乡村|10"});
  CHECK(parted({"总数\n城镇\n乡村", "", "2:30\t1.5\n20\t-2.5\n10\t0.5"}) == Rows{"总数||30|1.5", "城镇||20|-2.5", "乡村||10|0.5"});
}

TEST_CASE("What looks stacked and is not stays one row") {
  using Rows = std::vector<std::string>;
  CHECK(parted({"总数\n城镇", "30\n20"}) == Rows{"总数/城镇|30/20"});                      // two lines can be chance
  CHECK(parted({"甲\n乙\n丙", "30\n20"}) == Rows{"甲/乙/丙|30/20"});                       // as many lines in each
  CHECK(parted({"甲\n乙\n丙", "丁\n戊\n己"}) == Rows{"甲/乙/丙|丁/戊/己"});                // no numbers: lists side by side
  CHECK(parted({"甲\n乙\n丙", "3:1\t2\n3\t4\n5\t6"}) == Rows{"甲/乙/丙|1\t2/3\t4/5\t6"});  // more columns than pieces
  CHECK(parted({"1\n2\n3"}) == Rows{"1/2/3"});                                             // nothing beside it
}

}  // namespace
}  // namespace gouji::corpus::docx
