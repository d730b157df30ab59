// The report's own text: paragraphs, headings and tables as they were read, every figure an element.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>

#include "output/html/markup.h"
#include "output/html/parts.h"
#include "output/html/table_part.h"

namespace gouji::output::html {
namespace {

constexpr std::size_t blocks_a_chunk = 40;  // chunks that are out of sight cost no layout

class ReportText {
 public:
  explicit ReportText(const ReportView& page) : page_(page), document_(page.report.document), text_(page), tables_(page, text_) {}

  std::string write() {
    std::unordered_set<BlockId> nested;
    for (const Table& table : document_.tables) {
      for (const Cell& cell : table.cells) nested.insert(cell.content.begin(), cell.content.end());
    }
    std::size_t count = 0;
    for (BlockId id = 0; id < document_.blocks.size(); ++id) {
      if (nested.contains(id)) continue;
      if (count++ % blocks_a_chunk == 0) out_ += count == 1 ? "<div class=\"chunk\">\n" : "</div>\n<div class=\"chunk\">\n";
      block(document_.blocks[id]);
    }
    if (count > 0) out_ += "</div>\n";
    return std::move(out_);
  }

 private:
  void block(const Block& block) {
    if (block.kind == BlockKind::table) {
      if (block.table < document_.tables.size()) tables_.append(out_, block.table);
      return;
    }
    const std::uint64_t line = document_.map.place(block.text).line;
    const bool opens = block.kind == BlockKind::heading && block.section < document_.sections.size();
    const int level = opens ? std::min(6, 2 + document_.sections[block.section].level) : 2;
    const std::string tag = opens ? fmt::format("h{}", level) : std::string("p");
    fmt::format_to(std::back_inserter(out_), "<{}{}{}{}>", tag, kind_class(block), opens ? fmt::format(" id=\"s{}\"", block.section) : "",
                   line != 0 ? fmt::format(" data-l=\"{}\"", line) : "");
    text_.append(out_, block.text);
    fmt::format_to(std::back_inserter(out_), "</{}>\n", tag);
  }

  std::string_view kind_class(const Block& block) const {
    switch (block.kind) {
      case BlockKind::title:
        return " class=\"title\"";
      case BlockKind::caption:
        return document_.view(block.text).find("单位") == std::string_view::npos ? " class=\"caption\"" : " class=\"caption unit\"";
      case BlockKind::contents:
      case BlockKind::furniture:
      case BlockKind::page_number:
        return " class=\"aside\"";
      case BlockKind::heading:
      case BlockKind::paragraph:
      case BlockKind::table:
        break;
    }
    return block.list_level > 0 ? " class=\"item\"" : "";
  }

  const ReportView& page_;
  const Document& document_;
  MarkedText text_;
  TablePart tables_;
  std::string out_;
};

}  // namespace

std::string report_part(const ReportView& page) { return ReportText(page).write(); }

std::string contents_part(const ReportView& page) {
  std::string out;
  const Document& document = page.report.document;
  for (SectionId id = 0; id < document.sections.size(); ++id) {
    const Section& section = document.sections[id];
    // A run-in heading shares its paragraph: there is no element of its own to go to.
    if (section.block >= document.blocks.size() || document.blocks[section.block].kind != BlockKind::heading) continue;
    fmt::format_to(std::back_inserter(out), "<li class=\"l{}\"><a href=\"#s{}\">{}</a></li>\n", std::min<int>(section.level, 4), id,
                   escaped(document.view(section.heading)));
  }
  return out;
}

}  // namespace gouji::output::html
