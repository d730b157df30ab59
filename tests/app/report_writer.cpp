#include "app/report_writer.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

namespace gouji::test {
namespace {

int width_of(std::string_view piece) { return piece[0] > 0 ? static_cast<int>(piece.size()) : piece.size() >= 3 ? 2 : 1; }

// The end of what a printer does not break: a character, a number or Latin word, and the marks that may begin no line.
std::size_t end_of_piece(std::string_view text, std::size_t at) {
  std::size_t next = at + 1;
  while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0U) == 0x80U) ++next;
  const auto is_ascii = [&](std::size_t i) { return text[i] > ' ' && text[i] < 0x7F; };
  while (next < text.size() && is_ascii(at) && is_ascii(next)) ++next;
  return next;
}

bool begins_no_line(std::string_view piece) {
  static constexpr std::string_view closing = "，。；：、）”》％！？,.;:)%";
  return closing.find(piece) != std::string_view::npos;
}

// Writes a paragraph's text behind `column` columns of its line.
class Wrapper {
 public:
  explicit Wrapper(int columns) : columns_(columns) {}
  int column = 0;

  void write(std::string_view text, std::string& out) {
    while (text.starts_with(' ') || text.starts_with("\u3000")) text.remove_prefix(text[0] == ' ' ? 1 : 3);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t next = end_of_piece(text, at);
      const std::string_view piece = text.substr(at, next - at);
      if (column + width_of(piece) > columns_ && column > 0 && !begins_no_line(piece)) {
        out += '\n';
        column = 0;
      }
      out += piece;
      column += width_of(piece);
      at = next;
    }
  }

 private:
  int columns_;
};

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    while (line.ends_with(' ') || line.ends_with("\u3000")) line.remove_suffix(line.back() == ' ' ? 1 : 3);
    if (line.find_first_not_of(" \u3000") != std::string_view::npos) lines.emplace_back(line);
    at = end + 1;
  }
  return lines;
}

int width_of_line(std::string_view line) {
  int width = 0;
  for (std::size_t at = 0; at < line.size(); at = end_of_piece(line, at)) width += width_of(line.substr(at, end_of_piece(line, at) - at));
  return width;
}

int widest(const GridCell& cell) {
  int width = 0;
  for (const std::string& line : cell.lines) width = std::max(width, width_of_line(line));
  return width;
}

struct Rewriter {
  const output::Report& report;
  const Writing& writing;
  const std::string& text;
  std::vector<TextRange> prose;               // what a printer breaks: titles and captions stay as they are
  std::vector<std::uint32_t> blocks;          // where they begin: a line inside one goes on
  std::map<std::size_t, TableId> table_at{};  // by the first character of its first line
  std::vector<std::size_t> table_end{};

  Rewriter(const output::Report& r, const Writing& w) : report(r), writing(w), text(r.document.map.decoded()) {
    for (const Block& block : r.document.blocks) {
      const auto ranges = r.document.map.decoded_ranges(block.text);
      blocks.push_back(r.document.map.first_decoded(block.text));
      if (ranges.empty()) continue;
      if (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) prose.push_back({ranges.front().begin, ranges.back().end});
      if (block.kind != BlockKind::table) continue;
      const std::size_t line = text.rfind('\n', ranges.front().begin);
      table_at[line == std::string::npos ? 0 : line + 1] = block.table;
      table_end.resize(r.document.tables.size(), 0);
      std::size_t& last = table_end[block.table];
      last = std::min(text.find('\n', ranges.back().end), text.size());
      for (std::size_t next = last + 1; next < text.size(); next = last + 1) {  // its last cells are blank
        const std::size_t end_of_line = std::min(text.find('\n', next), text.size());
        if (text.find_first_not_of(" \t\u3000", next) < end_of_line || (next < end_of_line && text[next] != '\t')) break;
        last = end_of_line;
      }
    }
    std::sort(blocks.begin(), blocks.end());
  }

