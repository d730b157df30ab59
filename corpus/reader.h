// Bytes → Document. The one entry point; formats are chosen by content, then by name.
#pragma once

#include <string>

#include "corpus/input.h"
#include "model/document.h"
#include "model/result.h"

namespace gouji::corpus {

// Errors (refusals): "empty", "not_text", "truncated", "too_large", "unsupported_format", and for known formats that have no
// reader yet their name with a hint ("docx", "doc", "pdf"). The path stands in the message.
Result<Document> read(Bytes bytes, const Limits& limits);

}  // namespace gouji::corpus
