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

void JsonWriter::source(std::string_view name, const Place& place) {
  begin(name);
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

}  // namespace gouji::output
