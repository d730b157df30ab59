#include "corpus/docx/manuscript_lines.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "corpus/docx/stacked_rows.h"

namespace gouji::corpus::docx {
namespace {

// What a table is by the text of its cells.
struct Contents {
  std::uint64_t bytes = 0, largest = 0, running = 0;  // of all cells, of the largest, of sentences
  std::uint32_t filled = 0;
};

class Lines {
 public:
  Lines(const Manuscript& manuscript, std::string_view text, ManuscriptLines& out) : manuscript_(manuscript), text_(text), out_(out) {}

  void add(const FlowItem& item) {
    if (item.table == no_id) {
      const std::size_t first = out_.lines.size();
      add_paragraph(item.text, item.apart, role_of(item));
      if (first == out_.lines.size()) return;
      out_.lines[first].outline = item.outline;
      if (item.role == StyleRole::title && out_.title == no_id) out_.title = static_cast<std::uint32_t>(first);
    } else {
      add_table(item.table);
    }
  }
  void set_role(LineRole role) { role_ = role; }

  // The body with its tables as cells. Where a cell held a blank line the converter ended the table, left the rest of the cell to stand
  // by itself, and opened another table: the parts are one again.
  void add_dealt(const std::vector<FlowItem>& body) {
    for (std::size_t i = 0; i < body.size(); ++i) {
      add(body[i]);
      if (body[i].table == no_id) continue;
      const std::size_t resumed = rest_of_table(body, i);
      if (resumed == i) continue;
      blanks_ = 1;
      for (std::size_t next = i + 1; next < resumed; ++next) add(body[next]);
      blanks_ = fills_row(draft_of(body[i]), draft_of(body[resumed])) ? 0 : 1;
      i = resumed - 1;
    }
  }

 private:
  LineRole role_of(const FlowItem& item) const { return item.role == StyleRole::contents ? LineRole::contents : role_; }

  void add_paragraph(TextRange range, bool apart, LineRole role) {
    for (std::uint32_t at = range.begin; at <= range.end;) {
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text_.find('\n', at), range.end));
      Line line = measure_part(text_, {}, {at, end}, 0);
      if (line.characters == 0) {
        if (blanks_ < std::numeric_limits<std::uint16_t>::max()) ++blanks_;
      } else {
        line.blanks_before = blanks_;
        line.apart = apart && at == range.begin;
        line.role = role;
        out_.lines.push_back(line);
        blanks_ = 0;
      }
      at = end + 1;
    }
  }

  void add_table(std::uint32_t id) {
    const GridTable& table = manuscript_.tables[id];
    if (out_.dealt && role_ == LineRole::text) return add_cells(table);
    if (role_ == LineRole::furniture || is_frame(table)) return add_frame(table);
    const auto here = static_cast<std::uint32_t>(out_.lines.size());
    out_.tables.push_back(region(table, here));
    blanks_ = 0;
  }

  const TableDraft& draft_of(const FlowItem& item) const { return manuscript_.tables[item.table].draft; }

  // The item that holds the rest of the table at `at`: its last row lacks cells, and but for a few words another table follows. `at`
  // where there is none.
  std::size_t rest_of_table(const std::vector<FlowItem>& body, std::size_t at) const {
    constexpr std::size_t most = 3;
    if (draft_of(body[at]).cells.back().column_span == 1) return at;
    std::size_t next = at + 1;
    for (; next < body.size() && body[next].table == no_id; ++next) {
      if (next - at > most || !is_fragment(body[next])) return at;
    }
    return next < body.size() && next > at + 1 ? next : at;
  }

  // Does the first row of `rest` give the last row of `table` the cells that it lacks?
  static bool fills_row(const TableDraft& table, const TableDraft& rest) {
    const auto in_row = [](const TableDraft& draft, std::uint32_t row) {
      return static_cast<std::uint32_t>(std::count_if(draft.cells.begin(), draft.cells.end(), [&](const CellDraft& c) { return c.row == row; }));
    };
    return in_row(table, table.rows - 1) + in_row(rest, 0) <= std::max(table.columns, rest.columns);
  }

  bool is_fragment(const FlowItem& item) const {
    constexpr unsigned longest = 20;
    const std::string_view content = text_.substr(item.text.begin, item.text.size());
    const Line line = measure_part(text_, {}, item.text, 0);
    return line.characters > 0 && line.characters <= longest && line.stops == 0 && !is_unit_line(content, line) && !is_table_title(content, line);
  }

  TableRegion region(const GridTable& table, std::uint32_t line) const {
    TableRegion out;
    out.first = out.last = line;
    out.table = table.draft;
    if (table.nested.empty()) part_stacked_rows(text_, out.table);
    mark_names_inside(text_, out.table);
    for (const NestedTable& nested : table.nested) {
      out.nested.push_back(region(manuscript_.tables[nested.table], line));
      out.nested.back().cell = nested.cell;
    }
    return out;
  }

