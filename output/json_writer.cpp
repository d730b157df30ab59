#include "output/json_writer.h"

#include <cstring>

#include "output/utf8.h"

namespace gouji::output {
namespace {

constexpr bool is_escaped(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// Eight bytes: is one of them escaped?
bool any_escaped(const char* bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101ULL, tops = 0x80 * ones;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const auto is_zero = [](std::uint64_t x) { return (x - ones) & ~x & tops; };
  const std::uint64_t below_blank = (word - 0x20 * ones) & ~word & tops;
  return (below_blank | is_zero(word ^ ('"' * ones)) | is_zero(word ^ ('\\' * ones))) != 0;
}

// Where the first byte stands that is written otherwise in JSON.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  while (at + 8 <= text.size() && !any_escaped(text.data() + at)) at += 8;
  while (at < text.size() && !is_escaped(text[at])) ++at;
  return at;
}

void escape(char c, rapidjson::StringBuffer& out) {
  static constexpr std::string_view hex = "0123456789ABCDEF", letters = "btn?fr";  // of 8 to 13
  const auto code = static_cast<unsigned char>(c);
  out.Put('\\');
  if (c == '"' || c == '\\') return out.Put(c);
  if (code >= 8 && code <= 13 && code != 11) return out.Put(letters[code - 8U]);
  for (const char digit : {'u', '0', '0', hex[code >> 4U], hex[code & 15U]}) out.Put(digit);
}

// RapidJSON writes what stands between values, and strings byte by byte: ours are copied in one piece up to what is escaped.
void write_string(std::string_view text, rapidjson::Writer<rapidjson::StringBuffer>& writer, rapidjson::StringBuffer& out) {
  writer.RawValue("", 0, rapidjson::kStringType);
  out.Put('"');
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = end_of_plain(text, at);
    if (end > at) std::memcpy(out.Push(end - at), text.data() + at, end - at);
    if (end == text.size()) break;
    escape(text[end], out);
    at = end;
  }
  out.Put('"');
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  if (!name.empty()) write_string(name, writer_, buffer_);
}

void JsonWriter::value(std::string_view text) {
  if (valid_utf8(text)) {
    write_string(text, writer_, buffer_);
  } else {
    write_string(replace_invalid_utf8(text), writer_, buffer_);
  }
}

void JsonWriter::begin(std::string_view name) {
  key(name);
  writer_.StartObject();
}

void JsonWriter::begin_array(std::string_view name) {
  key(name);
  writer_.StartArray();
}

void JsonWriter::text(std::string_view name, std::string_view text) {
  key(name);
  value(text);
}

void JsonWriter::text_or_null(std::string_view name, std::string_view text) {
  if (text.empty()) return null(name);
  key(name);
  value(text);
}

void JsonWriter::number(std::string_view name, std::int64_t number) {
  key(name);
  writer_.Int64(number);
}

void JsonWriter::number(std::string_view name, std::uint64_t number) {
  key(name);
  writer_.Uint64(number);
}

void JsonWriter::boolean(std::string_view name, bool truth) {
  key(name);
  writer_.Bool(truth);
}

void JsonWriter::null(std::string_view name) {
  key(name);
  writer_.Null();
}

void JsonWriter::element(std::string_view text) { value(text); }

// Spans are [paragraph, offset, length]; paragraph, offset and length of the object are the first one's.
void JsonWriter::source_in_part(const Place& place) {
  const OoxmlRun first = place.runs.empty() ? OoxmlRun{} : place.runs.front();
  null("line");
  text("part", place.part);
  number("paragraph", std::uint64_t{first.paragraph});
  number("offset", std::uint64_t{first.offset});
  number("length", std::uint64_t{first.length});
  begin_array("spans");
  for (const OoxmlRun& run : place.runs) {
    begin_array();
    element(std::uint64_t{run.paragraph});
    element(std::uint64_t{run.offset});
    element(std::uint64_t{run.length});
    end_array();
  }
  end_array();
  end();
}

void JsonWriter::line(std::string_view name, const Place& place) {
  if (place.line == 0) return null(name);
  number(name, place.line);
}

void JsonWriter::source(std::string_view name, const Place& place) {
  begin(name);
  if (!place.part.empty()) return source_in_part(place);
  number("line", place.line);
  number("offset", place.offset);
  number("begin", place.begin);
  number("end", place.end);
  begin_array("spans");
  for (const ByteRun& span : place.spans) {
    begin_array();
    element(span.begin);
    element(span.end);
    end_array();
  }
  end_array();
  end();
}

std::string_view JsonWriter::line() {
  buffer_.Put('\n');
  return {buffer_.GetString(), buffer_.GetSize()};
}

void JsonWriter::next() {
  buffer_.Clear();
  writer_.Reset(buffer_);
}

std::string JsonWriter::take() {
  std::string out(buffer_.GetString(), buffer_.GetSize());
  buffer_.Clear();
  return out;
}

}  // namespace gouji::output
