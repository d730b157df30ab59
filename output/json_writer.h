// JsonWriter: RapidJSON's writer with the contract's conventions: empty text is null, decimals are strings, broken UTF-8
// (only paths and system messages can hold it) becomes U+FFFD. One object a line. Internal to output/.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "model/source.h"

namespace gouji::output {

class JsonWriter {
 public:
  void begin(std::string_view key = {});
  void end() { writer_.EndObject(); }
  void begin_array(std::string_view key = {});
  void end_array() { writer_.EndArray(); }

  void text(std::string_view key, std::string_view value);          // "" stays ""
  void text_or_null(std::string_view key, std::string_view value);  // "" is null
  void number(std::string_view key, std::int64_t value);
  void number(std::string_view key, std::uint64_t value);
  void boolean(std::string_view key, bool value);
  void null(std::string_view key);
  void element(std::string_view value);  // of an array
  void element(std::uint64_t value) { writer_.Uint64(value); }

  void source(std::string_view key, const Place& place);
  void line(std::string_view key, const Place& place);  // null where the format has no lines

  // The finished object with its line end; the writer is ready for the next one. Valid until then.
  std::string_view line();
  void next();
  // What was written since the last take(), for an object that is written in pieces; the object goes on.
  std::string take();

 private:
  void source_in_part(const Place& place);
  void key(std::string_view name);
  void value(std::string_view text);

  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_{buffer_};
};

}  // namespace gouji::output
