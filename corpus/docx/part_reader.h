// Reads a part of a Word document as Word shows it, tracked changes accepted, into a manuscript. In: what stands in runs, insertions,
// moved text at its new place, text boxes once (after their paragraph), results of fields, automatic numbers, content of controls and
// of custom XML. Out: deletions, moved text at its old place, hidden text, deleted rows, codes of fields, phonetic guides, comments,
// marks of notes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/docx/manuscript.h"
#include "corpus/docx/markup_reader.h"
#include "corpus/docx/numbering.h"
#include "corpus/docx/paragraph_text.h"
#include "corpus/docx/styles.h"
#include "corpus/docx/table_builder.h"
#include "corpus/docx/trace.h"

namespace gouji::corpus::docx {

inline constexpr int running_text = 9;  // w:outlineLvl of what is no heading

// What the text shows and another part holds.
struct ShownPart {
  enum class Kind : std::uint8_t { chart, diagram, document };
  Kind kind = Kind::chart;
  std::string id;  // of the relationship that leads to it
};

class PartReader : public MarkupReader {
 public:
  // Paragraphs and tables go to `flow` of `out`, those of text boxes among them.
  PartReader(const Styles& styles, Numbering& numbering, const Limits& limits, std::string_view part, Manuscript& out, std::vector<FlowItem>& flow);

  // From now on `trace` is told where the characters stand; it outlives the reader.
  void trace(Trace& trace);

  // The header and footer parts that the sections refer to, in order (ids of relationships).
  const std::vector<std::string>& margins() const { return margins_; }
  // Charts, diagrams and documents that stand in the text, in order.
  const std::vector<ShownPart>& shown_parts() const { return shown_parts_; }
  // The part's outermost element, `other` where it is none of WordprocessingML.
  Name root() const { return root_; }

 protected:
  bool open(const Tag& tag) override;
  void close(Space space, Name name) override;
  void characters(std::string_view text) override;
  void passed_over(const Tag& tag) override {
    if (tag.is(Name::p)) count_paragraph();
  }

 private:
  struct Field {
    bool result = false, contents = false;  // its result is open; it is a table of contents
    std::string code;                       // its beginning
  };
  // Where paragraphs go: a flow, or a cell of a table.
  struct Sink {
    bool is_cell = false;
    std::uint32_t table = 0;  // of a cell: index of tables_
    CellShape shape;
    bool placed = false, dead = false;  // of a cell: it has its place; nothing in it is shown
    std::vector<FlowItem> flow;         // of a text box
    ParagraphText paragraph;
    std::vector<Field> fields;                                 // that are open, outermost first
    std::size_t codes = 0, contents = 0;                       // of them: those whose code is open, tables of contents
    bool hidden_outside = false, style_hides_outside = false;  // as they were where it began
  };
  struct OpenTable {
    TableBuilder builder;
    std::uint32_t id = 0;
    std::size_t depth = 0;  // of the sink that it stands in
    bool row_gone = false;
  };
  enum class Properties : std::uint8_t { none, paragraph, mark, run, row, cell };

  Sink& sink() { return sinks_[depth_]; }
  Sink& push_sink();
  void pop_sink();
  bool shown() const { return !hidden_ && sinks_[depth_].codes == 0; }
  bool hides(const Style& style) const;

  bool open_markup(const Tag& tag);
  void note_drawing(const Tag& tag);
  bool open_block(const Tag& tag);
  bool open_property(const Tag& tag);
  void close_property(Name name);
  void paragraph_property(const Tag& tag);
  void run_property(const Tag& tag);
  void cell_property(const Tag& tag);

  void begin_text(const Tag& tag);
  void end_text();
  void show_symbols(std::size_t begin);
  void put(char32_t c);
  void put_symbol(const Tag& tag);
  void generate(char32_t c);
  void change_field(const Tag& tag);
  void leave_field(std::vector<Field>::iterator field);

  std::uint32_t count_paragraph();
  void trace_text(std::uint32_t tag, std::size_t begin, std::size_t skipped);
  void count_line();
  bool begin_paragraph();
  void end_paragraph();
  void end_story();
  void end_box();
  void write_number(const ParagraphText& paragraph);
  void write(ParagraphText& paragraph);
  void place(const FlowItem& item);

  bool in_table() const;
  bool place_cell();
  void end_cell();
  void begin_table();
  void end_table();

  const Styles& styles_;
  ListCounter counter_;
  const Limits& limits_;
  std::uint32_t part_;
  Manuscript& out_;
  std::vector<FlowItem>& flow_;
  std::vector<Sink> sinks_;  // [0]: the part's own flow; those above depth_ are kept for use again
  std::size_t depth_ = 0;
  std::vector<OpenTable> tables_;
  std::vector<std::string> margins_;
  std::vector<ShownPart> shown_parts_;
  Name root_ = Name::count;    // count: nothing is open yet
  std::uint64_t numbers_ = 0;  // bytes of automatic numbers, so far
  std::uint64_t lines_ = 0;    // paragraphs and line ends inside them, so far
  std::uint64_t cells_ = 0;
  std::uint32_t paragraphs_ = 0;  // of the part, so far
  Properties properties_ = Properties::none;
  unsigned property_depth_ = 0;  // elements open inside them
  bool hidden_ = false;          // the run
  bool style_hides_ = false;
  bool in_text_ = false, keeps_space_ = false, in_code_ = false;
  std::string font_;  // of the run, where it prints symbols; else ""
  std::size_t text_begin_ = 0;
  std::uint32_t text_tag_ = 0;
  Trace* trace_ = nullptr;
};

}  // namespace gouji::corpus::docx
