// A random grid, written in each flattened layout and read back, is the same grid, but for what the layout truly loses; none of that is
// made here:
// - cell lines of Word files: how wide a cell merged sideways is where neither the row below (headers; here each heading's first column
//   is a total) nor the kinds of the columns (rows of values) tell; whether a blank cell of the body is merged with the one above, but
//   for group labels.
// - rows on lines: the same; whether a value's heading that reaches down stands before or behind a heading of several (here: before);
//   a cell whose last line is blank.
// - aligned columns: cells merged downwards in the body (printed once, somewhere in the middle); a column with neither heading nor
//   value; how many blank lines a cell has; which lines belong together where labels of three and more lines follow each other; whether
//   Chinese characters count one column or two where all labels beside numbers are of one length; a table's last row with one value and
//   a wrapped label, none of whose lines has a gap.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "read_helpers.h"
#include "support/table_writer.h"

using namespace gouji;
using namespace gouji::corpus::test;
using gouji::test::AlignedPrint;
using gouji::test::Grid;
using gouji::test::GridCell;

namespace {

// One number that rapidcheck picks seeds a grid: a smaller seed is no simpler grid, so nothing is shrunk.
std::mt19937& source() {
  static std::mt19937 engine;
  return engine;
}

void seed() { source().seed(*rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>())); }

unsigned pick(unsigned from, unsigned to) { return from + static_cast<unsigned>(source()() % (to - from + 1)); }

// A label of `length` Chinese characters that is none of the words that mean something to a table.
std::string label(unsigned length) {
  static const std::vector<std::string> characters{"云", "岭", "河", "林", "桥", "路", "渠", "库", "站", "所", "馆", "校", "园", "厂", "塔", "港"};
  std::string out;
  for (unsigned i = 0; i < length; ++i) out += characters[pick(0, static_cast<unsigned>(characters.size()) - 1)];
  return out;
}

std::string amount() {
  const std::string digits = std::to_string(pick(0, 99999)), decimals = std::to_string(pick(10, 99));
  return (digits.size() > 3 ? digits.substr(0, digits.size() - 3) + "," + digits.substr(digits.size() - 3) : digits) + "." + decimals;
}

constexpr unsigned wrap = 8;  // characters in a line of the label column

std::vector<std::string> wrapped_label(std::size_t most_lines) {
  std::vector<std::string> lines;
  for (unsigned more = pick(0, 5); more >= 4 && lines.size() + 1 < most_lines; more = pick(0, 5)) lines.push_back(label(wrap));
  lines.push_back(label(pick(2, wrap)));
  return lines;
}

struct Shape {
  bool codes = false, groups = false;  // a column of codes; a column of group labels merged downwards
  std::vector<unsigned> headings;      // value columns under each heading of the header's first row
};

// Header cells: labels reach over all header rows, headings of several over their columns.
void add_header(const Shape& shape, Grid& grid) {
  unsigned column = 0;
  std::vector<GridCell> second;
  const auto reach_down = [&] { grid.cells.push_back({0, column++, grid.header_rows, 1, {label(pick(2, 5))}}); };
  if (shape.codes) reach_down();
  if (shape.groups) reach_down();
  reach_down();
  std::set<std::string> used;
  for (const unsigned width : shape.headings) {
    if (width == 1) {
      reach_down();
      continue;
    }
    grid.cells.push_back({0, column, 1, width, {label(4)}});
    for (unsigned k = 0; k < width; ++k) {
      std::string name = label(pick(2, 4));
      while (!used.insert(name).second) name = label(pick(2, 4));
      if (k == 0) name = "小计";
      second.push_back({1, column++, 1, 1, {name}});
    }
  }
  grid.columns = column;
  grid.cells.insert(grid.cells.end(), second.begin(), second.end());
}

void add_body(const Shape& shape, unsigned rows, Grid& grid) {
  std::size_t label_lines = 1;
  for (unsigned r = 0, group = 0; r < rows; ++r) {
    const unsigned row = grid.header_rows + r;
    unsigned column = 0;
    if (shape.codes) grid.cells.push_back({row, column++, 1, 1, {std::to_string(201 + r)}});
    if (shape.groups) {
      if (group == 0) {
        group = std::min(pick(1, 3), rows - r);
        grid.cells.push_back({row, column, group, 1, {label(pick(2, 4))}});
      }
      ++column;
      --group;
    }
    const bool short_one = r == 0, long_one = r == 1;
    grid.cells.push_back({row, column++, 1, 1, {}});
    grid.cells.back().lines = short_one  ? std::vector<std::string>{label(3)}
                              : long_one ? std::vector<std::string>{label(wrap)}
                                         : wrapped_label(label_lines > 1 ? 2 : 3);
    label_lines = grid.cells.back().lines.size();
    unsigned values = 0;
    for (; column < grid.columns; ++column) {
      const bool filled = r == 0 || grid.columns - column + values <= 2 || pick(0, 3) > 0;
      values += filled ? 1 : 0;
      grid.cells.push_back({row, column, 1, 1, filled ? std::vector<std::string>{amount()} : std::vector<std::string>{}});
    }
  }
  grid.rows = grid.header_rows + rows;
}

