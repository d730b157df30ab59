// Most of a styles part says nothing about text: table styles, the list of styles that Word has but this file does not use, fonts and
// distances. Nearly all of the rest is written so plainly that its few tags can be picked out without parsing it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/xml_names.h"

namespace gouji::corpus::docx {

// A tag as Word writes it: its attributes have the prefix "w", values in double quotes, without references.
struct PlainTag {
  Name name = Name::other;
  std::string_view text;  // from '<' to '>'

  // As Tag's: "" where it has no such attribute.
  std::string_view get(Name attribute) const;
  bool on() const;
  int number(Name attribute, int otherwise) const;
};

struct PlainStyles {
  // In the order of the part: the tag of a style, then those of its properties that speak of text. A tag named `other`: here belongs the next style
  // of `xml`. They are of the part's bytes.
  std::vector<PlainTag> tags;
  // What is to be parsed: the part without table styles and without those that are in `tags`. It may be no XML any more where a comment or a
  // CDATA section speaks of styles; then all of the part is to be read.
  std::string xml;
};

// Parts whose prefix is not "w" come back as they are.
PlainStyles plain_styles(std::string_view xml);

}  // namespace gouji::corpus::docx
