// Where in the XML of a package's parts the characters of its paragraphs stand: for a writer that puts something beside them. Made by the
// reader while it reads, so that both count alike; docs/docx.md says what counts as a character. Elements are told by the number of their
// start tag in the part, every one counted, from 0.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace gouji::corpus::docx {

struct Trace {
  // Characters of a paragraph that one element holds (w:t), or the one that it is (w:tab).
  struct Piece {
    std::uint32_t part = 0, paragraph = 0, offset = 0, length = 0;
    std::uint32_t tag = 0;
    std::uint32_t skipped = 0;  // white space before them in the element that is no text
  };
  struct Note {
    std::uint32_t part = 0, first_paragraph = 0;
    bool endnote = false;
    std::string id;  // w:id, as the mark in the text has it
  };
  std::vector<Piece> pieces;                           // in the order in which they end
  std::vector<std::vector<std::uint32_t>> paragraphs;  // by part: the tag of each w:p
  std::vector<Note> notes;                             // footnotes and endnotes that are read, in order
};

}  // namespace gouji::corpus::docx
