#include "generate/aligned_table.h"

#include <algorithm>
#include <map>

namespace gouji::generate {
namespace {

// A text in characters.
std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> out;
  for (const char c : text) {
    if (out.empty() || (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) out.emplace_back();
    out.back() += c;
  }
  return out;
}

bool is_ascii(const std::string& character) { return character.size() == 1 && character[0] != ' '; }
// Never at a line's start.
bool closes(const std::string& character) {
  static const std::string marks = "，。、；：！？）”》%";
  return marks.find(character) != std::string::npos;
}

struct Piece {  // what is never broken: one Chinese character, or a number with its %
  std::string text;
  FigureId figure = nobody;
};

std::vector<Piece> pieces_of(const Line& line, bool spaced) {
  std::vector<Piece> out;
  bool ascii = false;
  for (const Run& run : line) {
    bool begins = run.figure != nobody;
    for (const std::string& character : characters(run.text)) {
      const bool now = is_ascii(character);
      if (spaced && !out.empty() && now != ascii && !closes(character) &&
          !closes(out.back().text.substr(out.back().text.size() >= 3 ? out.back().text.size() - 3 : 0)))
        out.push_back({" "});
      if (now && ascii && !begins && !out.empty()) {
        out.back().text += character;
      } else if (closes(character) && !out.empty()) {
        out.back().text += character;
      } else {
        out.push_back({character, begins ? run.figure : nobody});
      }
      begins = false;
      ascii = now;
    }
  }
  return out;
}

std::vector<std::string> broken_at(const std::string& text, unsigned width) {
  std::vector<std::string> out(1);
  for (const std::string& character : characters(text)) {
    if (display_width(out.back()) + display_width(character) > width && !closes(character)) out.emplace_back();
    out.back() += character;
  }
  return out;
}

struct Placed {
  const Cell* cell = nullptr;
  unsigned row = 0, column = 0;
  std::vector<Line> lines;
};

class Grid {
 public:
  Grid(const Table& table, const Layout& layout) : table_(table), layout_(layout) {
    place_cells();
    measure();
  }

  unsigned width() const { return right_.back(); }

  std::vector<Line> rows(unsigned first, unsigned last) const {
    std::map<unsigned, std::map<unsigned, const Line*>> lines;  // half line → column → text
    std::vector<unsigned> top(table_.rows.size() + 1, 100);
    for (unsigned row = first; row < last; ++row) top[row + 1] = top[row] + height(row);
    for (const Placed& placed : cells_) {
      if (placed.row < first || placed.row >= last) continue;
      const unsigned middle = (top[placed.row] + top[placed.row + placed.cell->rows]) / 2;
      for (std::size_t i = 0; i < placed.lines.size(); ++i)
        lines[middle + 2 * static_cast<unsigned>(i) - static_cast<unsigned>(placed.lines.size())][left_of(placed, placed.lines[i])] =
            &placed.lines[i];
    }
    std::vector<Line> out;
    for (const auto& [y, parts] : lines) {
      Line line;
      unsigned x = 0;
      for (const auto& [from, text] : parts) {
        if (from > x) line.push_back({std::string(from - x, ' ')});
        line.insert(line.end(), text->begin(), text->end());
        x = std::max(x, from) + width_of(*text);
      }
      out.push_back(std::move(line));
    }
    return out;
  }

 private:
  static unsigned width_of(const Line& line) {
    unsigned width = 0;
    for (const Run& run : line) width += display_width(run.text);
    return width;
  }

