#include "corpus/fused_numbers.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "corpus/characters.h"

namespace gouji::corpus {
namespace {

using Kind = Segment::Kind;

struct Token {
  std::uint32_t begin = 0, end = 0;  // bytes of the decoded text
  bool number = false;
};

std::vector<Token> tokens_of(std::string_view decoded, const Segment& s) {
  std::vector<Token> out;
  for (std::uint32_t at = s.range.begin; at < s.range.end;) {
    const Character c = character_at(decoded, at);
    if (is_space(c.code)) {
      at += c.bytes;
      continue;
    }
    if (out.empty() || out.back().end != at) out.push_back({at, at, false});
    out.back().end = at += c.bytes;
  }
  return out;
}

// The word behind a number may be its unit: 3500 亩, 12 个月, 2023 年.
bool may_be_unit(std::string_view word) {
  constexpr std::size_t two_characters = 6;
  static constexpr std::array<std::string_view, 10> starts{"年", "月", "日", "万", "亿", "元", "个", "季", "％", "公里"};
  return word.size() <= two_characters || std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return word.starts_with(start); });
}

// 第 3 中学, 约 20 家, 表 2.
bool leads_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> ends{"第", "约", "共", "近", "超", "达", "满", "前", "表", "附", "≥", "≤"};
  return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return word.ends_with(end); });
}

// Tokens of a label that may be numbers of their own are marked; false: none is.
bool mark_numbers(std::string_view decoded, std::vector<Token>& tokens) {
  const auto word = [&](const Token& t) { return decoded.substr(t.begin, t.end - t.begin); };
  bool any = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (kind_of(word(tokens[i])) != Kind::number) continue;
    if (i + 1 < tokens.size() && kind_of(word(tokens[i + 1])) == Kind::text && may_be_unit(word(tokens[i + 1]))) continue;
    if (i > 0 && leads_number(word(tokens[i - 1]))) continue;
    tokens[i].number = any = true;
  }
  return any;
}

// A row's cells as letters: T label, N number.
char letter(Kind kind) { return kind == Kind::text ? 'T' : 'N'; }

struct Candidate {
  std::size_t row = 0;
  std::string shape;               // of the row so parted
  std::vector<std::uint32_t> cut;  // blanks at which its segments fall apart, from the left
};

Candidate candidate_of(std::string_view decoded, const PrintedRow& row, std::size_t index) {
  Candidate out;
  out.row = index;
  for (const Segment& s : row.segments) {
    std::vector<Token> tokens;
    const std::string_view text = decoded.substr(s.range.begin, s.range.size());
    if (s.kind == Kind::text && text.find(' ') != std::string_view::npos && !is_sentence(text)) tokens = tokens_of(decoded, s);
    if (tokens.size() < 2 || !mark_numbers(decoded, tokens)) {
      out.shape += letter(s.kind);
      continue;
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const bool apart = i > 0 && (tokens[i].number || tokens[i - 1].number);
      if (apart) out.cut.push_back(tokens[i - 1].end);
      if (i == 0 || apart) out.shape += tokens[i].number ? 'N' : 'T';
    }
  }
  return out;
}

void part(std::string_view decoded, Measure measure, PrintedRow& row, const std::vector<std::uint32_t>& cut) {
  std::size_t k = 0;
  for (const std::uint32_t at : cut) {
    while (k < row.segments.size() && row.segments[k].range.end <= at) ++k;
    if (k == row.segments.size()) return;
    unsigned x = row.segments[k].from;
    for (std::uint32_t b = row.segments[k].range.begin; b < at;) {
      const Character c = character_at(decoded, b);
      x += measure == Measure::display ? display_width(c.code) : 1;
      b += c.bytes;
    }
    part_at(decoded, row, k, at, x);
  }
}

}  // namespace

void part_at(std::string_view decoded, PrintedRow& row, std::size_t k, std::uint32_t at, unsigned x) {
  Segment& s = row.segments[k];
  const TextRange rest{at + character_at(decoded, at).bytes, s.range.end};
  const Segment behind{rest, x + 1, s.to, s.line, kind_of(decoded.substr(rest.begin, rest.size()))};
  s.range.end = at;
  s.to = x;
  s.kind = kind_of(decoded.substr(s.range.begin, s.range.size()));
  row.segments.insert(row.segments.begin() + static_cast<std::ptrdiff_t>(k) + 1, behind);
}

bool is_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 4> marks{"，", "。", "；", "、"};
  return text.size() > 90 ||
         std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark, 9) != std::string_view::npos; });
}

void part_fused_numbers(std::string_view decoded, Measure measure, std::vector<PrintedRow>& rows) {
  constexpr unsigned enough = 3;  // rows that are alike once parted
  std::vector<Candidate> candidates;
  std::unordered_map<std::string, unsigned> shapes;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (rows[r].segments.empty()) continue;
    Candidate c = candidate_of(decoded, rows[r], r);
    if (c.shape.find('N') == std::string::npos || c.shape.find('T') == std::string::npos) continue;
    shapes[c.shape] += c.cut.empty() ? enough : 1;
    if (!c.cut.empty()) candidates.push_back(std::move(c));
  }
  // A row may lack the cells of its right half.
  const auto is_known = [&](const std::string& shape) {
    constexpr std::size_t shortest = 3;
    return std::any_of(shapes.begin(), shapes.end(), [&](const auto& known) {
      return known.second >= enough && (known.first == shape || (shape.size() >= shortest && known.first.starts_with(shape)));
    });
  };
  std::unordered_map<std::string, bool> known;
  for (const Candidate& c : candidates) {
    const auto [found, is_new] = known.try_emplace(c.shape, false);
    if (is_new) found->second = is_known(c.shape);
    if (found->second) part(decoded, measure, rows[c.row], c.cut);
  }
}

}  // namespace gouji::corpus
