#include "output/docx/xml_bytes.h"

#include <algorithm>
#include <array>

#include "output/utf8.h"

namespace gouji::output::docx {
namespace {

constexpr std::string_view transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                           strict_uri = "http://purl.oclc.org/ooxml/wordprocessingml/main";

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Behind the '>' of the tag that begins at `at`; quoted values may hold one.
std::size_t tag_end(std::string_view xml, std::size_t at) {
  char quote = 0;
  for (; at < xml.size(); ++at) {
    const char c = xml[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return xml.size();
}

std::size_t behind(std::string_view xml, std::size_t from, std::string_view mark) {
  const std::size_t found = xml.find(mark, from);
  return found == std::string_view::npos ? xml.size() : found + mark.size();
}

struct Attribute {
  std::string_view name, value;
};

// The next attribute of a tag; `at` moves behind it.
bool next_attribute(std::string_view tag, std::size_t& at, Attribute& out) {
  while (at < tag.size() && is_white(tag[at])) ++at;
  const std::size_t equals = tag.find('=', at);
  if (equals == std::string_view::npos) return false;
  const std::size_t open = tag.find_first_of("\"'", equals);
  if (open == std::string_view::npos) return false;
  const std::size_t close = tag.find(tag[open], open + 1);
  if (close == std::string_view::npos) return false;
  out.name = tag.substr(at, equals - at);
  while (!out.name.empty() && is_white(out.name.back())) out.name.remove_suffix(1);
  out.value = tag.substr(open + 1, close - open - 1);
  at = close + 1;
  return true;
}

std::size_t name_end(std::string_view tag) { return std::min(tag.find_first_of(" \t\r\n/>", 1), tag.size()); }

}  // namespace

bool TagScanner::next(XmlTag& tag) {
  while ((at_ = xml_.find('<', at_)) != std::string_view::npos) {
    const std::string_view rest = xml_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ = behind(xml_, at_ + 4, "-->");
    } else if (rest.starts_with("<![CDATA[")) {
      at_ = behind(xml_, at_, "]]>");
    } else if (rest.starts_with("<?")) {
      at_ = behind(xml_, at_, "?>");
    } else {
      tag.begin = at_;
      tag.end = at_ = tag_end(xml_, at_);
      const bool closes = rest.starts_with("</");
      tag.kind = closes ? XmlTag::Kind::end : tag.end - tag.begin > 2 && xml_[tag.end - 2] == '/' ? XmlTag::Kind::empty : XmlTag::Kind::start;
      const std::string_view inside = xml_.substr(tag.begin + (closes ? 1 : 0), tag.end - tag.begin);
      tag.name = inside.substr(1, name_end(inside) - 1);
      return true;
    }
  }
  return false;
}

std::optional<std::string_view> attribute(std::string_view tag, std::string_view name) {
  Attribute found;
  for (std::size_t at = name_end(tag); next_attribute(tag, at, found);) {
    if (found.name == name) return found.value;
  }
  return std::nullopt;
}

std::optional<std::size_t> byte_of_character(std::string_view content, std::size_t n) {
  std::size_t at = 0;
  for (; n > 0; --n) {
    if (at >= content.size() || content[at] == '<') return std::nullopt;
    if (content[at] == '&') {
      at = behind(content, at, ";");
    } else if (content.substr(at, 2) == "\r\n") {
      at += 2;
    } else {
      at += code_point(content, at).length;
    }
  }
  return at;
}

std::string escaped(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = code_point(text, at);
    const bool broken = point.value == 0xFFFD && point.length == 1;
    const bool control = point.value < 0x20 && point.value != U'\n' && point.value != U'\t';
    if (broken || control || point.value == 0xFFFE || point.value == 0xFFFF) {
      out += "\xEF\xBF\xBD";
    } else if (point.value == U'&') {
      out += "&amp;";
    } else if (point.value == U'<') {
      out += "&lt;";
    } else if (point.value == U'>') {
      out += "&gt;";
    } else {
      out.append(text, at, point.length);
    }
    at += point.length;
  }
  return out;
}

std::optional<WordNames> word_names(std::string_view xml) {
  XmlTag root;
  if (!TagScanner(xml).next(root)) return std::nullopt;
  const std::string_view tag = xml.substr(root.begin, root.end - root.begin);
  std::optional<WordNames> names;
  bool takes_w = false;
  Attribute found;
  for (std::size_t at = name_end(tag); next_attribute(tag, at, found);) {
    takes_w = takes_w || found.name == "xmlns:w";
    if (found.value != transitional && found.value != strict_uri) continue;
    const bool is_default = found.name == "xmlns";
    if (!is_default && !found.name.starts_with("xmlns:")) continue;
    const std::string own = is_default ? std::string() : std::string(found.name.substr(6)) + ":";
    // A root may bind both a prefix and the default: its own name says which one it uses.
    const bool of_root = root.name.starts_with(own) && (root.name.find(':') == std::string_view::npos) == is_default;
    if (!names || of_root) names = WordNames{own, own, "", found.value == strict_uri};
  }
  if (names && names->own.empty()) {
    const std::string prefix = takes_w ? "gouji" : "w";
    names->prefix = prefix + ":";
    names->declaration = " xmlns:" + prefix + "=\"" + std::string(names->strict ? strict_uri : transitional) + "\"";
  }
  return names;
}

bool is_utf16(std::string_view xml) {
  if (xml.size() < 2) return false;
  return xml.starts_with("\xFF\xFE") || xml.starts_with("\xFE\xFF") || xml[0] == '\0' || xml[1] == '\0';
}

}  // namespace gouji::output::docx