  void place_cells() {
    std::vector<unsigned> covered(table_.columns, 0);
    for (unsigned r = 0; r < table_.rows.size(); ++r) {
      std::size_t next = 0;
      for (unsigned column = 0; column < table_.columns;) {
        if (covered[column] > 0) {
          --covered[column++];
          continue;
        }
        const Cell& cell = table_.rows[r].cells[next++];
        Placed placed{&cell, r, column, {}};
        for (const Line& line : cell.lines) {
          const bool number = line.size() == 1 && line[0].figure != nobody;
          const unsigned limit = r < table_.header_rows ? layout_.header_width * cell.columns : layout_.label_width;
          if (number || width_of(line) <= limit || line.size() != 1) {
            placed.lines.push_back(line);
          } else {
            for (const std::string& part : broken_at(line[0].text, limit)) placed.lines.push_back({{part}});
          }
        }
        for (unsigned c = column; c < column + cell.columns; ++c) covered[c] = cell.rows - 1;
        column += cell.columns;
        cells_.push_back(std::move(placed));
      }
    }
  }

  static unsigned widest(const Placed& placed) {
    unsigned width = 0;
    for (const Line& line : placed.lines) width = std::max(width, width_of(line));
    return width;
  }

  void measure() {
    std::vector<unsigned> widths(table_.columns, 2);
    for (const Placed& placed : cells_)
      if (placed.cell->columns == 1) widths[placed.column] = std::max(widths[placed.column], widest(placed));
    for (const Placed& placed : cells_) {
      unsigned own = (placed.cell->columns - 1) * layout_.gap;
      for (unsigned c = placed.column; c < placed.column + placed.cell->columns; ++c) own += widths[c];
      if (widest(placed) > own) widths[placed.column + placed.cell->columns - 1] += widest(placed) - own;
    }
    unsigned x = 0;
    for (const unsigned width : widths) {
      left_.push_back(x);
      right_.push_back(x + width);
      x += width + layout_.gap;
    }
  }

  unsigned height(unsigned row) const {
    std::size_t lines = 1;
    for (const Placed& placed : cells_)
      if (placed.row == row && placed.cell->rows == 1) lines = std::max(lines, placed.lines.size());
    return static_cast<unsigned>(2 * lines);
  }

  unsigned left_of(const Placed& placed, const Line& line) const {
    const unsigned left = left_[placed.column], right = right_[placed.column + placed.cell->columns - 1], width = width_of(line);
    if (placed.row < table_.header_rows) return left + (right - left - width) / 2;
    return line[0].figure != nobody ? right - width : left;
  }

  const Table& table_;
  const Layout& layout_;
  std::vector<Placed> cells_;
  std::vector<unsigned> left_, right_;
};

}  // namespace

std::vector<Line> wrap(const Line& paragraph, const Layout& layout) {
  Line indented = paragraph;
  std::vector<Line> out{{{"    "}}};
  unsigned width = 4;
  for (const Piece& piece : pieces_of(indented, layout.spaced)) {
    const unsigned more = display_width(piece.text);
    if (width + more > layout.width) {
      out.emplace_back();
      width = 0;
      if (piece.text == " ") continue;
    }
    out.back().push_back({piece.text, piece.figure, nobody, {}});
    width += more;
  }
  return out;
}

std::vector<Line> centred(const Line& title, const Layout& layout) {
  unsigned width = 0;
  for (const Run& run : title) width += display_width(run.text);
  Line line = title;
  if (width < layout.width) line.insert(line.begin(), {std::string((layout.width - width) / 2, ' ')});
  return {line};
}

AlignedTable align(const Table& table, const Layout& layout) {
  AlignedTable out;
  const Grid grid(table, layout);
  const unsigned width = std::max(grid.width(), display_width(table.title)), caption = display_width(table.left_of_unit) + display_width(table.unit);
  out.above.push_back({{std::string((width - display_width(table.title)) / 2, ' ') + table.title}});
  if (caption > 0) {
    const unsigned between = layout.caption_right && width > caption + 4 ? width - caption : table.left_of_unit.empty() ? 0 : 4;
    out.above.push_back({{table.left_of_unit + std::string(between, ' ') + table.unit}});
  }
  out.header = grid.rows(0, table.header_rows);
  for (unsigned r = table.header_rows; r < table.rows.size(); ++r) {
    unsigned last = r + 1;
    out.rows.push_back(grid.rows(r, last));
  }
  return out;
}

}  // namespace gouji::generate
