// Where in the bytes of the main part the two ends of a comment may stand. A comment's ends stand between runs (ECMA-376-1 §17.13.4), so a run
// that holds a figure among other text is parted; what cannot be parted (a text box, a formula, a note of another part) is commented on as a
// whole, where the main text has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/trace.h"
#include "model/source.h"
#include "output/docx/xml_bytes.h"

namespace gouji::output::docx {

using corpus::docx::Trace;

// A place between two bytes; `close` and `open` part the run that it stands in and are empty between runs.
struct Cut {
  std::size_t at = 0;
  std::string close, open;
  std::optional<std::size_t> keep_space_at;  // the '>' of the parted text's tag, which must now say that blanks count
};

struct Anchor {
  Cut begin, end;
  bool exact = false;  // on the figure's own characters; else on what holds them
};

// What a figure's comment is put on, before the bytes are known: elements of the main part by the numbers of their start tags.
struct Wish {
  enum class Kind : std::uint8_t { characters, whole };
  Kind kind = Kind::whole;
  std::uint32_t first_tag = 0, first_character = 0, last_tag = 0, last_character = 0;  // the last one is behind the figure
};

class Places {
 public:
  // `main`: the main part's bytes. All must outlive the places.
  Places(std::string_view main, const WordNames& names, const Trace& trace);

  // Of a figure's runs (Place::runs). nullopt: the main text has nothing to put a comment on.
  std::optional<Wish> wish(const std::vector<OoxmlRun>& runs);
  // In the order of the wishes, by one pass over the bytes.
  std::vector<std::optional<Anchor>> find(const std::vector<Wish>& wishes) const;

 private:
  const Trace::Piece* piece(std::uint32_t paragraph, std::uint32_t character) const;
  std::optional<std::uint32_t> note_mark(const OoxmlRun& run);

  std::string_view main_;
  const WordNames& names_;
  const Trace& trace_;
  std::vector<Trace::Piece> pieces_;  // of the main part, by paragraph and offset
  std::vector<std::pair<std::string, std::uint32_t>> marks_;
  bool marks_read_ = false;
};

}  // namespace gouji::output::docx
