#include "generate/print_docx.h"

#include "support/docx_writer.h"
#include "support/docx_xml.h"

namespace gouji::generate {
namespace {

namespace xml = gouji::test::docx;

class Printer {
 public:
  explicit Printer(Report& report) : report_(report) {}

  std::string body() {
    std::string out;
    for (const Element& element : report_.elements) {
      if (element.kind == Element::Kind::table)
        out += table(element.table);
      else
        out += paragraph(element.text);
    }
    return out;
  }

 private:
  std::string paragraph(const Line& line) {
    ++paragraphs_;
    std::uint64_t offset = 0;
    std::string text;
    for (const Run& run : line) {
      if (run.figure != nobody && !run.text.empty()) {
        Figure& figure = report_.figures[static_cast<std::size_t>(run.figure)];
        figure.line = paragraphs_;
        figure.offset = offset;
      }
      for (const char c : run.text) offset += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
      text += run.text;
    }
    return xml::p(text);
  }

  std::string cell(const Cell& cell) {
    std::string content;
    for (const Line& line : cell.lines) content += paragraph(line);
    if (cell.lines.empty()) content = paragraph({});
    return xml::cell(content, {static_cast<int>(cell.columns), cell.rows > 1 ? "restart" : ""});
  }

  std::string table(const Table& table) {
    std::string out = paragraph({{table.title}});
    if (!(table.left_of_unit + table.unit).empty()) out += paragraph({{table.left_of_unit + "    " + table.unit}});
    std::vector<unsigned> covered(table.columns, 0);  // rows that a merged cell above still takes
    std::string rows;
    for (const Row& row : table.rows) {
      std::string cells;
      std::size_t next = 0;
      for (unsigned column = 0; column < table.columns;) {
        if (covered[column] > 0) {
          --covered[column++];
          cells += xml::cell(paragraph({}), {1, "continue"});
          continue;
        }
        const Cell& own = row.cells[next++];
        cells += cell(own);
        for (unsigned c = column; c < column + own.columns; ++c) covered[c] = own.rows - 1;
        column += own.columns;
      }
      rows += xml::row(cells);
    }
    return out + xml::table(static_cast<int>(table.columns), rows);
  }

  Report& report_;
  std::uint64_t paragraphs_ = 0;
};

}  // namespace

std::string print_docx(Report& report) { return xml::write_body(Printer(report).body()); }

}  // namespace gouji::generate
