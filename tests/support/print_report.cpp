// Prints a report as a PDF's text looks, for a person who wants to see what the readers of aligned columns get:
// `print_report report.txt [columns [centred]]`. Columns: where prose is wrapped, 0 for a paragraph a line.
#include <cstdio>
#include <cstdlib>

#include "app/auditor.h"
#include "app/report_writer.h"

int main(int argc, char** argv) {
  using namespace gouji;
  if (argc < 2) return 2;
  auto bytes = corpus::load({argv[1]}, {});
  const app::Auditor auditor(patterns::Library::load({}).value(), {});
  if (!bytes) return 1;
  const auto audited = auditor.run(std::move(*bytes));
  const auto* report = std::get_if<output::Report>(&audited);
  if (report == nullptr) return 1;
  test::AlignedPrint print;
  print.centred = argc > 3;
  test::Writing writing;
  writing.columns = argc > 2 ? std::atoi(argv[2]) : 0;
  writing.table = [&](const test::Grid& grid) {
    return test::is_lost_in_print(grid) ? "" : test::write_aligned_columns(test::fitted(grid, 28), print);
  };
  std::fputs(test::rewritten(*report, writing).c_str(), stdout);
  return 0;
}
