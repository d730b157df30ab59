#include "corpus/docx/manuscript_lines.h"

#include <algorithm>
#include <limits>

#include "corpus/characters.h"

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
      add_paragraph(item.text, item.apart, role_of(item));
    } else {
      add_table(item.table);
    }
  }
  void set_role(LineRole role) { role_ = role; }

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
    if (role_ == LineRole::furniture || is_frame(table)) return add_frame(table);
    const auto here = static_cast<std::uint32_t>(out_.lines.size());
    out_.tables.push_back(region(table, here));
    blanks_ = 0;
  }

  TableRegion region(const GridTable& table, std::uint32_t line) const {
    TableRegion out;
    out.first = out.last = line;
    out.table = table.draft;
    mark_names_inside(text_, out.table);
    for (const NestedTable& nested : table.nested) {
      out.nested.push_back(region(manuscript_.tables[nested.table], line));
      out.nested.back().cell = nested.cell;
    }
    return out;
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

}  // namespace

ManuscriptLines lines_of(const Manuscript& manuscript, std::string_view text) {
  ManuscriptLines out;
  out.lines.reserve(manuscript.body.size());
  Lines lines(manuscript, text, out);
  for (const FlowItem& item : manuscript.body) lines.add(item);
  return out;
}

void append_notes(const Manuscript& manuscript, std::string_view text, ManuscriptLines& to) {
  Lines lines(manuscript, text, to);
  for (FlowItem item : manuscript.notes) {
    item.apart = true;
    lines.add(item);
  }
  lines.set_role(LineRole::furniture);
  for (const FlowItem& item : manuscript.margins) lines.add(item);
}

}  // namespace gouji::corpus::docx
