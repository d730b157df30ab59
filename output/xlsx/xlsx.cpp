#include "output/xlsx/xlsx.h"

#include "output/xlsx/sheets.h"

namespace gouji::output {

void XlsxSink::report(const Report& report) {
  const ReportView view(report, options_.language);
  xlsx::Workbook book;
  const xlsx::Paper paper{view, book, xlsx::SheetNames(options_.language), options_.version};
  book.properties(std::string(report.extraction.facts.title), "gouji " + options_.version);
  xlsx::write_findings(paper, book.sheet(paper.names.findings));
  xlsx::write_tie_out(paper, book.sheet(paper.names.tie_out));
  xlsx::write_figures(paper, book.sheet(paper.names.figures));
  xlsx::write_tables(paper, book.sheet(paper.names.tables));
  xlsx::write_coverage(paper, book.sheet(paper.names.coverage));
  xlsx::write_legend(paper, book.sheet(paper.names.legend));
  const std::string bytes = book.bytes();
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

void XlsxSink::finish() {
  if (!across_.empty()) {
    xlsx::Workbook book;
    book.properties(Text{"跨报告核对", "Checks across reports"}.in(options_.language), "gouji " + options_.version);
    xlsx::write_across(book.sheet(Text{"跨报告", "Across"}.in(options_.language)), across_, options_.language);
    out_ << book.bytes();
  }
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
