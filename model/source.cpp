#include "model/source.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <iterator>

namespace gouji {
namespace {

constexpr std::uint32_t stride = 4096;

constexpr bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// In blocks whose count fits a byte: their loop is vectorised.
std::uint32_t code_points(const char* from, const char* to) {
  constexpr std::ptrdiff_t block = 64;
  auto count = static_cast<std::uint32_t>(to - from);
  for (; to - from >= block; from += block) {
    std::uint8_t continuing = 0;
    for (std::ptrdiff_t i = 0; i < block; ++i) continuing = static_cast<std::uint8_t>(continuing + (continues_character(from[i]) ? 1 : 0));
    count -= continuing;
  }
  return count - static_cast<std::uint32_t>(std::count_if(from, to, continues_character));
}

}  // namespace

SourceMap::SourceMap(std::string decoded, std::vector<EncodingRun> encoding, std::uint64_t bom_bytes)
    : decoded_(std::move(decoded)), encoding_(std::move(encoding)), bom_bytes_(bom_bytes) {
  index();
}

SourceMap::SourceMap(std::string decoded, std::vector<std::string> parts, std::vector<ParagraphRun> runs)
    : decoded_(std::move(decoded)), parts_(std::move(parts)), paragraphs_(std::move(runs)) {
  index();
}

void SourceMap::index() {
  line_starts_.push_back(0);
  const char* const begin = decoded_.data();
  const char* const end = begin + decoded_.size();
  for (const char* at = begin; (at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) != nullptr;) {
    line_starts_.push_back(static_cast<std::uint32_t>(++at - begin));
    if (at == end) break;
  }
  std::uint32_t characters = 0;
  for (const char* at = begin; at < end; at += std::min<std::ptrdiff_t>(stride, end - at)) {
    characters_.push_back(characters);
    characters += code_points(at, at + std::min<std::ptrdiff_t>(stride, end - at));
  }
}

std::uint64_t SourceMap::characters_before(std::uint32_t decoded) const {
  const std::uint32_t block = decoded / stride;
  if (block >= characters_.size()) {
    return characters_.empty()
               ? 0
               : characters_.back() + std::uint64_t{code_points(decoded_.data() + (characters_.size() - 1) * stride, decoded_.data() + decoded)};
  }
  return characters_[block] + std::uint64_t{code_points(decoded_.data() + std::size_t{block} * stride, decoded_.data() + decoded)};
}

void SourceMap::add(std::uint32_t text, std::uint32_t decoded, std::uint32_t length) {
  if (length == 0) return;
  if (!pieces_.empty()) {
    Piece& last = pieces_.back();
    assert(last.text + last.length <= text);
    if (last.text + last.length == text && last.decoded + last.length == decoded) {
      last.length += length;
      return;
    }
  }
  pieces_.push_back({text, decoded, length});
}

std::vector<TextRange> SourceMap::decoded_ranges(TextRange range) const {
  std::vector<TextRange> out;
  auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.text + p.length <= range.begin; });
  for (; piece != pieces_.end() && piece->text < range.end; ++piece) {
    const std::uint32_t from = std::max(range.begin, piece->text) - piece->text;
    const std::uint32_t to = std::min(range.end, piece->text + piece->length) - piece->text;
    if (from < to) out.push_back({piece->decoded + from, piece->decoded + to});
  }
  return out;
}

std::uint32_t SourceMap::first_decoded(TextRange range) const {
  const auto piece = std::partition_point(pieces_.begin(), pieces_.end(), [&](const Piece& p) { return p.text + p.length <= range.begin; });
  if (piece == pieces_.end() || piece->text >= range.end) return 0;
  return piece->decoded + std::max(range.begin, piece->text) - piece->text;
}

std::uint64_t SourceMap::original(std::uint32_t decoded) const {
  if (encoding_.empty()) return decoded + bom_bytes_;
  auto run = std::partition_point(encoding_.begin(), encoding_.end(), [&](const EncodingRun& r) { return r.decoded + r.decoded_length <= decoded; });
  if (run == encoding_.end()) {
    const EncodingRun& last = encoding_.back();
    return last.original + std::uint64_t{last.decoded_length} / last.decoded_width * last.original_width;
  }
  return run->original + (decoded - run->decoded) / run->decoded_width * std::uint64_t{run->original_width};
}

std::vector<ByteRun> SourceMap::at(TextRange range) const { return place(range).spans; }
Place SourceMap::place(TextRange range) const { return place_of(decoded_ranges(range)); }
Place SourceMap::place_of_decoded(TextRange decoded) const { return place_of({decoded}); }

Place SourceMap::place_of(const std::vector<TextRange>& ranges) const {
  if (!parts_.empty()) return place_in_parts(ranges);
  Place out;
  if (ranges.empty()) return out;
  for (const TextRange& r : ranges) {
    const ByteRun run{original(r.begin), original(r.end)};
    if (!out.spans.empty() && out.spans.back().end == run.begin) {
      out.spans.back().end = run.end;
    } else {
      out.spans.push_back(run);
    }
  }
  out.begin = out.spans.front().begin;
  out.end = out.spans.back().end;
  const std::uint32_t at = ranges.front().begin;
  const auto line = std::upper_bound(line_starts_.begin(), line_starts_.end(), at) - line_starts_.begin();
  out.line = static_cast<std::uint64_t>(line);
  const std::uint32_t start = line_starts_[static_cast<std::size_t>(line - 1)];
  out.offset = characters_before(at) - characters_before(start);
  return out;
}

void SourceMap::add_runs(TextRange decoded, std::vector<OoxmlRun>& out) const {
  auto run = std::partition_point(paragraphs_.begin(), paragraphs_.end(), [&](const ParagraphRun& r) { return r.decoded <= decoded.begin; });
  if (run != paragraphs_.begin()) --run;
  for (; run != paragraphs_.end() && run->decoded < decoded.end; ++run) {
    const std::uint32_t from = std::max(decoded.begin, run->decoded);
    const std::uint32_t to = std::next(run) == paragraphs_.end() ? decoded.end : std::min(decoded.end, std::next(run)->decoded);
    if (from >= to) continue;
    const auto before = static_cast<std::uint32_t>(characters_before(from) - characters_before(run->decoded));
    const auto length = static_cast<std::uint32_t>(characters_before(to) - characters_before(from));
    const OoxmlRun next{run->part, run->paragraph, run->offset + (run->generated ? 0 : before), run->generated ? 0 : length};
    if (!out.empty() && out.back().part == next.part && out.back().paragraph == next.paragraph &&
        out.back().offset + out.back().length == next.offset) {
      out.back().length += next.length;
    } else {
      out.push_back(next);
    }
  }
}

Place SourceMap::place_in_parts(const std::vector<TextRange>& ranges) const {
  Place out;
  for (const TextRange& range : ranges) add_runs(range, out.runs);
  out.part = out.runs.empty() ? parts_.front() : parts_[out.runs.front().part];
  return out;
}

}  // namespace gouji
