#include "corpus/docx/diagram_reader.h"

#include <algorithm>

namespace gouji::corpus::docx {

DiagramReader::DiagramReader(std::string_view part, const Limits& limits, Manuscript& out, std::vector<FlowItem>& flow)
    : limits_(limits), out_(out), flow_(flow), part_(static_cast<std::uint32_t>(out.parts.size())) {
  out.parts.emplace_back(part);
}

void DiagramReader::start(const Tag& tag) {
  if (tag.name == Name::t) in_text_ = in_paragraph_;  // of a run: the diagram's own t stands around paragraphs
  if (tag.name != Name::p) return;
  if (paragraphs_ == limits_.document_paragraphs) throw Refused{too_much(std::to_string(limits_.document_paragraphs) + " paragraphs in a diagram")};
  in_paragraph_ = true;
  item_.text.begin = static_cast<std::uint32_t>(out_.text.size());
  out_.runs.push_back({item_.text.begin, part_, paragraphs_++, 0, false});
}

void DiagramReader::end(Space, Name name) {
  if (name == Name::t) in_text_ = false;
  if (name != Name::p || !in_paragraph_) return;
  in_paragraph_ = in_text_ = false;
  item_.text.end = static_cast<std::uint32_t>(out_.text.size());
  if (item_.text.empty()) {
    out_.runs.pop_back();
    return;
  }
  std::replace(out_.text.begin() + item_.text.begin, out_.text.end(), '\n', ' ');
  out_.text += '\n';
  flow_.push_back(item_);
}

void DiagramReader::text(std::string_view text) {
  if (!in_text_) return;
  if (out_.text.size() + text.size() > limits_.document_text) throw Refused{too_much_text(limits_)};
  out_.text += text;
}

}  // namespace gouji::corpus::docx
