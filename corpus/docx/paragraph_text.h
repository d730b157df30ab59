// A paragraph while it is read: its text, where that comes from, and what its properties say. Used again for the next one, so that no
// paragraph costs an allocation of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/docx/manuscript.h"

namespace gouji::corpus::docx {

struct ParagraphText {
  std::string text;
  std::vector<SourceMap::ParagraphRun> runs;  // `decoded` counts from the beginning of text
  std::vector<FlowItem> boxes;                // what its text boxes hold; written after it
  // Of the last w:p, whose mark ends it (deleted marks join several).
  const Style* style = nullptr;
  int list = -1, list_level = -1, outline = -1;
  unsigned indent = 0;       // columns (half a Chinese character) that its first line is moved in
  std::uint32_t number = 0;  // of the w:p in its part
  std::uint32_t traced = 0;  // characters of that w:p that a Trace has
  bool open = false;         // a w:p is being read
  bool mark_gone = false;    // its mark is deleted or hidden: the next paragraph goes on with it
  bool joins = false;        // the next paragraph goes on with what is here
  bool contents = false;     // stands in a table of contents

  void begin(std::uint32_t part, std::uint32_t paragraph, const Style* usual) {
    if (!joins) {
      text.clear();
      runs.clear();
      contents = false;
    }
    runs.push_back({static_cast<std::uint32_t>(text.size()), part, paragraph, 0, false});
    style = usual;
    list = list_level = outline = -1;
    indent = 0;
    number = paragraph;
    traced = 0;
    open = true;
    mark_gone = joins = false;
  }
};

}  // namespace gouji::corpus::docx
