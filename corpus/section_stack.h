// The sections that are open while a document is read from its top, and the lists inside them.
#pragma once

#include <vector>

#include "model/document.h"

namespace gouji::corpus {

class SectionStack {
 public:
  explicit SectionStack(Document& document) : document_(document) {}

  // Block `id` opens a section with this heading (its number included). `outline`: the level that the file gives it; 0: none.
  void open(BlockId id, TextRange heading, std::uint8_t outline);
  // Gives block `id` its section, and its list level if it is an item.
  void place(BlockId id);

  // Block `id` looks like a heading, but counts on in a list of plain items and nothing deeper follows it (`next`): an item.
  bool goes_on_with_list(BlockId id, BlockId next) const;

 private:
  struct Level {
    NumberStyle style;
    std::uint16_t value;
    SectionId section;
    std::uint8_t outline;
  };
  void leave_unnumbered(std::uint8_t outline);
  NumberStyle style_of(const Block& block) const;
  void leave_counted(const Block& block);

  Document& document_;
  std::vector<Level> levels_;
  struct List {
    NumberStyle style;
    std::uint16_t value;  // of its last item
  };
  std::vector<List> lists_;  // the lists that are open in the section, outermost first
};

}  // namespace gouji::corpus
