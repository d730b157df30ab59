#include "output/csv.h"

#include "output/utf8.h"

namespace gouji::output {
namespace {

// Quoted where RFC 4180 asks for it, and where a reader would drop blanks at an end.
void append_field(std::string& line, std::string_view value) {
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos || value.starts_with(' ') || value.ends_with(' ');
  if (!quoted) {
    line += value;
    return;
  }
  line += '"';
  for (const char c : value) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

bool looks_like_a_formula(std::string_view value) {
  return !value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos;
}

}  // namespace

CsvSink::CsvSink(std::ostream& out, CsvOptions options) : out_(out), options_(options) {
  const std::span<const RowColumn> columns = options.audited ? check_columns() : figure_columns();
  if (options.excel) out_ << "\xEF\xBB\xBF";
  for (std::size_t i = 0; i < columns.size(); ++i) out_ << (i == 0 ? "" : ",") << columns[i].name;
  out_ << "\r\n";
}

void CsvSink::report(const Report& report) {
  const PrintedFigures index(report);
  if (options_.audited) {
    for (const Check& check : report.checks) put(check_columns(), check_row(report, index, check));
    return;
  }
  for (FigureId id = 0; id < report.extraction.figures.size(); ++id) put(figure_columns(), figure_row(report, index, id));
}

void CsvSink::refusal(const Refusal& /*refusal*/) {}

void CsvSink::finish() {
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

void CsvSink::put(std::span<const RowColumn> columns, const Row& row) {
  line_.clear();
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i != 0) line_ += ',';
    const std::string_view value = row[i];
    if (options_.excel && !columns[i].number && looks_like_a_formula(value)) {
      append_field(line_, "'" + row[i]);
    } else {
      append_field(line_, value);
    }
  }
  line_ += "\r\n";
  if (!valid_utf8(line_)) line_ = replace_invalid_utf8(line_);
  out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
