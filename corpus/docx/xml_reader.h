// One pass over the XML of a part, in memory: libxml2's SAX2 parser without DTD, entities, network or tree. Names are told by
// the addresses under which the parser keeps them, so that no name is compared letter by letter.
#pragma once

#include <string_view>

#include "corpus/docx/xml_names.h"
#include "corpus/input.h"
#include "model/result.h"

namespace gouji::corpus::docx {

class XmlParser;

// A start tag, valid during the call.
class Tag {
 public:
  Space space = Space::other;
  Name name = Name::other;

  // The attribute of this local name, whatever its prefix; `found` says whether it is there ("" is a value).
  std::string_view get(Name attribute) const;
  bool has(Name attribute) const;
  // The namespace that a prefix means here; "" for none.
  std::string_view namespace_of(std::string_view prefix) const;
  bool is(Name markup_name) const { return space == Space::markup && name == markup_name; }
  // A switch (w:b, w:vanish): on unless its value says no.
  bool on() const;
  // A whole number, or `otherwise` where there is none or it is out of the range of int.
  int number(Name attribute, int otherwise) const;

 private:
  friend class XmlParser;
  const XmlParser* parser_ = nullptr;
  const unsigned char** attributes_ = nullptr;
  int count_ = 0;
};

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const Tag& tag) = 0;
  virtual void end(Space space, Name name) = 0;
  // In pieces, as the parser finds them.
  virtual void text(std::string_view text) = 0;
};

// Errors: "dtd", "limit" (depth or attributes), "bad_xml" (with line and reason). `part` stands in the message.
// A NUL follows the last byte of `xml` (as in Part and in std::string): the parser stops there.
Result<void> read_xml(std::string_view xml, std::string_view part, const Limits& limits, XmlHandler& handler);

}  // namespace gouji::corpus::docx
