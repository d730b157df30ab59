#include "corpus/text_reader.h"

#include <algorithm>
#include <utility>

#include "corpus/block_sequence.h"
#include "corpus/encoding.h"
#include "corpus/fragments.h"
#include "corpus/furniture.h"
#include "corpus/headings.h"
#include "corpus/layout.h"
#include "corpus/lines.h"
#include "corpus/marks.h"
#include "corpus/newspaper_columns.h"
#include "corpus/page_lines.h"
#include "corpus/table_search.h"
#include "corpus/titles.h"

namespace gouji::corpus {
namespace {

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
  if (std::all_of(lines->begin(), lines->end(), [](const Line& line) { return line.empty(); }))
    return refuse({"empty", "nothing but white space", ""});
  const bool page_numbers_settled = mark_page_lines(text, *lines);
  const bool newspaper = split_newspaper_columns(text, document.marks, *lines);
  Layout layout = newspaper ? measure_wrapped(*lines) : detect_layout(*lines);
  if (layout.wrapped) {
    rejoin_fragments(text, document.marks, *lines);
    if (!page_numbers_settled) mark_bare_page_numbers(text, *lines, true);
    layout = measure_wrapped(*lines);
  } else if (!page_numbers_settled) {
    mark_bare_page_numbers(text, *lines, false);
  }
  const Article article = mark_furniture(text, *lines).front();
  if (mark_title(text, *lines, article.first, article.last) == lines->size()) recall_title(text, *lines, article.first);
  join_delivery_line(text, *lines, article.first, article.last);
  write_blocks(document, *lines, layout, find_tables(text, *lines, layout.wrapped));
  build_sections(document);
  return document;
}

}  // namespace gouji::corpus
