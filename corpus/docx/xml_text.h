// What is looked at in a part's bytes before the XML parser sees them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "model/result.h"

namespace gouji::corpus::docx {

// XML of a part is UTF-8 or UTF-16 (ECMA-376-2); UTF-16 is converted into `converted`, UTF-8 is returned as it is, without its BOM.
// Error: "bad_xml" (another encoding, or bytes that are none).
Result<std::string_view> utf8_of(std::string_view xml, std::string_view part, std::string& converted);

// The attributes of the first tag that has more than `most` of them; 0: none has. The parser compares the attributes of a tag each with
// each, so a tag of a hundred thousand must not reach it. A tag is looked at only where 1 KiB goes by without '<', which no value may hold.
std::uint64_t attributes_beyond(std::string_view xml, std::uint64_t most);

}  // namespace gouji::corpus::docx
