// Shows the grids of a report for a person who checks them against the text: `show_grids report.txt [first-table [last-table]]`.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "corpus/reader.h"

int main(int argc, char** argv) {
  using namespace gouji;
  if (argc < 2) return 2;
  const auto bytes = corpus::load({argv[1]}, {});
  const auto document = bytes ? corpus::read(*bytes, {}) : Result<Document>(tl::unexpected<Error>(bytes.error()));
  if (!document) {
    std::fprintf(stderr, "%s\n", document.error().message.c_str());
    return 1;
  }
  const std::size_t first = argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 0, last = argc > 3   ? std::strtoul(argv[3], nullptr, 10)
                                                                                      : argc > 2 ? first
                                                                                                 : 9999;
  for (std::size_t t = first; t <= last && t < document->tables.size(); ++t) {
    const Table& table = document->tables[t];
    std::printf("== table %zu line %llu: %u × %u  title [%s] caption [%s]\n", t,
                static_cast<unsigned long long>(document->map.place(table.text).line), table.rows, table.columns,
                std::string(document->view(table.title)).c_str(), std::string(document->view(table.caption)).c_str());
    std::uint32_t row = UINT32_MAX;
    for (const Cell& cell : table.cells) {
      if (cell.row != row) std::printf("%s%3u ", row == UINT32_MAX ? "" : "\n", cell.row);
      row = cell.row;
      std::string text(document->view(cell.text));
      for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, "⏎");
      std::printf("|");
      if (cell.column_span > 1 || cell.row_span > 1) std::printf("{%ux%u}", cell.row_span, cell.column_span);
      std::printf("%s", text.c_str());
    }
    std::printf("\n");
  }
  for (const Warning& w : document->warnings) std::printf("warning %s: %s\n", w.code.c_str(), w.message.c_str());
  return 0;
}
