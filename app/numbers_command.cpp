#include "app/numbers_command.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <string>

#include "extractor/characters.h"
#include "extractor/numerals.h"

namespace gouji::app {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void string(Writer& json, const char* key, std::string_view value) {
  json.Key(key);
  json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}
void string_or_null(Writer& json, const char* key, std::string_view value) {
  if (!value.empty()) return string(json, key, value);
  json.Key(key);
  json.Null();
}

std::string_view range_name(RangeEnd end) { return end == RangeEnd::low ? "low" : end == RangeEnd::high ? "high" : ""; }

void write_number(Writer& json, std::size_t line, std::size_t offset, std::string_view text, const extractor::Numeral& numeral) {
  const std::string_view printed = text.substr(numeral.text.begin, numeral.text.size());
  json.StartObject();
  json.Key("line");
  json.Uint64(line);
  json.Key("offset");
  json.Uint64(offset);
  json.Key("length");
  json.Uint64(extractor::length_in_characters(printed));
  string(json, "text", printed);
  string(json, "class", name(numeral.number_class));
  string_or_null(json, "value", numeral.number.empty() ? std::string() : numeral.value.str());
  if (!numeral.fraction.empty()) string(json, "fraction", numeral.fraction);
  string_or_null(json, "unit", numeral.unit);
  string(json, "comparator", name(numeral.comparator));
  string_or_null(json, "range", range_name(numeral.range_end));
  json.EndObject();
}

}  // namespace

void write_numbers(std::istream& in, std::ostream& out, const patterns::Library& library) {
  std::string text;
  rapidjson::StringBuffer buffer;
  for (std::size_t line = 1; std::getline(in, text); ++line) {
    if (!text.empty() && text.back() == '\r') text.pop_back();
    std::size_t counted = 0, offset = 0;  // code points before `counted`
    for (const extractor::Numeral& numeral : extractor::scan(text, library, {.prose = false})) {
      if (numeral.number_class == NumberClass::part_of_word) continue;
      if (numeral.text.begin >= counted) {
        offset += extractor::length_in_characters(std::string_view(text).substr(counted, numeral.text.begin - counted));
        counted = numeral.text.begin;
      }
      buffer.Clear();
      Writer json(buffer);
      write_number(json, line, offset, text, numeral);
      out << std::string_view(buffer.GetString(), buffer.GetSize()) << '\n';
    }
  }
}

}  // namespace gouji::app
