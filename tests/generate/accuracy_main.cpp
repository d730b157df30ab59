// gouji-accuracy: audits generated reports and prints how right the audit is, as Markdown.
//
// usage: gouji-accuracy [--cases N] [--seed S] [--notes]      --notes: what went wrong, a line each, to standard error
#include <cstdio>
#include <string>

#include "generate/accuracy.h"

int main(int argc, char** argv) {
  using namespace gouji;
  std::uint64_t cases = 60, seed = 1;
  bool notes = false;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--notes") {
      notes = true;
    } else if ((argument == "--cases" || argument == "--seed") && i + 1 < argc) {
      (argument == "--cases" ? cases : seed) = std::stoull(argv[++i]);
    } else {
      std::fputs("usage: gouji-accuracy [--cases N] [--seed S] [--notes]\n", stderr);
      return 2;
    }
  }
  const app::Auditor auditor(patterns::Library::load({}).value(), {});
  const generate::Accuracy accuracy = generate::measure(auditor, seed, cases);
  std::fputs(generate::describe(accuracy, seed, cases).c_str(), stdout);
  for (const std::string& note : accuracy.notes)
    if (notes) std::fprintf(stderr, "%s\n", note.c_str());
  return 0;
}
