#include "corpus/text_reader.h"

#include <utility>

#include "corpus/cell_lines.h"
#include "corpus/document_writer.h"
#include "corpus/encoding.h"
#include "corpus/headings.h"
#include "corpus/layout.h"
#include "corpus/lines.h"
#include "corpus/marks.h"
#include "corpus/page_lines.h"
#include "corpus/paragraphs.h"

namespace gouji::corpus {
namespace {

// Writes paragraphs and tables in the order of their lines.
void write_blocks(Document& document, const std::vector<Line>& lines, const Layout& layout, const std::vector<CellRegion>& tables) {
  DocumentWriter writer(document);
  Paragraphs paragraphs(document.map.decoded(), lines, layout);
  std::vector<BlockDraft> drafts;
  const auto flush = [&] {
    for (const BlockDraft& draft : drafts) writer.paragraph(draft.kind, lines, draft.lines);
    drafts.clear();
  };
  auto table = tables.begin();
  for (std::uint32_t i = 0; i < lines.size();) {
    if (table != tables.end() && table->first == i) {
      paragraphs.finish(drafts);
      flush();
      writer.table(table->table);
      i = (table++)->last;
      continue;
    }
    paragraphs.add(i++, drafts);
    flush();
  }
  paragraphs.finish(drafts);
  flush();
}

Error located(Error error, const std::string& path) {
  error.message = path + ": " + error.message;
  return error;
}

}  // namespace

Result<Document> read_text(Bytes bytes, const Limits& limits) {
  const auto refuse = [&](Error error) { return tl::unexpected<Error>(located(std::move(error), bytes.path)); };
  if (bytes.data.size() > limits.text_bytes)
    return refuse({"too_large", "the text has " + std::to_string(bytes.data.size()) + " bytes", "raise the limit or split the file"});
  Document document;
  document.meta.id = bytes.sha256;
  document.meta.path = bytes.path;
  document.meta.paths = {bytes.path};
  document.meta.format = "txt";
  document.meta.bytes = bytes.data.size();

  auto decoded = decode(std::move(bytes.data));
  if (!decoded) return refuse(std::move(decoded.error()));
  document.meta.encoding = std::move(decoded->encoding);
  document.warnings = std::move(decoded->warnings);
  document.map = SourceMap(std::move(decoded->text), std::move(decoded->runs), decoded->bom_bytes);

  const std::string_view text = document.map.decoded();
  document.marks = find_marks(text);
  auto lines = split_lines(text, document.marks);
  if (!lines) return refuse(std::move(lines.error()));
  const Layout layout = detect_layout(*lines);
  mark_page_lines(text, *lines, layout.wrapped);
  const std::vector<CellRegion> tables = find_cell_tables(text, *lines);
  write_blocks(document, *lines, layout, tables);
  build_sections(document);
  return document;
}

}  // namespace gouji::corpus
