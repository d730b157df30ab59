// What the parts of a Word document say, in reading order, before it becomes blocks: one text, what each stretch of it is, and the grids.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/docx/styles.h"
#include "corpus/draft.h"
#include "model/source.h"

namespace gouji::corpus::docx {

// Thrown by a handler while a part is parsed; read_docx() makes it the refusal.
struct Refused {
  Error error;
};

inline Error too_much(std::string what) {
  return {"limit", "more than " + std::move(what), "a report is never like this: check where the file comes from"};
}
inline Error too_much_text(const Limits& limits) { return too_much(std::to_string(limits.document_text) + " bytes of text"); }

// A paragraph or a table of a flow (the body, a text box, a note).
struct FlowItem {
  TextRange text;               // of Manuscript::text, without a line end behind it; '\n' inside where the paragraph breaks its line
  std::uint32_t table = no_id;  // index of Manuscript::tables; no_id: a paragraph
  std::uint8_t outline = 0;     // 1 = a heading of the outermost level; 0: running text
  StyleRole role = StyleRole::none;
  bool apart = false;  // of a text box: it never goes on with what stands before it
};

struct NestedTable {
  std::uint32_t cell = 0, part = 0;  // stands in this cell of the draft, before its part of this number
  std::uint32_t table = no_id;
};

struct GridTable {
  TableDraft draft;
  std::vector<std::uint32_t> begins;  // where each cell's text begins, blank or not
  std::vector<NestedTable> nested;
};

struct Manuscript {
  std::string text;  // a line end behind every paragraph; an empty line before a table and behind each of its rows, as a text has them
  std::vector<SourceMap::ParagraphRun> runs;
  std::vector<std::string> parts;              // names
  std::vector<FlowItem> body, notes, margins;  // margins: headers and footers
  std::vector<GridTable> tables;
  std::uint64_t places = 0;         // rows × columns of all tables
  std::vector<std::string> unread;  // parts that are shown but hold no text to read, each with what it is: "word/charts/chart1.xml: a chart"
};

}  // namespace gouji::corpus::docx
