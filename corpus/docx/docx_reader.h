// A Word document → Document: what Word shows with all changes accepted. docs/docx.md says by which rules.
#pragma once

#include "corpus/input.h"
#include "model/document.h"
#include "model/result.h"

namespace gouji::corpus {

// Of a ZIP package (.docx, .docm, .dotx). Errors: "truncated", "bad_package", "missing_part", "encrypted", "unsupported_format", "dtd",
// "bad_xml", "limit", "empty". The path stands in the message.
Result<Document> read_docx(Bytes bytes, const Limits& limits);

}  // namespace gouji::corpus
