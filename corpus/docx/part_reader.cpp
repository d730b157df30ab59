#include "corpus/docx/part_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "corpus/cell_rows.h"
#include "corpus/characters.h"
#include "corpus/docx/symbols.h"
#include "corpus/utf8.h"

namespace gouji::corpus::docx {
namespace {

constexpr int running_text = 9;  // w:outlineLvl

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t length(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

void append(std::string& text, char32_t c) {
  std::array<char, 4> bytes{};
  text.append(bytes.data(), write_utf8(bytes.data(), c));
}

std::uint32_t characters_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

PartReader::PartReader(const Styles& styles, const Numbering& numbering, const Limits& limits, std::string_view part, Manuscript& out,
                       std::vector<FlowItem>& flow)
    : styles_(styles), counter_(numbering), limits_(limits), part_(static_cast<std::uint32_t>(out.parts.size())), out_(out), flow_(flow), sinks_(1) {
  out.parts.emplace_back(part);
}

// --- what is open

bool PartReader::open(const Tag& tag) {
  if (tag.space == Space::markup) return open_markup(tag);
  if (tag.space != Space::math) return true;  // drawings: a text box may stand in them
  if (tag.name == Name::t) begin_text(tag);
  if (tag.name == Name::den) generate(U'/');
  if (tag.name == Name::sup) generate(U'^');
  return true;
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
      return !tag.has(Name::type) || tag.get(Name::type) == "normal";
    case Name::headerReference:
    case Name::footerReference:
      margins_.emplace_back(tag.get(Name::id));
      return true;
    case Name::altChunk:
    case Name::subDoc:
      out_.parts_unread.emplace_back(tag.get(Name::id));
      return true;
    default:
      return true;
  }
}

// --- properties

bool PartReader::open_property(const Tag& tag) {
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

// --- text

void PartReader::begin_text(const Tag& tag) {
  in_text_ = shown() && sink().paragraph.open;
  keeps_space_ = tag.space == Space::math || tag.get(Name::space) == "preserve";
  text_begin_ = sink().paragraph.text.size();
}

void PartReader::characters(std::string_view text) {
  if (in_text_) {
    sink().paragraph.text += text;
  } else if (in_code_ && !sink().fields.empty() && !sink().fields.back().result) {
    constexpr std::size_t enough = 16;
    std::string& code = sink().fields.back().code;
    if (code.size() < enough) code += text.substr(0, enough);
  }
}

// White space around it is text only where the file says so; line ends inside are spaces.
void PartReader::end_text() {
  if (!in_text_) return;
  in_text_ = false;
  std::string& text = sink().paragraph.text;
  if (!keeps_space_) {
    while (text.size() > text_begin_ && is_white(text.back())) text.pop_back();
    std::size_t first = text_begin_;
    while (first < text.size() && is_white(text[first])) ++first;
    text.erase(text_begin_, first - text_begin_);
  }
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(text_begin_), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  if (!font_.empty()) show_symbols(text_begin_);
  if (!sink().fields.empty() && text.size() > text_begin_) sink().paragraph.contents = sink().paragraph.contents || in_contents_field();
}

// Characters of a symbol font that the text has from `begin` on.
void PartReader::show_symbols(std::size_t begin) {
  std::string& text = sink().paragraph.text;
  const std::string own = text.substr(begin);
  text.resize(begin);
  for (std::size_t at = 0; at < own.size();) {
    const Character c = character_at(own, at);
    append(text, is_private_use(c.code) ? symbol(font_, c.code) : c.code);
    at += c.bytes;
  }
}

void PartReader::put(char32_t c) {
  if (shown() && sink().paragraph.open) append(sink().paragraph.text, c);
}

void PartReader::put_symbol(const Tag& tag) {
  const std::string_view digits = tag.get(Name::char_);
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const bool scalar = code > 0 && code < 0xD800;
  const bool higher = code > 0xDFFF && code <= 0x10FFFF;
  if (scalar || higher) put(symbol(tag.get(Name::font), code));
}

// A character that is shown but not stored: the line of a fraction.
void PartReader::generate(char32_t c) {
  if (!shown() || !sink().paragraph.open || sink().paragraph.runs.empty()) return;
  ParagraphText& paragraph = sink().paragraph;
  SourceMap::ParagraphRun next = paragraph.runs.back();
  if (!next.generated) next.offset += characters_of(std::string_view(paragraph.text).substr(next.decoded));
  next.decoded = length(paragraph.text);
  next.generated = true;
  paragraph.runs.push_back(next);
  append(paragraph.text, c);
  next.decoded = length(paragraph.text);
  next.generated = false;
  paragraph.runs.push_back(next);
}

// --- fields

void PartReader::change_field(const Tag& tag) {
  auto& fields = sink().fields;
  const std::string_view type = tag.get(Name::fldCharType);
  if (type == "begin") {
    fields.emplace_back();
  } else if (type == "separate" && !fields.empty()) {
    fields.back().result = true;
  } else if (type == "end" && !fields.empty()) {
    fields.pop_back();
  }
  count_codes();
}

void PartReader::count_codes() {
  const auto& fields = sink().fields;
  codes_ = static_cast<std::size_t>(std::count_if(fields.begin(), fields.end(), [](const Field& f) { return !f.result; }));
}

bool PartReader::in_contents_field() {
  return std::any_of(sink().fields.begin(), sink().fields.end(), [](const Field& field) {
    const std::size_t first = field.code.find_first_not_of(' ');
    return first != std::string::npos && field.code.compare(first, 4, "TOC ") == 0;
  });
}

// --- paragraphs

bool PartReader::begin_paragraph() {
  if (!place_cell()) return false;
  if (sink().paragraph.open) end_paragraph();
  sink().paragraph.begin(part_, paragraphs_++, styles_.usual_paragraph());
  style_hides_ = hides(*sink().paragraph.style);
  hidden_ = style_hides_;
  return true;
}

void PartReader::end_paragraph() {
  ParagraphText& paragraph = sink().paragraph;
  if (!paragraph.open) return;
  paragraph.open = false;
  // A field whose code goes on into the next paragraph is broken: what follows is text.
  auto& fields = sink().fields;
  std::erase_if(fields, [](const Field& f) { return !f.result; });
  count_codes();
  if (paragraph.mark_gone || hides(*paragraph.style)) {
    paragraph.joins = true;
  } else {
    write(paragraph);
  }
}

// What a deleted mark held back stands alone where its flow ends.
void PartReader::end_story() {
  ParagraphText& paragraph = sink().paragraph;
  end_paragraph();
  if (!paragraph.joins) return;
  paragraph.joins = false;
  if (!paragraph.text.empty() || !paragraph.boxes.empty()) write(paragraph);
}

void PartReader::write_number(const ParagraphText& paragraph) {
  const Style& style = *paragraph.style;
  const int list = paragraph.list >= 0 ? paragraph.list : style.list;
  if (list <= 0) return;
  const int level = paragraph.list_level >= 0 ? paragraph.list_level : paragraph.list >= 0 ? 0 : style.list_level;
  const std::uint32_t begin = length(out_.text);
  counter_.next(list, level, style.id, out_.text);
  if (length(out_.text) > begin) out_.runs.push_back({begin, part_, paragraph.number, 0, true});
}

void PartReader::write(ParagraphText& paragraph) {
  FlowItem item;
  item.text.begin = length(out_.text);
  write_number(paragraph);
  const std::uint32_t base = length(out_.text);
  for (SourceMap::ParagraphRun run : paragraph.runs) {
    run.decoded += base;
    out_.runs.push_back(run);
  }
  out_.text += paragraph.text;
  item.text.end = length(out_.text);
  out_.text += '\n';
  if (out_.text.size() > limits_.text_bytes)
    throw Refused{{"limit", fmt::format("more than {} bytes of text", limits_.text_bytes), "a report is never like this; raise the limit if it is"}};
  const int outline = paragraph.outline >= 0 ? paragraph.outline : paragraph.style->outline;
  item.outline = static_cast<std::uint8_t>(outline >= 0 && outline < running_text ? outline + 1 : 0);
  item.role = paragraph.contents ? StyleRole::contents : paragraph.style->role;
  place(item);
  for (FlowItem& box : paragraph.boxes) place(box);
  paragraph.boxes.clear();
}

// Gives a paragraph or a table to where it belongs.
void PartReader::place(const FlowItem& item) {
  if (!sink().is_cell) {
    (depth_ == 0 ? flow_ : sink().flow).push_back(item);
    return;
  }
  TableBuilder& builder = tables_[sink().table].builder;
  if (item.table != no_id) return builder.add_nested(item.table);
  for (std::uint32_t at = item.text.begin; at <= item.text.end;) {
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(out_.text.find('\n', at), item.text.end));
    const TextRange line = trimmed(out_.text, {at, end});
    if (!line.empty()) builder.add_part(line);
    at = end + 1;
  }
}

// --- text boxes and tables

PartReader::Sink& PartReader::push_sink() {
  if (++depth_ == sinks_.size()) sinks_.emplace_back();
  Sink& pushed = sink();
  pushed.is_cell = pushed.placed = pushed.dead = false;
  pushed.shape = {};
  pushed.flow.clear();
  pushed.fields.clear();
  pushed.hidden_outside = hidden_;
  pushed.style_hides_outside = style_hides_;
  codes_ = 0;
  hidden_ = style_hides_ = false;
  return pushed;
}

void PartReader::pop_sink() {
  hidden_ = sink().hidden_outside;
  style_hides_ = sink().style_hides_outside;
  --depth_;
  count_codes();
}

void PartReader::end_box() {
  end_story();
  std::vector<FlowItem> flow = std::move(sink().flow);
  pop_sink();
  for (FlowItem& item : flow) {
    item.apart = true;
    if (sink().paragraph.open) {
      sink().paragraph.boxes.push_back(item);
    } else {
      place(item);
    }
  }
}

// false: nothing that stands in the open cell is shown.
bool PartReader::place_cell() {
  Sink& cell = sink();
  if (!cell.is_cell) return true;
  if (!cell.placed) {
    cell.placed = true;
    cell.dead = !tables_[cell.table].builder.add_cell(cell.shape, length(out_.text));
  }
  return !cell.dead;
}

void PartReader::end_cell() {
  end_story();
  place_cell();
  pop_sink();
}

bool PartReader::in_table() const { return !tables_.empty() && tables_.back().depth == depth_; }

void PartReader::begin_table() {
  if (!sink().paragraph.open) end_story();
  OpenTable& table = tables_.emplace_back();
  table.id = static_cast<std::uint32_t>(out_.tables.size());
  table.depth = depth_;
  out_.tables.emplace_back();
  out_.text += '\n';
}

void PartReader::end_table() {
  if (!in_table()) return;
  const std::uint32_t id = tables_.back().id;
  out_.tables[id] = tables_.back().builder.finish();
  tables_.pop_back();
  const TableDraft& draft = out_.tables[id].draft;
  out_.places += std::uint64_t{draft.rows} * draft.columns;
  if (out_.places > limits_.table_places) {
    throw Refused{{"limit", fmt::format("the tables have more than {} places (rows × columns)", limits_.table_places),
                   "a report is never like this; raise the limit if it is"}};
  }
  if (draft.cells.empty()) return;
  FlowItem item;
  item.table = id;
  place(item);
}

void PartReader::close(Space space, Name name) {
  if (name == Name::t) return end_text();
  if (space != Space::markup) return;
  switch (name) {
    case Name::p:
      return end_paragraph();
    case Name::pPr:
    case Name::trPr:
    case Name::tcPr:
      properties_ = Properties::none;
      return;
    case Name::rPr:
      properties_ = properties_ == Properties::mark ? Properties::paragraph : Properties::none;
      return;
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
