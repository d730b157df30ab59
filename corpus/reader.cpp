#include "corpus/reader.h"

#include <algorithm>
#include <string_view>

#include "corpus/docx/docx_reader.h"
#include "corpus/text_reader.h"

namespace gouji::corpus {
namespace {

using namespace std::string_view_literals;

// An archive's end record near the end of the file: a package behind other bytes (a program that unpacks itself), for text has no such bytes.
bool ends_as_package(std::string_view data) {
  constexpr std::size_t longest_comment = 0xFFFF, record = 22;
  const std::string_view end = data.substr(data.size() - std::min(data.size(), record + longest_comment));
  std::size_t at = std::string_view::npos;  // the last; sought forwards, from P to P, which texts hardly have: rfind goes byte by byte
  for (std::size_t next = end.find("PK\x05\x06"sv); next != std::string_view::npos; next = end.find("PK\x05\x06"sv, next + 1)) at = next;
  return at != std::string_view::npos && end.size() - at >= record && data.find("PK\x03\x04"sv) != std::string_view::npos;
}

}  // namespace

Result<Document> read(Bytes bytes, const Limits& limits, InputFormat format) {
  if (format == InputFormat::txt) return read_text(std::move(bytes), limits);
  if (format == InputFormat::docx) return read_docx(std::move(bytes), limits);
  const std::string_view data = bytes.data;
  if (data.starts_with("PK\x03\x04"sv) || data.starts_with("PK\x05\x06"sv)) return read_docx(std::move(bytes), limits);
  if (data.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) {
    // A document with a password is an encrypted stream of this name (UTF-16) inside an OLE file.
    if (data.find("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv) != std::string_view::npos)
      return fail("encrypted", bytes.path + ": protected by a password", "open it in Word, take the password away and save it again");
    return fail("legacy_doc", bytes.path + ": a legacy Office file (OLE, .doc or .wps)",
                "convert it first: libreoffice --headless --convert-to docx");
  }
  if (data.starts_with("{\\rtf"sv))
    return fail("unsupported_format", bytes.path + ": an RTF file", "convert it first: libreoffice --headless --convert-to docx");
  if (data.starts_with("%PDF-"sv)) {
    return fail("pdf", bytes.path + ": a PDF file, which this version does not read", "convert it first: pdftotext -layout");
  }
  if (ends_as_package(data)) return read_docx(std::move(bytes), limits);
  return read_text(std::move(bytes), limits);
}

}  // namespace gouji::corpus
