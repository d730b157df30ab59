#include "corpus/docx/part_reader.h"

#include <algorithm>

#include "corpus/docx/symbols.h"

namespace gouji::corpus::docx {
namespace {

// Columns that w:ind moves the first line in. Hundredths of a character go before twentieths of a point.
unsigned indent_of(const Tag& tag) {
  constexpr int points_a_column = 105, hundredths_a_column = 50, most = 40;
  const auto columns = [&](Name characters, Name points) {
    const int hundredths = tag.number(characters, 0);
    return hundredths != 0 ? hundredths / hundredths_a_column : tag.number(points, 0) / points_a_column;
  };
  const int left = tag.has(Name::start) || tag.has(Name::startChars) ? columns(Name::startChars, Name::start) : columns(Name::leftChars, Name::left);
  const bool hangs = tag.has(Name::hanging) || tag.has(Name::hangingChars);
  const int first = hangs ? -columns(Name::hangingChars, Name::hanging) : columns(Name::firstLineChars, Name::firstLine);
  return static_cast<unsigned>(std::clamp(left + first, 0, most));
}

}  // namespace

PartReader::PartReader(const Styles& styles, Numbering& numbering, const Limits& limits, std::string_view part, Manuscript& out,
                       std::vector<FlowItem>& flow)
    : styles_(styles), counter_(numbering), limits_(limits), part_(static_cast<std::uint32_t>(out.parts.size())), out_(out), flow_(flow), sinks_(1) {
  out.parts.emplace_back(part);
}

void PartReader::trace(Trace& trace) {
  trace_ = &trace;
  trace_->paragraphs.resize(part_ + std::size_t{1});
}

bool PartReader::open(const Tag& tag) {
  if (root_ == Name::count) root_ = tag.space == Space::markup ? tag.name : Name::other;
  if (in_text_) return false;  // text holds no elements
  if (tag.space == Space::markup) return open_markup(tag);
  if (tag.space != Space::math) {  // drawings: a text box may stand in them
    note_drawing(tag);
    return true;
  }
  if (tag.name == Name::t) begin_text(tag);
  if (tag.name == Name::den) generate(U'/');
  if (tag.name == Name::sup) generate(U'^');
  return true;
}

void PartReader::note_drawing(const Tag& tag) {
  if (!shown()) return;
  if (tag.name == Name::chart && tag.has(Name::id)) shown_parts_.push_back({ShownPart::Kind::chart, std::string(tag.get(Name::id))});
  if (tag.name == Name::relIds && tag.has(Name::dm)) shown_parts_.push_back({ShownPart::Kind::diagram, std::string(tag.get(Name::dm))});
}

bool PartReader::open_markup(const Tag& tag) {
  if (properties_ != Properties::none) return open_property(tag);
  switch (tag.name) {
    case Name::t:
      begin_text(tag);
      return true;
    case Name::r:
      hidden_ = style_hides_;
      font_.clear();
      return true;
    case Name::rPr:
      properties_ = Properties::run;
      return true;
    case Name::tab:
    case Name::ptab:
      put('\t');
      return true;
    case Name::br:
    case Name::cr:
      put('\n');
      return true;
    case Name::noBreakHyphen:
      put('-');
      return true;
    case Name::sym:
      put_symbol(tag);
      return true;
    case Name::fldChar:
      change_field(tag);
      return true;
    case Name::instrText:
      in_code_ = true;
      return true;
    case Name::delText:
    case Name::del:
    case Name::moveFrom:
    case Name::rt:
    case Name::sdtPr:
    case Name::sdtEndPr:
    case Name::tblPr:
    case Name::tblGrid:
      return false;
    default:
      return open_block(tag);
  }
}

bool PartReader::open_block(const Tag& tag) {
  switch (tag.name) {
    case Name::p:
      return begin_paragraph();
    case Name::pPr:
      if (!sink().paragraph.open) return false;
      properties_ = Properties::paragraph;
      return true;
    case Name::tbl:
      if (!place_cell()) return false;
      begin_table();
      return true;
    case Name::tr:
      if (!in_table()) return false;
      tables_.back().row_gone = false;
      tables_.back().builder.begin_row();
      return true;
    case Name::trPr:
      properties_ = Properties::row;
      return true;
    case Name::tc:
      if (!in_table() || tables_.back().row_gone) return false;
      push_sink().is_cell = true;
      sink().table = static_cast<std::uint32_t>(tables_.size() - 1);
      return true;
    case Name::tcPr:
      properties_ = Properties::cell;
      return true;
    case Name::txbxContent:
      if (!shown()) return false;
      push_sink();
      return true;
    case Name::footnote:
    case Name::endnote:
      if (tag.has(Name::type) && tag.get(Name::type) != "normal") return false;
      if (trace_ != nullptr) trace_->notes.push_back({part_, paragraphs_, tag.name == Name::endnote, std::string(tag.get(Name::id))});
      return true;
    case Name::headerReference:
    case Name::footerReference:
      margins_.emplace_back(tag.get(Name::id));
      return true;
    case Name::altChunk:
    case Name::subDoc:
      if (shown()) shown_parts_.push_back({ShownPart::Kind::document, std::string(tag.get(Name::id))});
      return true;
    default:
      return true;
  }
}

bool PartReader::open_property(const Tag& tag) {
  ++property_depth_;
  switch (properties_) {
    case Properties::paragraph:
      paragraph_property(tag);
      break;
    case Properties::mark:
      if (tag.name == Name::del || tag.name == Name::moveFrom) sink().paragraph.mark_gone = true;
      if (tag.name == Name::vanish || tag.name == Name::specVanish) sink().paragraph.mark_gone = sink().paragraph.mark_gone || tag.on();
      break;
    case Properties::run:
      run_property(tag);
      break;
    case Properties::row:
      if (!in_table()) break;
      if (tag.name == Name::gridBefore) tables_.back().builder.leave_out(static_cast<std::uint32_t>(std::max(0, tag.number(Name::val, 0))));
      if (tag.name == Name::del || (tag.name == Name::hidden && tag.on())) tables_.back().row_gone = true;
      break;
    case Properties::cell:
      cell_property(tag);
      break;
    case Properties::none:
      break;
  }
  return true;
}

void PartReader::paragraph_property(const Tag& tag) {
  ParagraphText& paragraph = sink().paragraph;
  switch (tag.name) {
    case Name::rPr:
      properties_ = Properties::mark;
      break;
    case Name::pStyle:
      if (const Style* style = styles_.find(tag.get(Name::val)); style != nullptr) paragraph.style = style;
      style_hides_ = hides(*paragraph.style);
      break;
    case Name::numId:
      paragraph.list = std::max(0, tag.number(Name::val, 0));
      break;
    case Name::ilvl:
      paragraph.list_level = std::max(0, tag.number(Name::val, 0));
      break;
    case Name::ind:
      paragraph.indent = indent_of(tag);
      break;
    case Name::outlineLvl:
      paragraph.outline = std::clamp(tag.number(Name::val, running_text), 0, running_text);
      break;
    case Name::headerReference:
    case Name::footerReference:
      margins_.emplace_back(tag.get(Name::id));
      break;
    default:
      break;
  }
}

// A switch that both the paragraph's and the run's style turn on is off (ECMA-376-1 §17.7.3).
void PartReader::run_property(const Tag& tag) {
  if (tag.name == Name::vanish) {
    hidden_ = tag.on();
  } else if (tag.name == Name::rStyle) {
    const Style* style = styles_.find(tag.get(Name::val));
    if (style != nullptr && style->hidden == 1) hidden_ = !style_hides_;
  } else if (tag.name == Name::rFonts) {
    const std::string_view font = tag.get(tag.has(Name::ascii) ? Name::ascii : Name::hAnsi);
    font_ = is_symbol_font(font) ? font : std::string_view();
  }
}

void PartReader::cell_property(const Tag& tag) {
  CellShape& shape = sink().shape;
  const auto goes_on = [&] { return tag.get(Name::val) != "restart"; };
  if (tag.name == Name::gridSpan) shape.columns = static_cast<std::uint32_t>(std::max(1, tag.number(Name::val, 1)));
  if (tag.name == Name::vMerge) shape.down = goes_on() ? CellShape::Merge::goes_on : CellShape::Merge::begins;
  if (tag.name == Name::hMerge) shape.goes_on_across = goes_on();
  if (tag.name == Name::cellDel) sink().placed = sink().dead = true;  // the cells behind it close up
}

bool PartReader::hides(const Style& style) const { return style.hidden == 1 || (style.hidden < 0 && styles_.hidden_by_default()); }

// Whatever stands inside properties is a property, in a broken file too.
void PartReader::close_property(Name name) {
  if (property_depth_ == 0) {
    properties_ = Properties::none;
    return;
  }
  --property_depth_;
  if (name == Name::rPr && properties_ == Properties::mark) properties_ = Properties::paragraph;
}

void PartReader::close(Space space, Name name) {
  if (space == Space::markup && properties_ != Properties::none) return close_property(name);
  if (name == Name::t) return end_text();
  if (space != Space::markup) return;
  switch (name) {
    case Name::p:
      return end_paragraph();
    case Name::instrText:
      in_code_ = false;
      return;
    case Name::tr:
      tables_.back().builder.end_row();
      out_.text += '\n';
      return;
    case Name::tc:
      return end_cell();
    case Name::tbl:
      return end_table();
    case Name::txbxContent:
      return end_box();
    case Name::body:
    case Name::footnotes:
    case Name::endnotes:
    case Name::hdr:
    case Name::ftr:
      return end_story();
    default:
      return;
  }
}

}  // namespace gouji::corpus::docx