  // As a text has them: a TAB opens a cell, a blank line a row.
  void add_cells(const GridTable& table) {
    for (std::size_t i = 0; i < table.draft.cells.size(); ++i) {
      const CellDraft& cell = table.draft.cells[i];
      if (i > 0 && cell.row != table.draft.cells[i - 1].row) blanks_ = 1;
      std::uint32_t end = table.begins[i];
      if (cell.parts == 0) add_cell_line({end, end}, end, true);
      for (std::uint32_t part = cell.first; part < cell.first + cell.parts; ++part) {
        const TextRange range = table.draft.parts[part];
        const bool opens = part == cell.first;
        // A text box was written before the paragraph that holds it.
        if (!opens && range.begin > end) blanks_ = static_cast<std::uint16_t>(std::count(text_.begin() + end, text_.begin() + range.begin, '\n') - 1);
        add_cell_line(range, opens ? end : range.begin, opens);
        end = range.end;
      }
    }
    blanks_ = 2;
  }

  void add_cell_line(TextRange range, std::uint32_t start, bool opens) {
    Line line = measure_part(text_, {}, range, 0);
    line.start = start;
    line.tabs = opens ? 1 : 0;
    line.blanks_before = std::exchange(blanks_, std::uint16_t{0});
    out_.lines.push_back(line);
  }

  // A table that frames text: its cells are paragraphs one after the other.
  void add_frame(const GridTable& table) {
    auto nested = table.nested.begin();
    for (std::uint32_t c = 0; c < table.draft.cells.size(); ++c) {
      const CellDraft& cell = table.draft.cells[c];
      for (std::uint32_t part = 0; part <= cell.parts; ++part) {
        for (; nested != table.nested.end() && nested->cell == c && nested->part == part; ++nested) add_table(nested->table);
        if (part < cell.parts) add_paragraph(table.draft.parts[cell.first + part], part == 0, role_);
      }
    }
  }

  Contents contents_of(const GridTable& table) const {
    Contents out;
    for (const CellDraft& cell : table.draft.cells) {
      std::uint64_t bytes = 0;
      for (std::uint32_t part = cell.first; part < cell.first + cell.parts; ++part) {
        const TextRange range = table.draft.parts[part];
        bytes += range.size();
        if (range.size() >= sentence && text_.substr(range.begin, range.size()).find("。") != std::string_view::npos) out.running += range.size();
      }
      out.bytes += bytes;
      out.largest = std::max(out.largest, bytes);
      if (bytes > 0) ++out.filled;
    }
    return out;
  }

  // One column of sentences, one row of little else, or one cell that holds the whole article.
  bool is_frame(const GridTable& table) const {
    constexpr std::uint64_t article = 3000;  // bytes
    const Contents contents = contents_of(table);
    if (contents.bytes == 0) return !table.nested.empty() && table.draft.cells.size() == 1;
    if (table.draft.columns == 1 || table.draft.rows == 1 || contents.filled == 1) return contents.running * 2 > contents.bytes;
    return contents.largest > article && contents.largest * 2 > contents.bytes;
  }

  static constexpr std::uint32_t sentence = 100;  // bytes
  const Manuscript& manuscript_;
  std::string_view text_;
  ManuscriptLines& out_;
  LineRole role_ = LineRole::text;
  std::uint16_t blanks_ = 0;
};

// The spans that a converter gives `cells` cells of a row when it knows no more than that the table is `columns` wide.
bool is_dealt_row(const std::vector<std::uint32_t>& spans, std::uint32_t columns) {
  const auto cells = static_cast<std::uint32_t>(spans.size());
  const std::uint32_t each = columns / cells, longer = columns % cells;
  for (std::uint32_t i = 0; i < cells; ++i) {
    if (spans[i] != (i < cells - longer ? each : each + 1)) return false;
  }
  return true;
}

// No cell reaches down anywhere, every row's spans are dealt out, and some could hardly be meant.
bool is_dealt(const Manuscript& manuscript) {
  constexpr unsigned enough = 2;
  unsigned uneven = 0;
  std::vector<std::uint32_t> spans;
  for (const GridTable& table : manuscript.tables) {
    if (!table.nested.empty()) return false;
    const auto& cells = table.draft.cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].row_span > 1) return false;
      spans.push_back(cells[i].column_span);
      if (i + 1 < cells.size() && cells[i + 1].row == cells[i].row) continue;
      if (!is_dealt_row(spans, table.draft.columns)) return false;
      if (spans.size() > 1 && table.draft.columns % spans.size() != 0) ++uneven;
      spans.clear();
    }
  }
  return uneven >= enough;
}

}  // namespace

ManuscriptLines lines_of(const Manuscript& manuscript, std::string_view text) {
  ManuscriptLines out;
  out.dealt = is_dealt(manuscript);
  std::size_t lines_of_cells = 0;
  if (out.dealt) {
    for (const GridTable& table : manuscript.tables) lines_of_cells += table.draft.cells.size();
  }
  out.lines.reserve(manuscript.body.size() + lines_of_cells);
  Lines lines(manuscript, text, out);
  if (out.dealt) {
    lines.add_dealt(manuscript.body);
  } else {
    for (const FlowItem& item : manuscript.body) lines.add(item);
  }
  return out;
}

ManuscriptLines lines_of_notes(const Manuscript& manuscript, std::string_view text) {
  ManuscriptLines out;
  Lines lines(manuscript, text, out);
  for (FlowItem item : manuscript.notes) {
    item.apart = true;
    lines.add(item);
  }
  lines.set_role(LineRole::furniture);
  for (const FlowItem& item : manuscript.margins) lines.add(item);
  return out;
}

}  // namespace gouji::corpus::docx
