#include "app/writers.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "output/csv.h"
#include "output/docx/docx.h"
#include "output/html/html.h"
#include "output/jsonl.h"
#include "output/sarif.h"
#include "output/terminal.h"
#include "output/xlsx/xlsx.h"

namespace gouji::app {
namespace {

std::size_t terminal_columns() {
  constexpr std::size_t standard = 100, narrowest = 40, widest = 160;
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return standard;
  return std::clamp<std::size_t>(size.ws_col, narrowest, widest);
}

std::unique_ptr<output::RecordSink> make_terminal_sink(const Options& options, std::ostream& out) {
  const bool on_terminal = to_standard_output(options) && ::isatty(STDOUT_FILENO) != 0;
  output::TerminalOptions terminal;
  terminal.language = options.language;
  terminal.audited = options.command == Command::audit;
  terminal.all_numbers = options.all_numbers;
  terminal.color = options.color == Color::always || (options.color == Color::automatic && on_terminal);
  if (on_terminal) terminal.columns = terminal_columns();
  return std::make_unique<output::TerminalSink>(out, terminal);
}

}  // namespace

bool to_standard_output(const Options& options) { return options.output.empty() || options.output == "-"; }

bool holds_one_document(Format format) { return format == Format::html || format == Format::xlsx || format == Format::docx; }

std::string_view extension(Format format) {
  switch (format) {
    case Format::text:
      return ".txt";
    case Format::jsonl:
      return ".jsonl";
    case Format::csv:
      return ".csv";
    case Format::sarif:
      return ".sarif";
    case Format::html:
      return ".html";
    case Format::xlsx:
      return ".xlsx";
    case Format::docx:
      return ".docx";
  }
  return {};
}

std::unique_ptr<output::RecordSink> make_sink(const Options& options, std::ostream& out) {
  const bool audited = options.command == Command::audit;
  switch (options.format) {
    case Format::text:
      break;
    case Format::jsonl:
      return std::make_unique<output::JsonlSink>(out, output::JsonlOptions{options.all_numbers, audited});
    case Format::csv:
      return std::make_unique<output::CsvSink>(out, output::CsvOptions{audited, options.bom});
    case Format::sarif:
      return std::make_unique<output::SarifSink>(out, output::SarifOptions{options.language, GOUJI_VERSION});
    case Format::html:
      return std::make_unique<output::HtmlSink>(out, output::HtmlOptions{options.language, GOUJI_VERSION});
    case Format::xlsx:
      return std::make_unique<output::XlsxSink>(out, output::XlsxOptions{options.language, GOUJI_VERSION});
    case Format::docx:
      return std::make_unique<output::DocxSink>(
          out, output::DocxOptions{options.language, options.limits, [](const std::string& message) { log(LogLevel::warning, message); }});
  }
  return make_terminal_sink(options, out);
}

}  // namespace gouji::app
