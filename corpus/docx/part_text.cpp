// PartReader: characters of runs, and the fields around them.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "corpus/characters.h"
#include "corpus/docx/part_reader.h"
#include "corpus/docx/symbols.h"
#include "corpus/utf8.h"

namespace gouji::corpus::docx {
namespace {

bool is_contents(std::string_view code) {
  const std::size_t first = code.find_first_not_of(' ');
  return first != std::string_view::npos && code.substr(first, 4) == "TOC ";
}

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::uint32_t length(const std::string& text) { return static_cast<std::uint32_t>(text.size()); }

void append(std::string& text, char32_t c) {
  std::array<char, 4> bytes{};
  text.append(bytes.data(), write_utf8(bytes.data(), c));
}

std::uint32_t characters_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

}  // namespace

void PartReader::begin_text(const Tag& tag) {
  in_text_ = shown() && sink().paragraph.open;
  keeps_space_ = tag.space == Space::math || tag.get(Name::space) == "preserve";
  text_begin_ = sink().paragraph.text.size();
  text_tag_ = tag_number();
}

// That the open paragraph's text from `begin` on is what the element of the tag holds.
void PartReader::trace_text(std::uint32_t tag, std::size_t begin, std::size_t skipped) {
  if (trace_ == nullptr) return;
  ParagraphText& paragraph = sink().paragraph;
  const std::uint32_t count = characters_of(std::string_view(paragraph.text).substr(begin));
  if (count == 0) return;
  trace_->pieces.push_back({part_, paragraph.number, paragraph.traced, count, tag, static_cast<std::uint32_t>(skipped)});
  paragraph.traced += count;
}

void PartReader::characters(std::string_view text) {
  if (in_text_) {
    sink().paragraph.text += text;
  } else if (in_code_ && !sink().fields.empty() && !sink().fields.back().result) {
    constexpr std::size_t enough = 16;
    std::string& code = sink().fields.back().code;
    if (code.size() < enough) code += text.substr(0, enough);
  }
}

// White space around it is text only where the file says so; line ends inside are spaces.
void PartReader::end_text() {
  if (!in_text_) return;
  in_text_ = false;
  std::string& text = sink().paragraph.text;
  std::size_t first = text_begin_;
  if (!keeps_space_) {
    while (text.size() > text_begin_ && is_white(text.back())) text.pop_back();
    while (first < text.size() && is_white(text[first])) ++first;
    text.erase(text_begin_, first - text_begin_);
  }
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(text_begin_), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  if (text.size() > limits_.document_text) throw Refused{too_much_text(limits_)};
  if (!font_.empty()) show_symbols(text_begin_);
  trace_text(text_tag_, text_begin_, first - text_begin_);
  if (!sink().fields.empty() && text.size() > text_begin_) sink().paragraph.contents = sink().paragraph.contents || sink().contents > 0;
}

// Characters of a symbol font that the text has from `begin` on.
void PartReader::show_symbols(std::size_t begin) {
  std::string& text = sink().paragraph.text;
  const std::string own = text.substr(begin);
  text.resize(begin);
  for (std::size_t at = 0; at < own.size();) {
    const Character c = character_at(own, at);
    append(text, is_private_use(c.code) ? symbol(font_, c.code) : c.code);
    at += c.bytes;
  }
}

void PartReader::put(char32_t c) {
  if (!shown() || !sink().paragraph.open) return;
  if (c == '\n') count_line();
  const std::size_t begin = sink().paragraph.text.size();
  append(sink().paragraph.text, c);
  trace_text(tag_number(), begin, 0);
}

void PartReader::put_symbol(const Tag& tag) {
  const std::string_view digits = tag.get(Name::char_);
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
  const bool scalar = code > 0 && code < 0xD800;
  const bool higher = code > 0xDFFF && code <= 0x10FFFF;
  if (scalar || higher) put(symbol(tag.get(Name::font), code));
}

// A character that is shown but not stored: the line of a fraction.
void PartReader::generate(char32_t c) {
  if (!shown() || !sink().paragraph.open || sink().paragraph.runs.empty()) return;
  count_line();  // it costs as much as a line
  ParagraphText& paragraph = sink().paragraph;
  SourceMap::ParagraphRun next = paragraph.runs.back();
  if (!next.generated) next.offset += characters_of(std::string_view(paragraph.text).substr(next.decoded));
  next.decoded = length(paragraph.text);
  next.generated = true;
  paragraph.runs.push_back(next);
  append(paragraph.text, c);
  next.decoded = length(paragraph.text);
  next.generated = false;
  paragraph.runs.push_back(next);
}

void PartReader::leave_field(std::vector<Field>::iterator field) {
  sink().codes -= field->result ? 0 : 1;
  sink().contents -= field->contents ? 1 : 0;
  sink().fields.erase(field);
}

// Counted as they come: a hostile paragraph holds a hundred thousand of them.
void PartReader::change_field(const Tag& tag) {
  constexpr std::size_t most = 100;  // one whose end is missing must not stay open for ever
  auto& fields = sink().fields;
  const std::string_view type = tag.get(Name::fldCharType);
  if (type == "begin") {
    if (fields.size() == most) leave_field(fields.begin());
    fields.emplace_back();
    ++sink().codes;
  } else if (type == "separate" && !fields.empty() && !fields.back().result) {
    fields.back().result = true;
    --sink().codes;
    fields.back().contents = is_contents(fields.back().code);
    sink().contents += fields.back().contents ? 1 : 0;
  } else if (type == "end" && !fields.empty()) {
    leave_field(std::prev(fields.end()));
  }
}

}  // namespace gouji::corpus::docx
