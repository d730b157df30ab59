// Plain text → Document: encoding, then layout (paragraph a line, wrapped at a width, web page), then blocks and sections.
#pragma once

#include "corpus/input.h"
#include "model/document.h"
#include "model/result.h"

namespace gouji::corpus {

Result<Document> read_text(Bytes bytes, const Limits& limits);

}  // namespace gouji::corpus
