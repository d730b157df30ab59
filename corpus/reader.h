// Bytes → Document. The one entry point; formats are chosen by content, then by name.
#pragma once

#include <string>

#include "corpus/input.h"
#include "model/document.h"
#include "model/result.h"

namespace gouji::corpus {

// Errors (refusals): "empty", "not_text", "truncated", "too_large", those of read_docx(), and for known formats that have no reader
// their name with a hint ("legacy_doc", "pdf"). The path stands in the message.
Result<Document> read(Bytes bytes, const Limits& limits, InputFormat format = InputFormat::by_content);

}  // namespace gouji::corpus
