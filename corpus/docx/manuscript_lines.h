// A manuscript's paragraphs as lines and its grids as tables between them: the shape in which the text's own reader finds titles,
// captions, headings and furniture, so that a report says the same in both formats.
#pragma once

#include <string_view>
#include <vector>

#include "corpus/docx/manuscript.h"
#include "corpus/lines.h"
#include "corpus/table_region.h"

namespace gouji::corpus::docx {

struct ManuscriptLines {
  std::vector<Line> lines;
  std::vector<TableRegion> tables;
  bool dealt = false;
  std::uint32_t title = no_id;  // the first line whose style says that it is the title
};

// Of the body. `text` is the manuscript's, wherever it has moved to. Where a converter dealt the columns of its tables out evenly, because
// it no longer knew the merged cells, the grids are none: their cells become lines as in a text, and find_tables() is to look at them
// (`dealt`).
ManuscriptLines lines_of(const Manuscript& manuscript, std::string_view text);

// Footnotes and endnotes, each paragraph by itself, then headers and footers as furniture.
ManuscriptLines lines_of_notes(const Manuscript& manuscript, std::string_view text);

}  // namespace gouji::corpus::docx
