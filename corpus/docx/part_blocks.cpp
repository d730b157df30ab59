// PartReader: paragraphs, text boxes and tables, and where they go.
#include <fmt/format.h>

#include <algorithm>

#include "corpus/cell_rows.h"
#include "corpus/docx/part_reader.h"

namespace gouji::corpus::docx {
namespace {

constexpr std::uint64_t most_numbers = 16ULL << 20;  // of all automatic numbers: bytes that the file does not have to hold
constexpr std::size_t most_tables = 200'000;

std::uint32_t length(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

}  // namespace

std::uint32_t PartReader::count_paragraph() {
  if (trace_ != nullptr) trace_->paragraphs[part_].push_back(tag_number());
  return paragraphs_++;
}

void PartReader::count_line() {
  if (++lines_ > limits_.document_paragraphs) throw Refused{too_much(fmt::format("{} paragraphs or lines", limits_.document_paragraphs))};
}

bool PartReader::begin_paragraph() {
  if (!place_cell()) return false;
  count_line();
  if (sink().paragraph.open) end_paragraph();
  sink().paragraph.begin(part_, count_paragraph(), styles_.usual_paragraph());
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
  if (sink().codes > 0) std::erase_if(fields, [](const Field& f) { return !f.result; });
  sink().codes = 0;
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
  numbers_ += length(out_.text) - begin;
  if (numbers_ > most_numbers) throw Refused{too_much(fmt::format("{} bytes of automatic numbers", most_numbers))};
  if (length(out_.text) > begin) out_.runs.push_back({begin, part_, paragraph.number, 0, true});
}

void PartReader::write(ParagraphText& paragraph) {
  FlowItem item;
  item.text.begin = length(out_.text);
  if (sink().is_cell && paragraph.indent > 0) {  // which rows belong to which is told by blanks before their names, as in a text
    out_.runs.push_back({item.text.begin, part_, paragraph.number, 0, true});
    out_.text.append(paragraph.indent, ' ');
  }
  write_number(paragraph);
  const std::uint32_t base = length(out_.text);
  for (SourceMap::ParagraphRun run : paragraph.runs) {
    run.decoded += base;
    out_.runs.push_back(run);
  }
  out_.text += paragraph.text;
  item.text.end = length(out_.text);
  out_.text += '\n';
  if (out_.text.size() > limits_.document_text) throw Refused{too_much_text(limits_)};
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
  if (!place_cell()) return;
  TableBuilder& builder = tables_[sink().table].builder;
  if (item.table != no_id) return builder.add_nested(item.table);
  for (std::uint32_t at = item.text.begin; at <= item.text.end;) {
    const std::uint32_t end = static_cast<std::uint32_t>(std::min<std::size_t>(out_.text.find('\n', at), item.text.end));
    const TextRange line = trimmed(out_.text, {at, end});
    if (!line.empty()) builder.add_part(line);
    at = end + 1;
  }
}

PartReader::Sink& PartReader::push_sink() {
  if (++depth_ == sinks_.size()) sinks_.emplace_back();
  Sink& pushed = sink();
  pushed.is_cell = pushed.placed = pushed.dead = false;
  pushed.shape = {};
  pushed.flow.clear();
  pushed.fields.clear();
  pushed.codes = pushed.contents = 0;
  pushed.hidden_outside = hidden_;
  pushed.style_hides_outside = style_hides_;
  hidden_ = style_hides_ = false;
  return pushed;
}

void PartReader::pop_sink() {
  hidden_ = sink().hidden_outside;
  style_hides_ = sink().style_hides_outside;
  --depth_;
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
    if (++cells_ > limits_.table_places) throw Refused{too_much(fmt::format("{} cells in tables", limits_.table_places))};
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
  if (out_.tables.size() == most_tables) throw Refused{too_much(fmt::format("{} tables", most_tables))};
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
  if (out_.places > limits_.table_places) throw Refused{too_much(fmt::format("{} places (rows × columns) in tables", limits_.table_places))};
  if (draft.cells.empty()) return;
  FlowItem item;
  item.table = id;
  place(item);
}

}  // namespace gouji::corpus::docx
