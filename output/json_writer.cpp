#include "output/json_writer.h"

#include "output/utf8.h"

namespace gouji::output {

void JsonWriter::key(std::string_view name) {
  if (!name.empty()) writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void JsonWriter::value(std::string_view text) {
  if (valid_utf8(text)) {
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  } else {
    const std::string mended = replace_invalid_utf8(text);
    writer_.String(mended.data(), static_cast<rapidjson::SizeType>(mended.size()));
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
