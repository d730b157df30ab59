// Writes a Document's text block by block, keeping the way back to the source. Wrapped lines are joined without a space
// between Chinese characters, with one between Latin words; blocks are separated by '\n'. A table's text is its cells in the
// order of the grid: a TAB before each, '\n' between the printed lines of a cell and between rows. A cell's lines stand together
// there even where the print strews them over a row (a label wrapped around its values).
#pragma once

#include <vector>

#include "corpus/draft.h"
#include "corpus/lines.h"
#include "model/document.h"

namespace gouji::corpus {

class DocumentWriter {
 public:
  // `document.map` and `document.marks` are set; both outlive the writer.
  explicit DocumentWriter(Document& document);

  BlockId paragraph(BlockKind kind, const std::vector<Line>& lines, const std::vector<std::uint32_t>& indexes);
  TableId table(const TableDraft& draft);

 private:
  void begin_block(BlockKind kind);
  void end_block();
  void append(TextRange decoded);
  void append_closed(TextRange decoded);  // spaces between Chinese characters left out: letter-spaced print
  void join(const Line& next);

  Document& document_;
  std::string_view decoded_;
};

}  // namespace gouji::corpus
