#include "corpus/docx/relevant_styles.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gouji::corpus::docx {
namespace {

constexpr std::string_view style = "<w:style ", style_end = "</w:style>", latent = "<w:latentStyles", latent_end = "</w:latentStyles>";

std::size_t position(std::string_view text, std::string_view what, std::size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

bool speaks_of_text(std::string_view content) {
  static constexpr std::array<std::string_view, 3> words{"w:vanish", "w:numPr", "w:outlineLvl"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return position(content, word, 0) != std::string_view::npos; });
}

// Appends an empty element that starts with `opening`; false where it is none.
bool append_element(std::string_view content, std::string_view opening, std::string& out) {
  const std::size_t at = position(content, opening, 0);
  if (at == std::string_view::npos) return true;
  const std::size_t end = content.find('>', at);
  if (end == std::string_view::npos || content[end - 1] != '/') return false;
  out.append(content, at, end + 1 - at);
  return true;
}

// A style's tag, name and parent, without its properties.
bool append_short(std::string_view tag, std::string_view content, std::string& out) {
  std::string shortened(tag);
  if (!append_element(content, "<w:name ", shortened) || !append_element(content, "<w:basedOn ", shortened)) return false;
  out.append(shortened).append(style_end);
  return true;
}

}  // namespace

std::string relevant_styles(std::string_view xml) {
  std::string out;
  std::size_t kept = 0;  // what stands before was copied or left out
  if (const std::size_t at = position(xml, latent, 0); at != std::string_view::npos) {
    const std::size_t end = position(xml, latent_end, at);
    if (end != std::string_view::npos) {
      out.append(xml, 0, at);
      kept = end + latent_end.size();
    }
  }
  for (std::size_t at = kept; (at = position(xml, style, at)) != std::string_view::npos;) {
    const std::size_t tag_end = xml.find('>', at), end = tag_end == std::string_view::npos ? tag_end : position(xml, style_end, tag_end);
    if (end == std::string_view::npos) break;
    if (xml[tag_end - 1] == '/') {  // it holds nothing
      at = tag_end;
      continue;
    }
    const std::string_view tag = xml.substr(at, tag_end + 1 - at), content = xml.substr(tag_end + 1, end - tag_end - 1);
    const bool of_tables = tag.find("w:type=\"table\"") != std::string_view::npos;
    if (of_tables || !speaks_of_text(content)) {
      out.append(xml, kept, at - kept);
      kept = of_tables || append_short(tag, content, out) ? end + style_end.size() : at;
    }
    at = end + style_end.size();
  }
  out.append(xml, kept);
  return out;
}

}  // namespace gouji::corpus::docx
