// What every part of WordprocessingML has in common: what is left out with all that it holds, and alternatives, of which one is read.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/docx/xml_reader.h"

namespace gouji::corpus::docx {

// A handler that sees the elements that are read. An element that is left out is passed over to its end; of mc:AlternateContent the
// first mc:Choice is read that asks for nothing unknown, else mc:Fallback.
class MarkupReader : public XmlHandler {
 public:
  void start(const Tag& tag) final;
  void end(Space space, Name name) final;
  void text(std::string_view text) final {
    if (skipped_ == 0) characters(text);
  }

 protected:
  // false: leave the element out.
  virtual bool open(const Tag& tag) = 0;
  virtual void close(Space space, Name name) = 0;
  virtual void characters(std::string_view) {}
  // An element inside one that is left out.
  virtual void passed_over(const Tag&) {}
  // Of the last start tag: how many stand before it in the part.
  std::uint32_t tag_number() const { return tags_ - 1; }

 private:
  bool reads(const Tag& tag);
  bool choose(const Tag& tag);

  std::uint32_t tags_ = 0;
  unsigned skipped_ = 0;      // elements open since the one that is left out, itself included
  std::vector<bool> chosen_;  // for each open AlternateContent: one of its branches was read
};

// Old properties, kept beside a tracked change.
bool is_former_state(Name name);

}  // namespace gouji::corpus::docx
