#include "corpus/docx/plain_styles.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace gouji::corpus::docx {
namespace {

constexpr std::string_view style = "<w:style ", style_end = "</w:style>", latent = "<w:latentStyles", latent_end = "</w:latentStyles>";

constexpr std::size_t most_tags = 200'000;  // no part of Word's has as many: it is read as XML, which has limits

std::size_t position(std::string_view text, std::string_view what, std::size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, what.data(), what.size());
  return found == nullptr ? std::string_view::npos : static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

// Where the next style begins. Table styles are hundreds of kilobytes: blocks in which no '<' has the letters of a style at two other places
// are told at once (the compiler looks at sixteen bytes a step), the others are searched.
std::size_t next_style(std::string_view xml, std::size_t at) {
  constexpr std::size_t block = 64, letter = 5, blank = 8;
  static_assert(style[letter] == 'y' && style[blank] == ' ');
  for (; at + block + style.size() <= xml.size(); at += block) {
    const char* bytes = xml.data() + at;
    unsigned char any = 0;
    for (std::size_t i = 0; i < block; ++i)
      any = static_cast<unsigned char>(any | ((bytes[i] == '<') & (bytes[i + letter] == 'y') & (bytes[i + blank] == ' ')));
    if (any == 0) continue;
    const std::size_t found = position(xml.substr(0, at + block + style.size() - 1), style, at);
    if (found != std::string_view::npos) return found;
  }
  return position(xml, style, at);
}

bool is_plain(std::string_view tag) { return tag.find('&') == std::string_view::npos && tag.find('\'') == std::string_view::npos; }

std::string_view name_at(std::string_view xml, std::size_t at) {
  std::size_t end = at;
  while (end < xml.size() && xml[end] > ' ' && xml[end] != '/' && xml[end] != '>') ++end;
  return xml.substr(at, end - at);
}

// The tags of a style's properties that speak of text. false: something stands there that must be read as XML.
bool take_properties(std::string_view content, std::vector<PlainTag>& out) {
  static constexpr std::array<std::pair<std::string_view, Name>, 6> wanted{{{"w:name", Name::name},
                                                                            {"w:basedOn", Name::basedOn},
                                                                            {"w:outlineLvl", Name::outlineLvl},
                                                                            {"w:vanish", Name::vanish},
                                                                            {"w:numId", Name::numId},
                                                                            {"w:ilvl", Name::ilvl}}};
  for (std::size_t at = content.find('<'); at != std::string_view::npos; at = content.find('<', at + 1)) {
    const std::string_view name = name_at(content, at + 1);
    if (name.empty()) continue;  // an end tag
    if (name.front() == '!' || name.front() == '?' || name.starts_with("mc:") || name.ends_with("Change")) return false;
    const auto known = std::find_if(wanted.begin(), wanted.end(), [&](const auto& w) { return w.first == name; });
    if (known == wanted.end()) continue;
    const std::size_t end = content.find('>', at);
    if (end == std::string_view::npos || content[end - 1] != '/') return false;
    const std::string_view tag = content.substr(at, end + 1 - at);
    if (!is_plain(tag)) return false;
    out.push_back({known->second, tag});
  }
  return true;
}

// One style, from its tag on.
void take_style(std::string_view xml, PlainStyles& out) {
  const std::size_t tag_end = xml.find('>'), end = xml.rfind(style_end);
  const std::size_t tags = out.tags.size();
  if (tag_end != std::string_view::npos && end != std::string_view::npos && tag_end < end) {
    const std::string_view tag = xml.substr(0, tag_end + 1);
    if (tag.find("w:type=\"table\"") != std::string_view::npos || tag.find("w:type=\"numbering\"") != std::string_view::npos) return;
    out.tags.push_back({Name::style, tag});
    if (is_plain(tag) && take_properties(xml.substr(tag_end + 1, end - tag_end - 1), out.tags)) return;
  }
  out.tags.resize(tags);
  out.tags.emplace_back();
  out.xml.append(xml);
}

}  // namespace

std::string_view PlainTag::get(Name attribute) const {
  const std::string_view wanted = spellings[static_cast<std::size_t>(attribute)];
  for (std::size_t at = text.find(" w:"); at != std::string_view::npos; at = text.find(" w:", at + 1)) {
    const std::string_view rest = text.substr(at + 3);
    if (!rest.starts_with(wanted) || !rest.substr(wanted.size()).starts_with("=\"")) continue;
    const std::string_view value = rest.substr(wanted.size() + 2);
    return value.substr(0, value.find('"'));
  }
  return {};
}

bool PlainTag::on() const {
  const std::string_view value = get(Name::val);
  return !(value == "0" || value == "false" || value == "off" || value == "none");
}

int PlainTag::number(Name attribute, int otherwise) const {
  const std::string_view value = get(attribute);
  int number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end != value.data() ? number : otherwise;
}

PlainStyles plain_styles(std::string_view xml) {
  PlainStyles out;
  std::size_t head = 0;  // what stands before was copied or left out
  if (const std::size_t at = position(xml, latent, 0); at != std::string_view::npos) {
    const std::size_t end = position(xml, latent_end, at);
    if (end != std::string_view::npos) {
      out.xml.append(xml, 0, at);
      head = end + latent_end.size();
    }
  }
  std::size_t at = next_style(xml, head);
  out.xml.append(xml, head, at - head);
  if (at == std::string_view::npos) return out;
  for (std::size_t next; (next = next_style(xml, at + 1)) != std::string_view::npos; at = next) {
    take_style(xml.substr(at, next - at), out);
    if (out.tags.size() > most_tags) return {{}, std::string(xml)};
  }
  // The last one, and the end of the part.
  const std::size_t end = xml.rfind(style_end);
  if (end != std::string_view::npos && end > at) {
    take_style(xml.substr(at, end + style_end.size() - at), out);
    at = end + style_end.size();
  }
  out.xml.append(xml, at);
  return out;
}

}  // namespace gouji::corpus::docx
