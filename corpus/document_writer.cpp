#include "corpus/document_writer.h"

#include <algorithm>

#include "corpus/broken_numbers.h"
#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

std::uint32_t size_of(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

// Between the two a wrapped line ends: does the print's line end stand for a space?
bool needs_space(char32_t before, char32_t after) { return (is_latin(before) || is_digit(before)) && is_latin(after); }

// Single spaces between Chinese characters all over a paragraph are the print's, not the text's.
bool letter_spaced(const std::vector<Line>& lines, const std::vector<std::uint32_t>& indexes) {
  unsigned spaces = 0;
  for (const std::uint32_t i : indexes) spaces += lines[i].single_spaces;
  return spaces >= 3;
}

}  // namespace

DocumentWriter::DocumentWriter(Document& document) : document_(document), decoded_(document.map.decoded()) {
  document_.text.reserve(decoded_.size());
}

void DocumentWriter::begin_block(BlockKind kind) {
  if (!document_.text.empty()) document_.text += '\n';
  const std::uint32_t at = size_of(document_.text);
  document_.blocks.push_back({});
  document_.blocks.back().kind = kind;
  document_.blocks.back().text = {at, at};
}

void DocumentWriter::end_block() { document_.blocks.back().text.end = size_of(document_.text); }

void DocumentWriter::append(TextRange decoded) {
  const auto& marks = document_.marks;
  auto mark = std::lower_bound(marks.begin(), marks.end(), decoded.begin, [](TextRange m, std::uint32_t at) { return m.end <= at; });
  while (decoded.begin < decoded.end) {
    const bool cut = mark != marks.end() && mark->begin < decoded.end;
    const std::uint32_t end = cut ? std::max(mark->begin, decoded.begin) : decoded.end;
    document_.map.add(size_of(document_.text), decoded.begin, end - decoded.begin);
    document_.text.append(decoded_, decoded.begin, end - decoded.begin);
    decoded.begin = cut ? (mark++)->end : end;
  }
}

void DocumentWriter::append_closed(TextRange decoded) {
  std::uint32_t from = decoded.begin;
  char32_t before = 0;
  for (std::uint32_t at = decoded.begin; at < decoded.end;) {
    const Character c = character_at(decoded_, at);
    if (c.code == ' ' && at > decoded.begin && at + 1 < decoded.end && decoded_[at + 1] != ' ') {
      const char32_t after = character_at(decoded_, at + 1).code;
      const bool layout = display_width(before) == 2 && display_width(after) == 2;
      if (layout) {
        append({from, at});
        from = at + 1;
      }
    }
    before = c.code;
    at += c.bytes;
  }
  append({from, decoded.end});
}

void DocumentWriter::join(const Line& next) {
  if (document_.text.empty() || next.glued) return;
  if (needs_space(character_before(document_.text, document_.text.size()).code, next.first)) document_.text += ' ';
}

BlockId DocumentWriter::paragraph(BlockKind kind, const std::vector<Line>& lines, const std::vector<std::uint32_t>& indexes) {
  begin_block(kind);
  const bool closed = letter_spaced(lines, indexes);
  for (const std::uint32_t i : indexes) {
    const Line& line = lines[i];
    if (i != indexes.front()) join(line);
    if (closed) {
      append_closed({line.begin, line.end});
    } else {
      append({line.begin, line.end});
    }
  }
  end_block();
  return static_cast<BlockId>(document_.blocks.size() - 1);
}

TableId DocumentWriter::table(const TableDraft& draft) {
  begin_block(BlockKind::table);
  const auto id = static_cast<TableId>(document_.tables.size());
  document_.blocks.back().table = id;
  Table table;
  table.layout = draft.layout;
  table.rows = draft.rows;
  table.columns = draft.columns;
  table.cells.reserve(draft.cells.size());
  const bool print = draft.layout == TableLayout::aligned_columns;  // may break a number over two lines
  for (std::size_t i = 0; i < draft.cells.size(); ++i) {
    const CellDraft& from = draft.cells[i];
    if (i > 0 && draft.cells[i - 1].row != from.row) document_.text += '\n';
    document_.text += '\t';
    Cell cell;
    cell.row = from.row;
    cell.column = from.column;
    cell.row_span = from.row_span;
    cell.column_span = from.column_span;
    cell.text.begin = size_of(document_.text);
    for (std::uint32_t part = 0; part < from.parts; ++part) {
      const TextRange own = draft.parts[from.first + part];
      const TextRange above = draft.parts[from.first + (part > 0 ? part - 1 : 0)];
      const std::string_view number = std::string_view(decoded_).substr(above.begin, above.size());
      const std::string_view rest = std::string_view(decoded_).substr(own.begin, own.size());
      const bool broken = print && part > 0 && (is_rest_of_number(number, rest) || (from.parts == 2 && is_rest_of_whole(number, rest)));
      if (part > 0 && !broken) document_.text += '\n';
      append(own);
    }
    cell.text.end = size_of(document_.text);
    table.cells.push_back(std::move(cell));
  }
  end_block();
  table.text = document_.blocks.back().text;
  if (draft.title_cell != no_id) table.title = table.cells[draft.title_cell].text;
  if (draft.caption_cell != no_id) table.caption = table.cells[draft.caption_cell].text;
  if (!draft.doubt.empty()) document_.warnings.push_back({"table_uncertain", std::string(draft.doubt), table.text});
  document_.tables.push_back(std::move(table));
  return id;
}

}  // namespace gouji::corpus
