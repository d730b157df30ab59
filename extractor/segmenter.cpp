#include "extractor/segmenter.h"

#include <string>

#include "extractor/characters.h"

namespace gouji::extractor {
namespace {

// An opening bracket whose closing one is further away than this is a slip of the pen: it hides no sentence end.
constexpr std::size_t bracket_reach = 900;

bool digit_before(std::string_view text, std::size_t at) {
  return at > 0 && (is_ascii_digit(text[at - 1]) || (at >= 3 && is_wide_digit(text, at - 3)));
}
bool digit_after(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && (is_ascii_digit(text[at + 1]) || is_wide_digit(text, at + 1));
}
bool wide_before(std::string_view text, std::size_t at) { return at > 0 && (static_cast<unsigned char>(text[at - 1]) & 0x80U) != 0; }
bool wide_after(std::string_view text, std::size_t at) { return at + 1 < text.size() && (static_cast<unsigned char>(text[at + 1]) & 0x80U) != 0; }

Mark ascii_mark(std::string_view text, std::size_t at) {
  const bool beside_han = wide_before(text, at) || wide_after(text, at);
  const bool in_number = digit_before(text, at) && digit_after(text, at);
  switch (text[at]) {
    case ',':
      return in_number || !(beside_han || digit_before(text, at)) ? Mark::none : Mark::comma;
    case ';':
      return Mark::semicolon;
    case ':':
      return in_number ? Mark::none : Mark::colon;
    case '.':
      return wide_before(text, at) && !digit_after(text, at) ? Mark::sentence_end : Mark::none;
    case '!':
    case '?':
      return beside_han ? Mark::sentence_end : Mark::none;
    case '(':
    case '[':
      return Mark::open;
    case ')':
    case ']':
      return Mark::close;
    default:
      return Mark::none;
  }
}

Mark wide_mark(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character[0]);
  const auto second = static_cast<unsigned char>(character[1]);
  const auto third = static_cast<unsigned char>(character[2]);
  if (lead == 0xEF && second == 0xBC) {
    switch (third) {
      case 0x8C:
        return Mark::comma;  // ，
      case 0x9B:
        return Mark::semicolon;  // ；
      case 0x9A:
        return Mark::colon;  // ：
      case 0x81:
      case 0x9F:
        return Mark::sentence_end;  // ！？
      case 0x88:
        return Mark::open;  // （
      case 0x89:
        return Mark::close;  // ）
      default:
        return Mark::none;
    }
  }
  if (lead == 0xE3 && second == 0x80) {
    switch (third) {
      case 0x82:
        return Mark::sentence_end;  // 。
      case 0x81:
        return Mark::enumeration;  // 、
      case 0x8A:
      case 0x8C:
      case 0x94:
      case 0x90:
        return Mark::open;  // 《「〔【
      case 0x8B:
      case 0x8D:
      case 0x95:
      case 0x91:
        return Mark::close;  // 》」〕】
      default:
        return Mark::none;
    }
  }
  if (lead == 0xE2 && second == 0x80) {
    if (third == 0x9C || third == 0x98) return Mark::open;   // “‘
    if (third == 0x9D || third == 0x99) return Mark::close;  // ”’
  }
  return Mark::none;
}

// Where the bracket (or quotation mark) opened at `at` closes, or npos. In Unicode the closing one follows the opening one.
std::size_t closing(std::string_view text, std::size_t at, std::size_t length) {
  const std::string_view open = text.substr(at, length);
  std::string close(open);
  close.back() = static_cast<char>(close.back() + (open == "[" ? 2 : 1));
  const std::string_view inside = text.substr(at + length, bracket_reach - length);
  std::size_t found = find_word(inside, close);
  if (found == std::string_view::npos && (open == "（" || open == "(")) found = find_word(inside, open == "（" ? ")" : "）");  // mixed widths
  return found == std::string_view::npos ? found : at + length + found;
}

}  // namespace

namespace {

// Letters and digits of ASCII, which punctuate nothing.
constexpr bool is_plain(unsigned char c) { return static_cast<unsigned char>(c - '0') <= 9 || static_cast<unsigned char>((c | 0x20U) - 'a') <= 25; }

// ，or 、 stands at `at`: the commonest marks, and none that ends a sentence or opens a bracket.
bool is_inner_mark(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const auto is = [&](char a, char b, char c) { return text[at] == a && text[at + 1] == b && text[at + 2] == c; };
  return is('\xEF', '\xBC', '\x8C') || is('\xE3', '\x80', '\x81');
}

}  // namespace

Punctuation punctuation_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {ascii_mark(text, at), 1};
  const std::size_t length = character_length(text, at);
  return {length == 3 ? wide_mark(text.substr(at, 3)) : Mark::none, length};
}

std::vector<TextRange> sentences(std::string_view text, std::uint32_t base) {
  std::vector<TextRange> out;
  constexpr std::size_t bytes_of_a_sentence = 120;
  out.reserve(text.size() / bytes_of_a_sentence + 1);
  std::size_t start = 0;
  const auto close_at = [&](std::size_t end) {
    std::size_t from = start;
    while (from < end && is_space(text, from)) from += character_length(text, from);
    if (from < end) out.push_back({base + static_cast<std::uint32_t>(from), base + static_cast<std::uint32_t>(end)});
    start = end;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xE4 && byte <= 0xE9) {  // Han: most of the text
      at += 3;
      continue;
    }
    if (is_plain(byte)) {
      ++at;
      continue;
    }
    if (is_inner_mark(text, at)) {
      at += 3;
      continue;
    }
    const Punctuation p = punctuation_at(text, at);
    if (p.mark == Mark::open) {
      const std::size_t close = closing(text, at, p.length);
      at = close == std::string_view::npos ? at + p.length : close;
    } else {
      at += p.length;
      if (p.mark == Mark::sentence_end) close_at(at);
    }
  }
  close_at(text.size());
  return out;
}

void split_clauses(std::string_view text, std::vector<Clause>& out) {
  out.clear();
  std::size_t start = 0;
  const auto cut = [&](std::size_t end, std::size_t next, Mark mark) {
    out.push_back({{static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}, mark});
    start = next;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0xE4 && byte <= 0xE9) {
      at += 3;
      continue;
    }
    if (is_plain(byte)) {
      ++at;
      continue;
    }
    const Punctuation p = punctuation_at(text, at);
    if (p.mark == Mark::open) {
      const std::size_t close = closing(text, at, p.length);
      if (close == std::string_view::npos) {
        cut(at, at + p.length, Mark::open);
        at += p.length;
      } else {
        at = close + punctuation_at(text, close).length;
      }
      continue;
    }
    if (p.mark != Mark::none && p.mark != Mark::enumeration) cut(at, at + p.length, p.mark);
    at += p.length;
  }
  cut(text.size(), text.size(), Mark::none);
}

}  // namespace gouji::extractor
