#include "corpus/docx/docx_reader.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/block_sequence.h"
#include "corpus/docx/manuscript_lines.h"
#include "corpus/docx/package_reader.h"
#include "corpus/furniture.h"
#include "corpus/headings.h"
#include "corpus/page_lines.h"
#include "corpus/table_search.h"
#include "corpus/titles.h"

namespace gouji::corpus {
namespace {

using docx::Manuscript;

// The same looks at the lines as a text's, but for what only a printed page needs.
void write(Document& document, const Manuscript& manuscript) {
  const std::string_view text = document.map.decoded();
  docx::ManuscriptLines read = docx::lines_of(manuscript, text);
  std::vector<Line>& lines = read.lines;
  if (!mark_page_lines(text, lines)) mark_bare_page_numbers(text, lines, false);
  const Article article = mark_furniture(text, lines).front();
  if (mark_title(text, lines, article.first, article.last) == lines.size()) {
    if (read.title != no_id) {
      lines[read.title].role = LineRole::title;
    } else {
      recall_title(text, lines, article.first);
    }
  }
  join_delivery_line(text, lines, article.first, article.last);
  if (read.dealt) {
    read.tables = find_tables(text, lines, false);
  } else {
    mark_captions(text, lines, read.tables);
    mark_figure_captions(text, lines);
  }
  build_sections(document, write_blocks(document, lines, Layout{}, read.tables));
  const auto notes = static_cast<BlockId>(document.blocks.size());
  const docx::ManuscriptLines behind = docx::lines_of_notes(manuscript, text);
  write_blocks(document, behind.lines, Layout{}, behind.tables);
  read_numbers(document, notes);
}

}  // namespace

Result<Document> read_docx(Bytes bytes, const Limits& limits) {
  const auto refuse = [&](Error error) {
    error.message = bytes.path + ": " + error.message;
    return tl::unexpected<Error>(std::move(error));
  };
  auto manuscript = docx::read_manuscript(bytes.data, limits);
  if (!manuscript) return refuse(std::move(manuscript.error()));
  Document document;
  document.meta.id = bytes.sha256;
  document.meta.path = bytes.path;
  document.meta.paths = {bytes.path};
  document.meta.format = "docx";
  document.meta.bytes = bytes.data.size();
  document.map = SourceMap(std::move(manuscript->text), std::move(manuscript->parts), std::move(manuscript->runs));
  write(document, *manuscript);
  for (const std::string& part : manuscript->unread) document.warnings.push_back({"part_not_read", "not read: " + part, {}});
  if (document.text.empty()) return refuse({"empty", "nothing but white space", ""});
  return document;
}

}  // namespace gouji::corpus
