#include "generate/print.h"

#include <unicode/unistr.h>

#include "generate/aligned_table.h"

namespace gouji::generate {
namespace {

using Lines = std::vector<Line>;

std::string text_of(const Line& line) {
  std::string out;
  for (const Run& run : line) out += run.text;
  return out;
}

void cell_lines(const Element& element, const Layout& layout, Random& random, Lines& out) {
  const Table& table = element.table;
  out.push_back({{table.title}});
  const std::string caption =
      table.left_of_unit + (table.left_of_unit.empty() ? "" : std::string(static_cast<std::size_t>(random.between(2, 30)), ' ')) + table.unit;
  if (!caption.empty()) out.push_back({{caption}});
  std::vector<unsigned> covered(table.columns, 0);  // rows that a merged cell above still takes
  for (const Row& row : table.rows) {
    std::size_t next = 0;
    for (unsigned column = 0; column < table.columns;) {
      if (covered[column] > 0) {  // a cell merged downwards comes again as a blank one
        --covered[column++];
        out.push_back({{"\t"}});
        continue;
      }
      const Cell& cell = row.cells[next++];
      Line first{{"\t"}};
      if (!cell.lines.empty()) first.insert(first.end(), cell.lines[0].begin(), cell.lines[0].end());
      out.push_back(std::move(first));
      for (std::size_t i = 1; i < cell.lines.size(); ++i) out.push_back(cell.lines[i]);
      for (unsigned c = column; c < column + cell.columns; ++c) covered[c] = cell.rows - 1;
      column += cell.columns;
    }
    out.emplace_back();
  }
  out.emplace_back();
  if (layout.blank_lines) out.emplace_back();
}

Lines flowing(const Report& report, const Layout& layout, Random& random) {
  Lines out;
  for (const Element& element : report.elements) {
    if (element.kind == Element::Kind::table) {
      cell_lines(element, layout, random, out);
      continue;
    }
    Line line = element.text;
    if (layout.indented && element.kind == Element::Kind::paragraph) line.insert(line.begin(), {"　　"});
    out.push_back(std::move(line));
    if (layout.blank_lines) out.emplace_back();
  }
  return out;
}

// Places lines on pages: a page number below, a form feed before the next page's first line.
class Pages {
 public:
  explicit Pages(const Layout& layout) : layout_(layout) {}

  void add(Line line) {
    if (on_page_ >= layout_.page_lines) turn();
    if (!line.empty() && layout_.margin > 0) line.insert(line.begin(), {std::string(layout_.margin, ' ')});
    if (turned_) line.insert(line.begin(), {"\f"});
    turned_ = false;
    out_.push_back(std::move(line));
    ++on_page_;
  }
  bool full(std::size_t more) const { return on_page_ + more > layout_.page_lines; }
  void turn() {
    const std::string number = std::to_string(++page_);
    const std::string text = layout_.page_number == 0 ? number : layout_.page_number == 1 ? "- " + number + " -" : "— " + number + " —";
    out_.emplace_back();
    out_.push_back({{std::string(layout_.width / 2, ' ') + text}});
    on_page_ = 0;
    turned_ = true;
  }
  Lines take() {
    turn();
    out_.push_back({{"\f"}});
    return std::move(out_);
  }

 private:
  const Layout& layout_;
  Lines out_;
  unsigned on_page_ = 0, page_ = 0;
  bool turned_ = false;
};

Lines paged(const Report& report, const Layout& layout) {
  Pages pages(layout);
  for (const Element& element : report.elements) {
    if (element.kind == Element::Kind::table) {
      const AlignedTable table = align(element.table, layout);
      if (pages.full(table.above.size() + table.header.size() + 4)) pages.turn();
      for (const Line& line : table.above) pages.add(line);
      for (const Line& line : table.header) pages.add(line);
      for (const auto& row : table.rows) {
        if (pages.full(row.size())) {
          pages.turn();
          for (const Line& line : table.header)
            if (layout.repeat_header) pages.add(line);
        }
        for (const Line& line : row) pages.add(line);
      }
      pages.add({});
      continue;
    }
    const bool title = element.kind == Element::Kind::title;
    for (const Line& line : title ? centred(element.text, layout) : wrap(element.text, layout)) pages.add(line);
    if (title) pages.add({});
  }
  return pages.take();
}

}  // namespace

Layout draw_layout(Random& random, bool aligned) {
  Layout layout;
  layout.aligned = aligned;
  layout.gb18030 = random.chance(25);
  layout.crlf = random.chance(20);
  layout.indented = random.chance(40);
  layout.blank_lines = random.chance(30);
  layout.width = static_cast<unsigned>(random.between(32, 46)) * 2;
  layout.margin = static_cast<unsigned>(random.pick<std::int64_t>({0, 0, 2, 5, 8}));
  layout.page_lines = static_cast<unsigned>(random.between(34, 50));
  layout.spaced = random.chance(50);
  layout.caption_right = random.chance(75);
  layout.gap = static_cast<unsigned>(random.between(3, 7));
  layout.header_width = static_cast<unsigned>(random.between(5, 12)) * 2;
  layout.label_width = static_cast<unsigned>(random.between(12, 22)) * 2;
  layout.repeat_header = random.chance(50);
  layout.page_number = static_cast<unsigned>(random.between(0, 2));
  return layout;
}

std::string print(Report& report, const Layout& layout) {
  Random random(static_cast<std::uint64_t>(report.figures.size()) * 31 + report.elements.size());  // blanks in captions
  const Lines lines = layout.aligned ? paged(report, layout) : flowing(report, layout, random);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::uint64_t offset = 0;
    for (const Run& run : lines[i]) {
      if (run.figure != nobody && !run.text.empty()) {
        Figure& figure = report.figures[static_cast<std::size_t>(run.figure)];
        if (figure.line == 0) figure.line = i + 1, figure.offset = offset;
      }
      for (const char c : run.text) offset += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
    }
    out += text_of(lines[i]) + "\n";
  }
  return out;
}

std::string encode(const std::string& text, const Layout& layout) {
  std::string ended;
  for (const char c : text) {
    if (c == '\n' && layout.crlf) ended += '\r';
    ended += c;
  }
  if (!layout.gb18030) return ended;
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(ended);
  std::string out(static_cast<std::size_t>(wide.extract(0, wide.length(), nullptr, "GB18030")), '\0');
  wide.extract(0, wide.length(), out.data(), static_cast<std::uint32_t>(out.size()), "GB18030");
  return out;
}

unsigned display_width(const std::string& text) {
  unsigned width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;
    width += byte >= 0xE0 ? 2 : 1;
  }
  return width;
}

}  // namespace gouji::generate
