// Where text came from. Rooms above corpus/ speak of TextRange only; a SourceMap leads back to the original.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gouji {

// Half-open range of bytes of Document::text (UTF-8).
struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  constexpr bool empty() const { return begin >= end; }
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool contains(TextRange other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(TextRange other) const { return begin < other.end && other.begin < end; }
  friend constexpr bool operator==(TextRange, TextRange) = default;
};

struct ByteRun {  // half-open bytes of the original file
  std::uint64_t begin = 0, end = 0;
  friend constexpr bool operator==(ByteRun, ByteRun) = default;
};
struct OoxmlRun {  // half-open characters of a paragraph of a part
  std::uint32_t part = 0, paragraph = 0, offset = 0, length = 0;
  friend constexpr bool operator==(OoxmlRun, OoxmlRun) = default;
};
struct PageBox {  // points, origin at the top left
  std::uint32_t page = 0;
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  friend constexpr bool operator==(PageBox, PageBox) = default;
};
struct SheetCell {
  std::uint32_t sheet = 0, row = 0, column = 0;
  friend constexpr bool operator==(SheetCell, SheetCell) = default;
};
using Source = std::variant<ByteRun, OoxmlRun, PageBox, SheetCell>;

// A place as the contract prints it (figure.source). For text: `line` counts LFs before it plus one, `offset` counts code
// points since that LF (the BOM is not counted), begin and end are bytes of the original, spans in reading order.
// For OOXML: `part` is set, `runs` take the place of spans, and line, offset, begin and end are 0. A number that
// Word itself makes (1., 一、) has one run without length where it is shown.
struct Place {
  std::uint64_t line = 0;
  std::uint64_t offset = 0;
  std::uint64_t begin = 0, end = 0;
  std::vector<ByteRun> spans;  // more than one where line ends or layout stand between the parts
  std::string part;            // of an OOXML package ("word/document.xml"); empty: the input is one run of bytes
  std::vector<OoxmlRun> runs;
};

// Maps Document::text back to the original. Two steps: text → decoded (the whole input as UTF-8, before any line was
// joined or mark removed) → bytes, or paragraphs of a package's parts. Built in reading order by a reader; immutable afterwards and
// safe to read from threads.
class SourceMap {
 public:
  // A run of text that stands in one piece in the decoded input (same bytes, so one length serves both).
  struct Piece {
    std::uint32_t text = 0;
    std::uint32_t decoded = 0;
    std::uint32_t length = 0;
  };
  // A run of characters of one width in the original and one width in UTF-8 (GB18030 Han: 2 and 3).
  struct EncodingRun {
    std::uint32_t decoded = 0;
    std::uint64_t original = 0;
    std::uint32_t decoded_length = 0;
    std::uint8_t decoded_width = 1;
    std::uint8_t original_width = 1;
  };
  // From `decoded` on stand the characters of one paragraph, from its character `offset` on, up to the next of these.
  struct ParagraphRun {
    std::uint32_t decoded = 0;
    std::uint32_t part = 0;  // index of parts
    std::uint32_t paragraph = 0;
    std::uint32_t offset = 0;
    bool generated = false;  // characters that the paragraph does not have, but shows: an automatic number
  };

  SourceMap() = default;
  // `encoding` empty: the original is UTF-8 and decoded byte d is original byte d + bom_bytes.
  SourceMap(std::string decoded, std::vector<EncodingRun> encoding, std::uint64_t bom_bytes);
  // Of a package: `runs` in the order of `decoded`; what stands between two of its paragraphs belongs to neither.
  SourceMap(std::string decoded, std::vector<std::string> parts, std::vector<ParagraphRun> runs);

  // Appends that `length` bytes of text from `text` on are the decoded bytes from `decoded` on. Text that has no source
  // (a joining space) is simply not added.
  void add(std::uint32_t text, std::uint32_t decoded, std::uint32_t length);

  const std::string& decoded() const { return decoded_; }
  // The decoded ranges of a text range, in reading order.
  std::vector<TextRange> decoded_ranges(TextRange range) const;
  // Where the first of them begins; 0 where there is none.
  std::uint32_t first_decoded(TextRange range) const;
  // The original bytes of a text range, in reading order, touching runs joined.
  std::vector<ByteRun> at(TextRange range) const;
  Place place(TextRange range) const;
  Place place_of_decoded(TextRange decoded) const;

 private:
  std::uint64_t original(std::uint32_t decoded) const;
  std::uint64_t characters_before(std::uint32_t decoded) const;
  Place place_of(const std::vector<TextRange>& decoded) const;
  Place place_in_parts(const std::vector<TextRange>& decoded) const;
  void add_runs(TextRange decoded, std::vector<OoxmlRun>& out) const;
  void index();

  std::string decoded_;
  std::vector<EncodingRun> encoding_;
  std::uint64_t bom_bytes_ = 0;
  std::vector<std::string> parts_;  // of a package; empty: one run of bytes
  std::vector<ParagraphRun> paragraphs_;
  std::vector<Piece> pieces_;
  std::vector<std::uint32_t> line_starts_;  // decoded offset after each LF; [0] = 0
  std::vector<std::uint32_t> characters_;   // code points before each 4 KiB of decoded_: a place in one endless line is found as fast as any
};

}  // namespace gouji
