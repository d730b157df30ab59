#include "corpus/reader.h"

#include <string_view>

#include "corpus/text_reader.h"

namespace gouji::corpus {
namespace {

using namespace std::string_view_literals;

}  // namespace

Result<Document> read(Bytes bytes, const Limits& limits) {
  const std::string_view data = bytes.data;
  if (data.starts_with("PK\x03\x04"sv) || data.starts_with("PK\x05\x06"sv)) {
    return fail("docx_unsupported", bytes.path + ": a DOCX file (zip package); this version reads plain text only",
                "convert it first: libreoffice --headless --convert-to txt:Text");
  }
  if (data.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    return fail("legacy_doc", bytes.path + ": a legacy Office file (OLE, .doc or .wps)",
                "convert it first: libreoffice --headless --convert-to docx");
  }
  if (data.starts_with("%PDF-"sv)) {
    return fail("pdf", bytes.path + ": a PDF file; this version reads plain text only", "convert it first: pdftotext -layout");
  }
  return read_text(std::move(bytes), limits);
}

}  // namespace gouji::corpus
