#include "corpus/block_sequence.h"

#include <utility>

#include "corpus/document_writer.h"
#include "corpus/paragraphs.h"

namespace gouji::corpus {
namespace {

class BlockSequence {
 public:
  BlockSequence(Document& document, const std::vector<Line>& lines, const Layout& layout)
      : document_(document),
        lines_(lines),
        writer_(document),
        paragraphs_(document.map.decoded(), lines, layout),
        first_block_(static_cast<BlockId>(document.blocks.size())) {}

  void write(const std::vector<TableRegion>& tables) {
    auto table = tables.begin();
    for (std::uint32_t i = 0; i < lines_.size() || table != tables.end();) {
      if (table != tables.end() && table->first == i) {
        write_table(*table);
        i = (table++)->last;
      } else {
        paragraphs_.add(i++, drafts_);
        flush();
      }
    }
    end_paragraph();
    outlines_.resize(document_.blocks.size() - first_block_);
  }

  std::vector<std::uint8_t> take_outlines() { return std::move(outlines_); }

 private:
  void flush() {
    for (const BlockDraft& draft : drafts_) {
      const BlockId block = writer_.paragraph(draft.kind, lines_, draft.lines);
      outlines_.resize(block - first_block_ + 1);
      outlines_.back() = lines_[draft.lines.front()].outline;
      if (draft.kind == BlockKind::caption) captions_.emplace_back(draft.lines.front(), document_.blocks[block].text);
    }
    drafts_.clear();
  }

  void end_paragraph() {
    paragraphs_.finish(drafts_);
    flush();
  }

  // Page numbers that stand inside a table follow it.
  void write_table(const TableRegion& region) {
    end_paragraph();
    const TableId id = writer_.table(region.table);
    Table& table = document_.tables[id];
    for (const auto& [line, text] : captions_) {
      if (line == region.table.title_line && table.title.empty()) table.title = text;
      if (line == region.table.caption_line && table.caption.empty()) table.caption = text;
    }
    captions_.clear();
    write_nested(region, id);
    for (std::uint32_t i = region.first; i < region.last; ++i) {
      if (lines_[i].role != LineRole::cell && lines_[i].role != LineRole::aligned) paragraphs_.add(i, drafts_);
    }
    end_paragraph();
  }

  // Tables inside cells follow the one around them, each a block of its own.
  void write_nested(const TableRegion& region, TableId outer) {
    for (const TableRegion& inner : region.nested) {
      const TableId id = writer_.table(inner.table);
      document_.tables[id].path = document_.tables[outer].path;
      document_.tables[id].path.push_back(outer);
      document_.tables[outer].cells[inner.cell].content.push_back(static_cast<BlockId>(document_.blocks.size() - 1));
      write_nested(inner, id);
    }
  }

  Document& document_;
  const std::vector<Line>& lines_;
  DocumentWriter writer_;
  Paragraphs paragraphs_;
  BlockId first_block_;
  std::vector<BlockDraft> drafts_;
  std::vector<std::uint8_t> outlines_;                         // of the blocks from first_block_ on
  std::vector<std::pair<std::uint32_t, TextRange>> captions_;  // since the last table
};

}  // namespace

std::vector<std::uint8_t> write_blocks(Document& document, const std::vector<Line>& lines, const Layout& layout,
                                       const std::vector<TableRegion>& tables) {
  BlockSequence sequence(document, lines, layout);
  sequence.write(tables);
  return sequence.take_outlines();
}

}  // namespace gouji::corpus
