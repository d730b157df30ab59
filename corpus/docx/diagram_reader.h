// Reads the text of a SmartArt diagram (its data part): each paragraph of a shape is a paragraph of its own.
// Source: ECMA-376-1 §21.4 (diagrams), §21.1.2 (text of drawings).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/docx/manuscript.h"
#include "corpus/docx/xml_reader.h"

namespace gouji::corpus::docx {

class DiagramReader : public XmlHandler {
 public:
  // Paragraphs go to `flow` of `out`; their places count the part's a:p from 0, and the characters of its a:t.
  DiagramReader(std::string_view part, const Limits& limits, Manuscript& out, std::vector<FlowItem>& flow);
  void start(const Tag& tag) override;
  void end(Space space, Name name) override;
  void text(std::string_view text) override;

 private:
  const Limits& limits_;
  Manuscript& out_;
  std::vector<FlowItem>& flow_;
  std::uint32_t part_, paragraphs_ = 0;
  FlowItem item_;
  bool in_paragraph_ = false, in_text_ = false;
};

}  // namespace gouji::corpus::docx