  std::string run() const {
    std::string out;
    Wrapper wrapper(writing.columns);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (const auto table = table_at.find(begin); table != table_at.end() && writing.table) {
        std::string printed = writing.table(grid_of(report, table->second)) + "\n";
        const std::size_t end_of_table = table_end[table->second] + 1;
        out += printed.size() > 1 ? std::move(printed) : text.substr(begin, end_of_table - begin);
        begin = end_of_table;
        continue;
      }
      if (writing.columns == 0 || !is_printed(begin, end)) {
        for (std::size_t at = begin; at < end; ++at) out += writing.table && text[at] == '\t' ? "    " : text.substr(at, 1);  // print has no TAB
        out += '\n';
        begin = end + 1;
        continue;
      }
      const auto block = std::lower_bound(blocks.begin(), blocks.end(), begin);
      const bool inside = begin < end && (block == blocks.end() || *block >= end) && out.ends_with('\n') && !out.ends_with("\n\n");
      if (inside) {
        out.pop_back();
      } else {
        wrapper.column = begin < end ? 4 : 0;  // a paragraph's first line is indented
        out.append(static_cast<std::size_t>(wrapper.column), ' ');
      }
      wrapper.write(std::string_view(text).substr(begin, end - begin), out);
      out += '\n';
      begin = end + 1;
    }
    return out;
  }

  // A line that a printer breaks: of prose, and no title of a table.
  bool is_printed(std::size_t begin, std::size_t end) const {
    const bool title = end >= begin + 3 && end < begin + 60 && text.compare(end - 3, 3, "表") == 0;
    if (title || text[begin] == '\t') return false;
    const std::size_t gap = text.find("   ", text.find_first_not_of(" \u3000", begin));
    if (gap < end) return false;  // 填报单位：…      填报时间：…: set whole
    return std::any_of(prose.begin(), prose.end(), [&](TextRange p) { return begin < p.end && end > p.begin; });
  }
};

}  // namespace

std::string rewritten(const output::Report& report, const Writing& writing) { return Rewriter(report, writing).run(); }

std::string article_of(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::page_number || block.kind == BlockKind::contents) continue;
    out += std::string(document.view(block.text)) + '\n';
    if (block.kind == BlockKind::title) out += '\n';
  }
  return out;
}

std::string without_marks(const Document& document) {
  std::string out;
  std::uint32_t at = 0;
  for (const TextRange mark : document.marks) {
    out.append(document.map.decoded(), at, mark.begin - at);
    at = mark.end;
  }
  return out.append(document.map.decoded(), at);
}

namespace {

// The blanks before a cell's content, which the document leaves out.
std::string indentation(const Document& document, TextRange text) {
  const std::string& decoded = document.map.decoded();
  std::string out;
  for (std::size_t at = document.map.first_decoded(text); at > 0; out += "  ") {
    if (at >= 3 && decoded.compare(at - 3, 3, "\u3000") == 0) {
      at -= 3;
    } else if (at >= 2 && decoded.compare(at - 2, 2, "  ") == 0) {
      at -= 2;
    } else {
      break;
    }
  }
  return out;
}

}  // namespace

Grid grid_of(const output::Report& report, TableId id) {
  const Table& table = report.document.tables[id];
  Grid grid;
  grid.rows = table.rows;
  grid.columns = table.columns;
  std::vector<bool> heads(table.rows, false);
  for (const Panel& panel : report.extraction.panels) {
    if (panel.table != id || panel.rows.empty()) continue;
    if (grid.header_rows == 0) grid.header_rows = panel.rows.front().row;
    for (std::uint32_t row = panel.first_row; row < panel.rows.front().row; ++row) heads[row] = true;
  }
  for (const Cell& cell : table.cells) {
    GridCell out{cell.row, cell.column, cell.row_span, cell.column_span, lines_of(report.document.view(cell.text))};
    out.centred = heads[cell.row];
    if (!out.lines.empty() && cell.column == 0) out.lines.front() = indentation(report.document, cell.text) + out.lines.front();
    grid.cells.push_back(std::move(out));
  }
  return grid;
}

Grid fitted(Grid grid, unsigned most) {
  std::vector<int> widths(grid.columns, 2);
  for (const GridCell& cell : grid.cells)
    if (cell.column_span == 1) widths[cell.column] = std::max(widths[cell.column], std::min(widest(cell), static_cast<int>(most)));
  for (GridCell& cell : grid.cells) {
    int room = 0;
    for (unsigned c = cell.column; c < cell.column + cell.column_span; ++c) room += widths[c];
    room = std::max(room, std::min(widest(cell), static_cast<int>(most)));
    if (widest(cell) <= room) continue;
    std::vector<std::string> lines;
    for (const std::string& line : cell.lines) {
      std::string broken;
      Wrapper wrapper(room);
      wrapper.write(line, broken);
      for (std::string& part : lines_of(broken)) lines.push_back(std::move(part));
    }
    cell.lines = std::move(lines);
  }
  return grid;
}

bool is_lost_in_print(const Grid& grid) {
  std::vector<bool> rows(grid.rows, false);
  bool empty = true;
  for (const GridCell& cell : grid.cells) {
    int width = 0;
    for (const std::string& line : cell.lines) width += width_of_line(line);
    if (width > 60) rows[cell.row] = true;
    for (const std::string& line : cell.lines) empty = empty && (cell.row < grid.header_rows || line.find_first_of("123456789") == std::string::npos);
  }
  return empty || std::count(rows.begin(), rows.end(), true) * 3 > static_cast<std::ptrdiff_t>(grid.rows);
}

}  // namespace gouji::test
