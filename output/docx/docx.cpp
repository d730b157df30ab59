#include "output/docx/docx.h"

#include "output/docx/annotate.h"
#include "output/messages.h"

namespace gouji::output {
namespace {

std::string listed(const std::vector<std::string>& printed) {
  constexpr std::size_t most = 10;
  std::string out;
  for (std::size_t i = 0; i < printed.size() && i < most; ++i) out += (i == 0 ? "" : ", ") + printed[i];
  return printed.size() > most ? out + ", …" : out;
}

}  // namespace

void DocxSink::report(const Report& report) {
  const Result<Annotated> copy = annotate(report, report.original, options_.language, options_.limits);
  if (!copy) {
    Refusal refusal{report.document.meta.path, copy.error().code, report.document.meta.path + ": " + copy.error().message, copy.error().hint};
    localize(refusal, options_.language);
    throw NoCopy{{refusal.code, refusal.message, refusal.hint}};
  }
  out_.write(copy->package.data(), static_cast<std::streamsize>(copy->package.size()));
  if (!out_) throw std::ios_base::failure("cannot write the output");
  const auto warn = [&](const std::vector<std::string>& printed, const Text& what) {
    if (!printed.empty() && options_.warn) options_.warn(report.document.meta.path + ": " + what.in(options_.language) + listed(printed));
  };
  warn(copy->beside, {"这些数在脚注、文本框等处，批注放在引用它们的段落：",
                      "these figures stand in notes, text boxes and the like; their comments are put where the text refers to them: "});
  warn(copy->left_out, {"这些数在正文中没有位置，没有批注：", "these figures have no place in the text and got no comment: "});
}

void DocxSink::finish() {
  out_.flush();
  if (!out_) throw std::ios_base::failure("cannot write the output");
}

}  // namespace gouji::output