Grid any_grid(bool groups, bool singles_first = false) {
  Shape shape;
  shape.codes = pick(0, 1) == 1;
  shape.groups = groups && pick(0, 1) == 1;
  Grid grid;
  grid.header_rows = 1;
  for (unsigned n = pick(1, 4); n > 0; --n) {
    shape.headings.push_back(pick(0, 2) == 0 ? pick(2, 3) : 1);
    if (shape.headings.back() > 1) grid.header_rows = 2;
  }
  if (shape.headings.size() == 1 && shape.headings[0] == 1) shape.headings.push_back(1);
  if (singles_first) std::sort(shape.headings.begin(), shape.headings.end());
  add_header(shape, grid);
  add_body(shape, pick(4, 9), grid);
  return grid;
}

std::string print(unsigned row, unsigned column, unsigned row_span, unsigned column_span, const std::string& text) {
  return std::to_string(row) + "." + std::to_string(column) + " " + std::to_string(row_span) + "x" + std::to_string(column_span) + " " + text;
}

std::vector<std::string> printed(const Grid& grid) {
  std::vector<std::string> out;
  for (const GridCell& cell : grid.cells) {
    std::string text;
    for (const std::string& line : cell.lines) text += (text.empty() ? "" : "\n") + line;
    out.push_back(print(cell.row, cell.column, cell.row_span, cell.column_span, text));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<std::string> read_back(const std::string& table) {
  const Document document = read_ok("云岭县2023年度部门决算说明\n云岭县2023年度收支情况如下表所示，金额以万元计。\n\n          云岭县收支情况表\n" +
                                    table + "\n以上各项收支均已核对，尾数因四舍五入可能不符。\n");
  std::vector<std::string> out;
  if (document.tables.size() != 1) return {std::to_string(document.tables.size()) + " tables"};
  for (const Cell& cell : document.tables[0].cells)
    out.push_back(print(cell.row, cell.column, cell.row_span, cell.column_span, std::string(document.view(cell.text))));
  std::sort(out.begin(), out.end());
  return out;
}

void same(const Grid& grid, const std::string& written) {
  const std::vector<std::string> expected = printed(grid), found = read_back(written);
  if (expected == found) return;
  RC_LOG() << written << std::endl;
  for (const std::string& cell : found) {
    if (!std::binary_search(expected.begin(), expected.end(), cell)) RC_LOG() << "found    " << cell << std::endl;
  }
  for (const std::string& cell : expected) {
    if (!std::binary_search(found.begin(), found.end(), cell)) RC_LOG() << "expected " << cell << std::endl;
  }
  RC_FAIL("another grid");
}

}  // namespace

TEST_CASE("a grid written as a Word file's cell lines is read back") {
  CHECK(rc::check([] {
    seed();
    const Grid grid = any_grid(true);
    same(grid, write_docx_cells(grid));
  }));
}

TEST_CASE("a grid written as an older Word file's cell lines is read back") {
  CHECK(rc::check([] {
    seed();
    const Grid grid = any_grid(true);
    same(grid, write_doc_cells(grid));
  }));
}

TEST_CASE("a grid written as rows on lines is read back") {
  CHECK(rc::check([] {
    seed();
    const Grid grid = any_grid(false, true);
    same(grid, write_line_rows(grid));
  }));
}

TEST_CASE("a grid printed as aligned columns is read back") {
  CHECK(rc::check([] {
    seed();
    const Grid grid = any_grid(false);
    AlignedPrint print;
    print.wide_han = pick(0, 1) == 1;
    print.gap = pick(3, 6);
    if (pick(0, 2) == 0) print.rows_on_page = pick(3, 5);
    // Letters of single width are told from double ones by how several rows stand below each other: one row on a page does not tell.
    while (print.rows_on_page != 0 && !print.wide_han && (grid.rows - grid.header_rows) % print.rows_on_page == 1) ++print.rows_on_page;
    print.repeat_header = pick(0, 1) == 1;
    same(grid, write_aligned_columns(grid, print));
  }));
}
