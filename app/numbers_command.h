// `gouji numbers`: every number in lines of text, whatever it means; one JSON object a number (docs/record_format.md).
#pragma once

#include <istream>
#include <ostream>

#include "patterns/library.h"

namespace gouji::app {

// Reads `in` to its end (UTF-8, lines end with LF or CRLF). Numerals that are part of words are not written.
void write_numbers(std::istream& in, std::ostream& out, const patterns::Library& library);

}  // namespace gouji::app
