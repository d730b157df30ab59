#include "corpus/docx/xml_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "corpus/utf16.h"

namespace gouji::corpus::docx {
namespace {

tl::unexpected<Error> unreadable(std::string_view part) {
  return fail("bad_xml", fmt::format("{}: neither UTF-8 nor UTF-16", part), "open the file in Word and save it again");
}

// The attributes of the tag that starts at `at`: the '=' outside quotes up to its '>'.
std::uint64_t attributes_of(std::string_view xml, std::size_t at) {
  if (at + 1 < xml.size() && (xml[at + 1] == '!' || xml[at + 1] == '?')) return 0;  // a comment, CDATA, an instruction
  std::uint64_t found = 0;
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '=') {
      ++found;
    } else if (c == '>') {
      break;
    }
  }
  return found;
}

}  // namespace

Result<std::string_view> utf8_of(std::string_view xml, std::string_view part, std::string& converted) {
  const auto starts = [&](std::string_view bytes) { return xml.starts_with(bytes); };
  const bool little = starts("\xFF\xFE") || starts(std::string_view("<\0", 2)), big = starts("\xFE\xFF") || starts(std::string_view("\0<", 2));
  if (little || big) {
    const std::uint64_t bom = xml.front() == '<' || xml.front() == '\0' ? 0 : 2;
    Conversion conversion = decode_utf16(xml, little ? ByteOrder::little : ByteOrder::big, bom);
    if (conversion.failed_at != xml.size()) return unreadable(part);
    converted = std::move(conversion.text);
    return converted;
  }
  if (starts("\xEF\xBB\xBF")) xml.remove_prefix(3);
  const std::size_t first = xml.find_first_not_of(" \t\r\n");
  if (first != std::string_view::npos && xml[first] != '<') return unreadable(part);
  return xml;
}

std::uint64_t attributes_beyond(std::string_view xml, std::uint64_t most) {
  constexpr std::size_t window = 1024;
  for (std::size_t at = 0; at < xml.size(); at += window) {
    const std::size_t size = std::min(window, xml.size() - at);
    if (std::memchr(xml.data() + at, '<', size) != nullptr) continue;
    const std::size_t tag = xml.rfind('<', at);
    if (tag == std::string_view::npos) continue;
    if (const std::uint64_t found = attributes_of(xml, tag); found > most) return found;
    const std::size_t next = xml.find('<', at);
    if (next == std::string_view::npos) break;
    at = (next / window - 1) * window;  // on with the window of the next tag
  }
  return 0;
}

}  // namespace gouji::corpus::docx
